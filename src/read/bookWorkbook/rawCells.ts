import { openZip } from '../../file/zip.ts';
import type { XmlReader } from '../../file/xml.ts';
import { eachChild } from '../../file/xml.ts';
import { cellPosition } from '../spreadsheet/sheet.ts';
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
}

export interface RawWorkbook {
  readonly date1904: boolean;
  readonly sheets: readonly RawSheet[];
}

/** More than any book has. */
const mostCells = 500_000;

/** The stored values of the visible sheets. Problems: damaged, bomb, encrypted, tooComplex. */
export function readRawCells(bytes: Uint8Array): Outcome<RawWorkbook> {
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
  for (const { name, hidden, part } of workbook.value.sheets) {
    if (hidden || part === undefined) continue;
    const rows = readPart(archive, part, (reader) => readRows(reader, strings?.value ?? [], room));
    if (rows === undefined) return failure('damaged', part);
    if (!rows.ok) return rows;
    if (room.cells < 0) return failure('tooComplex', name);
    sheets.push({ name, rows: rows.value });
  }
  return success({ date1904: workbook.value.date1904, sheets });
}

type Rows = Map<number, Map<number, RawCell>>;

function readRows(reader: XmlReader, strings: readonly string[], room: { cells: number }): Rows {
  const rows: Rows = new Map();
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
  }
  return rows;
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
