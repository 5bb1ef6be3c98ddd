import { openZip } from '../../file/zip.ts';
import { zipOf } from '../../file/zipWrite.ts';
import { fontTable } from './fontTable.ts';

/** The ZIP format's first day: a document's own dates stand in its text. */
const date = '1980-01-01T00:00:00Z';

/** A paragraph without properties that stands for the nth table; texts of the layout always have a style. */
export function tablePlace(index: number): string {
  return `table ${index}`;
}

const tablePlaces = /<w:p><w:r><w:t xml:space="preserve">table (\d+)<\/w:t><\/w:r><\/w:p>/g;

/**
 * The package with its tables in their places, with nothing of today in it, and with paragraphs at the ends of sections so low that they never
 * begin a page of their own behind a table.
 * @throws Error when the library has made no package.
 */
export function fixedPackage(bytes: Uint8Array, tables: readonly string[]): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`the package of the document is ${opened.problem}`);
  const names = [...opened.archive.entries.keys()].filter((name) => !name.endsWith('/')).sort(inOrder);
  const parts = new Map(
    names.map((name) => {
      const content = opened.archive.read(name);
      if (content?.ok !== true) throw new Error(`the part ${name} of the document cannot be read`);
      return [name, fixedPart(name, content.bytes, tables)];
    }),
  );
  const fixed = zipOf(parts);
  if (fixed === undefined) throw new Error('the document is too large');
  return fixed;
}

/** Readers that take a stream want the types first. */
function inOrder(a: string, b: string): number {
  const [first, second] = [a, b].map((name) => (name === '[Content_Types].xml' ? 0 : 1)) as [number, number];
  return first - second || (a < b ? -1 : 1);
}

function fixedPart(name: string, bytes: Uint8Array, tables: readonly string[]): Uint8Array {
  if (name === 'docProps/core.xml') return replaced(bytes, /\d{4}-\d\d-\d\dT[\d:.]+Z/g, date);
  if (name === 'word/fontTable.xml') return Buffer.from(fontTable(), 'utf8');
  if (name !== 'word/document.xml') return bytes;
  const xml = Buffer.from(bytes).toString('utf8');
  const fixed = renumbered(xml)
    .replace(/<w:p><w:pPr><w:sectPr/g, `<w:p><w:pPr>${lowest}<w:sectPr`)
    .replace(pageReferences, '<w:fldSimple w:dirty="true" ')
    .replace(tablePlaces, (place, index: string) => tables[Number(index)] ?? place);
  return Buffer.from(fixed, 'utf8');
}

/** References of the contents page, marked to be worked out when the document is opened. */
const pageReferences = /<w:fldSimple (?=w:instr="PAGEREF )/g;

/** The library counts bookmarks through all documents of a process. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const bookmark = /(<w:bookmark(?:Start w:name="\w+"|End) w:id=")(\d+)"/g;
  return xml.replace(bookmark, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}${number}"`;
  });
}

const lowest =
  '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';

function replaced(bytes: Uint8Array, pattern: RegExp, by: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('utf8').replace(pattern, by), 'utf8');
}
