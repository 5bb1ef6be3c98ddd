import { eachChild, readXml } from '../../../file/xml.ts';
import type { XmlReader } from '../../../file/xml.ts';

/** A w:t: where its element stands in the part, and where its text stands in the paragraph. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The opening tag, as `<w:t>`. */
  readonly raw: string;
  readonly text: string;
  readonly offset: number;
  readonly run: Run;
  /** Nothing of the run stands before it, and behind it. */
  first: boolean;
  last: boolean;
}

export interface Run {
  readonly start: number;
  end: number;
  /** The opening tag. */
  readonly tag: string;
  /** The source of its w:rPr, or nothing. */
  properties: string;
  /** The element that holds it: its name and where it opens. */
  readonly parent: { readonly name: string; readonly at: number };
}

export interface ScannedParagraph {
  readonly start: number;
  /** Behind the opening tag and the properties. */
  content: number;
  /** Before the closing tag; for an empty element, behind it. */
  end: number;
  readonly empty: boolean;
  text: string;
  readonly pieces: Piece[];
}

export interface ScannedCell {
  /** From 0, on the grid of the table. */
  readonly row: number;
  readonly column: number;
  readonly paragraphs: ScannedParagraph[];
}

/** A child of the body. */
export interface ScannedBlock {
  readonly paragraphs: ScannedParagraph[];
  /** The tables that stand in no other, each with its cells. */
  readonly tables: ScannedCell[][];
}

interface Scan {
  readonly reader: XmlReader;
  readonly source: string;
  /** The prefix of WordprocessingML with its colon. */
  readonly prefix: string;
  readonly block: ScannedBlock;
  table: { readonly cells: ScannedCell[]; row: number; column: number } | undefined;
  cell: ScannedCell | undefined;
}

/** Text that is not shown, or that cannot carry comments: text boxes. */
const left = new Set(['del', 'moveFrom', 'txbxContent', 'sectPr', 'sdtPr']);

/**
 * Where the text of a document part stands: each child of the body with its paragraphs and the cells of its
 * tables, counted as the reader of docx files counts them. Undefined when the part is not well-formed.
 */
export function scanBody(source: string, prefix: string): readonly ScannedBlock[] | undefined {
  const reader = readXml(source);
  for (;;) {
    if (reader.next() === 'end') return undefined;
    if (reader.name === `${prefix}body`) break;
  }
  const blocks: ScannedBlock[] = [];
  eachChild(reader, (name) => {
    const block: ScannedBlock = { paragraphs: [], tables: [] };
    blocks.push(block);
    visit({ reader, source, prefix, block, table: undefined, cell: undefined }, name);
  });
  return reader.problem === undefined ? blocks : undefined;
}

function local(scan: Scan, name: string): string {
  return name.startsWith(scan.prefix) ? name.slice(scan.prefix.length) : name;
}

/** Any element outside a paragraph. */
function visit(scan: Scan, name: string): void {
  const kind = local(scan, name);
  if (kind === 'p') readParagraph(scan);
  else if (kind === 'tbl' && scan.table === undefined) readTable(scan);
  else if (kind === 'tr' && scan.table !== undefined && scan.cell === undefined) readRow(scan);
  else if (kind === 'tc' && scan.table !== undefined && scan.cell === undefined) readCell(scan);
  else if (kind === 'mc:AlternateContent') visitChoice(scan, visit);
  else if (!left.has(kind)) {
    eachChild(scan.reader, (child) => {
      visit(scan, child);
    });
  }
}

/** Of a choice and its fallback only the first counts. */
function visitChoice(scan: Scan, next: (scan: Scan, name: string) => void): void {
  let done = false;
  eachChild(scan.reader, () => {
    if (done) return;
    done = true;
    eachChild(scan.reader, (child) => {
      next(scan, child);
    });
  });
}

function readTable(scan: Scan): void {
  scan.table = { cells: [], row: 0, column: 0 };
  scan.block.tables.push(scan.table.cells);
  eachChild(scan.reader, (name) => {
    visit(scan, name);
  });
  scan.table = undefined;
}

function readRow(scan: Scan): void {
  const { table } = scan;
  if (table === undefined) return;
  table.column = 0;
  const known = table.cells.length;
  const found = { deleted: false };
  eachChild(scan.reader, (name) => {
    if (local(scan, name) === 'trPr') found.deleted = readRowProperties(scan);
    else visit(scan, name);
  });
  if (found.deleted) table.cells.length = known;
  else table.row++;
}

function readRowProperties(scan: Scan): boolean {
  let deleted = false;
  eachChild(scan.reader, (name) => {
    const kind = local(scan, name);
    if (kind === 'del') deleted = true;
    if (kind === 'gridBefore' && scan.table !== undefined) scan.table.column += numberOf(scan, 0);
  });
  return deleted;
}

function numberOf(scan: Scan, least: number): number {
  const value = Number(scan.reader.attribute(`${scan.prefix}val`) ?? '');
  return Number.isInteger(value) ? Math.min(200, Math.max(least, value)) : least;
}

function readCell(scan: Scan): void {
  const { table } = scan;
  if (table === undefined) return;
  const cell: ScannedCell = { row: table.row, column: table.column, paragraphs: [] };
  const found = { span: 1, deleted: false, continued: false };
  scan.cell = cell;
  const first = scan.block.paragraphs.length;
  eachChild(scan.reader, (name) => {
    if (local(scan, name) !== 'tcPr') {
      visit(scan, name);
      return;
    }
    eachChild(scan.reader, (property) => {
      const kind = local(scan, property);
      if (kind === 'gridSpan') found.span = numberOf(scan, 1);
      else if (kind === 'cellDel') found.deleted = true;
      else if (kind === 'hMerge') found.continued = scan.reader.attribute(`${scan.prefix}val`) !== 'restart';
    });
  });
  scan.cell = undefined;
  if (found.deleted) {
    scan.block.paragraphs.length = first;
    return;
  }
  table.column += found.span;
  if (!found.continued || cell.column === 0) table.cells.push(cell);
}

function readParagraph(scan: Scan): void {
  const { reader, source } = scan;
  const content = reader.position;
  const empty = source.charAt(content - 2) === '/';
  const start = source.lastIndexOf('<', content - 1);
  const paragraph: ScannedParagraph = { start, content, end: content, empty, text: '', pieces: [] };
  scan.block.paragraphs.push(paragraph);
  scan.cell?.paragraphs.push(paragraph);
  readInlines(scan, paragraph, 'p', start);
  if (!empty) paragraph.end = source.lastIndexOf('<', reader.position - 1);
}

function readInlines(scan: Scan, paragraph: ScannedParagraph, parent: string, at: number): void {
  eachChild(scan.reader, (name) => {
    readInline(scan, paragraph, name, { name: parent, at });
  });
}

function readInline(scan: Scan, paragraph: ScannedParagraph, name: string, parent: Run['parent']): void {
  const { reader, source } = scan;
  const kind = local(scan, name);
  const start = source.lastIndexOf('<', reader.position - 1);
  if (kind === 'pPr') {
    reader.skip();
    paragraph.content = reader.position;
  } else if (kind === 'r') readRun(scan, paragraph, start, parent);
  else if (kind === 'mc:AlternateContent') {
    visitChoice(scan, (inner, child) => {
      readInline(inner, paragraph, child, { name: kind, at: start });
    });
  } else if (!left.has(kind)) readInlines(scan, paragraph, kind, start);
}

function readRun(scan: Scan, paragraph: ScannedParagraph, start: number, parent: Run['parent']): void {
  const { reader, source } = scan;
  const run: Run = { start, end: 0, tag: source.slice(start, reader.position), properties: '', parent };
  let seen = 0;
  let last: Piece | undefined;
  eachChild(reader, (name) => {
    const kind = local(scan, name);
    const from = source.lastIndexOf('<', reader.position - 1);
    if (kind === 'rPr') {
      reader.skip();
      run.properties = source.slice(from, reader.position);
      return;
    }
    if (last !== undefined) last.last = false;
    last = undefined;
    if (kind === 't') last = readPiece(scan, paragraph, run, from, seen === 0);
    else if (kind === 'tab' || kind === 'br' || kind === 'cr') paragraph.text += kind === 'tab' ? '\t' : '\n';
    else if (kind === 'noBreakHyphen') paragraph.text += '-';
    seen++;
  });
  run.end = reader.position;
}

function readPiece(
  scan: Scan,
  paragraph: ScannedParagraph,
  run: Run,
  start: number,
  first: boolean,
): Piece | undefined {
  const { reader, source } = scan;
  const raw = source.slice(start, reader.position);
  let text = '';
  eachChild(
    reader,
    () => undefined,
    (part) => (text += part),
  );
  if (text === '') return undefined;
  const offset = paragraph.text.length;
  const piece: Piece = { start, end: reader.position, raw, text, offset, run, first, last: true };
  paragraph.text += text;
  paragraph.pieces.push(piece);
  return piece;
}
