import { extend } from '../model/extend.ts';
import type { ClipOf } from './pdfClip.ts';
import type { Extent, Frame } from './pdfFrame.ts';
import { placeExtent, placeX, placeY, turned } from './pdfFrame.ts';
import type { Pdfium } from './pdfium.ts';

/** A visible character, in points from the top left of the frame it was read in. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The line it stands on. */
  readonly base: number;
  /** A space stands before it in the file. */
  readonly spaced: boolean;
  /** The string it is drawn with: a number that its characters share. */
  readonly string?: number;
  /** A clip hides it, but not all of the string on its line: the rest of a text too long for its cell. */
  readonly hidden?: true;
}

/** No page of a real document has more characters; beyond, a file is built to exhaust memory. */
const mostGlyphs = 200_000;

/**
 * The frame in which most characters of a page stand upright. A table printed sideways on an unturned
 * page is read by turning the page in mind.
 */
export function readingFrame(pdfium: Pdfium, text: number, frame: Frame): Frame {
  const { call } = pdfium;
  const count = call.FPDFText_CountChars(text);
  const step = Math.max(1, Math.floor(count / 100));
  const votes = [0, 0, 0, 0];
  for (let index = 0; index < count; index += step) {
    if (call.FPDFText_IsGenerated(text, index) === 1) continue;
    // Radians clockwise, from 0 to 2π, before the page is turned.
    const angle = call.FPDFText_GetCharAngle(text, index);
    const turns = -Math.round((angle * 2) / Math.PI) & 3;
    votes[turns] = (votes[turns] ?? 0) + 1;
  }
  const best = votes.indexOf(Math.max(...votes));
  return best === frame.turns || (votes[frame.turns] ?? 0) * 2 > (votes[best] ?? 0)
    ? frame
    : turned(frame, best);
}

/**
 * The visible characters of a page without spaces and control characters, in the order of the file.
 * Lines that a clip hides are left out: a program that cuts a long text at a page end often writes all of it on
 * both pages. So is what stands across the page.
 */
export function readGlyphs(pdfium: Pdfium, text: number, clipOf: ClipOf, frame: Frame): Glyph[] {
  const { call } = pdfium;
  const count = Math.min(call.FPDFText_CountChars(text), mostGlyphs);
  const glyphs: Glyph[] = [];
  let spaced = false;
  let lastObject = 0;
  let slanted = false;
  let anyHidden = false;
  for (let index = 0; index < count; index++) {
    const character = visible(call.FPDFText_GetUnicode(text, index));
    if (character === '') continue;
    // Only spaces and hyphens are generated beside ends of lines.
    if (character === ' ' || character === '-') {
      if (call.FPDFText_IsGenerated(text, index) === 1) continue;
      if (character === ' ') {
        spaced = true;
        continue;
      }
    }
    const object = call.FPDFText_GetTextObject(text, index);
    if (object !== lastObject) slanted = isSlanted(call.FPDFText_GetCharAngle(text, index));
    lastObject = object;
    const glyph = slanted ? undefined : measure(pdfium, text, index, frame, character, spaced, object);
    if (glyph !== undefined) {
      const shown = isShown(glyph, clipOf(object));
      if (!shown) anyHidden = true;
      glyphs.push(shown ? glyph : extend(glyph, { hidden: true as const }));
    }
    spaced = false;
  }
  return anyHidden ? withoutHidden(glyphs) : glyphs;
}

/** Hidden characters stay where another one of their string on their line is seen. */
function withoutHidden(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Set<string>();
  const lineOf = ({ string = 0, base }: Glyph): string => `${string} ${base.toFixed(1)}`;
  for (const glyph of glyphs) if (glyph.hidden !== true) seen.add(lineOf(glyph));
  return glyphs.filter((glyph) => glyph.hidden !== true || seen.has(lineOf(glyph)));
}

/** How far from level or upright text may stand, in radians: scanners turn pages a little. */
const mostSlant = 0.2;

/** Text across the page is a watermark and no content. */
function isSlanted(angle: number): boolean {
  const quarter = Math.PI / 2;
  return Math.abs(angle - Math.round(angle / quarter) * quarter) > mostSlant;
}

/** Hidden when its middle lies outside of the clip. */
function isShown({ x0, x1, y0, y1, base }: Glyph, clip: Extent | undefined): boolean {
  if (clip === undefined) return true;
  const x = (x0 + x1) / 2;
  const y = base - 0.28 * (y1 - y0);
  return x >= clip.x0 && x <= clip.x1 && y >= clip.y0 && y <= clip.y1;
}

/** A space for every kind of space, nothing for what does not show. */
function visible(code: number): string {
  if (code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  // PDFium marks a hyphen at the end of a line so.
  if (code === 2 || code === 0xfffe) return '-';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f)) return '';
  if (code === 0xfeff || code === 0xad) return '';
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
}

function measure(
  { call, scratch, view }: Pdfium,
  text: number,
  index: number,
  frame: Frame,
  character: string,
  spaced: boolean,
  string: number,
): Glyph | undefined {
  // The loose box spans the advance and the font's height, so that gaps between boxes are gaps in the text.
  call.FPDFText_GetLooseCharBox(text, index, scratch);
  call.FPDFText_GetCharOrigin(text, index, scratch + 16, scratch + 24);
  const memory = view();
  const left = memory.getFloat32(scratch, true);
  const top = memory.getFloat32(scratch + 4, true);
  const right = memory.getFloat32(scratch + 8, true);
  const bottom = memory.getFloat32(scratch + 12, true);
  const originX = memory.getFloat64(scratch + 16, true);
  const originY = memory.getFloat64(scratch + 24, true);
  const box = placeExtent(frame, left, bottom, right, top);
  const base = placeY(frame, originX, originY);
  const sound = Number.isFinite(box.x0 + box.x1 + box.y0 + box.y1 + base);
  if (!sound || outside(frame, placeX(frame, originX, originY), base)) return undefined;
  // Written out: a page has thousands of characters, and what is added behind a spread is slow.
  const { x0, x1 } = box;
  let { y0, y1 } = box;
  const most = character > '\u2e80' ? oddest.tall : oddest.narrow;
  const odd = y1 - y0 > most * (x1 - x0) || y1 - y0 < oddest.flat * (x1 - x0);
  const size = odd ? sizeOf({ call, scratch, view }, text, index) : 0;
  if (size > 0 && y1 - y0 > 1.5 * size) {
    y0 = Math.max(y0, base - 0.9 * size);
    y1 = Math.min(y1, base + 0.25 * size);
  } else if (y1 - y0 < 0.6 * size) {
    y0 = Math.min(y0, base - 0.8 * size);
    y1 = Math.max(y1, base + 0.15 * size);
  }
  return { text: character, x0, y0, x1, y1, base, spaced, string };
}

/**
 * Some fonts name a box for all their characters that is several lines high; of others (Type 3) only the ink is
 * known, so that 一 and the dash have no height. Boxes this many times as high as they are wide are looked at, those
 * of digits and marks only when they are higher.
 */
const oddest = { tall: 1.5, narrow: 4.8, flat: 0.75 };

/** The size of the type in points; 0 when the file does not tell. */
function sizeOf({ call, scratch, view }: Pdfium, text: number, index: number): number {
  const size = call.FPDFText_GetFontSize(text, index);
  if (call.FPDFText_GetMatrix(text, index, scratch) === 0) return 0;
  const at = (offset: number): number => view().getFloat32(scratch + offset, true);
  return size * Math.hypot(at(8), at(12));
}

function outside(frame: Frame, x: number, y: number): boolean {
  return x < -2 || y < -2 || x > frame.width + 2 || y > frame.height + 20;
}
