import type { Extent } from '../../file/pdfFrame.ts';
import type { Glyph } from '../../file/pdfText.ts';
import type { DraftGrid } from './draft.ts';
import { boundsOf, emOf, readLines } from './glyphLines.ts';
import { closeWords, decimal } from './gutters.ts';
import { named } from './openRows.ts';
import type { Lattice } from './lattice.ts';

const figure = /^[-−–(（]?[\d,]*\d(?:\.\d+)?[)）]?%?$/;
const sentence = /[。；，：]/;

/** Bands of a lattice, [from, to). */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of text in a cell, and the bands that its middle stands in. */
interface Piece extends Extent {
  readonly text: string;
  readonly em: number;
  readonly base: number;
  readonly column: number;
  readonly row: number;
}

interface Merged {
  readonly cell: Extent;
  readonly columns: Range;
  readonly rows: Range;
}

interface Parted extends Merged {
  readonly byColumn: boolean;
  readonly byRow: boolean;
}

/**
 * Where a piece of a border is missing, two cells look like one that is merged. What stands in it tells: amounts in
 * several columns or rows, an amount beside a name, an amount that stands in one column only and not in the middle
 * of the merged cell. Such cells are parted along the borders of the other rows and columns. Undefined when there
 * are none.
 */
export function withMissingWalls(
  lattice: Lattice,
  grid: DraftGrid,
  glyphs: readonly Glyph[],
): Lattice | undefined {
  const parted = mergedCells(lattice).flatMap((merged): Parted[] => {
    const { text } = grid.rows[merged.rows.from]?.[merged.columns.from] ?? { text: '' };
    if (!(/\d[.,]\d/.test(text) || text.includes('\n'))) return [];
    const pieces = piecesOf(
      lattice,
      glyphs.filter((glyph) => standsIn(merged.cell, glyph)),
    );
    const byColumn = partsColumns(lattice, merged, pieces);
    const byRow = partsRows(merged, pieces) || namesRows(lattice, grid, merged, pieces, glyphs);
    return byColumn || byRow ? [{ ...merged, byColumn, byRow }] : [];
  });
  return parted.length === 0 ? undefined : { ...lattice, cells: partedCells(lattice, parted) };
}

function partedCells(lattice: Lattice, parted: readonly Parted[]): Extent[][] {
  const cells = lattice.cells.map((row) => [...row]);
  for (const { cell, columns, rows, byColumn, byRow } of parted) {
    const own = new Map<string, Extent>();
    for (let row = rows.from; row < rows.to; row++) {
      for (let column = columns.from; column < columns.to; column++) {
        const box = ownBox(lattice, cell, byColumn ? column : undefined, byRow ? row : undefined);
        const key = `${box.x0} ${box.y0}`;
        const line = cells[row];
        if (!own.has(key)) own.set(key, box);
        if (line !== undefined) line[column] = own.get(key) ?? box;
      }
    }
  }
  return cells;
}

function ownBox(
  { xs, ys }: Lattice,
  cell: Extent,
  column: number | undefined,
  row: number | undefined,
): Extent {
  return {
    x0: column === undefined ? cell.x0 : (xs[column] ?? cell.x0),
    x1: column === undefined ? cell.x1 : (xs[column + 1] ?? cell.x1),
    y0: row === undefined ? cell.y0 : (ys[row] ?? cell.y0),
    y1: row === undefined ? cell.y1 : (ys[row + 1] ?? cell.y1),
  };
}

/** Cells over several columns or rows. */
function mergedCells({ cells }: Lattice): Merged[] {
  const found: Merged[] = [];
  cells.forEach((row, top) => {
    row.forEach((cell, left) => {
      if (cell === row[left - 1] || cell === cells[top - 1]?.[left]) return;
      const right = extentOf(row.length, left, (column) => row[column] === cell);
      const bottom = extentOf(cells.length, top, (other) => cells[other]?.[left] === cell);
      if (right - left > 1 || bottom - top > 1)
        found.push({ cell, columns: { from: left, to: right }, rows: { from: top, to: bottom } });
    });
  });
  return found;
}

function extentOf(end: number, start: number, same: (index: number) => boolean): number {
  let index = start + 1;
  while (index < end && same(index)) index++;
  return index;
}

function standsIn({ x0, x1, y0, y1 }: Extent, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = glyph.base - 0.28 * emOf(glyph);
  return x > x0 && x < x1 && y > y0 && y < y1;
}

function piecesOf({ xs, ys }: Lattice, glyphs: readonly Glyph[]): Piece[] {
  return readLines(glyphs).flatMap((line) =>
    closeWords(line).map((word) => {
      const box = boundsOf(word);
      const middle = (box.x0 + box.x1) / 2;
      const level = line.base - 0.28 * line.em;
      return {
        ...box,
        text: word.map(({ text }) => text).join(''),
        em: line.em,
        base: line.base,
        column: xs.findLastIndex((x) => x <= middle),
        row: ys.findLastIndex((y) => y <= level),
      };
    }),
  );
}

/** Amounts and what stands beside them in other columns; a single amount at the border of its own column. */
function partsColumns({ xs }: Lattice, { cell, columns }: Merged, pieces: readonly Piece[]): boolean {
  if (columns.to - columns.from < 2) return false;
  const amounts = pieces.filter(({ text }) => decimal.test(text));
  const [amount] = amounts;
  const fits = ({ x0, x1, column }: Piece): boolean =>
    x0 > (xs[column] ?? 0) - 1 && x1 < (xs[column + 1] ?? 0) + 1;
  if (amount === undefined || !amounts.every(fits)) return false;
  // A text with amounts in it is a note.
  if (pieces.some(({ text }) => sentence.test(text))) return false;
  const others = pieces.some(({ column, row }) => row === amount.row && column !== amount.column);
  if (others) return true;
  const centred = Math.abs(amount.x0 + amount.x1 - cell.x0 - cell.x1) < 2 * amount.em;
  return pieces.length === amounts.length && !centred;
}

/** Amounts under each other, each in the middle of a row. */
function partsRows({ cell, rows }: Merged, pieces: readonly Piece[]): boolean {
  if (rows.to - rows.from < 2) return false;
  const amounts = pieces.filter(({ text }) => decimal.test(text));
  const [amount] = amounts;
  if (amount === undefined) return false;
  if (amounts.some(({ row }) => row !== amount.row)) return amounts.length === pieces.length;
  const middle = amount.base - 0.28 * amount.em;
  const centred = Math.abs(2 * middle - cell.y0 - cell.y1) < amount.em;
  return pieces.length === amounts.length && !centred;
}

/** Names under each other, each in a row of its own: numbered, or level with a figure or a code of its row. */
function namesRows(
  { cells }: Lattice,
  grid: DraftGrid,
  { cell, rows }: Merged,
  pieces: readonly Piece[],
  glyphs: readonly Glyph[],
): boolean {
  const bands = Array.from({ length: rows.to - rows.from }, (_, index) => rows.from + index);
  const lines = bands.map((row) => pieces.filter((piece) => piece.row === row));
  const alone = lines.every(([first, ...more]) => more.every(({ base }) => base === first?.base));
  if (bands.length < 2 || !alone || lines.some((own) => own.length === 0)) return false;
  if (lines.every(([first]) => named.test(first?.text ?? ''))) return true;
  const levelWith = (row: number, column: number, base: number, em: number): boolean => {
    const other = cells[row]?.[column];
    if (other === undefined || other === cell || !figure.test(grid.rows[row]?.[column]?.text ?? ''))
      return false;
    return glyphs.some((glyph) => standsIn(other, glyph) && Math.abs(glyph.base - base) < 0.1 * em);
  };
  return bands.every((row, index) => {
    const { base, em } = lines[index]?.[0] ?? { base: 0, em: 0 };
    return cells[row]?.some(
      (other, column) => other !== cells[row - 1]?.[column] && levelWith(row, column, base, em),
    );
  });
}
