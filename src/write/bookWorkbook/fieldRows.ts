import type ExcelJS from 'exceljs';
import type { ReasonSubject } from '../../model/book.ts';
import { checkTitle, type BookField } from '../../model/bookSheets/sheetForm.ts';
import { fenPerUnit } from '../../model/money.ts';
import { heightOf } from '../report/workbook/cells.ts';
import type { DropDowns } from './dropDowns.ts';
import { subjectFigures, type FigureSheets } from './figures.ts';
import type { PlacedSheet } from './placed.ts';
import { amountFormat, computedStyle, headStyle, hintStyle, inputStyle, missingStyle } from './style.ts';
import { validate } from './validation.ts';
import { contentOf, fieldValue, type Showing } from './values.ts';

/** Labels, input cells and hints, one under the other. */
export function writeFields(
  sheet: ExcelJS.Worksheet,
  placed: PlacedSheet,
  showing: Showing,
  lists: DropDowns,
): void {
  const { form, fieldRows } = placed;
  const width = sheet.getColumn(2).width ?? 20;
  for (const field of form.fields) {
    const row = fieldRows.get(field.path) ?? 1;
    writeField(sheet, row, field, showing);
    validate(sheet, `B${row}`, field.cell, lists);
    const value = contentOf(fieldValue(field.path, showing), field.cell, showing);
    const shown = typeof value === 'string' ? value : '';
    sheet.getRow(row).height = Math.max(field.cell.kind === 'long' ? 36 : 19, heightOf([[shown, width]]));
  }
}

function writeField(sheet: ExcelJS.Worksheet, row: number, field: BookField, showing: Showing): void {
  const label = sheet.getCell(`A${row}`);
  label.value = field.title;
  label.style = { ...headStyle, alignment: { vertical: 'middle', horizontal: 'left', wrapText: true } };
  const input = sheet.getCell(`B${row}`);
  input.value = contentOf(fieldValue(field.path, showing), field.cell, showing);
  input.style = inputStyle(field.cell, showing);
  if (field.hint !== '') {
    const hint = sheet.getCell(`C${row}`);
    hint.value = field.hint;
    hint.style = { ...hintStyle, alignment: { vertical: 'middle', wrapText: true, indent: 1 } };
  }
  if (field.required) {
    const formulae = [`LEN(TRIM(B${row}))=0`];
    sheet.addConditionalFormatting({
      ref: `B${row}`,
      rules: [{ type: 'expression', priority: row, formulae, style: missingStyle }],
    });
  }
}

const figureHeads = ['事项', '原因', '本年', '上年', '增减', checkTitle];

/** Beside each reason the amounts that it explains, and whether one is missing. */
export function writeReasonFigures(
  sheet: ExcelJS.Worksheet,
  placed: PlacedSheet,
  showing: Showing,
  sheets: FigureSheets,
): void {
  const head = Math.min(...placed.fieldRows.values()) - 1;
  figureHeads.forEach((title, i) => {
    const cell = sheet.getRow(head).getCell(i + 1);
    cell.value = title;
    cell.style = headStyle;
  });
  for (const [path, row] of placed.fieldRows) {
    writeFigures(sheet, row, path.replace('reasons.', '') as ReasonSubject, showing, sheets);
  }
}

function writeFigures(
  sheet: ExcelJS.Worksheet,
  row: number,
  subject: ReasonSubject,
  showing: Showing,
  sheets: FigureSheets,
): void {
  const { current, previous } = subjectFigures(subject, sheets, showing.book);
  const [now, before] = [Number(current.result), Number(previous.result)];
  const perUnit = fenPerUnit[showing.unit];
  const given = showing.book.reasons[subject] !== undefined;
  const missing = now !== before && !given && showing.book.previous !== null;
  const cells = [
    ['C', current.formula, now / perUnit],
    ['D', previous.formula, before / perUnit],
    ['E', `C${row}-D${row}`, (now - before) / perUnit],
    ['F', `IF(AND(ABS(E${row})>0.0000005,LEN(TRIM(B${row}))=0),"缺原因","")`, missing ? '缺原因' : ''],
  ] as const;
  for (const [column, formula, result] of cells) {
    const cell = sheet.getCell(`${column}${row}`);
    cell.value = { formula, result };
    cell.style = computedStyle(column === 'F' ? '@' : amountFormat(showing));
  }
}
