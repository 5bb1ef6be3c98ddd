import type { LayoutRow } from '../layout/block.ts';

/** Programs show no higher row (points). */
export const highestRow = 400;
const padding = 5;

/** How many lines a text takes in a column so many digits wide; a full-width character takes two. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((unitsOf(line) * 1.06) / Math.max(4, width - 1.5))))
    .reduce((sum, count) => sum + count, 0);
}

function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += character > '\u1fff' ? 2 : 1.1;
  return units;
}

/**
 * The height in points that each row of a table needs: programs do not measure wrapped rows of merged cells
 * themselves. `line`: from line to line of wrapped text; `least`: a row of one line. A cell over several rows is
 * given what it lacks in the last of them.
 */
export function rowHeights(
  rows: readonly LayoutRow[],
  widths: readonly number[],
  line: number,
  least: number,
): readonly number[] {
  const heights = rows.map(() => least);
  const spans = rows.flatMap(({ cells }, row) => cells.map((cell) => ({ row, cell })));
  for (const { row, cell } of spans.sort((a, b) => a.cell.rowspan - b.cell.rowspan)) {
    const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, own) => sum + own, 0);
    const lines = linesOf(cell.text, width - cell.indent * 2);
    const needed = lines === 1 ? least : lines * line + padding;
    const last = row + cell.rowspan - 1;
    const present = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    if (needed > present) heights[last] = (heights[last] ?? least) + needed - present;
  }
  return heights;
}
