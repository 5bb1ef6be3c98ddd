import { openZip } from '../../../file/zip.ts';
import { zipOf } from '../../../file/zipWrite.ts';

/**
 * The workbook as the format wants it: the package writes the links of a sheet before its drop-down lists, and a
 * spreadsheet program then offers to repair the file. The entries have no date of today.
 */
export function ordered(bytes: Uint8Array): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`the written workbook is ${opened.problem}`);
  const parts = new Map<string, Uint8Array>();
  for (const name of opened.archive.entries.keys()) {
    const content = name.endsWith('/') ? undefined : opened.archive.read(name);
    if (content?.ok !== true) continue;
    parts.set(name, name.startsWith('xl/worksheets/') ? withLinksLast(content.bytes) : content.bytes);
  }
  const packed = zipOf(parts);
  if (packed === undefined) throw new Error('the written workbook cannot be packed again');
  return packed;
}

/** Drop-down lists stand before links: ECMA-376 part 1, 18.3.1.99. */
function withLinksLast(sheet: Uint8Array): Uint8Array {
  const text = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const [links, lists] = [between(text, 'hyperlinks'), between(text, 'dataValidations')];
  if (links === null || lists === null || links.start > lists.start) return sheet;
  return Buffer.concat([
    text.subarray(0, links.start),
    text.subarray(links.end, lists.end),
    text.subarray(links.start, links.end),
    text.subarray(lists.end),
  ]);
}

function between(text: Buffer, name: string): { readonly start: number; readonly end: number } | null {
  const start = text.lastIndexOf(`<${name}`);
  const end = text.lastIndexOf(`</${name}>`);
  return start < 0 || end < start ? null : { start, end: end + name.length + 3 };
}
