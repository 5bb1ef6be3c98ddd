import { pageFrame } from '../../../file/pdfFrame.ts';
import type { Extent } from '../../../file/pdfFrame.ts';
import type { PdfDocument } from '../../../file/pdfium.ts';
import { withPage } from '../../../file/pdfium.ts';
import { readGlyphs } from '../../../file/pdfText.ts';
import type { Glyph } from '../../../file/pdfText.ts';
import type { Mark } from '../marks.ts';
import { countOccurrences, findOccurrence } from '../occurrence.ts';

/** The visible characters of a page (`index` from 0), in the order of the file; none when it is damaged. */
export function glyphsOf(document: PdfDocument, index: number): readonly Glyph[] {
  const { pdfium } = document;
  const { call } = pdfium;
  const glyphs = withPage(document, index, (page) => {
    const text = call.FPDFText_LoadPage(page);
    if (text === 0) return [];
    const found = readGlyphs(pdfium, text, () => undefined, pageFrame(pdfium, page));
    call.FPDFText_ClosePage(text);
    return found;
  });
  return glyphs ?? [];
}

/**
 * The boxes of the printed text on its page, one for each line: inside the box of the mark's place or, as a
 * paragraph's place can be its first line, below it. The box of the place when the text is not certain;
 * none when the place has no box.
 */
export function figureBoxes(glyphs: readonly Glyph[], mark: Mark): readonly Extent[] {
  const { box } = mark.place;
  if (box === undefined) return [];
  const [x0, y0, width, height] = box;
  const outer = { x0, y0, x1: x0 + width, y1: y0 + height };
  if (mark.reported === null || mark.reported === '') return [outer];
  const inside = glyphs.filter((glyph) => isInside(glyph, outer));
  const below = glyphs.filter(({ y0: top, y1: bottom }) => (top + bottom) / 2 > outer.y0);
  const found =
    search(inside, mark) ??
    search(byLines(inside), mark) ??
    (stands(inside, mark) ? undefined : (search(below, mark) ?? search(byLines(below), mark)));
  return found === undefined ? [outer] : linesOf(found);
}

function isInside({ x0, y0, x1, y1 }: Glyph, box: Extent): boolean {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return x >= box.x0 - 1 && x <= box.x1 + 1 && y >= box.y0 - 1 && y <= box.y1 + 1;
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}

function stands(glyphs: readonly Glyph[], { reported }: Mark): boolean {
  return countOccurrences(textOf(glyphs), reported ?? '') > 0;
}

function search(glyphs: readonly Glyph[], mark: Mark): readonly Glyph[] | undefined {
  const sought = { text: mark.reported ?? '', quotes: mark.quotes, offset: mark.place.offset };
  const stretch = findOccurrence(textOf(glyphs), sought);
  if (stretch === undefined) return undefined;
  let at = 0;
  return glyphs.filter(({ text }) => {
    const start = at;
    at += text.length;
    return start < stretch.end && at > stretch.start;
  });
}

/** As read: line by line, each from the left. */
function byLines(glyphs: readonly Glyph[]): readonly Glyph[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    const base = line?.[0]?.base ?? -Infinity;
    if (line !== undefined && glyph.base - base < (glyph.y1 - glyph.y0) / 2) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => line.toSorted((a, b) => a.x0 - b.x0));
}

function linesOf(glyphs: readonly Glyph[]): readonly Extent[] {
  const boxes: { x0: number; y0: number; x1: number; y1: number; base: number }[] = [];
  for (const { x0, y0, x1, y1, base } of glyphs) {
    const box = boxes.at(-1);
    if (box === undefined || Math.abs(box.base - base) > 1) boxes.push({ x0, y0, x1, y1, base });
    else {
      Object.assign(box, {
        x0: Math.min(box.x0, x0),
        y0: Math.min(box.y0, y0),
        x1: Math.max(box.x1, x1),
        y1: Math.max(box.y1, y1),
      });
    }
  }
  return boxes.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }));
}
