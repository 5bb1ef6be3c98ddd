import type ExcelJS from 'exceljs';
import { fenPerUnit } from '../../../model/money.ts';
import type { DocumentReport } from '../../../model/report.ts';
import type { AmountChange } from '../../../model/yearChanges.ts';
import { reportWords } from '../words.ts';
import { isOpen, rateWords, yearWords, type YearWords } from '../yearWords.ts';
import { headRow, heightOf, textCell } from './cells.ts';
import type { RowOptions } from './rows.ts';
import { workbookWords } from './words.ts';

const widths = [24, 10, 34, 8, 14, 14, 14, 10, 60];

/** The sheet of what changed from last year: a row for each amount, amounts as numbers in their printed unit. */
export function fillChanges(
  sheet: ExcelJS.Worksheet,
  documents: readonly DocumentReport[],
  options: RowOptions,
): void {
  const words = yearWords(options.language);
  const told = workbookWords(options.language);
  const [item, last, now, change, rate, reason] = words.head;
  sheet.columns = widths.map((width) => ({ width }));
  headRow(sheet, 1, [
    told.head.department,
    words.table(0).replace(/\s*0$/, ''),
    item,
    words.unit.replace(/[：:]\s*$/, ''),
    last,
    now,
    change,
    rate,
    reason,
  ]);
  let at = 2;
  for (const document of documents) {
    for (const amount of document.changes?.amounts ?? []) {
      writeRow(sheet, at, lineOf(document, amount, words, options), amount);
      at += 1;
    }
  }
}

type Line = readonly (string | number)[];

function lineOf(
  { department }: DocumentReport,
  amount: AmountChange,
  words: YearWords,
  { language }: RowOptions,
): Line {
  const { table, name, unit, current, previous, explanation } = amount;
  const inUnit = (fen: number): number => fen / fenPerUnit[unit];
  const silent = isOpen(amount) ? words.silent : '';
  return [
    department ?? reportWords(language).unknownDepartment,
    words.table(table),
    name,
    unit,
    previous === null ? '' : inUnit(previous.fen),
    current === null ? '' : inUnit(current.fen),
    inUnit(amount.changeFen),
    rateWords(amount, words),
    explanation === null ? silent : `${explanation.reason ? '' : words.stated}${explanation.text}`,
  ];
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  line: Line,
  { current, previous }: AmountChange,
): void {
  const row = sheet.getRow(at);
  const decimals = Math.max(
    ...[current, previous].map((each) => (/\.(\d+)/.exec(each?.text ?? '')?.[1] ?? '').length),
  );
  line.forEach((value, column) => {
    const cell = row.getCell(column + 1);
    textCell(cell, value);
    const isNumber = typeof value === 'number';
    if (isNumber) cell.numFmt = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
    cell.alignment = {
      vertical: 'top',
      wrapText: true,
      horizontal: isNumber || column === 7 ? 'right' : 'left',
    };
  });
  row.height = heightOf(line.map((value, column) => [value, widths[column] ?? 10]));
  row.commit();
}
