import { isTrap, dropPdfium, openPdf, withPage, type PdfDocument } from '../../../file/pdfium.ts';
import { pageFrame } from '../../../file/pdfFrame.ts';
import { renderPage } from '../../../file/pdfRender.ts';
import { decodeText } from '../../../read/encoding.ts';
import { splitLines } from '../../../read/lines.ts';
import type { PageSize, ShownFile } from '../pages/sources.ts';
import type { OriginalFile } from '../source.ts';
import { pngOf } from './png.ts';

/** Pixels a point: a page of A4 is about 950 pixels wide. */
const scale = 1.6;
const mostPages = 500;
const mostLines = 20_000;

/** How a published file can be shown. A file that cannot be opened can still be downloaded. */
export async function shownFile(file: OriginalFile): Promise<ShownFile> {
  if (file.mediaType === 'application/pdf') return pagesOf(file);
  if (file.mediaType.startsWith('text/plain')) {
    const decoded = decodeText(file.content);
    const lines = decoded === undefined ? undefined : splitLines(decoded.text);
    if (lines !== undefined && lines.length <= mostLines)
      return { kind: 'lines', lines: lines.map(({ text }) => text) };
  }
  return { kind: 'download' };
}

async function pagesOf({ content }: OriginalFile): Promise<ShownFile> {
  const pages = await withPdf(content, (document): PageSize[] =>
    Array.from({ length: Math.min(document.pageCount, mostPages) }, (_, index) => {
      const frame = withPage(document, index, (page) => pageFrame(document.pdfium, page));
      return { width: frame?.width ?? 595, height: frame?.height ?? 842 };
    }),
  );
  return pages === undefined ? { kind: 'download' } : { kind: 'pages', pages };
}

/** A page (from 1) of a PDF as PNG; undefined where there is none or it is damaged. */
export async function pagePng(
  { content, mediaType }: OriginalFile,
  page: number,
): Promise<Uint8Array | undefined> {
  if (mediaType !== 'application/pdf') return undefined;
  const pixels = await withPdf(content, (document) =>
    page < 1 || page > document.pageCount ? undefined : renderPage(document, page - 1, scale),
  );
  return pixels === undefined ? undefined : pngOf(pixels);
}

/** A trap is a fault of the file: its instance of PDFium is dropped, and the file is one that cannot be shown. */
async function withPdf<T>(content: Uint8Array, use: (document: PdfDocument) => T): Promise<T | undefined> {
  try {
    const opened = await openPdf(content);
    if (!opened.ok) return undefined;
    try {
      return use(opened.document);
    } finally {
      opened.document.close();
    }
  } catch (error) {
    if (!isTrap(error)) throw error;
    dropPdfium();
    return undefined;
  }
}
