import type { BookProblem } from '../../model/bookProblem.ts';
import type { BookList, BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import { fold } from '../../model/fold.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import { headRow, type ListHead } from './listHead.ts';
import { lostWords } from './lostWords.ts';
import type { RawCell, RawSheet } from './rawCells.ts';

/** A cell with its address, A1 style. */
export interface FoundCell {
  readonly raw: RawCell | null;
  readonly address: string;
  /** The first of the merged cells that cover this one; null where none do. */
  readonly coveredBy: string | null;
}

/** A row of a list by the paths of its columns. */
export type FoundRow = ReadonlyMap<string, FoundCell>;

export interface FoundFields {
  readonly cells: ReadonlyMap<string, FoundCell>;
  /** Labels that are gone. */
  readonly problems: readonly BookProblem[];
}

/** The cells beside the labels of the fields: labels are found by their words, wherever they stand. */
export function fieldCells(sheet: RawSheet, form: BookSheetForm): FoundFields {
  const labels = labelRows(sheet, form.list);
  const cells = new Map<string, FoundCell>();
  const problems: BookProblem[] = [];
  let next = form.hints.length + 2;
  for (const { path, title } of form.fields) {
    const row = labels.get(fold(title));
    if (row === undefined) {
      const now = sheet.rows.get(next)?.get(0)?.text;
      problems.push({
        path,
        place: { sheet: sheet.name, cell: cellName(next, 0) },
        message: lostWords(title, now),
      });
    } else cells.set(path, foundCell(sheet, row, 1));
    next = (row ?? next) + 1;
  }
  return { cells, problems };
}

/** The first row of each label above the list. */
function labelRows(sheet: RawSheet, list: BookList | null): ReadonlyMap<string, number> {
  const end = list === null ? null : headRow(sheet, list);
  const above = [...sheet.rows].filter(([row]) => end === null || row < end).sort(([a], [b]) => b - a);
  return new Map(above.map(([row, cells]) => [fold(cells.get(0)?.text ?? ''), row]));
}

/** The rows of a list that hold anything, by column, and the first cell of the row behind them. */
export function listRows(
  sheet: RawSheet,
  { row: head, columns }: ListHead,
): { readonly rows: readonly FoundRow[]; readonly free: string } {
  const rows: FoundRow[] = [];
  let last = head;
  for (const row of [...sheet.rows.keys()].filter((at) => at > head).sort((a, b) => a - b)) {
    const found = [...columns].map(([path, column]) => [path, foundCell(sheet, row, column)] as const);
    if (!found.some(([, { raw }]) => raw !== null)) continue;
    rows.push(new Map(found));
    last = row;
  }
  const [first = 0] = columns.values();
  return { rows, free: cellName(last + 1, first) };
}

function foundCell(sheet: RawSheet, row: number, column: number): FoundCell {
  return {
    raw: sheet.rows.get(row)?.get(column) ?? null,
    address: cellName(row, column),
    coveredBy: sheet.covered.get(row)?.get(column) ?? null,
  };
}
