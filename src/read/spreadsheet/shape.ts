import type { Sheet, SheetRange } from './sheet.ts';

/** A cell with text and the positions that it covers. */
export interface ShapedCell extends SheetRange {
  readonly text: string;
}

/** A row that holds text of its own. */
export interface ShapedRow {
  readonly row: number;
  /** From left to right; cells that begin in an earlier row and reach down are not repeated. */
  readonly cells: readonly ShapedCell[];
  readonly hidden: boolean;
  readonly ruled: boolean;
  /** A merged cell of an earlier row reaches into this one. */
  readonly continued: boolean;
  /** Rows without text or rules between the row before and this one. */
  readonly gap: number;
  /** The row's only cell reaches over most of the columns that the rows around it use. */
  readonly wide: boolean;
}

/** So many rows around a row tell how wide its table is. */
const neighbours = 40;
const wideShare = 0.75;

/** Steps for spreading merges; a real sheet needs some thousands. */
const mostSteps = 20_000_000;

/**
 * The rows of a sheet with merged cells resolved: text under a merged cell is not shown and dropped.
 * Undefined when the merges are beyond what a real sheet has.
 */
export function shapeRows(sheet: Sheet): ShapedRow[] | undefined {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const merged = spreadMerges(sheet, numbers);
  if (merged === undefined) return undefined;
  const shaped: Omit<ShapedRow, 'wide'>[] = [];
  let reach = -1;
  for (const row of numbers) {
    const cells = cellsOf(sheet, row, merged);
    if (cells.length === 0) continue;
    const previous = shaped.at(-1)?.row;
    const gap = previous === undefined ? 0 : blankRows(sheet, Math.max(previous, reach), row);
    const ruled = sheet.ruledRows?.has(row) ?? false;
    shaped.push({ row, cells, hidden: sheet.hiddenRows.has(row), ruled, continued: reach >= row, gap });
    reach = cells.reduce((deepest, cell) => Math.max(deepest, cell.bottom), reach);
  }
  return shaped.map((row, index) => ({ ...row, wide: row.cells.length === 1 && spansMost(shaped, index) }));
}

function spansMost(rows: readonly Omit<ShapedRow, 'wide'>[], index: number): boolean {
  const row = rows[index];
  const [cell] = row?.cells ?? [];
  if (row === undefined || cell === undefined) return false;
  let { left } = cell;
  let right = 0;
  for (let i = Math.max(0, index - neighbours); i <= index + neighbours; i++) {
    const other = rows[i];
    if (other === undefined || i === index || Math.abs(other.row - row.row) > neighbours) continue;
    left = Math.min(left, other.cells[0]?.left ?? left);
    right = Math.max(right, other.cells.at(-1)?.left ?? 0);
  }
  return Math.min(cell.right, right) - cell.left + 1 >= wideShare * (right - left + 1);
}

interface Merged {
  /** Merged cells by their top left position. */
  readonly anchors: ReadonlyMap<number, SheetRange>;
  /** Positions whose text is under a merged cell. */
  readonly covered: ReadonlySet<number>;
}

/** One number for a position; a sheet has 16,384 columns. */
function positionKey(row: number, column: number): number {
  return row * 16_384 + column;
}

function spreadMerges(sheet: Sheet, numbers: readonly number[]): Merged | undefined {
  const anchors = new Map<number, SheetRange>();
  const covered = new Set<number>();
  let steps = 0;
  for (const range of sheet.merges) {
    const key = positionKey(range.top, range.left);
    if (!anchors.has(key)) anchors.set(key, range);
    for (let i = firstFrom(numbers, range.top); (numbers[i] ?? Infinity) <= range.bottom; i++) {
      const row = numbers[i] ?? 0;
      const texts = sheet.rows.get(row);
      steps += (texts?.size ?? 0) + 1;
      if (steps > mostSteps) return undefined;
      for (const column of texts?.keys() ?? []) {
        const inside = column >= range.left && column <= range.right;
        if (inside && (row !== range.top || column !== range.left)) covered.add(positionKey(row, column));
      }
    }
  }
  return { anchors, covered };
}

/** Index of the first number that is not below `from`. */
function firstFrom(numbers: readonly number[], from: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellsOf(sheet: Sheet, row: number, { anchors, covered }: Merged): ShapedCell[] {
  const cells: ShapedCell[] = [];
  for (const [column, text] of sheet.rows.get(row) ?? []) {
    const key = positionKey(row, column);
    if (covered.has(key)) continue;
    const range = anchors.get(key) ?? { top: row, left: column, bottom: row, right: column };
    cells.push({ ...range, text });
  }
  return cells.sort((a, b) => a.left - b.left);
}

/** A row that is blank but ruled belongs to its table and is no gap. */
function blankRows(sheet: Sheet, last: number, next: number): number {
  const between = next - last - 1;
  if (between <= 0) return 0;
  let row = last + 1;
  while (row < next && sheet.ruledRows?.has(row) === true) row++;
  return next - row;
}
