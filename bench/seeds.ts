import { strToU8, zipSync } from 'fflate';
import { pdfOf, table as pdfTable, text as pdfText } from '../src/file/pdfFixture.ts';
import { corpusDocument, corpusPdfs, exampleDocument, textOf, type BenchDocument } from './documents.ts';

/** A paragraph, or the rows of a table. */
type Part = string | readonly (readonly string[])[];

/** The example as parts, cut to a size that is quick to read many times. */
function partsOf(text: string): readonly Part[] {
  const parts: (string | string[][])[] = [];
  for (const line of text.split('\n')) {
    const last = parts.at(-1);
    if (!line.includes('\t')) parts.push(line);
    else if (typeof last === 'object') last.push(line.split('\t'));
    else parts.push([line.split('\t')]);
  }
  return parts;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The XML of the main part of a docx, and the file around it: mutations work on the XML too. */
export function docxXml(parts: readonly Part[]): string {
  const paragraph = (text: string): string =>
    `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const body = parts.map((part) =>
    typeof part === 'string'
      ? paragraph(part)
      : `<w:tbl>${part
          .map(
            (row) =>
              `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
          )
          .join('')}</w:tbl>`,
  );
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`;
}

export function docxOf(xml: string): Uint8Array {
  return zipped({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${links}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': xml,
  });
}

export function sheetXml(parts: readonly Part[]): string {
  const rows = parts.flatMap((part): readonly (readonly string[])[] =>
    typeof part === 'string' ? [[part]] : part,
  );
  const cell = (text: string, r: number, c: number): string =>
    `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const body = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, r, c)).join('')}</row>`,
  );
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;
}

export function xlsxOf(xml: string): Uint8Array {
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${links}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': xml,
  });
}

function htmlOf(parts: readonly Part[]): string {
  const body = parts.map((part) =>
    typeof part === 'string'
      ? `<p>${escaped(part)}</p>`
      : `<table>${part.map((row) => `<tr>${row.map((cell) => `<td colspan="1" rowspan="1">${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`;
}

function csvOf(parts: readonly Part[]): string {
  const rows = parts.flatMap((part): readonly (readonly string[])[] =>
    typeof part === 'string' ? [[part]] : part,
  );
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Each table on pages of its own, its rows ruled. */
function madePdf(parts: readonly Part[]): Uint8Array {
  const tables = parts.filter((part) => typeof part !== 'string').slice(0, 3);
  const pages = tables.map((rows) => {
    const shown = rows.slice(0, 18);
    const width = Math.max(...shown.map((row) => row.length));
    const xs = Array.from({ length: width + 1 }, (_, i) => 40 + (720 / width) * i);
    const ys = Array.from({ length: shown.length + 1 }, (_, i) => 100 + 22 * i);
    return {
      content:
        pdfText(300, 60, '2026年预算收支总表') + pdfText(600, 85, '单位：万元') + pdfTable(xs, ys, shown),
    };
  });
  return pdfOf(pages);
}

/** A file to mutate; those written from XML or text give that as well, and how a file is made of it. */
export interface Seed extends BenchDocument {
  readonly inner?: { readonly text: string; readonly wrap: (text: string) => Uint8Array };
}

/** Contents, overview, some tables, part of the narrative and a sheet: quick to read many times. */
function excerpt(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, 165), ...lines.slice(415, 470), ...lines.slice(500, 560)].join('\n');
}

/** One seed a format, from the example that the package ships. */
export function seeds(): readonly Seed[] {
  const text = excerpt(textOf(exampleDocument()));
  const parts = partsOf(text);
  const plain = (name: string, own: string): Seed => ({
    name,
    bytes: strToU8(own),
    inner: { text: own, wrap: (mutated) => strToU8(mutated) },
  });
  const packed = (name: string, xml: string, wrap: (xml: string) => Uint8Array): Seed => ({
    name,
    bytes: wrap(xml),
    inner: { text: xml, wrap },
  });
  /** The objects of a file whose streams are not packed are text as well. */
  const latin1 = (name: string, bytes: Uint8Array): Seed => ({
    ...{ name, bytes },
    inner: {
      text: Buffer.from(bytes).toString('latin1'),
      wrap: (own) => new Uint8Array(Buffer.from(own, 'latin1')),
    },
  });
  const smallest = corpusPdfs
    .flatMap((name) => corpusDocument(name) ?? [])
    .sort((a, b) => a.bytes.length - b.bytes.length);
  return [
    plain('seed.txt', text),
    plain('seed.html', htmlOf(parts)),
    plain('seed.csv', csvOf(parts)),
    packed('seed.docx', docxXml(parts), docxOf),
    packed('seed.xlsx', sheetXml(parts), xlsxOf),
    latin1('seed.pdf', madePdf(parts)),
    ...smallest.slice(0, 1).map(({ bytes }) => ({ name: 'real.pdf', bytes })),
  ];
}
