import { openZip } from '../../file/zip.ts';
import type { XmlReader } from '../../file/xml.ts';
import { eachChild } from '../../file/xml.ts';
import { cellName, cellPosition, rangePosition, type SheetRange } from '../spreadsheet/sheet.ts';
import { failure, localName, readPart, success, type Outcome } from '../xlsx/package.ts';
import { readRichText, readStrings, unescapeCharacters } from '../xlsx/strings.ts';
import { isOn, readWorkbook } from '../xlsx/workbook.ts';

/** A cell as stored: numbers with all their digits, not as they are shown. */
export interface RawCell {
  readonly kind: 'number' | 'text' | 'error' | 'noResult';
  readonly text: string;
}

export interface RawSheet {
  readonly name: string;
  /** Row → column → cell, from 0; blank cells are absent. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  /** Row → column → the first cell of the merged ones that cover this one, where either of the two holds anything. */
  readonly covered: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

export interface RawWorkbook {
  readonly date1904: boolean;
  readonly sheets: readonly RawSheet[];
}

/** More than any book has. */
const mostCells = 500_000;

/**
 * The stored values of the sheets of these names, hidden ones too: what a clerk puts out of sight counts all the
 * same. Problems: damaged, bomb, encrypted, tooComplex.
 */
export function readRawCells(bytes: Uint8Array, names: ReadonlySet<string>): Outcome<RawWorkbook> {
  const opened = openZip(bytes);
  if (!opened.ok) return failure(opened.problem);
  const { archive } = opened;
  const workbook = readWorkbook(archive);
  if (!workbook.ok) return workbook;
  const stringsPart = workbook.value.strings;
  const strings = stringsPart === undefined ? undefined : readPart(archive, stringsPart, readStrings);
  if (strings?.ok === false) return strings;
  const sheets: RawSheet[] = [];
  const room = { cells: mostCells };
  for (const { name: tab, part } of workbook.value.sheets) {
    const name = tab.trim();
    if (part === undefined || !names.has(name)) continue;
    const read = readPart(archive, part, (reader) => readSheet(reader, strings?.value ?? [], room));
    if (read === undefined) return failure('damaged', part);
    if (!read.ok) return read;
    if (room.cells < 0) return failure('tooComplex', name);
    sheets.push({ name, ...read.value });
  }
  return success({ date1904: workbook.value.date1904, sheets });
}

/** The names of a workbook's sheets; none where the file is no workbook. */
export function readSheetNames(bytes: Uint8Array): readonly string[] {
  const opened = openZip(bytes);
  const workbook = opened.ok ? readWorkbook(opened.archive) : null;
  return workbook?.ok === true ? workbook.value.sheets.map(({ name }) => name.trim()) : [];
}

type Rows = Map<number, Map<number, RawCell>>;

function readSheet(
  reader: XmlReader,
  strings: readonly string[],
  room: { cells: number },
): Omit<RawSheet, 'name'> {
  const rows: Rows = new Map();
  const merges: SheetRange[] = [];
  const at = { row: -1, column: 0 };
  for (let event = reader.next(); event !== 'end' && room.cells >= 0; event = reader.next()) {
    if (event !== 'open') continue;
    const name = localName(reader.name);
    if (name === 'row') {
      const number = Number(reader.attribute('r') ?? at.row + 2);
      at.row = number >= 1 && number <= 1_048_576 ? number - 1 : at.row + 1;
      at.column = 0;
    }
    if (name === 'c') keepCell(reader, strings, rows, at, room);
    if (name === 'mergeCell') keepMerge(reader, merges, room);
  }
  return { rows, covered: coveredCells(rows, merges, room) };
}

function keepMerge(reader: XmlReader, merges: SheetRange[], room: { cells: number }): void {
  const range = rangePosition(reader.attribute('ref') ?? '');
  room.cells -= 1;
  if (range !== undefined) merges.push(range);
}

/** More columns than any sheet of a book has. */
const mostColumns = 60;

function coveredCells(
  rows: Rows,
  merges: readonly SheetRange[],
  room: { cells: number },
): RawSheet['covered'] {
  const covered = new Map<number, Map<number, string>>();
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), 0);
  for (const { top, left, bottom, right } of merges) {
    const isBlank = rows.get(top)?.has(left) !== true;
    for (let row = top; row <= Math.min(bottom, last) && room.cells >= 0; row += 1) {
      const cells = rows.get(row);
      const own = covered.get(row) ?? new Map<number, string>();
      for (let column = left; column <= Math.min(right, mostColumns); column += 1) {
        room.cells -= 1;
        if ((row === top && column === left) || (isBlank && cells?.has(column) !== true)) continue;
        own.set(column, cellName(top, left));
      }
      if (own.size > 0) covered.set(row, own);
    }
  }
  return covered;
}

function keepCell(
  reader: XmlReader,
  strings: readonly string[],
  rows: Rows,
  at: { row: number; column: number },
  room: { cells: number },
): void {
  const position = cellPosition(reader.attribute('r') ?? '') ?? at;
  const cell = readCell(reader, strings);
  at.column = position.column + 1;
  if (cell === null) return;
  room.cells -= 1;
  const cells = rows.get(position.row) ?? new Map<number, RawCell>();
  cells.set(position.column, cell);
  rows.set(position.row, cells);
}

function readCell(reader: XmlReader, strings: readonly string[]): RawCell | null {
  const type = reader.attribute('t') ?? 'n';
  let [value, inline, formula] = ['', '', false];
  eachChild(reader, (name) => {
    const local = localName(name);
    if (local === 'f') formula = true;
    if (local === 'is') inline += readRichText(reader);
    if (local !== 'v') return;
    eachChild(
      reader,
      () => undefined,
      (text) => (value += text),
    );
  });
  if (value === '' && inline === '') {
    return formula && type !== 'str' ? { kind: 'noResult', text: '' } : null;
  }
  return storedCell(type, value, inline, strings);
}

function storedCell(type: string, value: string, inline: string, strings: readonly string[]): RawCell | null {
  if (type === 'e') return { kind: 'error', text: value };
  if (type === 'b') return { kind: 'text', text: isOn(value) ? 'TRUE' : 'FALSE' };
  if (type === 'n') return { kind: 'number', text: value };
  const text =
    type === 's' ? (strings[Number(value)] ?? '') : type === 'str' ? unescapeCharacters(value) : inline;
  const shown = text === '' && type === 'd' ? value : text;
  const lines = shown.replace(/\r\n?/g, '\n');
  return lines.trim() === '' ? null : { kind: 'text', text: lines };
}
