import { words, type Words } from '../../model/bookProblem.ts';
import type { BookList, BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import { valueOf, type Collecting } from './collecting.ts';
import { readIndicators } from './indicatorRows.ts';
import type { RawSheet } from './rawCells.ts';
import { listHead } from './listHead.ts';
import { listRows, type FoundRow } from './sheetCells.ts';
import { strayRow } from './strayRow.ts';
import { setAt, type Tree } from './tree.ts';

const classNeeded = words('请填写支出功能分类类级科目（3位）', 'State the class of function (3 digits)');

function headsLost(sheet: string): Words {
  return words(
    `“${sheet}”表的表头不见了，请恢复表头`,
    `The heads of the sheet “${sheet}” are gone: restore them`,
  );
}

/** Reads the rows of a sheet's list into the book. */
export function readList(form: BookSheetForm, list: BookList, sheet: RawSheet, collecting: Collecting): void {
  const head = listHead(sheet, list);
  if (head === null) {
    collecting.problems.push({ path: form.name, message: headsLost(form.name) });
    return;
  }
  if (head.problems.length > 0) {
    collecting.problems.push(...head.problems);
    return;
  }
  const { rows: all, free } = listRows(sheet, head);
  const rows = all.filter((row) => !isStray(list, row, form.name, collecting));
  collecting.cells.set(list.path, { sheet: form.name, cell: free });
  switch (list.entries) {
    case 'records':
      setAt(
        collecting.book,
        list.path,
        rows.map((row, i) => recordOf(list, row, `${list.path}[${i}]`, form.name, collecting)),
      );
      return;
    case 'texts':
      setAt(collecting.book, list.path, textsOf(list, rows, form.name, collecting));
      return;
    case 'amountsByCode':
      setAt(collecting.book, list.path, amountsOf(list, rows, form.name, collecting));
      return;
    case 'indicators':
      readIndicators(list, rows, form.name, collecting);
  }
}

/** Tells of a row that is no entry of the list. */
function isStray(list: BookList, row: FoundRow, sheet: string, { problems }: Collecting): boolean {
  const stray = strayRow(list, row);
  if (stray === null) return false;
  const { cell, message } = stray;
  problems.push({ path: list.path, place: { sheet, cell: cell.address }, message });
  return true;
}

function recordOf(list: BookList, row: FoundRow, base: string, sheet: string, collecting: Collecting): Tree {
  const record: Tree = {};
  for (const { path, cell, blank } of list.columns) {
    const found = row.get(path);
    const field = `${base}.${path}`;
    if (found !== undefined) collecting.cells.set(field, { sheet, cell: found.address });
    const value = valueOf(found, cell, field, collecting) ?? blank;
    if (value !== undefined) setAt(record, path, value);
  }
  const [first] = row.values();
  collecting.cells.set(base, { sheet, cell: first?.address ?? 'A1' });
  return record;
}

function textsOf(
  list: BookList,
  rows: readonly FoundRow[],
  sheet: string,
  collecting: Collecting,
): readonly string[] {
  const [column] = list.columns;
  if (column === undefined) return [];
  return rows.flatMap((row, i) => {
    const found = row.get(column.path);
    const path = `${list.path}[${i}]`;
    if (found !== undefined) collecting.cells.set(path, { sheet, cell: found.address });
    const value = valueOf(found, column.cell, path, collecting);
    return value === undefined ? [] : [String(value)];
  });
}

/** Amounts by code; a code that stands twice is reported. */
function amountsOf(list: BookList, rows: readonly FoundRow[], sheet: string, collecting: Collecting): Tree {
  const amounts: Tree = {};
  const [codeCell, fenCell] = [list.columns[0]?.cell, list.columns[1]?.cell];
  if (codeCell === undefined || fenCell === undefined) return amounts;
  for (const row of rows) {
    const [codePlace, fenPlace] = [row.get('code'), row.get('fen')];
    const codePath = `${list.path} ${codePlace?.address ?? ''}`;
    collecting.cells.set(codePath, { sheet, cell: codePlace?.address ?? 'A1' });
    const code = valueOf(codePlace, codeCell, codePath, collecting);
    const path = `${list.path}.${String(code ?? '')}`;
    if (code !== undefined) collecting.cells.set(path, { sheet, cell: fenPlace?.address ?? 'A1' });
    const fen = valueOf(fenPlace, fenCell, path, collecting);
    if (codePlace?.raw === null) collecting.problems.push({ path: codePath, message: classNeeded });
    if (code === undefined) continue;
    if (Object.hasOwn(amounts, String(code)))
      collecting.problems.push({
        path,
        message: words(`科目“${code}”写了两行，请合并`, `The item “${code}” stands twice: merge its lines`),
      });
    else amounts[String(code)] = fen;
  }
  return amounts;
}
