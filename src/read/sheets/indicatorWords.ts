import type { IndicatorLine, IndicatorParts } from './indicatorRow.ts';
import type { Horizon } from './sheetForm.ts';
import { withKeys } from './sheetRows.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';
import { indicatorKey, oneLine } from './sheetWords.ts';

/** What is known of a sheet's layout when a row does not fit its columns. */
export interface WordContext {
  readonly tests: SheetTests;
  readonly horizons: 1 | 2;
  /** The column where the second horizon begins in the rows that fit; null where none does. */
  readonly annualColumn: number | null;
}

export interface WordLine extends IndicatorLine {
  /** Why the reading is not certain; null where the words leave no other reading. */
  readonly doubt: 'gluedIndicators' | 'oneIndicatorSet' | 'unusualLevel2' | null;
}

interface Half {
  readonly level2: RowCell | null;
  readonly rest: readonly RowCell[];
}

function isKind(cell: RowCell | undefined, tests: SheetTests): boolean {
  return cell !== undefined && tests.kind(cell.word);
}

/** Reads a row by its words where cells have shifted; null when the words do not decide. */
export function wordLine(row: SheetRow, context: WordContext): WordLine | null {
  const { tests } = context;
  const cells = row.cells.filter((cell) => !tests.indicatorHead(cell.word) || isKind(cell, tests));
  const [first, second] = cells;
  if (first === undefined) return null;
  const hasLevel1 = tests.level1(first.word) && (!isKind(first, tests) || isKind(second, tests));
  const level1 = hasLevel1 ? first : null;
  const rest = hasLevel1 ? cells.slice(1) : cells;
  if (rest.length === 0) return { level1, parts: [], doubt: null };
  const halves =
    context.horizons === 2 ? splitHorizons(rest, context) : oneHorizon(rest, level1 !== null, tests);
  return halves === null ? null : joinHalves(level1, halves, context);
}

/** One list: a kind (known, or unknown beside a first level), then the indicator and its value. */
function oneHorizon(
  cells: readonly RowCell[],
  hasLevel1: boolean,
  tests: SheetTests,
): readonly (Half | null)[] | null {
  const known = isKind(cells[0], tests);
  const rest = known || (hasLevel1 && cells.length === 3) ? cells.slice(1) : cells;
  if (rest.length > 2) return null;
  return [{ level2: rest === cells ? null : (cells[0] ?? null), rest }];
}

function splitHorizons(cells: readonly RowCell[], context: WordContext): readonly (Half | null)[] | null {
  const [first] = cells;
  if (isKind(first, context.tests)) return splitAtKind(cells, context);
  if (cells.length === 6 && oneLine(cells[0]?.text ?? '') === oneLine(cells[3]?.text ?? '')) {
    return [half(cells.slice(0, 3)), half(cells.slice(3))];
  }
  return splitContinued(cells, context);
}

function half(cells: readonly RowCell[]): Half {
  return { level2: cells[0] ?? null, rest: cells.slice(1) };
}

/** The second horizon begins where a kind is repeated; of several places the one that halves the row best. */
function splitAtKind(
  cells: readonly RowCell[],
  { tests, annualColumn }: WordContext,
): readonly (Half | null)[] | null {
  const kind = cells[0]?.word;
  const places = cells.map((_, index) => index).slice(1);
  const same = places.filter((index) => cells[index]?.word === kind);
  const other = places.filter((index) => index > 1 && isKind(cells[index], tests));
  const candidates = same.length > 0 ? same : other;
  const balance = (index: number): number => Math.abs(2 * index - cells.length);
  const split = candidates.reduce<number | null>(
    (best, index) => (best === null || balance(index) <= balance(best) ? index : best),
    null,
  );
  if (split !== null) return [half(cells.slice(0, split)), half(cells.slice(split))];
  return splitGlued(cells, tests) ?? onlyHalf(cells, annualColumn);
}

/** The kind is repeated at the beginning of a cell that holds the whole second half. */
function splitGlued(cells: readonly RowCell[], tests: SheetTests): readonly (Half | null)[] | null {
  const index = cells.findIndex((cell, place) => place > 0 && gluedKind(cell, tests) !== null);
  const cell = cells[index];
  const glued = cell === undefined ? null : gluedKind(cell, tests);
  if (glued === null) return null;
  return [half(cells.slice(0, index)), half([...glued, ...cells.slice(index + 1)])];
}

function gluedKind(cell: RowCell, tests: SheetTests): RowCell[] | null {
  const match = /^(\S+)\s+(\S[\s\S]*)$/.exec(cell.text);
  if (match?.[1] === undefined || match[2] === undefined || !tests.kind(indicatorKey(match[1]))) return null;
  return [
    { ...cell, ...withKeys(match[1]) },
    { ...cell, ...withKeys(match[2]) },
  ];
}

function onlyHalf(cells: readonly RowCell[], annualColumn: number | null): readonly (Half | null)[] | null {
  if (cells.length > 3) return null;
  const [first] = cells;
  const second = annualColumn !== null && first !== undefined && first.column >= annualColumn;
  return second ? [null, half(cells)] : [half(cells)];
}

/** A further indicator of the kind above: indicator and value, once or for each horizon. */
function splitContinued(
  cells: readonly RowCell[],
  { annualColumn }: WordContext,
): readonly (Half | null)[] | null {
  const plain = (rest: readonly RowCell[]): Half => ({ level2: null, rest });
  if (cells.length === 4) return [plain(cells.slice(0, 2)), plain(cells.slice(2))];
  if (cells.length === 3 && /\s/.test(cells[2]?.text ?? ''))
    return [plain(cells.slice(0, 2)), plain(cells.slice(2))];
  if (cells.length !== 2) return null;
  const [first] = cells;
  const second = annualColumn !== null && first !== undefined && first.column >= annualColumn;
  return second ? [null, plain(cells)] : [plain(cells)];
}

function joinHalves(
  level1: RowCell | null,
  halves: readonly (Half | null)[],
  { tests, horizons }: WordContext,
): WordLine | null {
  const parts: IndicatorParts[] = [];
  let glued = false;
  for (const [index, entry] of halves.entries()) {
    if (entry === null) continue;
    if (entry.rest.length > 2) return null;
    const unglued = entry.rest.length === 1 ? unglue(entry.rest[0], parts[0]) : null;
    glued ||= unglued !== null;
    parts.push(toParts(entry.level2, unglued ?? entry.rest, index === 0 ? 'period' : 'annual'));
  }
  const alone = horizons === 2 && parts.length === 1;
  const known = parts.every((part) => part.level2 === null || isKind(part.level2, tests));
  if (glued) return { level1, parts, doubt: 'gluedIndicators' };
  if (alone) return { level1, parts, doubt: 'oneIndicatorSet' };
  return { level1, parts, doubt: known ? null : 'unusualLevel2' };
}

function toParts(level2: RowCell | null, rest: readonly RowCell[], horizon: Horizon): IndicatorParts {
  const [level3, value] = rest;
  return {
    horizon,
    level2,
    level3: level3 ?? null,
    value: oneLine(value?.text ?? ''),
    valueCell: value ?? null,
  };
}

/** "indicator value" in one cell, taken apart at the space where both sides match the other horizon's. */
function unglue(cell: RowCell | undefined, other: IndicatorParts | undefined): RowCell[] | null {
  if (cell === undefined || other?.level3 == null || other.value === '') return null;
  const name = oneLine(other.level3.text);
  const alike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
  for (const match of cell.text.matchAll(/\s+/g)) {
    const left = cell.text.slice(0, match.index);
    const right = cell.text.slice(match.index + match[0].length);
    if (left !== '' && right !== '' && alike(name, left) && alike(other.value, right)) {
      return [
        { ...cell, ...withKeys(left) },
        { ...cell, ...withKeys(right) },
      ];
    }
  }
  return null;
}
