import type { Place } from '../../model/place.ts';
import type { LayoutCell, LayoutRow } from './block.ts';
import { cellText } from './titles.ts';

/** A cell with the usual values of what is not said. */
export function cell(
  text: string,
  column: number,
  rest: Partial<Omit<LayoutCell, 'text' | 'column'>> = {},
): LayoutCell {
  return {
    colspan: 1,
    rowspan: 1,
    kind: 'text',
    align: 'left',
    indent: 0,
    fen: null,
    place: null,
    ...rest,
    text: cellText(text),
    column,
  };
}

export function amountCell(
  text: string,
  column: number,
  fen: number | null,
  place: Place,
  colspan = 1,
): LayoutCell {
  return cell(text, column, { kind: 'amount', align: 'right', fen, place, colspan });
}

/** Longer cells run over a page's end rather than leave most of a page empty. */
const longest = 300;

export function row(cells: readonly LayoutCell[], total = false): LayoutRow {
  return { cells, total, mayBreak: cells.some(({ text }) => text.length > longest) };
}

/**
 * The rows of a head from the paths of titles above each column, outermost first. A title over several
 * columns is one cell; the last title of a short path reaches down to the end of the head.
 */
export function headRows(paths: readonly (readonly string[])[]): readonly LayoutRow[] {
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    row(paths.flatMap((path, column) => headCell(paths, path, column, level, depth))),
  );
}

function headCell(
  paths: readonly (readonly string[])[],
  path: readonly string[],
  column: number,
  level: number,
  depth: number,
): readonly LayoutCell[] {
  const title = path[level];
  if (title === undefined && !(level === 0 && path.length === 0)) return [];
  if (isGroup(path, paths[column - 1], level)) return [];
  const next = paths.findIndex((other, i) => i > column && !isGroup(other, paths[i - 1], level));
  const colspan = (next < 0 ? paths.length : next) - column;
  const rowspan = level >= path.length - 1 ? depth - level : 1;
  return [cell(title ?? '', column, { kind: 'head', align: 'center', colspan, rowspan })];
}

/** The same group of columns as the one before: neither title is a column's own. */
function isGroup(path: readonly string[], before: readonly string[] | undefined, level: number): boolean {
  if (before === undefined || level >= path.length - 1 || level >= before.length - 1) return false;
  return path.slice(0, level + 1).every((title, i) => title === before[i]);
}

/** How wide a text stands, in halves of a full-width character. */
export function textWidth(text: string): number {
  return Math.max(0, ...text.split('\n').map(lineWidth));
}

function lineWidth(line: string): number {
  const wide = line.match(/[\u2000-\uffff]/g)?.length ?? 0;
  return line.length + wide;
}
