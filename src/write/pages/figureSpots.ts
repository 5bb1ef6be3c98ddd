import type { Box, Place } from '../../model/place.ts';
import type { PdfDocument } from '../../file/pdfium.ts';
import { figureBoxes, glyphsOf } from '../annotate/pdf/figureBoxes.ts';

/** A number of a document as it is looked for on its page. */
export interface SoughtFigure {
  readonly id: number;
  readonly origin: 'cell' | 'sheet' | 'text';
  /** As printed. */
  readonly text: string;
  readonly quote: string | null;
  readonly place: Place;
}

/** Where the numbers of a page (from 1) stand on it, in points from its top left; those without a box are left out. */
export function figureSpots(
  document: PdfDocument,
  page: number,
  figures: readonly SoughtFigure[],
): ReadonlyMap<number, Box> {
  const spots = new Map<number, Box>();
  let glyphs: ReturnType<typeof glyphsOf> | null = null;
  for (const { id, origin, text, quote, place } of figures) {
    if (place.page !== page || place.box === undefined) continue;
    // A cell has a box of its own; a sentence's is that of its line or paragraph.
    if (origin !== 'text') {
      spots.set(id, rounded(place.box));
      continue;
    }
    glyphs ??= glyphsOf(document, page - 1);
    const quotes = quote === null ? [] : [quote];
    const mark = {
      place,
      reported: text,
      correction: null,
      quotes,
      severity: 'info',
      note: '',
      rule: null,
    } as const;
    const [box] = figureBoxes(glyphs, mark);
    if (box !== undefined) spots.set(id, rounded([box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0]));
  }
  return spots;
}

/** Tenths of a point: finer than any screen shows. */
export function rounded([x, y, width, height]: Box): Box {
  return [tenths(x), tenths(y), tenths(width), tenths(height)];
}

export function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
