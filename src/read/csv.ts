import { decodeText } from './encoding.ts';
import type { FileBytes, Reader, ReadProblemCode, ReadResult } from './reader.ts';
import { sheetBlocks } from './spreadsheet/document.ts';
import type { Sheet } from './spreadsheet/sheet.ts';
import { cellName, cleanText } from './spreadsheet/sheet.ts';

const mostBytes = 64 * 1024 * 1024;
const mostCells = 1_000_000;
const separators = [',', ';', '\t', '，'] as const;
/** Lines that decide the separator. */
const sampleLines = 50;

/**
 * Reads comma, semicolon or tab separated values in any Chinese encoding; quoted fields may hold
 * separators and line breaks. Places have the line and the cell that a spreadsheet would show.
 * Problems: empty, tooLarge, binaryNoise, tooComplex.
 */
export const csvReader: Reader = {
  id: 'csv',
  accepts: ({ name }) => /\.csv$/i.test(name),
  read: (file) => Promise.resolve(readCsv(file)),
};

function problem(code: ReadProblemCode): ReadResult {
  return { ok: false, problem: { code } };
}

function readCsv({ name: file, bytes }: FileBytes): ReadResult {
  if (bytes.length === 0) return problem('empty');
  if (bytes.length > mostBytes) return problem('tooLarge');
  const decoded = decodeText(bytes);
  if (decoded === undefined) return problem('binaryNoise');
  const table = parseSeparated(decoded.text);
  if (table === undefined) return problem('tooComplex');
  if (table.rows.size === 0) return problem('empty');
  const sheet: Sheet = { rows: table.rows, merges: [], hiddenRows: new Set(), hiddenColumns: [] };
  const made = sheetBlocks(sheet, (row, column) => ({
    file,
    line: table.lines[row] ?? row + 1,
    cell: cellName(row, column),
  }));
  if (made === undefined) return problem('tooComplex');
  const notes = decoded.lossy
    ? [{ code: 'lossyEncoding', place: { file }, detail: decoded.encoding } as const]
    : [];
  return { ok: true, source: { file, format: 'csv', blocks: made.blocks, margins: [], notes } };
}

interface Separated {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The line of the file, from 1, on which each record begins. */
  readonly lines: readonly number[];
}

/** Splits separated values (RFC 4180, with the separator found out). Undefined when there are too many. */
export function parseSeparated(text: string): Separated | undefined {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const separator = declared?.[1] ?? likelySeparator(text);
  const state = {
    rows: new Map<number, Map<number, string>>(),
    lines: [1],
    row: 0,
    column: 0,
    line: 1,
    cells: 0,
  };
  let at = declared?.[0].length ?? 0;
  if (at > 0) state.lines[0] = ++state.line;
  while (at < text.length && state.cells <= mostCells) {
    const field = readField(text, at, separator);
    addField(state, field.value);
    state.line += [...text.slice(at, field.end).matchAll(/\r\n?|\n/g)].length;
    at = field.end;
    const mark = text.charAt(at);
    at += mark === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    if (mark === separator) {
      state.column++;
    } else {
      state.row++;
      state.column = 0;
      state.lines.push(++state.line);
    }
  }
  return state.cells > mostCells ? undefined : state;
}

interface FieldTarget {
  readonly rows: Map<number, Map<number, string>>;
  readonly row: number;
  readonly column: number;
  cells: number;
}

function addField(target: FieldTarget, value: string): void {
  const text = cleanText(value);
  if (text === '') return;
  const row = target.rows.get(target.row) ?? new Map<number, string>();
  row.set(target.column, text);
  target.rows.set(target.row, row);
  target.cells++;
}

/** A field and where it ends: at a separator, a line break or the end of the text. */
function readField(text: string, start: number, separator: string): { value: string; end: number } {
  if (text.charAt(start) !== '"') return plainField(text, start, separator);
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // A quote that never closes is a character like any other.
    if (quote === -1) return plainField(text, start, separator);
    if (text.charAt(quote + 1) !== '"') {
      const rest = plainField(text, quote + 1, separator);
      return { value: text.slice(start + 1, quote).replaceAll('""', '"') + rest.value, end: rest.end };
    }
    at = quote + 2;
  }
}

function plainField(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === separator || character === '\n' || character === '\r') break;
    end++;
  }
  return { value: asWritten(text.slice(start, end)), end };
}

/** Programs write ="2010101" so that a code is not taken for a number. */
function asWritten(value: string): string {
  return /^="([^"]*)"$/.exec(value.trim())?.[1] ?? value;
}

/** The separator that stands on most lines; the earlier in the list when several do. */
function likelySeparator(text: string): string {
  const sample = text.slice(0, 100_000).replace(/"[^"]*"/g, '');
  const lines = sample.split(/\r\n?|\n/, sampleLines);
  let best: string = separators[0];
  let most = 0;
  for (const separator of separators) {
    const count = lines.filter((line) => line.includes(separator)).length;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}
