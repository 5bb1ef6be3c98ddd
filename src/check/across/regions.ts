import type { DigestFigure, DocumentDigest } from '../../model/digest.ts';
import { fold } from '../../model/fold.ts';
import { placeNamesFrom } from '../../model/words/names.ts';
import type { Observation } from '../rule.ts';
import { itemWords } from '../yearOnYear/lastPlace.ts';
import {
  byKey,
  culpritOf,
  evidenceOf,
  isSameGap,
  isWithin,
  narrowest,
  printedBeside,
  type AcrossResult,
  type Gap,
} from './found.ts';
import { isRowOf, isSameFrame } from './groups.ts';

const rule = 'acrossDocuments.regionTotal';

/** A county's published totals against its departments' documents. */
export function regionTotals(digests: readonly DocumentDigest[]): AcrossResult {
  const results = digests
    .filter(({ level }) => level === 'region')
    .map((region) =>
      regionAgainst(
        region,
        digests.filter((other) => isPartOf(other, region)),
      ),
    );
  return {
    observations: results.flatMap(({ observations }) => observations),
    counts: results.flatMap(({ counts }) => counts),
  };
}

function isPartOf(other: DocumentDigest, region: DocumentDigest): boolean {
  if (other.level !== 'department' || !isSameFrame(other, region)) return false;
  if (region.units.some((name) => isRowOf(name, other, region))) return true;
  const [own, whole] = [fold(other.name ?? ''), fold(region.region ?? region.name ?? '')];
  return whole !== '' && own.startsWith(whole);
}

/**
 * Row by row where the county prints its departments; a total only where all of them are here. Where it does
 * not print them, departments that together exceed the whole are a contradiction, and less is no statement.
 */
function regionAgainst(region: DocumentDigest, departments: readonly DocumentDigest[]): AcrossResult {
  const { file } = region;
  if (departments.length === 0) {
    return { observations: [], counts: [{ file, rule, pass: 0, fail: 0, notApplicable: 1 }] };
  }
  const isListed = region.units.length > 1;
  const complete =
    isListed &&
    region.units.every((name) => departments.some((department) => isRowOf(name, department, region)));
  const rows = departments.flatMap((department) => departmentRows(region, department));
  const explained = rows.filter(isFailure);
  const totals = [...byKey(region).values()].flatMap((total) =>
    totalOf(total, departments, complete, region),
  );
  const all = [...rows, ...totals];
  const failures = [
    ...narrowest(rows.filter(isFailure)),
    ...narrowest(totals.filter(isFailure).filter((total) => !explained.some((row) => isSameGap(row, total)))),
  ];
  const count = (word: Seen): number => all.filter((each) => each === word).length;
  const notApplicable = all.length === 0 ? 1 : count('open');
  return {
    observations: failures.map(({ observation }) => observation),
    counts: [{ file, rule, pass: count('pass'), fail: all.filter(isFailure).length, notApplicable }],
  };
}

interface Failure extends Gap {
  readonly observation: Observation;
}

type Seen = Failure | 'pass' | 'open';

function isFailure(seen: Seen): seen is Failure {
  return typeof seen !== 'string';
}

function departmentRows(region: DocumentDigest, department: DocumentDigest): readonly Seen[] {
  const name = region.units.find((each) => isRowOf(each, department, region));
  if (name === undefined) return [];
  const own = byKey(department);
  return [...byKey(region, name).values()].map((figure): Seen => {
    const theirs = own.get(figure.key);
    if (theirs === undefined || theirs.doubtful || figure.doubtful) return 'open';
    const gap = { figure, difference: figure.fen - theirs.fen, freedom: figure.unitFen + theirs.unitFen };
    if (isWithin(gap.difference, gap.freedom)) return 'pass';
    const params = { ...wordsOf(figure, region), unit: department.name ?? '', theirs: theirs.text };
    const observation: Observation = {
      ...{ rule, severity: 'error', variant: 'row', params },
      culprits: [culpritOf(figure, theirs.fen), culpritOf(theirs, figure.fen)],
      evidence: [evidenceOf(theirs, 'same')],
    };
    return { ...gap, observation };
  });
}

function totalOf(
  total: DigestFigure,
  departments: readonly DocumentDigest[],
  complete: boolean,
  region: DocumentDigest,
): readonly Seen[] {
  const parts = departments.map((department) => partOf(total, department));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return [];
  const sum = known.reduce((all, { fen }) => all + fen, 0);
  const freedom = known.reduce((all, { unitFen }) => all + unitFen, total.unitFen);
  const isClear = !total.doubtful && known.every(({ doubtful, fen }) => !doubtful && fen >= 0);
  if (isWithin(total.fen - sum, freedom)) return ['pass'];
  const exceeds = 2 * (sum - total.fen) > freedom;
  if (!isClear || (!exceeds && (!complete || known.length < departments.length))) return ['open'];
  const params = {
    ...wordsOf(total, region),
    sum: printedBeside(total, sum),
    count: known.length,
    gap: printedBeside(total, Math.abs(total.fen - sum)),
  };
  const observation: Observation = {
    ...{ rule, severity: complete ? 'error' : 'warning', variant: complete ? '' : 'exceeds', params },
    culprits: [culpritOf(total, complete ? sum : null)],
    evidence: known.flatMap(({ figure }) => (figure === null ? [] : [evidenceOf(figure, 'addend')])),
  };
  return [{ figure: total, difference: total.fen - sum, freedom, observation }];
}

interface Part {
  readonly figure: DigestFigure | null;
  readonly fen: number;
  readonly unitFen: number;
  readonly doubtful: boolean;
}

/** A department that prints the table without the row has nothing of it. */
function partOf(total: DigestFigure, department: DocumentDigest): Part | null {
  const figure = byKey(department).get(total.key);
  if (figure !== undefined) return { figure, ...figureValue(figure) };
  return department.tables.includes(total.table)
    ? { figure: null, fen: 0, unitFen: 0, doubtful: false }
    : null;
}

function figureValue({ fen, unitFen, doubtful }: DigestFigure): Omit<Part, 'figure'> {
  return { fen, unitFen, doubtful };
}

function wordsOf(figure: DigestFigure, { names }: DocumentDigest): Readonly<Record<string, string | number>> {
  return {
    table: figure.place.table ?? 0,
    item: itemWords(figure.place, placeNamesFrom(names)),
    total: figure.text,
  };
}
