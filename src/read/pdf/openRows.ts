import { extend } from '../../model/extend.ts';
import type { Glyph } from '../../file/pdfText.ts';
import type { DraftCell, DraftGrid } from './draft.ts';
import { readLines, type GlyphLine } from './glyphLines.ts';
import { closeWords, decimal, splitAtGutters, type Band } from './gutters.ts';
import type { Lattice } from './lattice.ts';
import { looseRows } from './looseRows.ts';

const figure = /^[-−–(（]?[\d,]*\d(?:\.\d+)?[)）]?%?$/;
/** How the name of a row begins. */
export const named =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{3,}|其中|.{0,6}[合总小]计$)/;
const sentence = /[。；]|，[^，]{4,}/;

/**
 * Some tables rule their head and draw a frame around all rows below, or lines between columns only: then one row
 * of the lattice holds many. Such a row is cut at its lines of text, and at the borders of the columns that other
 * rows show.
 */
export function withOpenRows(lattice: Lattice, grid: DraftGrid, glyphs: readonly Glyph[]): DraftGrid {
  if (grid.rows.length < 2) return grid;
  let ruled = true;
  const rows = grid.rows.flatMap((row, index) => {
    const lines = isAlone(grid, index) ? linesIn(lattice, index, glyphs) : [];
    const columns = lattice.xs.slice(1).map((x1, at): Band => ({ x0: lattice.xs[at] ?? 0, x1 }));
    const framed = row.some((cell, at) => cell === row[at - 1] && holdsMore(cell));
    if (!(framed ? areRows(lines) : areStacked(row, lines))) return [row];
    if (framed && !lines.every((line) => standsInColumns(line, columns))) ruled = false;
    const cut = lines.map((line) => splitAtGutters(line, columns));
    return looseRows(cut, lattice.xs, [], grid.page);
  });
  return rows.every((row, at) => row === grid.rows[at]) ? grid : extend(grid, { ys: [], rows, ruled });
}

/** A cell over several columns that holds an amount beside something else. */
function holdsMore({ text }: DraftCell): boolean {
  return /\d\.\d/.test(text) && !decimal.test(text);
}

/** No cell of the row reaches into the rows beside it. */
function isAlone({ rows }: DraftGrid, index: number): boolean {
  const beside = [rows[index - 1], rows[index + 1]];
  return (rows[index] ?? []).every((cell, at) => beside.every((row) => row?.[at] !== cell));
}

function linesIn({ xs, ys }: Lattice, row: number, glyphs: readonly Glyph[]): readonly GlyphLine[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0];
  const inside = glyphs.filter(({ x0, x1, y0, base }) => {
    const y = (y0 + base) / 2;
    return x0 + x1 > 2 * left && x0 + x1 < 2 * right && y > top && y < bottom;
  });
  return readLines(inside);
}

const textsOf = (line: GlyphLine): string[] =>
  closeWords(line).map((glyphs) => glyphs.map(({ text }) => text).join(''));

/** Lines that each name a row or hold a figure beside something else; amounts among them, and no sentences. */
function areRows(lines: readonly GlyphLine[]): boolean {
  const texts = lines.map(textsOf);
  if (!texts.some((row) => row.length > 1 && row.some((text) => decimal.test(text)))) return false;
  if (lines.some(({ words }) => words.some(({ text }) => text.length > 12 && sentence.test(text))))
    return false;
  const rows = texts.filter(
    (row) =>
      row.some((text) => named.test(text)) || (row.length > 1 && row.some((text) => figure.test(text))),
  );
  return rows.length > 0.6 * texts.length;
}

/** Every column ruled: a column of several amounts beside the names of several rows. */
function areStacked(row: readonly DraftCell[], lines: readonly GlyphLine[]): boolean {
  const stacks = row.filter(({ text }) => {
    const parts = text.split('\n');
    return parts.length > 1 && parts.every((part) => decimal.test(part));
  });
  return stacks.length > 0 && lines.length > 2 && areRows(lines);
}

/** No amount runs over the border of its column. */
function standsInColumns(line: GlyphLine, columns: readonly Band[]): boolean {
  return closeWords(line).every((glyphs) => {
    const [x0, x1] = [glyphs[0]?.x0 ?? 0, glyphs.at(-1)?.x1 ?? 0];
    const inside = columns.some((column) => x0 > column.x0 - 1 && x1 < column.x1 + 1);
    return inside || !figure.test(glyphs.map(({ text }) => text).join(''));
  });
}
