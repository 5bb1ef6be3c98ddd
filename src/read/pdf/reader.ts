import type { PdfDocument } from '../../file/pdfium.ts';
import { dropPdfium, isTrap, openPdf } from '../../file/pdfium.ts';
import type { FileBytes, Reader, ReadProblem, ReadResult } from '../reader.ts';
import { assemble } from './assemble.ts';
import type { PageLayout } from './draft.ts';
import { isPicture } from './draft.ts';
import { readPage } from './page.ts';

const mostBytes = 200 * 1024 * 1024;
const mostPages = 2000;
/** Pages of a real document take milliseconds each; a file that takes longer is built to. Milliseconds. */
const longest = 120_000;

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
  const end = Date.now() + longest;
  const pages: PageLayout[] = [];
  for (let number = 1; number <= document.pageCount; number++) {
    const page = readPage(document, number);
    if (page !== undefined) pages.push(page);
    if (Date.now() > end) return { code: 'tooComplex', detail: `p. ${number}` };
  }
  return pages.length === 0 ? { code: 'damaged' } : pages;
}

function toResult(file: string, pages: readonly PageLayout[]): ReadResult {
  const pictures = pages.filter(isPicture);
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  if (characters === 0)
    return failed({ code: pages.some((page) => page.segments > 0) ? 'scanned' : 'empty' });
  if (pictures.length * 2 > pages.length)
    return failed({ code: 'scanned', detail: `${pictures.length}/${pages.length}` });
  return { ok: true, source: assemble(file, pages) };
}
