import type ExcelJS from 'exceljs';
import type { Place } from '../../model/place.ts';
import type { LayoutCell, LayoutRow, TableBlock } from '../layout/block.ts';
import type { ShownAmount } from './chart.ts';
import { sumFormula } from './formula.ts';
import { highestRow, linesOf, rowHeights } from './heights.ts';
import { printedNumber } from './printedNumber.ts';
import { captionFont, cellLine, cellStyle, titleFont } from './style.ts';
import { sumsOf, type Position, type ScopeOf } from './sums.ts';
import { writeText } from './textCell.ts';

/** Digits that a page is wide in the type of tables. */
const pageWidths = { portrait: 98, landscape: 146 } as const;
const leastHeight = 16;

/**
 * A table on its sheet: label, title and the lines above the grid, head, body and notes. Sums are formulas with
 * the printed amounts as their results; the head is repeated on every page and stays in sight. Gives the
 * addresses of each amount and its row's name: $C$8.
 */
export function fillTableSheet(
  sheet: ExcelJS.Worksheet,
  table: TableBlock,
  scopeOf: ScopeOf,
): ReadonlyMap<Place, ShownAmount> {
  const shown = new Map<Place, ShownAmount>();
  const widths = table.widths.map((share) => Math.max(5, share * pageWidths[table.orientation]));
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  const top = writeCaptions(sheet, table, widths);
  const rows = [...table.head, ...table.body];
  const heights = rowHeights(rows, widths, cellLine, leastHeight);
  const starts = startsOf(heights, top);
  const bodyTop = starts[table.head.length] ?? top;
  const sums = sumsOf(table, scopeOf);
  const tinted = table.role !== 'figures';
  rows.forEach((row, r) => {
    setHeights(sheet, starts, heights, r);
    let name = '';
    for (const cell of row.cells) {
      const style = cellStyle(cell, { total: row.total && r >= table.head.length, tinted });
      const own = place(sheet, cell, { r, starts, style });
      const parts = sums.get(cell)?.map(({ row: at, column }): Position => ({
        row: starts[table.head.length + at] ?? 0,
        column,
      }));
      writeCell(own, cell, parts);
      if (cell.kind === 'label') name = own.$col$row;
      else if (cell.place !== null) shown.set(cell.place, { amount: own.$col$row, name });
    }
  });
  writeNotes(sheet, table, starts.at(-1) ?? top, widths);
  keepHead(sheet, table, top, bodyTop);
  keepOnPage(sheet, table);
  return shown;
}

/** A4 between the margins, in points, and how small a sheet is made to stand on one page: type of 7 points. */
const pageHeights = { portrait: 738, landscape: 491 } as const;
const smallestScale = 0.7;

/** Some rows behind the end of the only page are read better on it, in smaller type. */
function keepOnPage(sheet: ExcelJS.Worksheet, { orientation }: TableBlock): void {
  let height = 0;
  sheet.eachRow({ includeEmpty: true }, (row) => {
    height += row.height;
  });
  if (height * smallestScale <= pageHeights[orientation]) sheet.pageSetup.fitToHeight = 1;
}

/** The rows above the grid; the number of them. */
function writeCaptions(sheet: ExcelJS.Worksheet, table: TableBlock, widths: readonly number[]): number {
  const { label, title, subtitle, departmentLine, unitLine } = table;
  let row = 0;
  const line = (text: string, font: object, horizontal: 'left' | 'center', height: number): void => {
    row += 1;
    const cell = wholeLine(sheet, row, widths.length);
    writeText(cell, text);
    cell.style = { ...cell.style, font, alignment: { horizontal, vertical: 'middle', wrapText: true } };
    sheet.getRow(row).height = height;
  };
  if (label !== null) line(label, captionFont, 'left', 16);
  const width = widths.reduce((sum, own) => sum + own, 0);
  line(title, titleFont, 'center', 8 + linesOf(title, width / 1.6) * 22);
  if (subtitle !== null) line(subtitle, captionFont, 'center', 16);
  if (departmentLine === null && unitLine === null) return row;
  row += 1;
  writeEnds(sheet, row, widths, [departmentLine ?? '', unitLine ?? '']);
  return row;
}

function wholeLine(sheet: ExcelJS.Worksheet, row: number, columns: number): ExcelJS.Cell {
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  return sheet.getCell(row, 1);
}

/** 部门名称 on the left, 单位 on the right of one row; the unit takes as many columns as its words need. */
function writeEnds(
  sheet: ExcelJS.Worksheet,
  row: number,
  widths: readonly number[],
  [left, right]: readonly [string, string],
): void {
  const count = widths.length;
  let from = count;
  for (let width = 0; from > 2 && width < 13; from--) width += widths[from - 1] ?? 0;
  if (from > 1) sheet.mergeCells(row, 1, row, from);
  if (count > from + 1) sheet.mergeCells(row, from + 1, row, count);
  const ends = [
    [sheet.getCell(row, 1), left, 'left'],
    [sheet.getCell(row, Math.min(count, from + 1)), right, 'right'],
  ] as const;
  for (const [cell, text, horizontal] of ends) {
    if (text === '') continue;
    writeText(cell, text);
    cell.style = { ...cell.style, font: captionFont, alignment: { horizontal, vertical: 'middle' } };
  }
  sheet.getRow(row).height = 17;
}

/** The first sheet row (from 0) of every row, and the row after the last: a very high row takes several. */
function startsOf(heights: readonly number[], top: number): readonly number[] {
  const starts = [top];
  for (const height of heights) starts.push((starts.at(-1) ?? top) + Math.ceil(height / highestRow));
  return starts;
}

function setHeights(
  sheet: ExcelJS.Worksheet,
  starts: readonly number[],
  heights: readonly number[],
  r: number,
): void {
  const [start = 0, end = 0] = [starts[r], starts[r + 1]];
  for (let row = start; row < end; row++)
    sheet.getRow(row + 1).height = (heights[r] ?? leastHeight) / (end - start);
}

interface Placing {
  readonly r: number;
  readonly starts: readonly number[];
  readonly style: Partial<ExcelJS.Style>;
}

/** The cell's first position; what it covers is merged and has its borders. */
function place(sheet: ExcelJS.Worksheet, cell: LayoutCell, { r, starts, style }: Placing): ExcelJS.Cell {
  const first = (starts[r] ?? 0) + 1;
  const last = starts[r + cell.rowspan] ?? first;
  const left = cell.column + 1;
  const right = cell.column + cell.colspan;
  const own = sheet.getCell(first, left);
  own.style = style;
  if (last > first || right > left) sheet.mergeCells(first, left, last, right);
  return own;
}

function writeCell(own: ExcelJS.Cell, cell: LayoutCell, parts: readonly Position[] | undefined): void {
  const number = cell.kind === 'amount' ? printedNumber(cell.text) : null;
  if (number === null) {
    writeText(own, cell.text);
    return;
  }
  own.numFmt = number.format;
  own.value = parts === undefined ? number.value : { formula: sumFormula(parts), result: number.value };
}

function writeNotes(
  sheet: ExcelJS.Worksheet,
  { notes }: TableBlock,
  after: number,
  widths: readonly number[],
): void {
  const width = widths.reduce((sum, own) => sum + own, 0);
  notes.forEach((note, i) => {
    const row = after + 1 + i;
    const cell = wholeLine(sheet, row, widths.length);
    writeText(cell, note);
    cell.style = {
      ...cell.style,
      font: captionFont,
      alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    };
    sheet.getRow(row).height = Math.min(highestRow, 5 + linesOf(note, width) * cellLine);
  });
}

/** The head stays above what scrolls, labels of wide tables beside it, and every printed page repeats it. */
function keepHead(sheet: ExcelJS.Worksheet, table: TableBlock, top: number, bodyTop: number): void {
  if (table.head.length === 0) return;
  sheet.pageSetup.printTitlesRow = `${top + 1}:${bodyTop}`;
  const xSplit = table.widths.length > 5 ? labelColumns(table.body) : 0;
  sheet.views = [{ state: 'frozen', xSplit, ySplit: bodyTop, showGridLines: false }];
}

/** How many columns of labels every row begins with. */
function labelColumns([first]: readonly LayoutRow[]): number {
  const amount = first?.cells.find(({ kind }) => kind !== 'label');
  return amount?.column ?? 0;
}
