import type ExcelJS from 'exceljs';

/** A cell takes no more characters. */
const mostCharacters = 32_000;

/** A text is written as text and in the format of texts, so that editing it makes no formula of it either. */
export function writeText(cell: ExcelJS.Cell, text: string): void {
  if (text === '') return;
  cell.value = text.length > mostCharacters ? cutText(text) : text;
  cell.numFmt = '@';
}

/** Not in the midst of a character that takes two places. */
function cutText(text: string): string {
  return text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '');
}
