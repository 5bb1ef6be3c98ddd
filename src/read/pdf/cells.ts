import type { Extent } from '../../file/pdfFrame.ts';
import type { Glyph } from '../../file/pdfText.ts';
import type { DraftCell, DraftGrid } from './draft.ts';
import { boundsOf, emOf, groupLines } from './glyphLines.ts';
import type { Lattice } from './lattice.ts';
import { glyphText } from './spacing.ts';

/** A lattice with its texts, and the characters that stand outside of it. */
export interface FilledLattice {
  readonly grid: DraftGrid;
  readonly rest: readonly Glyph[];
}

/** Puts the characters that stand inside a lattice into its cells; the others are returned as they are. */
export function fillLattice(lattice: Lattice, glyphs: readonly Glyph[], page: number): FilledLattice {
  const { xs, ys, cells } = lattice;
  const bounds = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
  const inside: Glyph[] = [];
  const rest: Glyph[] = [];
  for (const glyph of glyphs) (glyph.hidden === true || isInside(bounds, glyph) ? inside : rest).push(glyph);
  const contents = new Map<Extent, Glyph[]>();
  for (const run of runs(inside)) {
    if (run.every(({ hidden }) => hidden === true)) {
      rest.push(...run);
      continue;
    }
    for (const [cell, part] of assign(run, lattice)) {
      const content = contents.get(cell);
      if (content === undefined) contents.set(cell, [...part]);
      else content.push(...part);
    }
  }
  const drafts = new Map<Extent, DraftCell>();
  const draftOf = (cell: Extent): DraftCell => {
    const draft = drafts.get(cell) ?? draftCell(cell, contents.get(cell) ?? [], page);
    drafts.set(cell, draft);
    return draft;
  };
  const rows = cells.map((row) => row.map(draftOf));
  return { grid: { kind: 'grid', page, box: bounds, xs, ys, rows, ruled: true }, rest };
}

const middleX = (glyph: Glyph): number => (glyph.x0 + glyph.x1) / 2;
/** Above the line by hardly half of the height of a digit: fonts name boxes higher than their type. */
const middleY = (glyph: Glyph): number => glyph.base - 0.28 * emOf(glyph);

function isInside(box: Extent, glyph: Glyph): boolean {
  const x = middleX(glyph);
  const y = middleY(glyph);
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

/**
 * Characters that follow each other in the file without any gap; ### for an amount too wide for its column stands by
 * itself. Texts of two cells that overlap are told apart by their order in the file.
 */
function runs(glyphs: readonly Glyph[]): Glyph[][] {
  const found: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = found.at(-1);
    const before = run?.at(-1);
    const goesOn = before !== undefined && follows(before, glyph) && !isAnother(run ?? [], before, glyph);
    if (goesOn) run?.push(glyph);
    else found.push([glyph]);
  }
  return found;
}

const isHash = ({ text }: Glyph): boolean => text === '#';

function follows(before: Glyph, glyph: Glyph): boolean {
  const em = emOf(glyph);
  const gap = glyph.x0 - before.x1;
  const level = Math.abs(glyph.base - before.base) < 0.1 * em;
  const overlap = before.string === glyph.string ? 0.5 : 0.15;
  return level && gap <= 0.12 * em && gap > -overlap * em && isHash(before) === isHash(glyph);
}

const wide = /^[\u2e80-\uffff]$/;

/** Another string that only touches: what a clip hides of it, an amount behind a name, an amount behind an amount. */
function isAnother(run: readonly Glyph[], before: Glyph, glyph: Glyph): boolean {
  if (before.string === glyph.string) return false;
  if (before.hidden === true || glyph.hidden === true) return true;
  if (wide.test(before.text) !== wide.test(glyph.text)) return true;
  return run.at(-3)?.text === '.' && /\d/.test(glyph.text) && amount.test(textOf(run));
}

const textOf = (run: readonly Glyph[]): string => run.map(({ text }) => text).join('');

/** An amount: no border of a column parts one. */
const amount = /^[-−–(（]?(?:\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)[)）]?%?$/;

/**
 * Each character belongs where its middle stands. But a text longer than its cell runs over the line into
 * the next cell, hidden there by a clip or not: then the whole run belongs to one cell.
 */
function assign(run: readonly Glyph[], lattice: Lattice): ReadonlyMap<Extent, readonly Glyph[]> {
  const owner = ownerOf(run, lattice);
  if (owner !== undefined) return new Map([[owner, run]]);
  const parts = new Map<Extent, Glyph[]>();
  let last: Extent | undefined;
  for (const glyph of run) {
    const found = cellAt(lattice, middleX(glyph), middleY(glyph));
    const cell = last !== undefined && found !== last && straddles(run, found) ? last : found;
    if (cell === undefined) continue;
    const part = parts.get(cell);
    if (part === undefined) parts.set(cell, [glyph]);
    else part.push(glyph);
    last = cell;
  }
  return parts;
}

/** The cell of a run that is whole: what a clip hides in part, one string, an amount. */
function ownerOf(run: readonly Glyph[], lattice: Lattice): Extent | undefined {
  const shown = run.filter(({ hidden }) => hidden !== true);
  const middle = shown[shown.length >> 1];
  const cellOf = (glyph: Glyph | undefined): Extent | undefined =>
    glyph === undefined ? undefined : cellAt(lattice, middleX(glyph), middleY(glyph));
  if (shown.length < run.length) return cellOf(middle);
  const [first, last] = [run[0], run.at(-1)];
  const cells = new Set([cellOf(first), cellOf(middle), cellOf(last)]);
  if (cells.size === 1) return cellOf(first);
  if (amount.test(textOf(run))) return alignedCell(run, cells);
  return run.every(({ string }) => string !== undefined && string === first?.string)
    ? cellOf(first)
    : undefined;
}

/** The cell in whose middle, or at whose border, the run stands. */
function alignedCell(run: readonly Glyph[], cells: ReadonlySet<Extent | undefined>): Extent | undefined {
  const { x0, x1 } = boundsOf(run);
  let best: Extent | undefined;
  let least = Infinity;
  for (const cell of cells) {
    if (cell === undefined) continue;
    const off = Math.min(
      Math.abs(x0 - cell.x0),
      Math.abs(x1 - cell.x1),
      Math.abs(x0 + x1 - cell.x0 - cell.x1) / 2,
    );
    if (off < least) [best, least] = [cell, off];
  }
  return best;
}

function straddles(run: readonly Glyph[], cell: Extent | undefined): boolean {
  if (cell === undefined) return false;
  return run.some((glyph) => {
    const margin = 0.2 * (glyph.x1 - glyph.x0);
    return glyph.x0 + margin < cell.x0 && glyph.x1 - margin > cell.x0;
  });
}

function cellAt({ xs, ys, cells }: Lattice, x: number, y: number): Extent | undefined {
  return cells[bandOf(ys, y)]?.[bandOf(xs, x)];
}

function bandOf(borders: readonly number[], value: number): number {
  let low = 0;
  let high = borders.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function draftCell(cell: Extent, glyphs: readonly Glyph[], page: number): DraftCell {
  if (glyphs.length === 0) return { text: '', page, box: cell, full: false };
  const pieces = groupLines(glyphs).map((line) => {
    const shown = line.filter(({ hidden }) => hidden !== true);
    const box = boundsOf(shown.length > 0 ? shown : line);
    const em = Math.max(1, box.y1 - box.y0);
    return { text: glyphText(line), box, em, full: cell.x1 - box.x1 < 1.2 * em };
  });
  const last = pieces.at(-1);
  const full = last !== undefined && fillsLine(cell, last);
  const box =
    pieces.length === 1 && last !== undefined ? last.box : boundsOf(pieces.map((piece) => piece.box));
  return { text: joinLines(pieces), page, box, full };
}

/** No further character fits between a line and the borders of its cell; the narrower margin is its padding. */
function fillsLine(cell: Extent, { box, em, full }: CellLine & { box: Extent; em: number }): boolean {
  const [left, right] = [box.x0 - cell.x0, cell.x1 - box.x1];
  const padding = Math.min(left, right, 0.75 * em);
  return (full && left < 2.5 * em) || left + right < 1.05 * em + 2 * padding;
}

interface CellLine {
  readonly text: string;
  /** Reaches the right border of the cell. */
  readonly full: boolean;
}

/** Lines of a cell joined by "\n"; a number or a stack of single characters cut by lines is made whole. */
export function joinLines(lines: readonly CellLine[]): string {
  const stacked = lines.length > 1 && lines.every(({ text }) => /^[\u3400-\u9fff]$/.test(text));
  const whole = lines.map(({ text }) => text).join('');
  if (stacked || isPartedNumber(lines, whole)) return whole;
  let joined = '';
  let before: CellLine | undefined;
  for (const line of lines) {
    const together = before !== undefined && isCutNumber(before, joined.split('\n').at(-1) ?? '', line.text);
    joined += before === undefined || together ? line.text : `\n${line.text}`;
    before = line;
  }
  return joined;
}

const plainNumber = /^[-−–]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;

/** The lines of one number, some of which are no numbers: 749,43 | 0,897. | 20. */
function isPartedNumber(lines: readonly CellLine[], whole: string): boolean {
  return lines.length > 1 && plainNumber.test(whole) && lines.some(({ text }) => !plainNumber.test(text));
}

function isCutNumber(before: CellLine, text: string, next: string): boolean {
  if (!/^[-−–]?[\d,]*[.,]?\d*$/.test(text) || !/^[.,]?[\d,]*\.?\d*%?$/.test(next) || !/\d/.test(next))
    return false;
  if (text === '' || !plainNumber.test(text + next)) return false;
  // An open end or start is certain; else the first line must have been too long for the cell.
  return /[.,]$/.test(text) || /^[.,]/.test(next) || (before.full && !/\.\d\d$/.test(text));
}
