import type { Extent } from '../../file/pdfFrame.ts';
import type { Glyph } from '../../file/pdfText.ts';
import type { DraftCell, DraftGrid } from './draft.ts';
import { emOf, groupLines, median } from './glyphLines.ts';
import type { Lattice } from './lattice.ts';

const figures = /^(?:[-−–]?[\d,]*\d(?:\.\d+)?%?\n)+[-−–]?[\d,]*\d(?:\.\d+)?%?$/;

/**
 * Some tables have lines between columns only, or only around groups of rows: then a cell holds the amounts
 * of several rows. Where two columns stack figures on the same lines, the row is cut between them. Undefined when
 * there is nothing to cut.
 */
export function cutStackedRows(
  lattice: Lattice,
  grid: DraftGrid,
  glyphs: readonly Glyph[],
): Lattice | undefined {
  let cut: Lattice | undefined;
  for (let row = grid.rows.length - 1; row >= 0; row--) {
    const stacks = stackedCells(grid.rows[row] ?? []);
    const borders = stacks === undefined ? [] : bordersBetween(stacks, glyphs);
    if (borders.length > 0) cut = cutRow(cut ?? lattice, row, borders);
  }
  return cut;
}

/** The cells of a row that stack figures, when there are at least two. */
function stackedCells(row: readonly DraftCell[]): DraftCell[] | undefined {
  const stacks = [...new Set(row)].filter((cell) => figures.test(cell.text));
  return stacks.length > 1 ? stacks : undefined;
}

interface StackedLine {
  readonly base: number;
  readonly em: number;
}

/**
 * A little above each line but the first of the column with the most figures; none when another column has
 * a figure that stands on none of its lines.
 */
function bordersBetween(stacks: readonly DraftCell[], glyphs: readonly Glyph[]): number[] {
  const columns = stacks.map(({ box }) =>
    groupLines(glyphs.filter((glyph) => stands(glyph, box))).map(measureLine),
  );
  const longest = columns.reduce((most, column) => (column.length > most.length ? column : most), []);
  const isLevel = ({ base, em }: StackedLine): boolean =>
    longest.some((line) => Math.abs(line.base - base) < 0.5 * em);
  const level = columns.every((column) => column.every(isLevel));
  return level ? longest.slice(1).map(({ base, em }) => base - 1.05 * em) : [];
}

function stands({ x0, x1, base }: Glyph, box: Extent): boolean {
  return x0 >= box.x0 - 0.1 && x1 <= box.x1 + 0.1 && base > box.y0 && base < box.y1 + 1;
}

function measureLine(line: readonly Glyph[]): StackedLine {
  return { base: line[0]?.base ?? 0, em: median(line.map(emOf)) };
}

function cutRow(lattice: Lattice, row: number, borders: readonly number[]): Lattice {
  const ys = [...lattice.ys.slice(0, row + 1), ...borders, ...lattice.ys.slice(row + 1)];
  const bands = [...borders, lattice.ys[row + 1] ?? 0];
  const cells = lattice.cells.flatMap((cellsOfRow, index) =>
    index === row
      ? bands.map((bottom, band) => bandOf(cellsOfRow, lattice, row, borders[band - 1], bottom))
      : [cellsOfRow],
  );
  return { xs: lattice.xs, ys, cells };
}

/** One band of a cut row; a cell that also spans other rows stays whole. */
function bandOf(
  cells: readonly Extent[],
  { ys }: Lattice,
  row: number,
  top: number | undefined,
  bottom: number,
): Extent[] {
  const parts = new Map<Extent, Extent>();
  return cells.map((cell) => {
    if (cell.y0 < (ys[row] ?? 0) - 1 || cell.y1 > (ys[row + 1] ?? 0) + 1) return cell;
    const part = parts.get(cell) ?? { ...cell, y0: top ?? cell.y0, y1: bottom };
    parts.set(cell, part);
    return part;
  });
}
