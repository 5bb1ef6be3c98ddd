import type { Disclosure } from '../model/disclosure.ts';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { isUnshown } from '../model/money.ts';
import { checkArithmetic, type Arithmetic, type ArithmeticOptions } from './arithmetic.ts';
import type { Relation } from './relation.ts';
import { findingOf } from './rule.ts';
import type { Variable } from './variable.ts';

/** One or two mistakes are told; more that contradict one such table speak of its columns. */
const mostMistakes = 2;
/** With so many amounts of the table that have no meaning, one mistake is one too many. */
const manyUnplaced = 3;

/** The arithmetic of a document, and the tables that it does not judge because they were probably misread. */
export interface Judged {
  readonly arithmetic: Arithmetic;
  readonly misread: ReadonlySet<number>;
}

/**
 * Checks all relations. A table read by alignment alone that more mistakes would have to explain than people make
 * is left out, the worst first: its relations may verify a number but accuse none. So are tables that show ### for
 * amounts: what stands there is not known.
 */
export function judge(
  disclosure: Disclosure,
  variables: readonly Variable[],
  relations: readonly Relation[],
  options: ArithmeticOptions,
): Judged {
  const tables = alignedTables(disclosure);
  const unshown = disclosure.unplaced.flatMap(({ text, place }) =>
    isUnshown(text) && place.table !== undefined ? [place.table] : [],
  );
  const misread = new Set<number>();
  const checked = (): Arithmetic =>
    checkArithmetic(
      variables,
      withoutForce(variables, relations, new Set([...misread, ...unshown])),
      options,
    );
  let arithmetic = checked();
  for (let left = tables.size; left > 0; left -= 1) {
    const worst = worstOf(disclosure, arithmetic.findings, tables);
    if (worst === null || misread.has(worst)) break;
    misread.add(worst);
    arithmetic = checked();
  }
  return { arithmetic, misread };
}

/**
 * In a table read by alignment, a cell that seems blank, numbers of which any may be wrong, names and empty tables may
 * be the reader's mistakes: what is told of them is advice. A printed number that others correct stays an error.
 */
export function asAdvice(disclosure: Disclosure, findings: readonly Finding[]): readonly Finding[] {
  const tables = readByAlignment(disclosure);
  if (tables.size === 0) return findings;
  return findings.map((finding) =>
    isDoubtful(finding) && finding.culprits.some(({ place }) => tables.has(place.table ?? Number.NaN))
      ? { ...finding, severity: 'info' }
      : finding,
  );
}

function isDoubtful({ severity, variant, culprits }: Finding): boolean {
  const [first] = culprits;
  const isBlank = first?.reported === null || first?.reported.text === '';
  return severity === 'warning' || variant === 'undecided' || culprits.length > 1 || isBlank;
}

/** Tables with figures that no lines part, and those without any figure on the same pages. */
function readByAlignment(disclosure: Disclosure): ReadonlySet<number> {
  const notes = disclosure.uncertain.filter(({ note }) => note === 'alignedTable');
  if (notes.length === 0) return new Set();
  const pages = new Set(notes.map(({ place }) => place.page));
  const figured = new Set(disclosure.figures.map(({ place }) => place.table));
  const empty = disclosure.tables.filter(
    ({ number, place }) => !figured.has(number) && pages.has(place.page),
  );
  return new Set([...alignedTables(disclosure), ...empty.map(({ number }) => number)]);
}

/** Numbers of the tables of which an amount stands where the reader found no lines. */
function alignedTables({ uncertain, figures }: Disclosure): ReadonlySet<number> {
  const places = uncertain.filter(({ note }) => note === 'alignedTable').map(({ place }) => place);
  if (places.length === 0) return new Set();
  const inside = figures.filter(
    ({ origin, place }) => origin === 'cell' && places.some((around) => isInside(place, around)),
  );
  return new Set(inside.flatMap(({ place: { table } }) => (table === undefined ? [] : [table])));
}

function isInside(place: Place, around: Place): boolean {
  if (place.page !== around.page || place.box === undefined || around.box === undefined) return false;
  const [x, y] = [place.box[0] + place.box[2] / 2, place.box[1] + place.box[3] / 2];
  const [left, top, width, height] = around.box;
  return x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1;
}

/** The table with the most mistakes, when they are more than people make; null when there is none. */
function worstOf(
  disclosure: Disclosure,
  findings: readonly Finding[],
  tables: ReadonlySet<number>,
): number | null {
  const mistakes = new Map<number, number>();
  for (const finding of findings.filter(({ severity }) => severity === 'error')) {
    const weight = finding.variant === 'undecided' ? mostMistakes + 1 : 1;
    for (const table of concerned(finding, tables)) mistakes.set(table, (mistakes.get(table) ?? 0) + weight);
  }
  const [worst] = [...mistakes].sort((a, b) => b[1] - a[1]);
  const isMisread = ([table, count]: readonly [number, number]): boolean =>
    count > mostMistakes || unplacedIn(disclosure, table) >= manyUnplaced;
  if (worst !== undefined && isMisread(worst)) return worst[0];
  return [...mistakes].find(isMisread)?.[0] ?? null;
}

/** The tables in question that a finding accuses; if none, those that it is proved by. */
function concerned({ culprits, evidence }: Finding, tables: ReadonlySet<number>): ReadonlySet<number> {
  const own = (places: readonly { readonly place: Place }[]): Set<number> =>
    new Set(
      places.flatMap(({ place: { table } }) => (table !== undefined && tables.has(table) ? [table] : [])),
    );
  const accused = own(culprits);
  return accused.size > 0 ? accused : own(evidence);
}

function unplacedIn({ unplaced }: Disclosure, table: number): number {
  return unplaced.filter(({ place, part, fen }) => place.table === table && !part && fen !== 0).length;
}

/** Relations with a number of these tables as conditions that the document does not decide. */
function withoutForce(
  variables: readonly Variable[],
  relations: readonly Relation[],
  tables: ReadonlySet<number>,
): readonly Relation[] {
  if (tables.size === 0) return relations;
  const touches = ({ figure }: { readonly figure: number }): boolean =>
    tables.has(variables[figure]?.place.table ?? Number.NaN);
  return relations.map((relation) =>
    relation.terms.some(touches) ? { ...relation, holds: 'unknown' as const } : relation,
  );
}

/** One advice for all the tables that were not judged. */
export function misreadFindings(disclosure: Disclosure, misread: ReadonlySet<number>): readonly Finding[] {
  const tables = disclosure.tables.filter(({ number }) => misread.has(number));
  const [first] = tables;
  if (first === undefined) return [];
  const named = tables.map(({ title }) => `“${title}”`).join('、');
  const place = { ...first.place, table: first.number };
  return [
    findingOf({
      rule: 'document.alignedTable',
      severity: 'info',
      params: { tables: named, count: tables.length },
      culprits: [{ reported: null, expected: null, support: 0, slip: null, place }],
    }),
  ];
}
