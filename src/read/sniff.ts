import { isOle, oleKind, openOle } from '../file/ole.ts';
import { openZip } from '../file/zip.ts';
import type { FileBytes, ReadProblem } from './reader.ts';

export type ContentKind = 'text' | 'csv' | 'html' | 'docx' | 'xlsx' | 'xls' | 'pdf' | 'office';

/** Which reader a file needs, or why none can read it. */
export type Sniffed = { readonly kind: ContentKind } | { readonly problem: ReadProblem };

const sampleBytes = 4096;

/**
 * Decides by the content, for names often lie (an .xls that holds HTML, a .doc that holds XML); only when
 * the content says nothing by the ending of the name. Looks at no more than needed and loads no reader.
 */
export function sniff(file: FileBytes): Sniffed {
  const { bytes } = file;
  if (bytes.length === 0) return refused('empty');
  const start = beginning(bytes, sampleBytes);
  if (start.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (start.startsWith('PK\x03\x04')) return sniffZip(file);
  if (isOle(bytes)) return sniffOle(file);
  if (isBareBiff(bytes)) return { kind: 'xls' };
  return foreign(start) ?? marked(start) ?? named(file);
}

function refused(code: ReadProblem['code'], detail?: string): Sniffed {
  return { problem: detail === undefined ? { code } : { code, detail } };
}

/** The first bytes as Latin 1; byte order marks and the zero bytes of UTF-16 are dropped. */
function beginning(bytes: Uint8Array, length: number): string {
  const sample = bytes.subarray(0, length);
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1');
  return /^(?:ÿþ|þÿ|<\0|\0<)/.test(text) ? text.replace(/^(?:ÿþ|þÿ)|\0/g, '') : text.replace(/^ï»¿/, '');
}

function endingOf({ name }: FileBytes): string {
  return /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A package says in its list of content types what it holds; OpenDocument in its own first entry. */
function sniffZip(file: FileBytes): Sniffed {
  const opened = openZip(file.bytes);
  if (!opened.ok) return opened.problem === 'damaged' ? brokenZip(file) : refused(opened.problem);
  const { archive } = opened;
  const textOf = (name: string): string => {
    const content = archive.read(name);
    return content?.ok === true ? new TextDecoder().decode(content.bytes.subarray(0, 1024 * 1024)) : '';
  };
  const types = textOf('[Content_Types].xml');
  if (types.includes('wordprocessingml') || archive.entries.has('word/document.xml')) return { kind: 'docx' };
  if (types.includes('ms-excel.sheet.binary') || archive.entries.has('xl/workbook.bin'))
    return { kind: 'xls' };
  if (types.includes('spreadsheetml') || archive.entries.has('xl/workbook.xml')) return { kind: 'xlsx' };
  if (/opendocument\.(?:text|spreadsheet)/.test(textOf('mimetype'))) return { kind: 'office' };
  return refused('wrongType', archive.entries.has('OFD.xml') ? 'OFD' : 'ZIP');
}

/** Without its directory at the end a zip file is cut off; the ending tells what it was. */
function brokenZip(file: FileBytes): Sniffed {
  return /^(?:docx|docm|dotx|xlsx|xlsm|xltx|xlsb|odt|ods|wps|et)$/.test(endingOf(file))
    ? refused('damaged')
    : refused('wrongType');
}

function sniffOle(file: FileBytes): Sniffed {
  const ole = openOle(file.bytes);
  if (ole === undefined) return refused('damaged');
  switch (oleKind(ole)) {
    case 'encrypted':
      return refused('encrypted');
    case 'sheets':
    case 'oldSheets':
      return { kind: 'xls' };
    case 'words':
      return { kind: 'office' };
    case 'slides':
      return refused('wrongType', 'PPT');
    case 'other':
      return /^(?:doc|wps|wpt|et)$/.test(endingOf(file)) ? { kind: 'office' } : refused('wrongType');
  }
}

/** Excel 2 to 4 wrote the records without a container; the first is the beginning of a sheet. */
export function isBareBiff(bytes: Uint8Array): boolean {
  const [id, version, length, high] = bytes;
  return id === 9 && [0, 2, 4].includes(version ?? -1) && (length === 4 || length === 6) && high === 0;
}

/** Pictures and archives, by their signatures. */
function foreign(start: string): Sniffed | undefined {
  if (/^(?:\x89PNG|ÿØÿ|GIF8|II\*\0|MM\0\*|BM[\s\S]{4}\0{4}|RIFF[\s\S]{4}WEBP)/.test(start))
    return refused('scanned');
  if (start.startsWith('Rar!')) return refused('wrongType', 'RAR');
  if (start.startsWith("7z¼¯'")) return refused('wrongType', '7z');
  return /^MIME-Version:/i.test(start) ? refused('wrongType', 'MHTML') : undefined;
}

const htmlOpening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|table|meta|title|div|style|center|font|h[1-6]|p)[\s>])/i;

/** True when the content begins like HTML, whatever the file is called. */
export function isHtml(bytes: Uint8Array): boolean {
  return htmlOpening.test(beginning(bytes, sampleBytes));
}

/** Formats that are text with marks. */
function marked(start: string): Sniffed | undefined {
  if (start.startsWith('{\\rtf')) return { kind: 'office' };
  if (htmlOpening.test(start)) return { kind: 'html' };
  if (!/^\s*<\?xml|^\s*<[\w:]+[\s>]/.test(start)) return undefined;
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return { kind: 'xls' };
  if (/progid="Word\.Document"|<w:wordDocument|<pkg:package|<office:document|<uof:/.test(start))
    return { kind: 'office' };
  return undefined;
}

/** Text by itself says nothing more; other bytes under the name of a known format are a damaged file. */
function named(file: FileBytes): Sniffed {
  const ending = endingOf(file);
  if (/^(?:txt|text|md|markdown|tsv|tab|prn|log)?$/.test(ending)) return { kind: 'text' };
  if (ending === 'csv') return { kind: 'csv' };
  if (/^(?:html?|xhtml|shtml)$/.test(ending)) return { kind: 'html' };
  if (/^(?:docx?|docm|dotx?|wps|rtf|odt|xlsx?|xlsm|xlsb|et|ods|pdf)$/.test(ending))
    return misnamed(file, ending);
  return refused('wrongType', ending);
}

/** Programs export separated values as .xls, and text as .doc; anything else there is broken. */
function misnamed({ bytes }: FileBytes, ending: string): Sniffed {
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return refused('damaged');
  if (/^(?:xls|et)/.test(ending)) return { kind: 'csv' };
  return /^(?:doc|wps)$/.test(ending) ? { kind: 'text' } : refused('wrongType');
}
