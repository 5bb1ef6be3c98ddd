import { expect, test } from 'vitest';
import { fill, pdfOf } from './pdfFixture.ts';
import { moveExtent, placeExtent, turned } from './pdfFrame.ts';
import type { PdfDocument } from './pdfium.ts';
import { dropPdfium, loadPdfium, openPdf, withPage } from './pdfium.ts';
import { renderPage } from './pdfRender.ts';

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.document;
}

test('a page is drawn at the scale asked for', async () => {
  const document = await open(pdfOf([{ content: `1 0 0 rg ${fill(0, 0, 400, 300)}` }]));
  const picture = renderPage(document, 0, 0.5);
  document.close();
  const at = (x: number, y: number): number[] => [
    ...(picture?.pixels.subarray((y * 400 + x) * 4, (y * 400 + x) * 4 + 3) ?? []),
  ];
  expect([picture?.width, picture?.height]).toEqual([400, 300]);
  expect([at(10, 10), at(390, 290)]).toEqual([
    [255, 0, 0],
    [255, 255, 255],
  ]);
});

test('pages and documents that are not there', async () => {
  const document = await open(pdfOf([{ content: '' }]));
  expect(document.pageCount).toBe(1);
  expect(withPage(document, 7, () => 'read')).toBeUndefined();
  document.close();
  expect(await openPdf(new Uint8Array([1, 2, 3]))).toEqual({ ok: false, problem: 'damaged' });
});

test('documents opened one after another leave the memory as it was', async () => {
  const bytes = pdfOf(Array.from({ length: 20 }, () => ({ content: fill(0, 0, 9, 9) })));
  const readAll = async (): Promise<number> => {
    const document = await open(bytes);
    for (let page = 0; page < document.pageCount; page++) withPage(document, page, () => undefined);
    document.close();
    return document.pdfium.call.memory.buffer.byteLength;
  };
  const before = await readAll();
  for (let round = 0; round < 50; round++) await readAll();
  expect(await readAll()).toBe(before);
});

test('after a trap another instance is loaded, and memory has a limit', async () => {
  const first = await loadPdfium();
  dropPdfium();
  expect(await loadPdfium()).not.toBe(first);
  expect(first.call.malloc(1024 * 1024 * 1024)).toBe(0);
  expect(first.view().byteLength).toBe(first.call.memory.buffer.byteLength);
});

test('a rectangle keeps its place when a page is turned', () => {
  const box = { left: 10, bottom: 20, right: 210, top: 320 };
  const shown = turned(box, 0);
  for (const turns of [0, 1, 2, 3]) {
    const frame = turned(box, turns);
    const moved = placeExtent(frame, 50, 60, 80, 100);
    expect(moveExtent(frame, shown, moved)).toEqual({ x0: 40, y0: 220, x1: 70, y1: 260 });
  }
});

test('the program may lie in a folder with a Chinese name', async () => {
  const own = process.argv[1] ?? '';
  dropPdfium();
  process.argv[1] = '/部门 预算/dist/cli.js';
  try {
    const document = await open(pdfOf([{ content: '' }]));
    expect(document.pageCount).toBe(1);
    document.close();
  } finally {
    process.argv[1] = own;
    dropPdfium();
  }
});
