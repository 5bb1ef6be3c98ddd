import { pageFrame } from './pdfFrame.ts';
import type { PagePixels, PdfDocument, PdfiumExports } from './pdfium.ts';
import { withPage } from './pdfium.ts';

/** No side of a picture is longer; a page may claim to be kilometres wide. In pixels. */
const longestSide = 5000;
const white = 0xffffffff;
const withAnnotations = 1;
const redFirst = 16;

/**
 * Draws a page (`index` from 0) at `scale` pixels a point, with its annotations, as a reader would see it.
 * Undefined when the page is damaged or memory does not suffice.
 */
export function renderPage(document: PdfDocument, index: number, scale: number): PagePixels | undefined {
  const { call } = document.pdfium;
  return withPage(document, index, (page) => {
    const frame = pageFrame(document.pdfium, page);
    const fit = Math.min(scale, longestSide / Math.max(frame.width, frame.height, 1));
    const width = Math.max(1, Math.round(frame.width * fit));
    const height = Math.max(1, Math.round(frame.height * fit));
    const bitmap = call.FPDFBitmap_Create(width, height, 1);
    if (bitmap === 0) return undefined;
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | redFirst);
    const pixels = copyPixels(call, bitmap, width, height);
    call.FPDFBitmap_Destroy(bitmap);
    return { width, height, pixels };
  });
}

function copyPixels(call: PdfiumExports, bitmap: number, width: number, height: number): Uint8Array {
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const memory = new Uint8Array(call.memory.buffer);
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = start + row * stride;
    pixels.set(memory.subarray(from, from + width * 4), row * width * 4);
  }
  return pixels;
}
