import type { DocumentDigest } from '../../model/digest.ts';
import type { Culprit } from '../../model/finding.ts';
import type { Observation } from '../rule.ts';
import { nothing, type AcrossResult } from './found.ts';
import { isRowOf, isSameFrame, isSameName, type Group } from './groups.ts';

const rule = 'acrossDocuments.incomplete';

/** What is missing to make the sums of the units complete, and which documents stand here twice. */
export function missingDocuments(groups: readonly Group[], digests: readonly DocumentDigest[]): AcrossResult {
  const open = groups.filter(({ complete }) => !complete).flatMap(incomplete);
  return { ...nothing, observations: [...open, ...regionsWithout(digests), ...repeated(digests)] };
}

function incomplete({ department, units, missing, count }: Group): readonly Observation[] {
  const params = {
    department: department.name ?? '',
    here: units.length,
    count: count ?? '—',
    missing: namesOf(missing.map((name) => (isSameName(name, department.name) ? `${name}（本级）` : name))),
    more: missing.length,
  };
  if (missing.length > 0) return [told(department, 'named', params)];
  // A department that is one unit has nothing to add up.
  if (count !== null && count <= 1) return [];
  if (count !== null) return [told(department, 'counted', params)];
  return units.length === 0 ? [] : [told(department, 'unknown', params)];
}

const mostNames = 12;

function namesOf(names: readonly string[]): string {
  return `${names.slice(0, mostNames).join('、')}${names.length > mostNames ? '……' : ''}`;
}

/** A county whose departments are not all here, or that does not print which they are. */
function regionsWithout(digests: readonly DocumentDigest[]): readonly Observation[] {
  return digests
    .filter(({ level }) => level === 'region')
    .flatMap((region) => {
      const own = digests.filter((other) => other.level === 'department' && isSameFrame(other, region));
      const missing = region.units.filter((name) => !own.some((other) => isRowOf(name, other, region)));
      const isListed = region.units.length > 1;
      if (isListed && missing.length === 0) return [];
      const params = {
        department: region.name ?? region.region ?? '',
        here: own.length,
        missing: namesOf(missing),
        more: missing.length,
      };
      return [told(region, isListed ? 'departments' : 'region', params)];
    });
}

/** Two documents of one body, year, stage and level: which is in force is not known. */
function repeated(digests: readonly DocumentDigest[]): readonly Observation[] {
  return digests.flatMap((digest, i) => {
    const first = digests
      .slice(0, i)
      .find(
        (other) =>
          isSameFrame(other, digest) && other.level === digest.level && isSameName(other.name, digest.name),
      );
    if (first === undefined || digest.year === null) return [];
    return [
      told(digest, 'twice', { department: digest.name ?? '', other: first.file.split(/[\\/]/).at(-1) ?? '' }),
    ];
  });
}

function told(
  { file }: DocumentDigest,
  variant: string,
  params: Readonly<Record<string, string | number>>,
): Observation {
  const culprit: Culprit = { reported: null, expected: null, support: 0, slip: null, place: { file } };
  return { rule, severity: 'info', variant, params, culprits: [culprit] };
}
