import type ExcelJS from 'exceljs';
import { checkTitle, type BookList, type BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import { heightOf } from '../report/workbook/cells.ts';
import { complete, computedCell, inputs, rowCheck, ruleTest, shownContent } from './checks.ts';
import type { DropDowns } from './dropDowns.ts';
import { checkKey, columnKeys, type PlacedSheet } from './placed.ts';
import { amountFormat, computedStyle, headStyle, inputStyle, missingStyle } from './style.ts';
import { validate } from './validation.ts';
import { entriesOf, type Showing } from './values.ts';

const checkWidth = 20;
const mostHeight = 64;

/** The head, a row for each entry and spare ones, with what each row lacks. */
export function writeList(
  sheet: ExcelJS.Worksheet,
  placed: PlacedSheet,
  list: BookList,
  showing: Showing,
  lists: DropDowns,
  facts: PlacedSheet,
): void {
  writeHead(sheet, placed, list);
  const entries = entriesOf(list, showing.book);
  for (let row = placed.firstRow; row <= placed.lastRow; row += 1) {
    const entry = entries[row - placed.firstRow];
    writeInputs(sheet, row, placed, list, entry, showing);
    writeComputed(sheet, row, placed, list, entry, showing, facts);
  }
  list.columns.forEach(({ cell, path }) => {
    const letter = placed.columns.get(path) ?? 'A';
    validate(sheet, `${letter}${placed.firstRow}:${letter}${placed.lastRow}`, cell, lists);
  });
  if (placed.form.fields.length === 0) {
    const [from, to] = [
      { row: placed.headRow, column: 1 },
      { row: placed.lastRow, column: placed.columns.size },
    ];
    sheet.autoFilter = { from, to };
  }
  markMissing(sheet, placed, list);
}

function writeHead(sheet: ExcelJS.Worksheet, placed: PlacedSheet, list: BookList): void {
  const titles = new Map([
    ...list.columns.map(({ path, title }): [string, string] => [path, title]),
    ...(list.computed ?? []).map(({ key, title }): [string, string] => [key, title]),
    [checkKey, checkTitle],
  ]);
  for (const [key, letter] of placed.columns) {
    const cell = sheet.getCell(`${letter}${placed.headRow}`);
    cell.value = titles.get(key) ?? '';
    cell.style = headStyle;
  }
  sheet.getRow(placed.headRow).height = 32;
}

function writeInputs(
  sheet: ExcelJS.Worksheet,
  at: number,
  placed: PlacedSheet,
  list: BookList,
  entry: unknown,
  showing: Showing,
): void {
  const shown = list.columns.map((column): readonly [string, number] => {
    const cell = sheet.getCell(`${placed.columns.get(column.path) ?? 'A'}${at}`);
    const content = entry === undefined ? null : shownContent(entry, column, showing);
    cell.value = content;
    cell.style = inputStyle(column.cell, showing);
    return [typeof content === 'string' ? content : '', column.width + 2];
  });
  sheet.getRow(at).height = entry === undefined ? 19 : Math.max(19, Math.min(mostHeight, heightOf(shown)));
}

function writeComputed(
  sheet: ExcelJS.Worksheet,
  at: number,
  placed: PlacedSheet,
  list: BookList,
  entry: unknown,
  showing: Showing,
  facts: PlacedSheet,
): void {
  for (const { key } of list.computed ?? []) {
    const cell = sheet.getCell(`${placed.columns.get(key) ?? 'A'}${at}`);
    cell.value = { ...computedCell(key, placed, at, entry, showing, facts) };
    cell.style = computedStyle(amountFormat(showing));
  }
  if (placed.checkColumn === null) return;
  const check = sheet.getCell(`${placed.checkColumn}${at}`);
  check.value = { ...rowCheck(placed, at, entry, showing) };
  check.style = computedStyle('@');
}

/** Cells that must be filled in are marked as long as they are blank in a row that is begun. */
function markMissing(sheet: ExcelJS.Worksheet, placed: PlacedSheet, list: BookList): void {
  const { firstRow, lastRow, columns, checkColumn } = placed;
  const begun = `COUNTA(${inputs(placed, firstRow)})>0`;
  list.rules.forEach((rule, i) => {
    const letter = columns.get(rule.column) ?? 'A';
    const formulae = [`AND(${begun},${ruleTest(rule, placed, firstRow)})`];
    sheet.addConditionalFormatting({
      ref: `${letter}${firstRow}:${letter}${lastRow}`,
      rules: [{ type: 'expression', priority: i + 1, formulae, style: missingStyle }],
    });
  });
  if (checkColumn === null) return;
  const style = { font: { bold: true, color: { argb: 'FFB3261E' } } };
  const formulae = [`AND($${checkColumn}${firstRow}<>"",$${checkColumn}${firstRow}<>"${complete}")`];
  sheet.addConditionalFormatting({
    ref: `${checkColumn}${firstRow}:${checkColumn}${lastRow}`,
    rules: [{ type: 'expression', priority: 90, formulae, style }],
  });
}

/** Widths of the list's columns, from left to right. */
export function listWidths(form: BookSheetForm): readonly number[] {
  const widths = new Map<string, number>([
    ...(form.list?.columns ?? []).map(({ path, width }): [string, number] => [path, width]),
    ...(form.list?.computed ?? []).map(({ key, width }): [string, number] => [key, width]),
    [checkKey, checkWidth],
  ]);
  return columnKeys(form).map((key) => widths.get(key) ?? 12);
}
