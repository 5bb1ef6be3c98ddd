import type { Block, SourceNote } from '../../model/source.ts';
import type { DecodedText } from '../encoding.ts';
import { decodeText, textIn } from '../encoding.ts';
import type { FileBytes, Reader, ReadProblemCode, ReadResult } from '../reader.ts';
import { isHtml } from '../sniff.ts';
import { pageBlocks } from './page.ts';
import { parseHtml } from './tree.ts';

const mostBytes = 32 * 1024 * 1024;

/**
 * Reads web pages, and the HTML that programs save under .xls or .doc: headings, paragraphs, tables with
 * spans. Scripts, styles, menus and invisible elements are left out.
 * Problems: empty, tooLarge, binaryNoise, tooComplex.
 */
export const htmlReader: Reader = {
  id: 'html',
  accepts: ({ name, bytes }) => isHtml(bytes) || /\.(?:html?|xhtml|shtml)$/i.test(name),
  read: (file) => Promise.resolve(readHtml(file)),
};

/** The first bytes as ASCII; marks and the zero bytes of UTF-16 are dropped. */
function beginning(bytes: Uint8Array, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length)).replace(/^(?:ï»¿|ÿþ|þÿ)|\0/g, '');
}

function problem(code: ReadProblemCode): ReadResult {
  return { ok: false, problem: { code } };
}

function readHtml({ name: file, bytes }: FileBytes): ReadResult {
  if (bytes.length === 0) return problem('empty');
  if (bytes.length > mostBytes) return problem('tooLarge');
  const decoded = decodePage(bytes);
  if (decoded === undefined) return problem('binaryNoise');
  const page = parseHtml(decoded.text);
  const content = page === undefined ? undefined : pageBlocks(page, file, isSavedSheet(file, decoded.text));
  if (content === undefined) return problem('tooComplex');
  const notes: SourceNote[] = [...content.notes];
  if (decoded.lossy) notes.push({ code: 'lossyEncoding', place: { file }, detail: decoded.encoding });
  const blocks: readonly Block[] = content.blocks;
  return { ok: true, source: { file, format: 'html', blocks, margins: [], notes } };
}

/** Spreadsheet programs and exports name themselves in the head, or the file is called a workbook. */
function isSavedSheet(name: string, text: string): boolean {
  if (/\.(?:xls|xlsx|et)$/i.test(name)) return true;
  return /urn:schemas-microsoft-com:office:excel|Excel\.Sheet|<x:ExcelWorkbook/i.test(text.slice(0, 16_384));
}

/** Content that is UTF-8 or UTF-16 by itself wins; else the page's own declaration tells GBK from Big5. */
function decodePage(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeText(bytes);
  if (decoded === undefined || decoded.encoding.startsWith('utf')) return decoded;
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(beginning(bytes, 8192))?.[1]?.toLowerCase() ?? '';
  const encoding = /^(?:gb|x-gbk)/.test(declared)
    ? 'gb18030'
    : declared.startsWith('big5')
      ? 'big5'
      : decoded.encoding;
  if (encoding === decoded.encoding) return decoded;
  const text = textIn(bytes, encoding);
  return { text, encoding, lossy: text.includes('\uFFFD') };
}
