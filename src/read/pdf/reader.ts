import type { PdfDocument } from '../../file/pdfium.ts';
import { dropPdfium, isTrap, openPdf } from '../../file/pdfium.ts';
import type { FileBytes, Reader, ReadProblem, ReadResult } from '../reader.ts';
import { assemble } from './assemble.ts';
import type { PageLayout } from './draft.ts';
import { isPicture } from './draft.ts';
import type { TableMemory } from './orderedTable.ts';
import { readPage } from './page.ts';

const mostBytes = 200 * 1024 * 1024;
const mostPages = 2000;
/**
 * Pages of a real document take milliseconds each; a file that takes longer is built to. Milliseconds of
 * processor time, for the file and for each page: the clock would refuse sound files on a busy machine. One page
 * is bounded by the memory of PDFium and by how many characters and segments are read of it.
 */
const longest = { file: 15_000, page: 50 };
/** How often the time is looked at. In milliseconds. */
const seldom = 200;

/** Reads PDF: tables by their ruling or alignment, paragraphs, running lines, each with page and box. */
export const pdfReader: Reader = {
  id: 'pdf',
  accepts: (file) => isPdf(file.bytes) || /\.pdf$/i.test(file.name),
  read: readPdf,
};

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

async function readPdf(file: FileBytes): Promise<ReadResult> {
  if (file.bytes.length === 0) return failed({ code: 'empty' });
  if (file.bytes.length > mostBytes) return failed({ code: 'tooLarge', detail: `${file.bytes.length} B` });
  try {
    const opened = await openPdf(file.bytes);
    if (!opened.ok) return failed({ code: opened.problem });
    const pages = readPages(opened.document);
    opened.document.close();
    return 'code' in pages ? failed(pages) : toResult(file.name, pages);
  } catch (error) {
    if (!isTrap(error)) throw error;
    // PDFium met something it cannot bear, or the limit of memory; its instance is not usable any more.
    dropPdfium();
    return failed({ code: 'damaged', detail: error.message });
  }
}

function failed(problem: ReadProblem): ReadResult {
  return { ok: false, problem };
}

function readPages(document: PdfDocument): PageLayout[] | ReadProblem {
  if (document.pageCount > mostPages) return { code: 'tooComplex', detail: `${document.pageCount} p.` };
  const start = process.cpuUsage();
  let looked = performance.now();
  const budget = longest.file + longest.page * document.pageCount;
  const pages: PageLayout[] = [];
  const memory: TableMemory = { last: undefined };
  for (let number = 1; number <= document.pageCount; number++) {
    const page = readPage(document, number, memory);
    if (page !== undefined) pages.push(page);
    // Processor time is dear to ask for; it cannot have run out before as much time has passed.
    if (performance.now() - looked < seldom) continue;
    looked = performance.now();
    if (spentSince(start) > budget) return { code: 'tooComplex', detail: `p. ${number}` };
  }
  return pages.length === 0 ? { code: 'damaged' } : pages;
}

function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function toResult(file: string, pages: readonly PageLayout[]): ReadResult {
  const pictures = pages.filter(isPicture);
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (characters === 0)
    return failed({ code: pages.some((page) => page.segments > 0) ? 'scanned' : 'empty' });
  if (pictures.length * 2 > pages.length)
    return failed({ code: 'scanned', detail: `${pictures.length}/${pages.length}` });
  const garbled = pages.filter((page) => page.garbled);
  if (garbled.length * 2 > pages.length)
    return failed({ code: 'garbled', detail: `${garbled.length}/${pages.length}` });
  return { ok: true, source: assemble(file, pages) };
}
