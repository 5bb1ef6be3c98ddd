import type { DigestFigure, DocumentDigest } from '../../model/digest.ts';
import { itemWords } from '../yearOnYear/lastPlace.ts';
import { placeNamesFrom } from '../../model/words/names.ts';
import type { Observation } from '../rule.ts';
import {
  byKey,
  culpritOf,
  evidenceOf,
  isSameGap,
  isWithin,
  printedBeside,
  narrowest,
  together,
  type AcrossResult,
  type Gap,
} from './found.ts';
import { isRowOf, type Group } from './groups.ts';

interface Failure extends Gap {
  readonly parts: readonly (DigestFigure | null)[];
}

/** A department's rows of units against their documents, and its figures against the units' sums. */
export function unitFigures(group: Group): AcrossResult {
  const rows = unitRows(group);
  return together([rows, unitSums(group, rows.gaps)]);
}

/**
 * A department's figure is the sum of its units' figures, where every unit's document is here. A difference that a
 * single unit's row shows already is told there.
 */
function unitSums({ department, units, complete }: Group, explained: readonly Gap[]): AcrossResult {
  const rule = 'acrossDocuments.unitSum';
  const own = [...byKey(department).values()];
  if (!complete || units.length === 0) {
    const counts = [
      { file: department.file, rule, pass: 0, fail: 0, notApplicable: units.length === 0 ? 1 : own.length },
    ];
    return { observations: [], counts };
  }
  const maps = units.map((unit) => byKey(unit, null));
  const passes = units.some(({ figures }) => figures.some(({ internal, fen }) => internal && fen !== 0));
  const failures: Failure[] = [];
  let pass = 0;
  let notApplicable = 0;
  for (const figure of own) {
    const parts = units.map(
      (unit, i) => maps[i]?.get(figure.key) ?? (isClosed(unit, figure) ? null : undefined),
    );
    const known = parts.filter((part) => part !== undefined);
    const unsafe = figure.doubtful || known.some((part) => part?.doubtful === true);
    const mayPass = passes && !isFiscal(figure);
    if (known.length < parts.length || unsafe || mayPass) notApplicable += 1;
    else {
      const gap = gapOf(figure, known);
      if (isWithin(gap.difference, gap.freedom)) pass += 1;
      else failures.push({ ...gap, parts: known });
    }
  }
  const found = narrowest(failures.filter((failure) => !explained.some((gap) => isSameGap(gap, failure))));
  return {
    observations: found.map((failure) => sumObservation(failure, department, units)),
    counts: [{ file: department.file, rule, pass, fail: failures.length, notApplicable }],
  };
}

/** The unit prints the table: a row that it does not print is nothing. */
function isClosed({ tables }: DocumentDigest, { table }: DigestFigure): boolean {
  return tables.includes(table);
}

/** Money of the treasury is counted once; other money may pass between a department and its units. */
function isFiscal({ key }: DigestFigure): boolean {
  return /fund=(?:fiscal|general|governmentFund|stateCapital);/.test(key);
}

function sumOf(parts: readonly (DigestFigure | null)[]): number {
  return parts.reduce((sum, part) => sum + (part?.fen ?? 0), 0);
}

function gapOf(figure: DigestFigure, parts: readonly (DigestFigure | null)[]): Gap {
  const freedom = parts.reduce((sum, part) => sum + (part?.unitFen ?? 0), figure.unitFen);
  return { figure, difference: figure.fen - sumOf(parts), freedom };
}

/** Which of them is wrong is not decided: each figure alone may be. */
function sumObservation(
  { figure, parts, others }: Failure & { readonly others: readonly Failure[] },
  department: DocumentDigest,
  units: readonly DocumentDigest[],
): Observation {
  const sum = sumOf(parts);
  const printed = parts.flatMap((part, i) => (part === null ? [] : [{ part, unit: units[i] }]));
  const alternatives = printed.map(({ part }) => culpritOf(part, part.fen + figure.fen - sum));
  return {
    rule: 'acrossDocuments.unitSum',
    severity: 'error',
    variant: '',
    params: {
      table: figure.place.table ?? 0,
      item: itemWords(figure.place, placeNamesFrom(department.names)),
      department: department.name ?? '',
      total: figure.text,
      sum: printedBeside(figure, sum),
      gap: printedBeside(figure, figure.fen - sum),
      units: printed.map(({ part, unit }) => `${unit?.name ?? ''} ${part.text}`).join('、'),
      count: others.length + 1,
    },
    culprits: [culpritOf(figure, sum), ...alternatives.slice(0, 5)],
    evidence: [
      ...printed.map(({ part }) => evidenceOf(part, 'addend')),
      ...others.slice(0, 8).map((other) => evidenceOf(other.figure, 'total')),
    ],
  };
}

/** A unit's row in the department's tables is the unit's own figure. */
function unitRows({ department, units }: Group): AcrossResult & { readonly gaps: readonly Gap[] } {
  const rule = 'acrossDocuments.unitRow';
  const results = units.flatMap((unit) => {
    const printed = department.units.find((name) => isRowOf(name, unit, department));
    return printed === undefined ? [] : [rowsOf(department, unit, printed)];
  });
  const count = (key: 'pass' | 'fail' | 'notApplicable'): number =>
    results.reduce((sum, result) => sum + result[key], 0);
  const notApplicable = results.length === 0 ? 1 : count('notApplicable');
  return {
    gaps: results.flatMap(({ gaps }) => gaps),
    observations: results.flatMap(({ observations }) => observations),
    counts: [{ file: department.file, rule, pass: count('pass'), fail: count('fail'), notApplicable }],
  };
}

interface RowResult {
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
  readonly pass: number;
  readonly fail: number;
  readonly notApplicable: number;
}

function rowsOf(department: DocumentDigest, unit: DocumentDigest, printed: string): RowResult {
  const own = byKey(unit, null);
  const failures: (Gap & { readonly theirs: DigestFigure })[] = [];
  let pass = 0;
  let notApplicable = 0;
  for (const figure of byKey(department, printed).values()) {
    const theirs = own.get(figure.key);
    if (theirs === undefined || theirs.doubtful || figure.doubtful) notApplicable += 1;
    else {
      const gap = gapOf(figure, [theirs]);
      if (isWithin(gap.difference, gap.freedom)) pass += 1;
      else failures.push({ ...gap, theirs });
    }
  }
  const observations = narrowest(failures).map(({ figure, theirs }): Observation => ({
    rule: 'acrossDocuments.unitRow',
    severity: 'error',
    params: {
      table: figure.place.table ?? 0,
      item: itemWords(figure.place, placeNamesFrom(department.names)),
      unit: unit.name ?? '',
      theirTable: theirs.place.table ?? 0,
      theirs: theirs.text,
      own: figure.text,
    },
    culprits: [culpritOf(figure, theirs.fen), culpritOf(theirs, figure.fen)],
    evidence: [evidenceOf(theirs, 'same')],
  }));
  return { observations, gaps: failures, pass, fail: failures.length, notApplicable };
}
