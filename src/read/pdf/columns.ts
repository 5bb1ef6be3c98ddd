import type { DraftCell, DraftGrid } from './draft.ts';
import type { GlyphLine, Word } from './glyphLines.ts';
import { boundsOf } from './glyphLines.ts';

/** Lines one after another that form a table without ruling, [start, end). */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  readonly grid: DraftGrid;
}

const figure = /^[-−–+]?[\d,]+(?:\.\d+)?%?$|^[-—–]+$/;
const leader = /[.．…·]{4,}|…{2,}/;
const fewestRows = 3;

/** Finds tables whose columns are held by alignment alone: at least three lines with figures in columns. */
export function findAlignments(lines: readonly GlyphLine[], page: number): Alignment[] {
  const found: Alignment[] = [];
  for (let start = 0; start < lines.length; start++) {
    const end = endOfRun(lines, start);
    if (end - start < fewestRows) continue;
    const grid = alignedGrid(lines.slice(start, end), page);
    if (grid === undefined) continue;
    found.push({ start, end, grid });
    start = end - 1;
  }
  return found;
}

/** How far lines of several words follow each other at one pitch; a line of one word may continue a cell. */
function endOfRun(lines: readonly GlyphLine[], start: number): number {
  let last = start;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined || line.words.some((word) => leader.test(word.text))) break;
    if (index > start && before !== undefined && line.base - before.base > 3.2 * line.em) break;
    if (line.words.length > 1) last = index + 1;
    else if (index === start || index - last > 1) break;
  }
  return last;
}

function alignedGrid(lines: readonly GlyphLine[], page: number): DraftGrid | undefined {
  const body = lines.filter(
    (line) => line.words.length > 1 && line.words.some((word) => figure.test(word.text)),
  );
  if (body.length < fewestRows) return undefined;
  const columns = project(body);
  if (columns.length < 2 || !isTable(body, columns)) return undefined;
  const box = boundsOf(lines);
  const xs = columns.map((column, index) =>
    index === 0 ? box.x0 : (column.x0 + (columns[index - 1]?.x1 ?? 0)) / 2,
  );
  xs.push(box.x1);
  const rows = lines.map((line) => alignedRow(line, xs, page));
  return { kind: 'grid', page, box, xs, rows, ruled: false };
}

interface Column {
  x0: number;
  x1: number;
}

/** The words of all lines pressed onto one: what stays apart is a column. */
function project(lines: readonly GlyphLine[]): Column[] {
  const words = lines.flatMap((line) => line.words).sort((a, b) => a.x0 - b.x0);
  const columns: Column[] = [];
  for (const { x0, x1, em } of words) {
    const last = columns.at(-1);
    if (last !== undefined && x0 < last.x1 + 0.3 * em) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** A contents list is no table: two columns, the second of page numbers that never fall. */
function isTable(lines: readonly GlyphLine[], columns: readonly Column[]): boolean {
  const figures = lines
    .flatMap(({ words }) => words.slice(1).map(({ text }) => text))
    .filter((text) => figure.test(text));
  if (figures.length < fewestRows) return false;
  if (columns.length > 2) return true;
  const pages = figures.map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  return !pages.every((value, index) => value >= (pages[index - 1] ?? 0));
}

function alignedRow(line: GlyphLine, xs: readonly number[], page: number): DraftCell[] {
  const blank = (index: number): DraftCell => ({
    text: '',
    page,
    box: { x0: xs[index] ?? 0, y0: line.y0, x1: xs[index + 1] ?? 0, y1: line.y1 },
    full: false,
  });
  const row = Array.from({ length: xs.length - 1 }, (_, index) => blank(index));
  for (const word of line.words) placeWord(row, word, xs, page);
  return row;
}

/** A word over several columns is a merged head; two words in one column are one text. */
function placeWord(row: DraftCell[], word: Word, xs: readonly number[], page: number): void {
  const middle = (word.x0 + word.x1) / 2;
  const first = xs.findIndex((x, index) => index + 1 < xs.length && overlaps(word, x, xs[index + 1] ?? 0));
  const at = first === -1 ? xs.findLastIndex((x, index) => index + 1 < xs.length && x <= middle) : first;
  const here = row[at] ?? row[0];
  if (here === undefined) return;
  const text = here.text === '' ? word.text : `${here.text} ${word.text}`;
  const box = here.text === '' ? boundsOf([word]) : boundsOf([here.box, word]);
  const cell = { text, page, box, full: false };
  for (let index = Math.max(at, 0); index < row.length; index++) {
    if (index > at && !overlaps(word, xs[index] ?? 0, xs[index + 1] ?? 0)) break;
    row[index] = cell;
  }
}

function overlaps(word: Word, from: number, to: number): boolean {
  const shared = Math.min(word.x1, to) - Math.max(word.x0, from);
  return shared > Math.min(0.6 * word.em, 0.5 * (word.x1 - word.x0));
}
