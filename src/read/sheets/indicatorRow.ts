import type { Horizon } from './sheetForm.ts';
import type { IndicatorGroup, IndicatorHeader } from './indicatorHeader.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';
import { oneLine } from './sheetWords.ts';

/** The parts of one indicator in a row; a null part is blank there. */
export interface IndicatorParts {
  readonly horizon: Horizon;
  readonly level2: RowCell | null;
  readonly level3: RowCell | null;
  readonly value: string;
  readonly valueCell: RowCell | null;
}

export interface IndicatorLine {
  readonly level1: RowCell | null;
  readonly parts: readonly IndicatorParts[];
}

const horizons: readonly Horizon[] = ['period', 'annual'];

function at(
  cells: readonly RowCell[],
  group: { readonly column: number; readonly end: number } | null,
): RowCell | null {
  if (group === null) return null;
  for (const cell of cells) if (cell.column >= group.column && cell.column <= group.end) return cell;
  return null;
}

/**
 * Reads a row by the header's columns; null unless the words in it confirm them: a first level or a kind
 * stands only in its own column, and nothing stands outside the columns.
 */
export function alignedLine(row: SheetRow, header: IndicatorHeader, tests: SheetTests): IndicatorLine | null {
  const cells = row.cells.filter((cell) => !tests.indicatorHead(cell.word));
  if (cells.length === 0 || !cells.every((cell) => isInside(cell, header))) return null;
  const level1 = at(cells, header.level1);
  if (level1 !== null && !tests.level1(level1.word)) return null;
  const [first] = header.groups;
  if (first === undefined) return null;
  const parts = header.groups
    .slice(0, 2)
    .map((group, index) => partsAt(cells, group, first, horizons[index] ?? 'annual'));
  const single = header.groups.length === 1;
  if (!parts.every((part) => isPlausible(part, level1 !== null, single, tests))) return null;
  return { level1, parts: parts.filter((part, index) => index === 0 || !isBlank(part)) };
}

function isInside(cell: RowCell, header: IndicatorHeader): boolean {
  for (const head of header.cells) if (cell.column >= head.column && cell.column <= head.end) return true;
  return false;
}

function isBlank(part: IndicatorParts): boolean {
  return part.level2 === null && part.level3 === null && part.value === '';
}

function partsAt(
  cells: readonly RowCell[],
  group: IndicatorGroup,
  first: IndicatorGroup,
  horizon: Horizon,
): IndicatorParts {
  const value = at(cells, group.value);
  return {
    horizon,
    level2: at(cells, group.level2 ?? first.level2),
    level3: at(cells, group.level3 ?? first.level3),
    value: wholeValue(at(cells, group.comparison), value, at(cells, group.measure)),
    valueCell: value,
  };
}

/**
 * A comparison, a value and its unit that stand in columns of their own; a % behind a % is one. That more is better
 * (正向), or that a value is a word (定性), compares nothing.
 */
function wholeValue(comparison: RowCell | null, value: RowCell | null, measure: RowCell | null): string {
  const [sign, number, unit] = [comparison, value, measure].map((cell) => oneLine(cell?.text ?? ''));
  const compared = /^(?:正向|反向|逆向|负向|定性|定量)$/.test(sign ?? '') ? '' : sign;
  return `${compared ?? ''}${number ?? ''}${unit === '%' && number?.endsWith('%') === true ? '' : (unit ?? '')}`;
}

/** With one list, a word in the second level's column may be a kind that no form knows. */
function isPlausible(part: IndicatorParts, hasLevel1: boolean, single: boolean, tests: SheetTests): boolean {
  const isKind = (cell: RowCell | null): boolean =>
    cell !== null && (tests.kind(cell.word) || tests.kind(/^\S+(?=\s)/.exec(cell.text)?.[0] ?? ''));
  if (part.level2 === null) return !isKind(part.level3) && !(hasLevel1 && isBlank(part));
  return isKind(part.level2) || (single && part.level3 !== null && part.value !== '' && !isKind(part.level3));
}
