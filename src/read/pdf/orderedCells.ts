import type { Extent } from '../../file/pdfFrame.ts';
import type { Glyph } from '../../file/pdfText.ts';
import { boundsOf, emOf, median } from './glyphLines.ts';
import { glyphText } from './spacing.ts';

/** A line of one cell's text. In points. */
export interface TextRun extends Extent {
  readonly text: string;
  readonly em: number;
  readonly base: number;
}

/** What a program wrote for one cell: one line, or several under each other. */
export interface TextCell extends Extent {
  readonly lines: readonly TextRun[];
  readonly em: number;
}

/** Cells of one row, from the left. */
export type TextRow = readonly TextCell[];

const wholeAmount = /^[-−–(（]?(?:\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)[)）]?%?$/;
const figure = /^[-−–+(（]?[\d,]*\d(?:\.\d+)?[)）]?%?$|^[-—–]+$/;
/** How the name of a row begins that cannot be a title of the head. */
const names =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)|(?!(?:19|20)\d\d(?!\d))\d{3,})/;
/** How else the text of a row of its own begins. */
const begins = /^(?:其中|.{0,6}[合总小]计$|上年|年[初终末])/;
/** Gaps inside of a cell, lines of one cell, and how far off one level counts as level. In em. */
const near = {
  gap: 0.25,
  spread: 4,
  step: [0.8, 2] as const,
  head: 1.75,
  level: 0.35,
  aligned: 0.4,
  again: 4,
};

/**
 * The cells of a table, told by the order in which a program wrote them: row by row, from the left, all lines of one
 * cell after each other. `glyphs` in the order of the file. Undefined where they do not follow that order.
 */
export function orderedRows(glyphs: readonly Glyph[]): TextRow[] | undefined {
  const rows = rowsOf(inOnePass(cellsOf(runsOf(glyphs))));
  return goDown(rows) ? rows : undefined;
}

export const isFigure = (text: string): boolean => figure.test(text);
/** A figure with decimals. */
export const isAmount = (text: string): boolean => figure.test(text) && /\d\.\d/.test(text);
export const textOf = (cell: TextCell): string => cell.lines.map(({ text }) => text).join('');

/** A row of amounts, or one that a code, a number or a sum names. */
export function isBodyRow(row: TextRow): boolean {
  return row.some((cell, at) => {
    const text = textOf(cell);
    return wholeAmount.test(text) || (at < 2 && names.test(text));
  });
}

/** Characters on one line without a gap; single ideographs set apart are one text. */
function runsOf(glyphs: readonly Glyph[]): TextRun[] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part !== undefined && before !== undefined && goesOn(part, before, glyph)) part.push(glyph);
    else parts.push([glyph]);
  }
  return parts.map((part) => {
    const em = median(part.map(emOf));
    return { ...boundsOf(part), text: glyphText(part), em, base: part[0]?.base ?? 0 };
  });
}

const ideograph = /^[\u3400-\u9fff]$/;

function goesOn(part: readonly Glyph[], before: Glyph, glyph: Glyph): boolean {
  const em = Math.max(emOf(before), emOf(glyph));
  const gap = glyph.x0 - before.x1;
  if (Math.abs(glyph.base - before.base) > 0.12 * em || gap < -0.5 * em) return false;
  if (gap < near.gap * em) return before.string === glyph.string || !endsAmount(part, glyph);
  const single = ideograph.test(before.text) && ideograph.test(glyph.text);
  return gap < near.spread * em && single && part.every(({ text }) => ideograph.test(text)) && isApart(part);
}

/** Each character far from the next, as in a title that is spread over its cell. */
function isApart(part: readonly Glyph[]): boolean {
  return part.every((glyph, at) => {
    const before = part[at - 1];
    return before === undefined || glyph.x0 - before.x1 > near.gap * emOf(glyph);
  });
}

/** Another string right behind an amount is another cell's. */
function endsAmount(part: readonly Glyph[], glyph: Glyph): boolean {
  const text = part.map((own) => own.text).join('');
  return /\.\d\d$/.test(text) && wholeAmount.test(text) && glyph.text !== '%';
}

function cellsOf(runs: readonly TextRun[]): TextCell[] {
  const body = runs.findIndex(({ text }) => wholeAmount.test(text) || names.test(text));
  const cells: TextCell[] = [];
  runs.forEach((run, at) => {
    const last = cells.at(-1);
    const head = at < (body === -1 ? runs.length : body);
    if (last !== undefined && isNextLine(last, run, runs, head))
      cells[cells.length - 1] = { ...boundsOf([last, run]), lines: [...last.lines, run], em: last.em };
    else cells.push({ ...boundsOf([run]), lines: [run], em: run.em });
  });
  return cells;
}

/** Right below the line before, aligned with it, and where that line was full. */
function isNextLine(cell: TextCell, run: TextRun, runs: readonly TextRun[], head: boolean): boolean {
  const last = cell.lines.at(-1);
  if (last === undefined) return false;
  const step = (run.base - last.base) / Math.max(run.em, last.em);
  if (step < near.step[0] || step > near.step[1] || !isAligned(cell, run)) return false;
  if (head) return step < near.head;
  if (figure.test(last.text) || figure.test(run.text)) return isCutNumber(last.text, run.text);
  return !names.test(run.text) && !begins.test(run.text) && isFull(last, run, runs);
}

function isCutNumber(first: string, rest: string): boolean {
  return !wholeAmount.test(first) && wholeAmount.test(first + rest) && !/^\d{3,7}$/.test(first);
}

function isAligned(cell: TextCell, run: TextRun): boolean {
  const most = near.aligned * run.em;
  const middle = (cell.x0 + cell.x1 - run.x0 - run.x1) / 2;
  return Math.abs(cell.x0 - run.x0) < most || Math.abs(cell.x1 - run.x1) < most || Math.abs(middle) < most;
}

/** No other text of its column reaches a character farther, so that the next one would not have fitted. */
function isFull(last: TextRun, run: TextRun, runs: readonly TextRun[]): boolean {
  const beside = runs.filter(
    (other) => Math.abs(other.x0 - last.x0) < 4 * last.em && !wholeAmount.test(other.text),
  );
  const right = Math.max(...beside.map(({ x1 }) => x1));
  const left = Math.min(...beside.map(({ x0 }) => x0));
  const width = last.x1 - last.x0;
  return last.x1 + 1.6 * run.em > right || width + 1.6 * run.em > right - left;
}

/** Some programs write texts of one kind first and those of another kind after them. */
function inOnePass(cells: readonly TextCell[]): TextCell[] {
  const passes: TextCell[][] = [];
  let lowest = -Infinity;
  for (const cell of cells) {
    const anew = middleOf(cell) < lowest - near.again * cell.em;
    if (anew || passes.length === 0) passes.push([cell]);
    else passes.at(-1)?.push(cell);
    lowest = anew ? middleOf(cell) : Math.max(lowest, middleOf(cell));
  }
  const [first = [], ...later] = passes;
  for (const cell of later.flat()) first.splice(placeOf(first, cell), 0, cell);
  return first;
}

/** Behind what stands left of it on its level, else in front of that, else below what stands higher. */
function placeOf(cells: readonly TextCell[], cell: TextCell): number {
  const left = cells.findLastIndex((other) => isLevel(other, cell) && other.x0 < cell.x0);
  if (left !== -1) return left + 1;
  const level = cells.findIndex((other) => isLevel(other, cell));
  return level === -1 ? cells.findLastIndex((other) => middleOf(other) < middleOf(cell)) + 1 : level;
}

function rowsOf(cells: readonly TextCell[]): TextRow[] {
  const rows: TextCell[][] = [];
  const begun = cells.findIndex((cell) => isBodyRow([cell]));
  cells.forEach((cell, at) => {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const behind = last !== undefined && cell.x0 > last.x1 - 0.3 * cell.em;
    const level = at < begun || begun === -1 ? isNear : isLevel;
    if (row !== undefined && behind && row.some((other) => level(other, cell))) row.push(cell);
    else rows.push([cell]);
  });
  return rows;
}

const firstBase = ({ lines }: TextCell): number => lines[0]?.base ?? 0;
const lastBase = ({ lines }: TextCell): number => lines.at(-1)?.base ?? 0;
const middleOf = (cell: TextCell): number => (firstBase(cell) + lastBase(cell)) / 2;

/** Cells of one row share their first line, their middle or their last line. */
function isLevel(a: TextCell, b: TextCell): boolean {
  const most = near.level * Math.max(a.em, b.em);
  return [firstBase, middleOf, lastBase].some((of) => Math.abs(of(a) - of(b)) < most);
}

/** In a head, cells over several rows stand beside others. */
function isNear(a: TextCell, b: TextCell): boolean {
  return Math.abs(middleOf(a) - middleOf(b)) < 6 * Math.max(a.em, b.em);
}

/** Rows of the body follow each other downwards, those of the head do not rise. */
function goDown(rows: readonly TextRow[]): boolean {
  return rows.every((row, at) => {
    const above = rows[at - 1];
    if (above === undefined) return true;
    const body = isBodyRow(above);
    const bottom = body ? Math.max(...above.map(middleOf)) : Math.min(...above.map(firstBase));
    return Math.max(...row.map(middleOf)) > bottom;
  });
}
