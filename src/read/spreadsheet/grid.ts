import type { Place } from '../../model/place.ts';
import type { Grid, SourceCell } from '../../model/source.ts';
import type { ShapedCell, ShapedRow } from './shape.ts';
import type { Sheet, SheetRange } from './sheet.ts';
import { isHiddenColumn } from './sheet.ts';

/** Where a position of the sheet stands in its file. */
export type PlaceOf = (row: number, column: number) => Place;

/** The grid of a table's rows, without the columns and rows that only serve the layout. */
export function gridOf(sheet: Sheet, table: readonly ShapedRow[], placeOf: PlaceOf): Grid | undefined {
  const top = table[0]?.row;
  const bottom = table.at(-1)?.row;
  if (top === undefined || bottom === undefined) return undefined;
  const rows = filledRows(sheet, table, { top, bottom, columns: columnsOf(table) }, placeOf);
  return gridFrom(rows.filter((row, r) => !repeats(row, rows[r - 1])));
}

/** The grid of all rows and columns as they stand, blank ones too. */
export function wholeGrid(
  sheet: Sheet,
  shaped: readonly ShapedRow[],
  size: { readonly rows: number; readonly columns: number },
  placeOf: PlaceOf,
): Grid | undefined {
  const columns = Array.from({ length: size.columns }, (_, column) => column);
  return gridFrom(filledRows(sheet, shaped, { top: 0, bottom: size.rows - 1, columns }, placeOf));
}

function gridFrom(rows: readonly (readonly SourceCell[])[]): Grid | undefined {
  const first = rows[0]?.[0];
  return first === undefined ? undefined : { kind: 'grid', rows, place: first.place };
}

interface Frame {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly number[];
}

function filledRows(
  sheet: Sheet,
  shaped: readonly ShapedRow[],
  frame: Frame,
  placeOf: PlaceOf,
): SourceCell[][] {
  const { top, bottom, columns } = frame;
  const rows = emptyRows(bottom - top + 1, columns.length);
  const index = new Map(columns.map((column, i) => [column, i]));
  for (const { cells } of shaped) {
    for (const cell of cells) {
      const start = index.get(cell.left) ?? columns.findIndex((column) => column >= cell.left);
      placeCell(rows, start, frame, cell, sourceCell(sheet, cell, placeOf));
    }
  }
  return rows.map((row, r) =>
    row.map((cell, c) => cell ?? sourceCell(sheet, blankAt(top + r, columns[c] ?? 0), placeOf)),
  );
}

/** Positions of the grid that the rows would make, blanks included. */
export function gridArea(table: readonly ShapedRow[]): number {
  const height = (table.at(-1)?.row ?? 0) - (table[0]?.row ?? 0) + 1;
  return height * columnsOf(table).length;
}

/**
 * The columns where some cell begins. A column whose every cell reaches into the next one only serves the
 * layout (a report generator's narrow columns) and is left out; its cells then begin in the next.
 */
function columnsOf(table: readonly ShapedRow[]): number[] {
  const ends = new Map<number, number>();
  for (const { cells } of table) {
    for (const { left, right } of cells) ends.set(left, Math.min(ends.get(left) ?? Infinity, right));
  }
  const columns = [...ends.keys()].sort((a, b) => a - b);
  const kept: number[] = [];
  let carried = Infinity;
  for (const [i, column] of columns.entries()) {
    const reach = Math.min(carried, ends.get(column) ?? column);
    const next = columns[i + 1];
    if (next !== undefined && reach >= next) {
      carried = reach;
    } else {
      kept.push(column);
      carried = Infinity;
    }
  }
  return kept;
}

type OpenRow = (SourceCell | undefined)[];

function emptyRows(height: number, width: number): OpenRow[] {
  return Array.from({ length: height }, () => new Array<SourceCell | undefined>(width).fill(undefined));
}

function placeCell(
  rows: readonly OpenRow[],
  start: number,
  frame: Frame,
  cell: ShapedCell,
  made: SourceCell,
): void {
  const last = Math.min(cell.bottom, frame.bottom);
  for (let row = cell.top; row <= last; row++) {
    const target = rows[row - frame.top];
    for (let c = start; target !== undefined && (frame.columns[c] ?? Infinity) <= cell.right; c++)
      target[c] ??= made;
  }
}

function blankAt(row: number, column: number): ShapedCell {
  return { top: row, bottom: row, left: column, right: column, text: '' };
}

function sourceCell(sheet: Sheet, cell: ShapedCell, placeOf: PlaceOf): SourceCell {
  const place = placeOf(cell.top, cell.left);
  return isHidden(sheet, cell) ? { text: cell.text, place, hidden: true } : { text: cell.text, place };
}

/** A merged cell is hidden when all its rows or all its columns are. */
function isHidden(sheet: Sheet, range: SheetRange): boolean {
  return allRowsHidden(sheet, range) || allColumnsHidden(sheet, range);
}

function allRowsHidden(sheet: Sheet, { top, bottom }: SheetRange): boolean {
  if (sheet.hiddenRows.size < bottom - top + 1) return false;
  for (let row = top; row <= bottom; row++) if (!sheet.hiddenRows.has(row)) return false;
  return true;
}

function allColumnsHidden(sheet: Sheet, { left, right }: SheetRange): boolean {
  if (sheet.hiddenColumns.length === 0) return false;
  for (let column = left; column <= right; column++) if (!isHiddenColumn(sheet, column)) return false;
  return true;
}

/** A row that only continues the merged cells above it says nothing new. */
function repeats(row: readonly SourceCell[], above: readonly SourceCell[] | undefined): boolean {
  return above !== undefined && row.every((cell, c) => cell === above[c]);
}
