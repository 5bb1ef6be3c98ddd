import { words, type BookCell, type BookProblem } from '../../model/bookProblem.ts';
import { bookSheets } from '../../model/bookSheets/bookSheets.ts';
import { codeSheet } from '../../model/bookSheets/otherSheets.ts';
import type { BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import type { ReadProblem } from '../reader.ts';
import type { Reading } from './cellValues.ts';
import { valueOf, type Collecting } from './collecting.ts';
import { finish } from './finish.ts';
import { readList } from './lists.ts';
import { readRawCells, readSheetNames, type RawSheet, type RawWorkbook } from './rawCells.ts';
import { fieldCells } from './sheetCells.ts';
import { setAt } from './tree.ts';

export interface ReadWorkbookValue {
  /** What `readBook` takes; fields that are blank are absent. */
  readonly value: unknown;
  readonly cells: ReadonlyMap<string, BookCell>;
  /** What the cells themselves say: no number, no word of the list. */
  readonly problems: readonly BookProblem[];
  /** The unit that amounts were written in. */
  readonly unit: '元' | '万元';
}

export type ReadWorkbook =
  | { readonly ok: true; readonly read: ReadWorkbookValue }
  | { readonly ok: false; readonly problem: ReadProblem };

/** The workbook of `bookWorkbook` as a value for `readBook`, with the cell of every field. */
export function readBookWorkbook(bytes: Uint8Array): ReadWorkbook {
  const raw = readRawCells(bytes, sheetNames);
  if (!raw.ok) return raw;
  const unit = unitOf(raw.value);
  const reading: Reading = {
    unit,
    date1904: raw.value.date1904,
    year: yearOf(raw.value),
    ownCodes: ownCodesOf(raw.value),
  };
  const collecting: Collecting = {
    book: { schema: 1, stage: 'budget' },
    cells: new Map(),
    problems: [],
    reading,
  };
  for (const form of bookSheets) readSheet(form, raw.value, collecting);
  finish(collecting);
  const { book, cells, problems } = collecting;
  return { ok: true, read: { value: book, cells, problems, unit } };
}

const sheetNames: ReadonlySet<string> = new Set(bookSheets.map(({ name }) => name));

/** Is this the workbook of a book? It may lack sheets, which is told when it is read. */
export function isBookWorkbook(bytes: Uint8Array): boolean {
  const names = readSheetNames(bytes).filter((name) => sheetNames.has(name));
  return names.length * 2 > sheetNames.size;
}

function fieldText(workbook: RawWorkbook, path: string): string {
  const form = bookSheets.find(({ fields }) => fields.some((field) => field.path === path));
  const sheet = workbook.sheets.find(({ name }) => name === form?.name);
  if (form === undefined || sheet === undefined) return '';
  return fieldCells(sheet, form).cells.get(path)?.raw?.text.trim() ?? '';
}

function unitOf(workbook: RawWorkbook): '元' | '万元' {
  return fieldText(workbook, '#unit') === '元' ? '元' : '万元';
}

function yearOf(workbook: RawWorkbook): number | null {
  const year = Number(fieldText(workbook, 'year'));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function ownCodesOf({ sheets }: RawWorkbook): ReadonlySet<string> {
  const rows = sheets.find(({ name }) => name === codeSheet.name)?.rows.values() ?? [];
  return new Set([...rows].flatMap((cells) => [...cells.values()].map(({ text }) => text.trim())));
}

function readSheet(form: BookSheetForm, workbook: RawWorkbook, collecting: Collecting): void {
  const sheet = workbook.sheets.find(({ name }) => name === form.name);
  if (sheet === undefined) {
    if (form.optional === true) return;
    collecting.problems.push({
      path: form.name,
      message: words(
        `工作簿里没有“${form.name}”这张表，请不要删除或改名`,
        `The workbook has no sheet “${form.name}”: it must not be removed or renamed`,
      ),
    });
    return;
  }
  readFields(form, sheet, collecting);
  if (form.list !== null) readList(form, form.list, sheet, collecting);
}

function readFields(form: BookSheetForm, sheet: RawSheet, collecting: Collecting): void {
  const found = fieldCells(sheet, form);
  collecting.problems.push(...found.problems);
  for (const { path, cell, blank } of form.fields) {
    const place = found.cells.get(path);
    if (place !== undefined) collecting.cells.set(path, { sheet: sheet.name, cell: place.address });
    const value = valueOf(place, cell, path, collecting) ?? blank;
    if (value !== undefined) setAt(collecting.book, path, value);
  }
}
