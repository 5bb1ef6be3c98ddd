import type ExcelJS from 'exceljs';

const thin = { style: 'thin', color: { argb: 'FFD0D5DB' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** A header: bold, wrapped, tinted. */
export function headRow(sheet: ExcelJS.Worksheet, at: number, titles: readonly string[]): void {
  const row = sheet.getRow(at);
  titles.forEach((title, i) => {
    const cell = row.getCell(i + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF2F6' } };
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  row.height = 24;
  row.commit();
}

// What XML cannot hold, and halves of surrogate pairs.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const mostCharacters = 32_000;

/** A text is written as text, in the text format, so that editing it makes no formula of it either. */
export function textCell(cell: ExcelJS.Cell, value: string | number): void {
  cell.border = border;
  if (typeof value === 'number') {
    cell.value = value;
    return;
  }
  cell.value = value.replace(unwritable, '').slice(0, mostCharacters);
  cell.numFmt = '@';
}

const points = 14.5;

/** Programs do not measure wrapped rows on opening: the height is estimated from the longest text. */
export function heightOf(cells: readonly (readonly [value: string | number, width: number])[]): number {
  const most = Math.max(1, ...cells.map(([value, width]) => linesOf(String(value), width)));
  return Math.min(409, most * points + 5);
}

function linesOf(text: string, width: number): number {
  const lines = text.split('\n').map((line) => Math.ceil(unitsOf(line) / (width - 1.5)));
  return lines.reduce((sum, count) => sum + Math.max(1, count), 0);
}

/** A Chinese character takes two digits' width. */
function unitsOf(text: string): number {
  let units = 0;
  for (const character of text) units += character > '\u2e7f' ? 2 : 1.1;
  return units;
}
