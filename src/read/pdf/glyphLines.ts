import { extend } from '../../model/extend.ts';
import type { Extent } from '../../file/pdfFrame.ts';
import type { Glyph } from '../../file/pdfText.ts';
import { glyphText } from './spacing.ts';

/** Characters side by side without a wide gap. */
export interface Word extends Extent {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** Height of the type, in points. */
  readonly em: number;
  readonly base: number;
}

/** All characters on one line, cut into words at gaps of a character and more. */
export interface GlyphLine extends Extent {
  readonly base: number;
  readonly em: number;
  readonly words: readonly Word[];
}

/** A gap wider than this separates words. In em. */
const wordGap = 0.95;

export function emOf(glyph: Glyph): number {
  return Math.max(1, Math.min(glyph.y1 - glyph.y0, 72));
}

/** Groups characters by the line they stand on, from the top, each from left to right. */
export function groupLines(glyphs: readonly Glyph[]): Glyph[][] {
  const [only] = glyphs;
  // The usual cell holds one line; it needs no sorting by line.
  if (only !== undefined && glyphs.every((glyph) => glyph.base === only.base)) return [fromLeft([...glyphs])];
  const sorted = [...glyphs].sort((a, b) => a.base - b.base || a.x0 - b.x0);
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let base = 0;
  let em = 0;
  for (const glyph of sorted) {
    if (line.length > 0 && glyph.base - base > 0.38 * Math.min(em, emOf(glyph))) {
      lines.push(line);
      line = [];
    }
    if (line.length === 0) base = glyph.base;
    em = line.length === 0 ? emOf(glyph) : Math.max(em, emOf(glyph));
    line.push(glyph);
  }
  if (line.length > 0) lines.push(line);
  return lines.map(fromLeft);
}

/** Sorted, and without characters printed twice on one spot to look bold. */
function fromLeft(line: Glyph[]): Glyph[] {
  if (!isSorted(line)) line.sort((a, b) => a.x0 - b.x0);
  return line.some((glyph, index) => isDouble(line[index - 1], glyph))
    ? line.filter((glyph, index) => !isDouble(line[index - 1], glyph))
    : line;
}

function isSorted(line: readonly Glyph[]): boolean {
  for (let index = 1; index < line.length; index++) {
    if ((line[index]?.x0 ?? 0) < (line[index - 1]?.x0 ?? 0)) return false;
  }
  return true;
}

function isDouble(before: Glyph | undefined, glyph: Glyph): boolean {
  if (before?.text !== glyph.text) return false;
  return glyph.x0 - before.x0 <= 0.25 * Math.min(emOf(glyph), glyph.x1 - glyph.x0);
}

/** The lines of a page or of a part of it, with their words. */
export function readLines(glyphs: readonly Glyph[]): GlyphLine[] {
  return groupLines(glyphs).map((line) => {
    const words = splitWords(line);
    const em = median(line.map(emOf));
    return extend(boundsOf(line), { words, em, base: line[0]?.base ?? 0 });
  });
}

function splitWords(line: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (let index = 1; index <= line.length; index++) {
    const before = line[index - 1];
    const glyph = line[index];
    if (before === undefined) continue;
    if (glyph !== undefined && glyph.x0 - before.x1 < wordGap * Math.max(emOf(glyph), emOf(before))) continue;
    words.push(toWord(line.slice(start, index)));
    start = index;
  }
  return words;
}

/** One word of characters that stand on one line. */
export function toWord(glyphs: readonly Glyph[]): Word {
  const em = median(glyphs.map(emOf));
  return extend(boundsOf(glyphs), { text: glyphText(glyphs), glyphs, em, base: glyphs[0]?.base ?? 0 });
}

export function boundsOf(boxes: readonly Extent[]): Extent {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

export function median(values: readonly number[]): number {
  const [only = 0] = values;
  if (values.every((value) => value === only)) return only;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
