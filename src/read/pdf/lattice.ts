import type { Extent } from '../../file/pdfFrame.ts';
import type { Ruling, RulingGroup } from './rulings.ts';

/** The cells between ruling lines; `cells[row][column]` is one object at every position it covers. */
export interface Lattice {
  /** Borders of the columns and rows, one more than there are columns and rows. In points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly (readonly Extent[])[];
}

/** Borders nearer than this are one: no column or row of a table is narrower. In points. */
const narrowest = 3.5;
const mostCells = 60_000;

/** Builds the cells of a table from its lines. Undefined when the lines enclose fewer than two columns. */
export function buildLattice(group: RulingGroup): Lattice | undefined {
  const { horizontal, vertical } = group;
  if (horizontal.length === 0 || vertical.length === 0) return undefined;
  const xs = borders(vertical, horizontal);
  const ys = borders(horizontal, vertical);
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > mostCells) return undefined;
  const right = coverage(vertical, xs, ys);
  const below = coverage(horizontal, ys, xs);
  const spans = rectangles(
    ys.length - 1,
    xs.length - 1,
    (row, column) => right[column + 1]?.[row] === true,
    (row, column) => below[row + 1]?.[column] === true,
  );
  return dropEmptyBands({ xs, ys, cells: measured(spans, xs, ys) });
}

/** Where lines stand, and where the crossing lines end: a missing outer line is there all the same. */
function borders(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const ends = [Math.min(...crossing.map((line) => line.from)), Math.max(...crossing.map((line) => line.to))];
  const inner = [...new Set(lines.map((line) => line.at))].sort((a, b) => a - b);
  const kept: number[] = [];
  for (const at of inner) if (at - (kept.at(-1) ?? -Infinity) > narrowest) kept.push(at);
  const [low = 0, high = 0] = ends;
  if (low < (kept[0] ?? 0) - 2 * narrowest) kept.unshift(low);
  if (high > (kept.at(-1) ?? 0) + 2 * narrowest) kept.push(high);
  return kept;
}

/** For each border, along which bands of the other direction a line covers it by more than half. */
function coverage(lines: readonly Ruling[], at: readonly number[], across: readonly number[]): boolean[][] {
  const lengths = at.map(() => new Float64Array(across.length));
  for (const line of lines) {
    const border = nearest(at, line.at);
    const sums = lengths[border];
    if (sums === undefined) continue;
    for (let band = 0; band + 1 < across.length; band++) {
      const start = across[band] ?? 0;
      const end = across[band + 1] ?? 0;
      const overlap = Math.min(end, line.to) - Math.max(start, line.from);
      if (overlap > 0) sums[band] = (sums[band] ?? 0) + overlap / (end - start);
    }
  }
  return lengths.map((sums) => Array.from(sums, (share) => share > 0.55));
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((candidate, index) => {
    if (Math.abs(candidate - value) < Math.abs((values[best] ?? 0) - value)) best = index;
  });
  return best;
}

/** Columns [left, right) and rows [top, bottom). */
interface CellSpan {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Each span as one rectangle at all its positions. */
function measured(spans: readonly CellSpan[][], xs: readonly number[], ys: readonly number[]): Extent[][] {
  const boxes = new Map<CellSpan, Extent>();
  const boxOf = (span: CellSpan): Extent => {
    const box = boxes.get(span) ?? {
      x0: xs[span.left] ?? 0,
      y0: ys[span.top] ?? 0,
      x1: xs[span.right] ?? 0,
      y1: ys[span.bottom] ?? 0,
    };
    boxes.set(span, box);
    return box;
  };
  return spans.map((row) => row.map(boxOf));
}

type Wall = (row: number, column: number) => boolean;

/**
 * Cells as the largest rectangles without a wall inside. From each free position a cell grows to the right,
 * then down as long as every position below it is open and walled in alike.
 */
function rectangles(rows: number, columns: number, wallRight: Wall, wallBelow: Wall): CellSpan[][] {
  const cells: (CellSpan | undefined)[][] = Array.from({ length: rows }, () => []);
  const fits = (row: number, left: number, right: number): boolean => {
    for (let column = left; column < right; column++) {
      if (wallBelow(row - 1, column) || cells[row]?.[column] !== undefined) return false;
      if (column + 1 < right && wallRight(row, column)) return false;
    }
    return right === columns || wallRight(row, right - 1);
  };
  for (let top = 0; top < rows; top++) {
    for (let left = 0; left < columns; left++) {
      if (cells[top]?.[left] !== undefined) continue;
      let right = left + 1;
      while (right < columns && !wallRight(top, right - 1) && cells[top]?.[right] === undefined) right++;
      let bottom = top + 1;
      while (bottom < rows && fits(bottom, left, right)) bottom++;
      const cell = { left, right, top, bottom };
      place(cells, cell);
    }
  }
  return cells.map((row) => row.filter((cell) => cell !== undefined));
}

function place(cells: (CellSpan | undefined)[][], cell: CellSpan): void {
  for (let row = cell.top; row < cell.bottom; row++) {
    const line = cells[row];
    if (line === undefined) continue;
    for (let column = cell.left; column < cell.right; column++) line[column] = cell;
  }
}

/** Without columns and rows that only continue the one before. */
function dropEmptyBands({ xs, ys, cells }: Lattice): Lattice | undefined {
  const columns = keptBands(xs.length - 1, (column) => cells.every((row) => row[column] === row[column - 1]));
  const rows = keptBands(ys.length - 1, (row) =>
    (cells[row] ?? []).every((cell, c) => cell === cells[row - 1]?.[c]),
  );
  if (columns.length < 2) return undefined;
  const pick = <T>(values: readonly T[], kept: readonly number[]): T[] =>
    kept.flatMap((index) => values.slice(index, index + 1));
  return {
    xs: [...pick(xs, columns), xs.at(-1) ?? 0],
    ys: [...pick(ys, rows), ys.at(-1) ?? 0],
    cells: pick(cells, rows).map((row) => pick(row, columns)),
  };
}

function keptBands(count: number, repeats: (index: number) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => index === 0 || !repeats(index));
}
