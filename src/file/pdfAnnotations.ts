import { pageFrame, placeExtent, unplace } from './pdfFrame.ts';
import type { Extent } from './pdfFrame.ts';
import { withPage } from './pdfium.ts';
import type { PdfDocument, Pdfium } from './pdfium.ts';

/** An annotation on a page, in points from the top left of the page as shown. */
export interface PdfAnnotation {
  /** `highlight` marks the boxes; `note` is a sign at the first box. */
  readonly kind: 'highlight' | 'note';
  readonly boxes: readonly Extent[];
  readonly author: string;
  readonly text: string;
  /** Red, green, blue from 0 to 255. */
  readonly color: readonly [number, number, number];
}

const subtypes = { note: 1, highlight: 9 } as const;
const multiply = 1;
const printed = 4;
const incremental = 1;

/** Adds an annotation with its appearance to a page (`index` from 0); false when the page is damaged. */
export function annotatePage(document: PdfDocument, index: number, annotation: PdfAnnotation): boolean {
  const { pdfium } = document;
  const { call } = pdfium;
  const added = withPage(document, index, (page) => {
    const handle = call.FPDFPage_CreateAnnot(page, subtypes[annotation.kind]);
    if (handle === 0) return false;
    place(pdfium, page, handle, annotation);
    const [red, green, blue] = annotation.color;
    call.FPDFAnnot_SetColor(handle, 0, red, green, blue, 255);
    call.FPDFAnnot_SetFlags(handle, printed);
    setText(pdfium, handle, 'T', annotation.author);
    setText(pdfium, handle, 'Contents', annotation.text);
    if (annotation.kind === 'highlight') call.EPDFAnnot_GenerateAppearanceWithBlend(handle, multiply);
    call.FPDFPage_CloseAnnot(handle);
    return true;
  });
  return added ?? false;
}

/** Annotations have coordinates of the page before turning: corners as upper left, upper right, then lower. */
function place(pdfium: Pdfium, page: number, handle: number, { kind, boxes }: PdfAnnotation): void {
  const { call, scratch } = pdfium;
  const frame = pageFrame(pdfium, page);
  const corners = boxes.map(({ x0, y0, x1, y1 }): readonly [number, number, number, number] => {
    const [ax, ay] = unplace(frame, x0, y0);
    const [bx, by] = unplace(frame, x1, y1);
    return [Math.min(ax, bx), Math.max(ay, by), Math.max(ax, bx), Math.min(ay, by)];
  });
  if (kind === 'highlight') {
    for (const [left, top, right, bottom] of corners) {
      setFloats(pdfium, [left, top, right, top, left, bottom, right, bottom]);
      call.FPDFAnnot_AppendAttachmentPoints(handle, scratch);
    }
  }
  const side = (index: 0 | 1 | 2 | 3): number[] => corners.map((corner) => corner[index]);
  setFloats(pdfium, [Math.min(...side(0)), Math.max(...side(1)), Math.max(...side(2)), Math.min(...side(3))]);
  call.FPDFAnnot_SetRect(handle, scratch);
}

function setFloats({ scratch, view }: Pdfium, values: readonly number[]): void {
  values.forEach((value, index) => {
    view().setFloat32(scratch + index * 4, value, true);
  });
}

function setText({ call }: Pdfium, handle: number, key: string, text: string): void {
  const name = Buffer.from(`${key}\0`, 'latin1');
  const value = Buffer.from(`${text}\0`, 'utf16le');
  const pointer = call.malloc(name.length + value.length + 1);
  if (pointer === 0) return;
  // Wide characters stand at even addresses.
  const at = pointer + name.length + (name.length % 2);
  new Uint8Array(call.memory.buffer).set(name, pointer);
  new Uint8Array(call.memory.buffer).set(value, at);
  call.FPDFAnnot_SetStringValue(handle, pointer, at);
  call.free(pointer);
}

/**
 * The document as it stands now: the original bytes with an incremental update behind them. Undefined when
 * memory does not suffice.
 */
export function saveIncrement(document: PdfDocument): Uint8Array | undefined {
  const { call } = document.pdfium;
  const writer = call.PDFiumExt_OpenFileWriter();
  const saved = call.FPDF_SaveAsCopy(document.handle, writer, incremental) !== 0;
  const size = call.PDFiumExt_GetFileWriterSize(writer);
  const buffer = saved && size > 0 ? call.malloc(size) : 0;
  if (buffer !== 0) call.PDFiumExt_GetFileWriterData(writer, buffer, size);
  const bytes = buffer === 0 ? undefined : new Uint8Array(call.memory.buffer).slice(buffer, buffer + size);
  if (buffer !== 0) call.free(buffer);
  call.PDFiumExt_CloseFileWriter(writer);
  return bytes;
}

/** The highlights and notes of a page, without their boxes' parts: for reading back what was written. */
export function annotationsOf(document: PdfDocument, index: number): readonly Omit<PdfAnnotation, 'color'>[] {
  const { pdfium } = document;
  const { call } = pdfium;
  const found = withPage(document, index, (page) =>
    Array.from({ length: call.FPDFPage_GetAnnotCount(page) }, (_, at) => {
      const handle = call.FPDFPage_GetAnnot(page, at);
      const annotation = readAnnotation(pdfium, page, handle);
      call.FPDFPage_CloseAnnot(handle);
      return annotation;
    }),
  );
  return (found ?? []).filter((annotation) => annotation !== undefined);
}

function readAnnotation(
  pdfium: Pdfium,
  page: number,
  handle: number,
): Omit<PdfAnnotation, 'color'> | undefined {
  const { call, scratch, view } = pdfium;
  const subtype = call.FPDFAnnot_GetSubtype(handle);
  const kind = subtype === subtypes.highlight ? 'highlight' : subtype === subtypes.note ? 'note' : undefined;
  if (kind === undefined || call.FPDFAnnot_GetRect(handle, scratch) === 0) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((byte) =>
    view().getFloat32(scratch + byte, true),
  );
  const box = placeExtent(pageFrame(pdfium, page), left, top, right, bottom);
  return {
    kind,
    boxes: [box],
    author: getText(pdfium, handle, 'T'),
    text: getText(pdfium, handle, 'Contents'),
  };
}

function getText({ call }: Pdfium, handle: number, key: string): string {
  const name = Buffer.from(`${key}\0`, 'latin1');
  const pointer = call.malloc(name.length);
  new Uint8Array(call.memory.buffer).set(name, pointer);
  const size = call.FPDFAnnot_GetStringValue(handle, pointer, 0, 0);
  const value = call.malloc(Math.max(2, size));
  call.FPDFAnnot_GetStringValue(handle, pointer, value, size);
  const text = Buffer.from(new Uint8Array(call.memory.buffer).slice(value, value + Math.max(0, size - 2)));
  call.free(value);
  call.free(pointer);
  return text.toString('utf16le');
}
