import type { Glyph } from '../../file/pdfText.ts';
import type { DraftCell, DraftGrid } from './draft.ts';
import { boundsOf, median, type GlyphLine, type Word } from './glyphLines.ts';
import { columnBorders } from './orderedColumns.ts';
import { draftOf } from './orderedDraft.ts';
import { titleRows, titlesOf } from './orderedHead.ts';
import {
  isAmount,
  isBodyRow,
  isFigure,
  orderedRows,
  textOf,
  type TextCell,
  type TextRow,
} from './orderedCells.ts';
import type { Ruling } from './rulings.ts';

/** A table and how many of the lines it takes. */
export interface OrderedTable {
  readonly grid: DraftGrid;
  readonly lines: number;
}

/** The last table of this kind on the pages before: where its titles and cells stand, and its columns. */
export interface KnownTable {
  readonly titles: readonly TextCell[];
  readonly cells: readonly TextCell[];
  readonly xs: readonly number[];
  readonly page: number;
}

/** What the pages of a document share while they are read in order. */
export interface TableMemory {
  last: KnownTable | undefined;
}

/** How far a name may stand off the others of its column, and text off its outer border. In points. */
const near = 1;
const margin = 3;
/** Rows farther below the last one are not of the table, where no rule goes on: of the type, of the usual gap. */
const farthest = { em: 2.5, usual: 1.3 };

/**
 * The table that these lines hold, by the order in which the file writes its cells. `glyphs` are those of the lines in
 * that order. Undefined where the order, or columns that no figure crosses, do not make a table.
 */
export function orderedTable(
  lines: readonly GlyphLine[],
  glyphs: readonly Glyph[],
  rules: readonly Ruling[],
  page: number,
  memory: TableMemory,
): OrderedTable | undefined {
  const rows = orderedRows(glyphs);
  if (rows === undefined) return undefined;
  const repeated = repeatedRows(rows, memory.last);
  const known = repeated > 0 ? memory.last : undefined;
  const first = repeated > 0 ? repeated : rows.findIndex(isBodyRow);
  if (first < 1 || first === rows.length) return undefined;
  const head = rows.slice(0, first);
  const titles = titlesOf(head);
  const cells = titles.map(({ cell }) => cell);
  const figured = rows.findLastIndex((row) => row.some((cell) => /\d\.\d/.test(textOf(cell))));
  if (figured < first && known === undefined) return undefined;
  const table = rows.slice(first, Math.max(figured, first) + 1);
  const leaves = titles.filter(({ parts }) => parts.length === 0).map(({ cell }) => cell);
  const xs = knownColumns(known, table) ?? columnsFor(leaves, table, rules);
  if (xs === undefined) return undefined;
  const above = [...(known?.cells ?? []), ...table.flat()];
  const end = bodyEnd(rows, first + table.length, above, xs, rules);
  const heads = titleRows(titles, head.length, xs, page);
  if (heads === undefined) return undefined;
  const body = rows.slice(first, end);
  const box = boundsOf([...head, ...body].flat());
  const grid: DraftGrid = {
    ...{ kind: 'grid', page, box, xs, ys: [] },
    rows: [...heads, ...body.map((row) => rowOf(row, xs, page))],
    ruled: false,
  };
  memory.last = { titles: cells, cells: [...(known?.cells ?? []), ...body.flat()], xs, page };
  return { grid, lines: linesUpTo(lines, box.y1) };
}

function linesUpTo(lines: readonly GlyphLine[], bottom: number): number {
  const after = lines.findIndex(({ base }) => base > bottom);
  return after === -1 ? lines.length : after;
}

/**
 * The rows at the head of a page that go on with the table of the page before without repeating its titles: each text
 * below others of its column. Undefined without an amount beside a name.
 */
export function goingOn(
  lines: readonly GlyphLine[],
  glyphs: readonly Glyph[],
  page: number,
  memory: TableMemory,
): OrderedTable | undefined {
  const { last } = memory;
  const rows = last?.page === page - 1 ? orderedRows(glyphs) : undefined;
  if (last === undefined || rows === undefined) return undefined;
  const { xs, cells } = last;
  const other = rows.findIndex((row) => !isEntryOf(row, cells, xs));
  const body = rows.slice(0, other === -1 ? rows.length : other);
  const isEntry = (row: TextRow): boolean => row.length > 1 && row.some((cell) => isAmount(textOf(cell)));
  if (!body.some(isEntry) || knownColumns(last, body) === undefined) return undefined;
  const box = boundsOf(body.flat());
  const drafts = body.map((row) => rowOf(row, xs, page));
  memory.last = { ...last, cells: [...cells, ...body.flat()], page };
  return {
    grid: { kind: 'grid', page, box, xs, ys: [], rows: drafts, ruled: false },
    lines: linesUpTo(lines, box.y1),
  };
}

/** How many rows repeat all titles of the table before, at the same places; 0 where they do not. */
function repeatedRows(rows: readonly TextRow[], last: KnownTable | undefined): number {
  if (last === undefined) return 0;
  const isTitle = (cell: TextCell): boolean =>
    last.titles.some((title) => textOf(title) === textOf(cell) && Math.abs(title.x0 - cell.x0) < near);
  const end = rows.findIndex((row) => !row.every(isTitle));
  const repeated = rows.slice(0, end === -1 ? rows.length : end);
  return repeated.flat().length === last.titles.length ? repeated.length : 0;
}

/** True for a line whose words are all of the titles of the table before. */
export function repeatsTitle({ last }: TableMemory, { words }: GlyphLine): boolean {
  const lines = last?.titles.flatMap((title) => title.lines) ?? [];
  const isTitle = (word: Word): boolean =>
    lines.some(({ text, x0 }) => text === word.text && Math.abs(x0 - word.x0) < near);
  return words.length > 0 && words.every(isTitle);
}

/** The columns of the pages before, unless a figure of this page crosses one of their borders. */
function knownColumns(
  known: KnownTable | undefined,
  rows: readonly TextRow[],
): readonly number[] | undefined {
  const xs = known?.xs;
  if (xs === undefined) return undefined;
  const fits = rows.every((row) => {
    const columns = row.map((cell) => columnsOf(cell, xs));
    return columns.every(([from, to], at) => {
      const cell = row[at];
      const whole = to - from === 1 || cell === undefined || !isFigure(textOf(cell));
      return whole && from >= (columns[at - 1]?.[1] ?? 0);
    });
  });
  return fits ? xs : undefined;
}

function columnsFor(
  leaves: TextRow,
  rows: readonly TextRow[],
  rules: readonly Ruling[],
): readonly number[] | undefined {
  const borders = columnBorders([leaves, ...rows]);
  if (borders === undefined) return undefined;
  const { x0, x1 } = boundsOf([leaves, ...rows].flat());
  const wide = rules.filter(({ from, to }) => to - from > 0.85 * (x1 - x0));
  const left = Math.min(x0 - margin, ...wide.map(({ from }) => from));
  const right = Math.max(x1 + margin, ...wide.map(({ to }) => to));
  return [left, ...borders, right];
}

/** Below the last figure the rows go on as far as rules do, and as long as each text stands below others. */
function bodyEnd(
  rows: readonly TextRow[],
  start: number,
  cells: readonly TextCell[],
  xs: readonly number[],
  rules: readonly Ruling[],
): number {
  const bottom = Math.max(...rules.map(({ at }) => at));
  const above = [...cells];
  const usual = median(rows.slice(2, start).map((_, at) => gapAbove(rows, at + 2)));
  let end = start;
  for (let row = rows[end]; row !== undefined; row = rows[++end]) {
    const inside = row.every((cell) => cell.y1 < bottom + near);
    const most = Math.max(farthest.em * (row[0]?.em ?? 0), farthest.usual * usual);
    const close = gapAbove(rows, end) < most;
    if (!inside && !(close && row.every((cell) => isBelow(cell, above, xs)))) break;
    above.push(...row);
  }
  return end;
}

function gapAbove(rows: readonly TextRow[], at: number): number {
  const [above, row] = [rows[at - 1] ?? [], rows[at] ?? []];
  return Math.max(...row.map(({ y0 }) => y0)) - Math.max(...above.map(({ y1 }) => y1));
}

function isBelow(cell: TextCell, above: readonly TextCell[], xs: readonly number[]): boolean {
  const [from, to] = columnsOf(cell, xs);
  const isAt = (a: number, b: number): boolean => Math.abs(a - b) < near;
  const aligned = above.some(
    (other) =>
      isAt(other.x0, cell.x0) || isAt(other.x1, cell.x1) || isAt(other.x0 + other.x1, cell.x0 + cell.x1),
  );
  return to - from === 1 && (aligned || isAmount(textOf(cell)));
}

/** Each text in one column, and one of them below others or an amount: names of sums stand in the middle. */
function isEntryOf(row: TextRow, above: readonly TextCell[], xs: readonly number[]): boolean {
  const whole = row.every((cell) => {
    const [from, to] = columnsOf(cell, xs);
    return to - from === 1;
  });
  return whole && row.some((cell) => isBelow(cell, above, xs));
}

/** The columns [from, to) that a text stands in. */
function columnsOf({ x0, x1 }: TextCell, xs: readonly number[]): readonly [number, number] {
  const at = (x: number): number =>
    Math.min(
      Math.max(
        xs.findLastIndex((border) => border <= x),
        0,
      ),
      xs.length - 2,
    );
  return [at(x0 + 0.4), at(x1 - 0.4) + 1];
}

function rowOf(row: TextRow, xs: readonly number[], page: number): DraftCell[] {
  const { y0, y1 } = boundsOf(row);
  const cells = xs.slice(1).map((x1, at): DraftCell => {
    return { text: '', page, box: { x0: xs[at] ?? 0, y0, x1, y1 }, full: false };
  });
  for (const cell of row) {
    const [from, to] = columnsOf(cell, xs);
    const draft = draftOf(cell, page);
    for (let at = from; at < to; at++) {
      const before = cells[at];
      const text = before === undefined || before.text === '' ? draft.text : `${before.text}\n${draft.text}`;
      cells[at] = text === draft.text ? draft : { ...draft, text };
    }
  }
  return cells;
}
