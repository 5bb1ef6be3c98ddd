import { fold } from '../../model/fold.ts';
import type { BookColumn, BookList, BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import type { RawCell, RawSheet } from './rawCells.ts';

/** A cell with its address, A1 style. */
export interface FoundCell {
  readonly raw: RawCell | null;
  readonly address: string;
}

/** A row of a list by the paths of its columns. */
export type FoundRow = ReadonlyMap<string, FoundCell>;

/** The cells beside the labels of the fields: labels are found by their words, wherever they stand. */
export function fieldCells(sheet: RawSheet, form: BookSheetForm): ReadonlyMap<string, FoundCell> {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b);
  const head = headRowOf(sheet, form.list);
  return new Map(
    form.fields.flatMap(({ path, title }) => {
      const wanted = fold(title);
      const found = rows.find(
        ([row, cells]) => fold(cells.get(0)?.text ?? '') === wanted && (head === null || row < head),
      );
      if (found === undefined) return [];
      const [row, cells] = found;
      return [[path, { raw: cells.get(1) ?? null, address: cellName(row, 1) }] as const];
    }),
  );
}

/** Where the list's head stands: the first row with the titles of its first columns. */
function headRowOf(sheet: RawSheet, list: BookList | null): number | null {
  if (list === null) return null;
  const wanted = list.columns.slice(0, 2).map(({ title }) => fold(title));
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const titles = new Set([...cells.values()].map(({ text }) => fold(text)));
    if (wanted.every((title) => titles.has(title))) return row;
  }
  return null;
}

/** The rows of the list that hold anything, by column; null where the list has no head any more. */
export function listRows(sheet: RawSheet, list: BookList): readonly FoundRow[] | null {
  const head = headRowOf(sheet, list);
  if (head === null) return null;
  const columns = columnsAt(sheet, list, head);
  return [...sheet.rows]
    .filter(([row]) => row > head)
    .sort(([a], [b]) => a - b)
    .flatMap(([row, cells]) => {
      const found = columns.map(([path, column]): [string, FoundCell] => [
        path,
        { raw: cells.get(column) ?? null, address: cellName(row, column) },
      ]);
      return found.some(([, { raw }]) => raw !== null) ? [new Map(found)] : [];
    });
}

/** Columns are found by their titles; a column without its title stands where it was written. */
function columnsAt(sheet: RawSheet, list: BookList, head: number): readonly (readonly [string, number])[] {
  const titles = new Map([...(sheet.rows.get(head) ?? [])].map(([column, { text }]) => [fold(text), column]));
  return list.columns.map(({ path, title }: BookColumn, i) => [path, titles.get(fold(title)) ?? i] as const);
}
