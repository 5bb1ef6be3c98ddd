import type { BookSheetForm } from '../../model/bookSheets/sheetForm.ts';

/** Where the parts of a sheet stand; rows count from 1. */
export interface PlacedSheet {
  readonly form: BookSheetForm;
  readonly fieldRows: ReadonlyMap<string, number>;
  readonly headRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Letters of the list's columns, by path; computed columns by key. */
  readonly columns: ReadonlyMap<string, string>;
  /** The column that tells what a row lacks; null for a list without rules. */
  readonly checkColumn: string | null;
}

/** Title, hints, fields, then the list with room for more entries. */
export function placeSheet(form: BookSheetForm, entries: number): PlacedSheet {
  const firstField = form.hints.length + 3;
  const fieldRows = new Map(form.fields.map(({ path }, i) => [path, firstField + i]));
  const list = form.list;
  const headRow = firstField + (form.fields.length === 0 ? 0 : form.fields.length + 1);
  const keys = columnKeys(form);
  const columns = new Map(keys.map((key, i) => [key, columnLetter(i)]));
  return {
    form,
    fieldRows,
    headRow,
    firstRow: headRow + 1,
    lastRow: headRow + entries + (list?.spare ?? 0),
    columns,
    checkColumn: columns.get(checkKey) ?? null,
  };
}

export const checkKey = '#check';

/** The list's columns from left to right: what a row lacks stands first, where it stays in sight. */
export function columnKeys({ list, fields }: BookSheetForm): readonly string[] {
  if (list === null) return [];
  const computed = list.computed?.map(({ key }) => key) ?? [];
  const keys = list.columns.flatMap(({ path }) => [path, ...(path === list.computedAfter ? computed : [])]);
  const check = list.rules.length === 0 ? [] : [checkKey];
  return fields.length === 0 ? [...check, ...keys] : [...keys, ...check];
}

/** A for 0. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** The cells of a list's column, on its sheet: 支出!$H$6:$H$320. */
export function columnRange(sheet: PlacedSheet, path: string): string {
  const letter = sheet.columns.get(path) ?? 'A';
  return `${sheet.form.name}!$${letter}$${sheet.firstRow}:$${letter}$${sheet.lastRow}`;
}

/** The cell of a field, on its sheet: 上年数!$B$6. */
export function fieldCell(sheet: PlacedSheet, path: string): string {
  return `${sheet.form.name}!$B$${sheet.fieldRows.get(path) ?? 1}`;
}
