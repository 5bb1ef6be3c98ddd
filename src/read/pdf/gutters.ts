import { extend } from '../../model/extend.ts';
import type { Glyph } from '../../file/pdfText.ts';
import { emOf, median, toWord, type GlyphLine, type Word } from './glyphLines.ts';

/** Where the texts of a column stand. In points. */
export interface Band {
  x0: number;
  x1: number;
}

/** A line's words cut where columns part. */
export interface CutLine {
  readonly base: number;
  readonly em: number;
  readonly words: readonly Word[];
}

/** With many rows a narrow gap that all of them leave free parts columns; with few it must be wide. In em. */
const narrowGutter = 0.2;
const wideGutter = 0.9;
const manyRows = 5;

/**
 * The columns of a table without vertical lines: what all rows with figures leave free. Rows of a name alone
 * (`names`) widen the columns they stand in, but never join two.
 */
export function columnBands(rows: readonly GlyphLine[], names: readonly GlyphLine[]): Band[] {
  const em = median(rows.map((row) => row.em));
  const close = pressed(rows.flatMap(inkOf), narrowGutter * em);
  const bands = rows.length >= manyRows ? close : parted(close, rows, em);
  for (const ink of names.flatMap((line) => pressed(inkOf(line), wideGutter * em))) widen(bands, ink, em);
  return withoutShared(bands, [...rows, ...names]);
}

/** Names at the left and totals in the middle of one column: words side by side that no row has both of. */
function withoutShared(bands: readonly Band[], lines: readonly GlyphLine[]): Band[] {
  const texts = lines.map((line) => bands.map((band) => textIn(line, band)));
  const wordy = bands.map((_, at) => texts.every((row) => !/^[-−–(（]?[\d,.]+[)）]?%?$/.test(row[at] ?? '')));
  const found: Band[] = [];
  bands.forEach((band, at) => {
    const last = found.at(-1);
    const apart = !wordy[at] || !wordy[at - 1] || texts.some((row) => row[at] !== '' && row[at - 1] !== '');
    if (last === undefined || apart) found.push(band);
    else last.x1 = band.x1;
  });
  return found;
}

function textIn(line: GlyphLine, band: Band): string {
  const inside = ({ x0, x1 }: Band): boolean => x0 < band.x1 - 0.5 && x1 > band.x0 + 0.5;
  return line.words
    .flatMap(({ glyphs }) => glyphs.filter(inside))
    .map(({ text }) => text)
    .join('');
}

/** An amount with decimals, or a percentage. */
export const decimal = /^[-−–(（]?\d[\d,]*\.\d+[)）]?%?$/;

/** With few rows a narrow gap parts columns only behind an amount. */
function parted(bands: readonly Band[], rows: readonly GlyphLine[], em: number): Band[] {
  const amounts = rows
    .flatMap(closeWords)
    .filter((glyphs) => decimal.test(glyphs.map(({ text }) => text).join('')))
    .map((glyphs) => glyphs.at(-1)?.x1 ?? 0);
  const found: Band[] = [];
  for (const band of bands) {
    const last = found.at(-1);
    const near = last !== undefined && band.x0 - last.x1 < wideGutter * em;
    if (last !== undefined && near && !amounts.some((x) => Math.abs(x - last.x1) < 0.5)) last.x1 = band.x1;
    else found.push({ ...band });
  }
  return found;
}

/** A line's characters cut at every narrow gap: columns may stand that close. */
export function closeWords(line: GlyphLine): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of line.words.flatMap(({ glyphs }) => glyphs)) {
    const before = words.at(-1)?.at(-1);
    if (before === undefined || glyph.x0 - before.x1 > narrowGutter * emOf(glyph)) words.push([glyph]);
    else words.at(-1)?.push(glyph);
  }
  return words;
}

function inkOf(line: GlyphLine): Band[] {
  return line.words.flatMap(({ glyphs }) => glyphs.map(({ x0, x1 }) => ({ x0, x1 })));
}

/** Stretches pressed onto one line: what stays apart by more than the gap is a column. */
function pressed(ink: readonly Band[], gap: number): Band[] {
  const columns: Band[] = [];
  for (const { x0, x1 } of [...ink].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && x0 < last.x1 + gap) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

function widen(bands: Band[], ink: Band, em: number): void {
  const touched = bands.filter((band) => ink.x0 < band.x1 && ink.x1 > band.x0);
  const [only] = touched;
  if (touched.length !== 1 || only === undefined) return;
  const at = bands.indexOf(only);
  const left = (bands[at - 1]?.x1 ?? -Infinity) + 0.1 * em;
  const right = (bands[at + 1]?.x0 ?? Infinity) - 0.1 * em;
  if (ink.x0 < left || ink.x1 > right) return;
  only.x0 = Math.min(only.x0, ink.x0);
  only.x1 = Math.max(only.x1, ink.x1);
}

/** A line's characters as one word a column; a word over several columns stays whole. */
export function splitAtGutters(line: GlyphLine, bands: readonly Band[]): CutLine {
  const words = line.words.flatMap((word) => cut(word.glyphs, bands).map(toWord));
  return { base: line.base, em: line.em, words: joined(words, bands) };
}

function cut(glyphs: readonly Glyph[], bands: readonly Band[]): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const before = parts.at(-1)?.at(-1);
    const gap = before === undefined ? Infinity : glyph.x0 - before.x1;
    const parting =
      gap > 0.2 * emOf(glyph) && before !== undefined && columnAt(bands, before) !== columnAt(bands, glyph);
    if (before === undefined || parting) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts;
}

/** The column that holds a text's middle, or the nearest. */
export function columnAt(bands: readonly Band[], { x0, x1 }: Band): number {
  const middle = (x0 + x1) / 2;
  let best = 0;
  let least = Infinity;
  bands.forEach((band, index) => {
    const distance = Math.max(band.x0 - middle, middle - band.x1, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** Two texts in one column on one line are one: 合    计. */
function joined(words: readonly Word[], bands: readonly Band[]): Word[] {
  const found: Word[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last !== undefined && columnAt(bands, last) === columnAt(bands, word))
      found[found.length - 1] = extend(toWord([...last.glyphs, ...word.glyphs]), {});
    else found.push(word);
  }
  return found;
}
