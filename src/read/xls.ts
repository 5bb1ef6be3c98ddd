import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { isOle, oleKind, openOle } from '../file/ole.ts';
import { openZip } from '../file/zip.ts';
import type { SourceNote } from '../model/source.ts';
import type { FileBytes, Reader, ReadProblem, ReadResult } from './reader.ts';
import { isBareBiff } from './sniff.ts';
import { sheetsContent } from './spreadsheet/document.ts';
import type { NumberFormatter } from './spreadsheet/numberFormat.ts';
import { numberFormatter } from './spreadsheet/numberFormat.ts';
import type { Sheet } from './spreadsheet/sheet.ts';
import { cleanText } from './spreadsheet/sheet.ts';

const mostBytes = 64 * 1024 * 1024;
const mostCells = 1_000_000;
const mostSheets = 1000;

/**
 * Reads old workbooks (.xls, .et, Excel 5 to 2003, Excel's XML of 2003, .xlsb) by their content.
 * Problems: empty, tooLarge, damaged, encrypted, bomb, tooComplex.
 */
export const xlsReader: Reader = {
  id: 'xls',
  accepts: ({ name, bytes }) => /\.(?:xls|xlt|et|ett)$/i.test(name) && (isOle(bytes) || isBareBiff(bytes)),
  read: readXls,
};

async function readXls(file: FileBytes): Promise<ReadResult> {
  const refused = refusal(file.bytes);
  if (refused !== undefined) return { ok: false, problem: refused };
  const parsed = await parseBook(file.bytes);
  if ('code' in parsed) return { ok: false, problem: parsed };
  return bookSource(file.name, parsed);
}

function refusal(bytes: Uint8Array): ReadProblem | undefined {
  if (bytes.length === 0) return { code: 'empty' };
  if (bytes.length > mostBytes)
    return { code: 'tooLarge', detail: `${Math.round(bytes.length / 1024 / 1024)} MB` };
  if (isOle(bytes)) {
    const ole = openOle(bytes);
    if (ole === undefined) return { code: 'damaged' };
    return oleKind(ole) === 'encrypted' ? { code: 'encrypted' } : undefined;
  }
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? zipRefusal(bytes) : undefined;
}

/** The library unpacks without limits, so every part is unpacked under ours first. */
function zipRefusal(bytes: Uint8Array): ReadProblem | undefined {
  const opened = openZip(bytes);
  if (!opened.ok) return { code: opened.problem };
  for (const name of opened.archive.entries.keys()) {
    const content = opened.archive.read(name);
    if (content?.ok === false) return { code: content.problem };
  }
  return undefined;
}

async function parseBook(bytes: Uint8Array): Promise<WorkBook | ReadProblem> {
  const library = await import('@e965/xlsx');
  const tables = await import('@e965/xlsx/dist/cpexcel.full.mjs');
  library.set_cptable(tables);
  try {
    return silently(() => library.read(bytes, options));
  } catch (error) {
    // The library reports any bad content by an exception of whatever kind the parsing ran into.
    const message = error instanceof Error ? error.message : String(error);
    return /password|encrypt/i.test(message) ? { code: 'encrypted' } : { code: 'damaged' };
  }
}

const options: ParsingOptions = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellStyles: true,
};

/** The library writes remarks about odd records to the console, which belongs to the report. */
function silently<Value>(work: () => Value): Value {
  const { error, log, warn } = console;
  const quiet = (): void => undefined;
  Object.assign(console, { error: quiet, log: quiet, warn: quiet });
  try {
    return work();
  } finally {
    Object.assign(console, { error, log, warn });
  }
}

function bookSource(file: string, book: WorkBook): ReadResult {
  if (book.SheetNames.length > mostSheets) return { ok: false, problem: { code: 'tooComplex' } };
  const formatter = numberFormatter(book.Workbook?.WBProps?.date1904 === true);
  const notes: SourceNote[] = [];
  const sheets: Sheet[] = [];
  let room = mostCells;
  for (const [index, name] of book.SheetNames.entries()) {
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      notes.push({ code: 'hiddenCells', place: { file, sheet: name }, detail: name });
      continue;
    }
    const sheet = toSheet(name, book.Sheets[name] ?? {}, formatter);
    room -= [...sheet.rows.values()].reduce((sum, row) => sum + row.size, 0);
    if (room < 0) return { ok: false, problem: { code: 'tooComplex', detail: name } };
    sheets.push(sheet);
  }
  const content = sheetsContent(file, sheets);
  if (content === undefined) return { ok: false, problem: { code: 'tooComplex' } };
  const { blocks } = content;
  return {
    ok: true,
    source: { file, format: 'xlsx', blocks, margins: [], notes: [...notes, ...content.notes] },
  };
}

function toSheet(name: string, sheet: WorkSheet, formatter: NumberFormatter): Sheet {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return {
    name,
    rows: readRows(sheet['!data'] ?? [], formatter),
    merges,
    hiddenRows: new Set(hiddenIndexes(sheet['!rows'])),
    hiddenColumns: hiddenIndexes(sheet['!cols']).map((column) => [column, column] as const),
  };
}

function hiddenIndexes(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const found: number[] = [];
  list?.forEach((item, index) => {
    if (item?.hidden === true) found.push(index);
  });
  return found;
}

/** The library leaves holes where rows and cells are missing; `forEach` passes over them. */
function readRows(
  data: readonly (readonly CellObject[])[],
  formatter: NumberFormatter,
): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  data.forEach((cells, row) => {
    const texts = new Map<number, string>();
    cells.forEach((cell, column) => {
      const text = cleanText(shownText(cell, formatter));
      if (text !== '') texts.set(column, text);
    });
    if (texts.size > 0) rows.set(row, texts);
  });
  return rows;
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function shownText({ t: type, v: value, z: format }: CellObject, formatter: NumberFormatter): string {
  if (value === undefined) return '';
  if (type === 'e') return errorTexts[Number(value)] ?? '#N/A';
  if (typeof value === 'number') return formatter.number(value, localFormat(format));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date
    ? value.toISOString().slice(0, 10)
    : formatter.text(value, localFormat(format));
}

/** The library names the built-in short dates as American editions do. */
function localFormat(format: string | number | undefined): string {
  const code = String(format ?? 'General');
  return code.startsWith('m/d/yy') ? code.replace('m/d/yy', 'yyyy/m/d') : code;
}
