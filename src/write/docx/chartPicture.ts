import { openPdf } from '../../file/pdfium.ts';
import { renderPage } from '../../file/pdfRender.ts';
import { pngOf } from './png.ts';

/** A PNG and the size that it is shown in, in pixels of 1/96 inch. */
export interface Picture {
  /** Its ordinal in the document, from 1. */
  readonly number: number;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels a point: about 180 an inch. */
const scale = 2.5;
const pixelsPerPoint = 96 / 72;

/**
 * A chart's page as a picture.
 * @throws Error when the page that we have made ourselves cannot be drawn.
 */
export async function chartPicture(page: Uint8Array, number: number): Promise<Picture> {
  const opened = await openPdf(page);
  if (!opened.ok) throw new Error(`the chart's page is ${opened.problem}`);
  try {
    const pixels = renderPage(opened.document, 0, scale);
    if (pixels === undefined) throw new Error("the chart's page cannot be drawn");
    const shown = pixelsPerPoint / scale;
    return { number, png: pngOf(pixels), width: pixels.width * shown, height: pixels.height * shown };
  } finally {
    opened.document.close();
  }
}
