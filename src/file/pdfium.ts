import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/** The part of WebAssembly.Memory that we use. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow: (pages: number) => number;
}

/**
 * The functions of PDFium that we call, as WebAssembly exports them. The package's own wrappers copy and
 * check the arguments of every call, which costs more than the calls: a page takes thousands of them.
 * Pointers are byte offsets in `memory`; booleans are 0 and 1.
 */
export interface PdfiumExports {
  readonly memory: WasmMemory;
  malloc(bytes: number): number;
  free(pointer: number): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(data: number, length: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFPageObj_GetStrokeWidth(object: number, width: number): number;
  FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): number;
  FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number;
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number;
  FPDFPath_CountSegments(path: number): number;
  FPDFPath_GetPathSegment(path: number, index: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetClose(segment: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_IsGenerated(text: number, index: number): number;
  FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  FPDFText_GetCharBox(
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  FPDFText_GetCharAngle(text: number, index: number): number;
  FPDFText_GetFontSize(text: number, index: number): number;
  FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  FPDFText_GetTextObject(text: number, index: number): number;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFClipPath_CountPaths(clip: number): number;
  FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  FPDFClipPath_GetPathSegment(clip: number, path: number, index: number): number;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    x: number,
    y: number,
    width: number,
    height: number,
    color: number,
  ): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFPage_CreateAnnot(page: number, subtype: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_GetRect(annotation: number, rectangle: number): number;
  FPDFAnnot_GetStringValue(annotation: number, key: number, value: number, bytes: number): number;
  FPDFAnnot_SetRect(annotation: number, rectangle: number): number;
  FPDFAnnot_SetFlags(annotation: number, flags: number): number;
  FPDFAnnot_SetColor(annotation: number, kind: number, r: number, g: number, b: number, a: number): number;
  FPDFAnnot_AppendAttachmentPoints(annotation: number, points: number): number;
  FPDFAnnot_SetStringValue(annotation: number, key: number, value: number): number;
  EPDFAnnot_GenerateAppearanceWithBlend(annotation: number, blendMode: number): number;
  EPDFAnnot_GenerateAppearance(annotation: number): number;
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): number;
  PDFiumExt_OpenFileWriter(): number;
  PDFiumExt_GetFileWriterSize(writer: number): number;
  PDFiumExt_GetFileWriterData(writer: number, buffer: number, bytes: number): number;
  PDFiumExt_CloseFileWriter(writer: number): void;
}

/** An instance of PDFium with a small block of memory for results that come by pointer. */
export interface Pdfium {
  readonly call: PdfiumExports;
  /** 64 bytes; a call may overwrite all of them. */
  readonly scratch: number;
  /** The memory as numbers; made anew when it has grown. */
  readonly view: () => DataView;
}

/** Why a document cannot be opened. */
export type PdfProblem = 'encrypted' | 'damaged';

/** A document in PDFium's memory. `close` frees it; nothing of it may be used afterwards. */
export interface PdfDocument {
  readonly pdfium: Pdfium;
  readonly handle: number;
  readonly pageCount: number;
  readonly close: () => void;
}

export type OpenedPdf =
  | { readonly ok: true; readonly document: PdfDocument }
  | { readonly ok: false; readonly problem: PdfProblem };

/** A page as pixels, 4 bytes each (red, green, blue, alpha), row by row from the top. */
export interface PagePixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** WebAssembly memory never shrinks: after a document that needed more than this, start afresh. Bytes. */
const mostKept = 192 * 1024 * 1024;
const mostMemory = 700 * 1024 * 1024;
const passwordError = 4;

/** Else PDFium is told the path of our program, and one with Chinese characters makes it abort. */
const thisProgram = 'mingsuan';

let loading: Promise<Pdfium> | undefined;

/** The program's only instance of PDFium, loaded at the first call. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= startPdfium();
  return loading;
}

/** Lets go of the instance, so that the next call loads another: after a trap its memory is not sound. */
export function dropPdfium(): void {
  loading = undefined;
}

/** True for what PDFium throws when it can go no further: a trap, its own abort, a stack too deep. */
export function isTrap(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError);
}

async function startPdfium(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const binary = await readFile(path);
  const wasmBinary = new Uint8Array(binary).buffer;
  // A hostile file can make PDFium print a line for every object.
  const silent = (): void => undefined;
  const settings = { wasmBinary, thisProgram, print: silent, printErr: silent };
  const module = await init(settings);
  const call = module.pdfium.wasmExports as unknown as PdfiumExports;
  let view = new DataView(call.memory.buffer);
  watchGrowth(call.memory, () => {
    view = new DataView(call.memory.buffer);
  });
  call.FPDF_InitLibrary();
  return { call, scratch: call.malloc(64), view: () => view };
}

/**
 * Tells when memory has grown, and makes PDFium's allocation fail, and so end in a trap, where a file would
 * have it take all memory. Growth always passes here: the program in WebAssembly asks its host for it.
 */
function watchGrowth(memory: WasmMemory, grown: () => void): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * 65_536 > mostMemory)
      throw new RangeError('Memory limit of PDFium');
    const before = grow(pages);
    grown();
    return before;
  };
}

/** Opens a document without a password. The bytes are copied into PDFium's memory. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdfium = await loadPdfium();
  const { call } = pdfium;
  const data = call.malloc(Math.max(bytes.length, 1));
  if (data === 0) return { ok: false, problem: 'damaged' };
  new Uint8Array(call.memory.buffer).set(bytes, data);
  const handle = call.FPDF_LoadMemDocument(data, bytes.length, 0);
  if (handle === 0) {
    const problem = call.FPDF_GetLastError() === passwordError ? 'encrypted' : 'damaged';
    call.free(data);
    return { ok: false, problem };
  }
  const close = (): void => {
    call.FPDF_CloseDocument(handle);
    call.free(data);
    if (call.memory.buffer.byteLength > mostKept) dropPdfium();
  };
  return { ok: true, document: { pdfium, handle, pageCount: call.FPDF_GetPageCount(handle), close } };
}

/** Calls `use` with a loaded page and closes it. Undefined when the page (`index` from 0) is damaged. */
export function withPage<T>(document: PdfDocument, index: number, use: (page: number) => T): T | undefined {
  const { call } = document.pdfium;
  const page = call.FPDF_LoadPage(document.handle, index);
  if (page === 0) return undefined;
  try {
    return use(page);
  } finally {
    call.FPDF_ClosePage(page);
  }
}
