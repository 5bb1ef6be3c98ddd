import { readXml } from '../../file/xml.ts';
import type { XmlReader, XmlSource } from '../../file/xml.ts';
import type { Block, Paragraph, SourceNote } from '../../model/source.ts';
import { rejoinParagraphs } from '../paragraphs.ts';
import type { FileBytes, Reader, ReadProblemCode, ReadResult } from '../reader.ts';
import { readBody } from './body.ts';
import type { Walk } from './content.ts';
import { readNumbering } from './numbering.ts';
import { openWordPackage } from './package.ts';
import type { WordPackage } from './package.ts';
import { readStyles } from './styles.ts';

const mostBytes = 256 * 1024 * 1024;
const zipSignature = Buffer.from('504b', 'hex');
const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads Word documents (.docx, also of WPS and LibreOffice): paragraphs and tables in the order of the
 * body, revisions accepted, hidden text dropped, automatic numbers printed.
 * Problems: empty, tooLarge, wrongType, damaged, bomb, encrypted, needsOffice, scanned, tooComplex.
 */
export const docxReader: Reader = {
  id: 'docx',
  accepts: (file) => acceptsDocx(file),
  read: (file) => Promise.resolve(readDocx(file)),
};

function acceptsDocx({ name, bytes }: FileBytes): boolean {
  const named = /\.(?:docx|docm|dotx)$/i.test(name);
  if (startsWith(bytes, zipSignature)) return asBuffer(bytes).includes('word/document') || named;
  return named && !(startsWith(bytes, oleSignature) && !isEncrypted(bytes));
}

function startsWith(bytes: Uint8Array, signature: Buffer): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A password turns the file into an OLE container with a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function problem(code: ReadProblemCode, detail?: string): ReadResult {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}

function readDocx(file: FileBytes): ReadResult {
  const { bytes } = file;
  if (bytes.length === 0) return problem('empty');
  if (bytes.length > mostBytes) return problem('tooLarge', `${Math.round(bytes.length / 1024 / 1024)} MB`);
  if (startsWith(bytes, oleSignature)) return problem(isEncrypted(bytes) ? 'encrypted' : 'needsOffice');
  if (!startsWith(bytes, zipSignature)) return problem('wrongType');
  const opened = openWordPackage(bytes);
  if (!opened.ok) return problem(opened.code);
  const result = readPackage(file.name, opened.parts);
  return result.ok && isPictures(result.source.blocks, bytes) ? problem('scanned') : result;
}

/** A title at most: the rest of the document is its pictures. */
const mostTextBesidePictures = 200;

/** Names in a zip file are not compressed, so that the pictures of a package can be told without opening it. */
function isPictures(blocks: readonly Block[], bytes: Uint8Array): boolean {
  const length = blocks.reduce(
    (all, block) => (block.kind === 'grid' ? Infinity : all + block.text.length),
    0,
  );
  return length <= mostTextBesidePictures && asBuffer(bytes).includes('word/media/');
}

function readPackage(file: string, parts: WordPackage): ReadResult {
  const notes = new Map<SourceNote['code'], SourceNote>();
  const walk: Walk = {
    file,
    styles: readStyles(parts.styles),
    numbering: readNumbering(parts.numbering),
    notes,
    block: 0,
    known: new Map(),
    cells: 0,
    tablesOpen: 0,
    paragraphs: 0,
    problem: undefined,
  };
  const document = readPart(parts.document, 'w:body', walk);
  if (typeof document === 'string') return problem(document);
  const margins = parts.margins.flatMap((part) => {
    const blocks = readPart(part, undefined, { ...walk, block: undefined });
    return typeof blocks === 'string' ? [] : blocks.flatMap((block) => marginParagraphs(block));
  });
  const blocks = rejoinParagraphs(document);
  return { ok: true, source: { file, format: 'docx', blocks, margins, notes: [...notes.values()] } };
}

/** The blocks of a part, or why it cannot be read. `container` is the element that holds them, if not the root. */
function readPart(xml: XmlSource, container: string | undefined, walk: Walk): Block[] | ReadProblemCode {
  const reader = readXml(xml);
  let found = reader.next() === 'open' && (container === undefined || reader.name === container);
  while (!found) {
    if (reader.next() === 'end') return reader.problem === 'tooDeep' ? 'tooComplex' : 'damaged';
    found = reader.name === container && reader.depth === 2;
  }
  const blocks = readBody(reader, walk);
  if (walk.problem !== undefined) return walk.problem;
  readToEnd(reader);
  if (reader.problem === undefined) return blocks;
  return reader.problem === 'tooDeep' ? 'tooComplex' : 'damaged';
}

function readToEnd(reader: XmlReader): void {
  while (reader.next() !== 'end');
}

/** A header can be laid out as a table; its cells are running text all the same. */
function marginParagraphs(block: Block): Paragraph[] {
  if (block.kind === 'paragraph') return [block];
  const cells = [...new Set(block.rows.flat())].filter((cell) => cell.text !== '');
  return cells.map(({ text, place }) => ({
    kind: 'paragraph',
    text,
    place,
    spans: [{ start: 0, end: text.length, place }],
  }));
}
