import { withNode, type Dimension, type Scope } from '../../model/scope.ts';
import { ratioHolds } from '../ratio.ts';
import type { Relation } from '../relation.ts';
import type { Variable } from '../variable.ts';
import type { StatedClaim } from './claimFigures.ts';
import { ratioRelation } from './rates.ts';
import { referred } from './references.ts';
import { shareParts } from './shares.ts';
import type { StatedNarrative } from './stated.ts';
import { figuresOf } from './tableReading.ts';

/** What a share without a named whole may be taken of: its subject without what divides the section's total. */
const divisions: readonly (readonly Dimension[])[] = [
  ['function'],
  ['nature'],
  ['fund'],
  ['fund', 'vintage'],
  ['fund', 'vintage', 'function', 'nature'],
];

interface LooseShare {
  readonly rate: Variable;
  readonly part: Variable;
  readonly stated: StatedClaim;
}

/**
 * “教育支出3万元，占30%；…” without a word on what they are shares of: where most of a section's shares fit one
 * of its totals in the tables, all of them are shares of it.
 */
export function sectionShares(narrative: StatedNarrative): readonly Relation[] {
  const sections = new Map<string, LooseShare[]>();
  for (const { section, claims } of narrative.paragraphs) {
    const loose = claims.flatMap((stated) => looseShare(stated, claims, narrative) ?? []);
    if (loose.length > 0) sections.set(section, [...(sections.get(section) ?? []), ...loose]);
  }
  return [...sections.values()].flatMap((shares) => sharesOfTotal(shares, narrative));
}

function looseShare(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  narrative: StatedNarrative,
): LooseShare | null {
  const { claim, variable } = stated;
  if (claim.kind !== 'share' || claim.roles.completion || claim.subject === null || variable === null)
    return null;
  const part = referred(stated, claims, 'part')?.variable ?? null;
  if (part === null || part.value === 0 || shareParts(stated, claims, narrative) !== null) return null;
  return { rate: variable, part, stated };
}

function sharesOfTotal(shares: readonly LooseShare[], narrative: StatedNarrative): readonly Relation[] {
  const readings = divisions.map((divided) => relationsOver(shares, divided, narrative));
  const whole = readings.find((relations) => addUp(relations, shares, narrative));
  if (whole !== undefined) return whole;
  const scored = readings.map((relations) => ({ relations, fitting: fittingIn(relations, narrative) }));
  const best = scored.reduce((a, b) => (b.fitting > a.fitting ? b : a), { relations: [], fitting: 0 });
  return best.fitting >= 2 && best.fitting * 2 > shares.length ? best.relations : [];
}

/** Do the amounts of all shares add up to the one whole, within their last digits? */
function addUp(
  relations: readonly Relation[],
  shares: readonly LooseShare[],
  { variableOf }: StatedNarrative,
): boolean {
  const [first, ...others] = new Set(relations.flatMap(({ ratio }) => ratio?.whole[0]?.figure ?? []));
  const whole = first === undefined ? null : variableOf(first);
  const parts = [...new Set(shares.map(({ part }) => part))];
  if (whole == null || others.length > 0 || relations.length < shares.length || parts.length < 2)
    return false;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return 2 * Math.abs(sum - whole.value) <= parts.reduce((slack, { unit }) => slack + unit, whole.unit);
}

function relationsOver(
  shares: readonly LooseShare[],
  divided: readonly Dimension[],
  narrative: StatedNarrative,
): readonly Relation[] {
  return shares.flatMap(({ rate, part, stated }) => {
    const whole = totalOver(stated, divided, narrative);
    if (whole === null || whole.id === part.id) return [];
    return [
      ratioRelation(
        'narrative.share',
        rate,
        [{ figure: part.id, weight: 1 }],
        [{ figure: whole.id, weight: 1 }],
      ),
    ];
  });
}

function totalOver(
  { claim, scope }: StatedClaim,
  divided: readonly Dimension[],
  narrative: StatedNarrative,
): Variable | null {
  const subject = scope ?? claim.subject ?? {};
  if (!divided.some((dimension) => subject[dimension] !== undefined)) return null;
  const total = divided.reduce<Scope>((left, dimension) => withNode(left, dimension, ''), subject);
  const frame = { year: String(claim.year), stage: claim.stage };
  const whole = withNode(total, 'use', '');
  const scopes = [
    { ...whole, use: 'spent', ...frame },
    { ...whole, ...frame },
  ];
  return figuresOf(scopes, narrative)[0] ?? null;
}

function fittingIn(relations: readonly Relation[], { variableOf }: StatedNarrative): number {
  const values = {
    value: (figure: number) => variableOf(figure)?.value ?? 0,
    unit: (figure: number) => variableOf(figure)?.unit ?? 0,
  };
  return relations.filter(({ ratio }) => ratio !== undefined && ratioHolds(ratio, values)).length;
}
