import type { Box } from '../../model/place.ts';
import { pageFrame } from '../../file/pdfFrame.ts';
import { dropPdfium, isTrap, openPdf, withPage, type PdfDocument } from '../../file/pdfium.ts';
import { renderPage } from '../../file/pdfRender.ts';
import { greyPng } from '../../file/pngWrite.ts';
import { figureSpots, tenths, type SoughtFigure } from './figureSpots.ts';

/** A page of a PDF (from 1), in points. */
export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** Where a number stands: its page (from 1) and its box in points from the page's top left. */
export type PageSpot = readonly [page: number, ...box: Box];

/** The pages of a PDF and where the numbers stand on them. */
export interface PageMap {
  readonly pages: readonly PageSize[];
  /** By the number's position in the trace. */
  readonly spots: Readonly<Record<number, PageSpot>>;
}

/** More pages have no pictures; no disclosure has as many. */
const mostPages = 2000;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** The pages with the figures' places; null for what is no PDF or cannot be opened. */
export function mapOfPages(bytes: Uint8Array, figures: readonly SoughtFigure[]): Promise<PageMap | null> {
  return withPdf(bytes, (document) => {
    const spots: Record<number, PageSpot> = {};
    const wanted = new Set(figures.map(({ place }) => place.page));
    const pages = Array.from({ length: Math.min(document.pageCount, mostPages) }, (_, index) => {
      const page = index + 1;
      if (wanted.has(page))
        for (const [id, box] of figureSpots(document, page, figures)) spots[id] = [page, ...box];
      return { page, ...sizeOf(document, index) };
    });
    return { pages, spots };
  });
}

/** A page (from 1) as a grey PNG at `scale` pixels a point; null where it cannot be drawn. */
export async function pictureOfPage(
  bytes: Uint8Array,
  page: number,
  scale: number,
): Promise<Uint8Array | null> {
  return withPdf(bytes, (document) => {
    const pixels = page > document.pageCount ? undefined : renderPage(document, page - 1, scale);
    return pixels === undefined ? null : greyPng(pixels);
  });
}

function sizeOf(document: PdfDocument, index: number): { readonly width: number; readonly height: number } {
  const frame = withPage(document, index, (page) => pageFrame(document.pdfium, page));
  return { width: tenths(frame?.width ?? 0), height: tenths(frame?.height ?? 0) };
}

/** Null for what is no PDF, and for a document that PDFium cannot go on with. */
async function withPdf<T>(bytes: Uint8Array, use: (document: PdfDocument) => T): Promise<T | null> {
  if (!isPdf(bytes)) return null;
  const opened = await openPdf(bytes);
  if (!opened.ok) return null;
  try {
    const result = use(opened.document);
    opened.document.close();
    return result;
  } catch (error) {
    if (!isTrap(error)) throw error;
    dropPdfium();
    return null;
  }
}
