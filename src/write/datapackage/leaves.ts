import type { DisclosureTable, TableRow } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import type { Place } from '../../model/place.ts';
import { contains, scopeKey } from '../../model/scope.ts';

/** The figure of a cell. */
export type FigureAt = (place: Place) => Figure | undefined;

/** A printed amount with the row that it stands in. */
export interface CellFigure {
  readonly figure: Figure;
  readonly row: TableRow;
}

/** A part of a table whose amounts may be added: one side of it, one year. */
export interface Addable {
  readonly side: TableRow['side'];
  readonly year: string | null;
  /** Amounts that no other printed amount of the part is a part of. */
  readonly leaves: readonly CellFigure[];
  /** Amounts that are a part of no other. */
  readonly roots: readonly CellFigure[];
}

/**
 * The additive parts of a table: sums are left out, so that adding the leaves counts nothing twice. A row is a
 * sum where rows below it are printed in the same column, a column where columns of the same row divide it.
 */
export function addableParts(table: DisclosureTable, figureAt: FigureAt): readonly Addable[] {
  const sides = [...new Set(table.rows.map(({ side }) => side))];
  return sides.flatMap((side) => {
    const rows = table.rows.filter((row) => row.side === side);
    const printed = rows.map((row) => printedIn(row, figureAt));
    const leaves = rows.flatMap((row, i) => {
      const own = printed[i] ?? [];
      return own
        .filter((cell) => !hasPartsBelow(rows, printed, i, cell, figureAt))
        .filter(({ figure }) => !own.some((other) => isPart(other.figure, figure)))
        .map(({ figure }) => ({ figure, row }));
    });
    const roots = rootsOf(rows, printed);
    const years = [...new Set(leaves.map(({ figure }) => figure.scope.year ?? null))];
    const ofYear = (year: string | null) => (cell: CellFigure) => (cell.figure.scope.year ?? null) === year;
    return years.map((year) => ({
      side,
      year,
      leaves: leaves.filter(ofYear(year)),
      roots: roots.filter(ofYear(year)),
    }));
  });
}

interface PrintedCell {
  readonly column: string;
  readonly figure: Figure;
}

function printedIn(row: TableRow, figureAt: FigureAt): readonly PrintedCell[] {
  return Object.entries(row.cells).flatMap(([column, { text, fen, place }]) => {
    const figure = text.trim() === '' || fen === null ? undefined : figureAt(place);
    return figure === undefined ? [] : [{ column, figure }];
  });
}

/**
 * Rows of totals are sums of the rows above; other rows of the rows that follow as long as those are deeper, by
 * their level or by what they speak of.
 */
function hasPartsBelow(
  rows: readonly TableRow[],
  printed: readonly (readonly PrintedCell[])[],
  at: number,
  { column, figure }: PrintedCell,
  figureAt: FigureAt,
): boolean {
  const level = rows[at]?.level ?? 0;
  if (level === 0) return rows.some((row, i) => row.level > 0 && hasColumn(printed[i], column));
  for (let i = at + 1; i < rows.length; i++) {
    const row = rows[i];
    const cell = row?.cells[column];
    const own = cell === undefined ? undefined : figureAt(cell.place);
    const isBelow = (row?.level ?? 0) > level || (own !== undefined && isPart(own, figure));
    if (!isBelow) return false;
    if (hasColumn(printed[i], column)) return true;
  }
  return false;
}

function hasColumn(cells: readonly PrintedCell[] | undefined, column: string): boolean {
  return cells?.some((cell) => cell.column === column) === true;
}

function isPart(part: Figure, whole: Figure): boolean {
  return (
    part !== whole &&
    contains(whole.scope, part.scope) &&
    scopeKey(part.scope) !== scopeKey(whole.scope) &&
    part.scope.year === whole.scope.year
  );
}

/** Totals, or the outermost rows where there are none; the widest of them, each scope once. */
function rootsOf(
  rows: readonly TableRow[],
  printed: readonly (readonly PrintedCell[])[],
): readonly CellFigure[] {
  const top = Math.min(...rows.map(({ level }) => level));
  const candidates = rows.flatMap((row, i) =>
    row.level === top ? (printed[i] ?? []).map(({ figure }) => ({ figure, row })) : [],
  );
  // Rows that are no totals stand beside each other, even where their scopes are equal.
  const distinct = top > 0 ? candidates : firstOfEach(candidates);
  return distinct.filter(({ figure }) => !distinct.some((other) => isPart(figure, other.figure)));
}

function firstOfEach(cells: readonly CellFigure[]): readonly CellFigure[] {
  const seen = new Set<string>();
  return cells.filter(({ figure }) => {
    const key = scopeKey(figure.scope);
    return seen.has(key) ? false : seen.add(key);
  });
}
