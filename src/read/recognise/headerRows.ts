import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';
import { lexicon } from '../../model/forms.ts';
import { halfWidth } from '../../model/money.ts';
import type { SourceCell } from '../../model/source.ts';
import { meaningOf, pattern } from './heads.ts';
import { printedMoney } from './printedAmount.ts';

export type Row = readonly SourceCell[];

const codePattern = /^(?:\d{3}|\d{5}|\d{7})$/;
const totalWords = /^(?:合计|总计|部门合计|单位合计|小计|共计|收入总计|支出总计|本年收入合计|本年支出合计)$/;
const numberPattern = /^[-+(]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?\)?$|^\d+(?:\.\d+)?$/;

/** Blank, a dash, or a number as amounts are printed. */
export function isBlankOrNumber(text: string): boolean {
  const bare = halfWidth(printedMoney(text).digits).replace(/\s+/g, '');
  return bare === '' || /^-+$/.test(bare) || bare === '/' || numberPattern.test(bare);
}

/** What stands in a row of column numbers beside the numbers: above labels, or merged down from a head. */
const besideNumbers = /^(?:栏次|行次|备注|说明|[甲乙丙丁]|[A-D]|\*+|-+)?$/;

/** A row of column numbers (1 2 3 … or 栏次 1 2 3=1+2), beside heads that are merged down from the row above. */
export function isColumnNumberRow(row: Row, above: Row = []): boolean {
  const texts = distinct(row.filter((cell, i) => cell !== above[i]))
    .map((cell) => fold(cell.text))
    .filter((text) => !besideNumbers.test(text));
  if (texts.length < 2) return false;
  const numbers = texts.map((text) => /^\(?(\d{1,2})\)?(?:=.*)?$/.exec(text)?.[1]);
  if (numbers.some((n) => n === undefined)) return false;
  return numbers.every((n, i) => i === 0 || Number(n) === Number(numbers[i - 1]) + 1);
}

/** The last row of a head that also numbers the columns: 类 款 项 栏次 1 2 3. */
function isNumberedHead(row: Row): boolean {
  const words = distinct(row).map((cell) => fold(cell.text));
  if (!words.some((text) => /^(?:[类款项]|栏次|行次)$/.test(text))) return false;
  const rest = distinct(row).filter(
    (cell) => !/^[类款项]$/.test(fold(cell.text)) && !besideNumbers.test(fold(cell.text)),
  );
  return isColumnNumberRow(rest) || (rest.length === 1 && fold(rest[0]?.text ?? '') === '1');
}

/** The cells of a row, each merged cell once. */
export function distinct(row: Row): readonly SourceCell[] {
  return row.filter((cell, i) => i === 0 || cell !== row[i - 1]);
}

/** Does the row hold data (a code, a total, a numbered label or an amount) rather than headers? */
export function isDataRow(row: Row, form: Form, table: TableForm | null): boolean {
  if (isColumnNumberRow(row) || isNumberedHead(row)) return false;
  const texts = distinct(row).map((cell) => fold(printedMoney(cell.text).digits));
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return false;
  if (filled.slice(0, 3).some((text) => codePattern.test(text))) return true;
  if (filled.slice(0, 2).some((text) => /^\[?\d{3}(?:\d{2}){0,2}\]?[-—]?[\u4e00-\u9fff]/.test(text)))
    return true;
  if (filled.some((text) => numberPattern.test(text) && /[.,]|\d{3}/.test(text) && !/^20\d\d$/.test(text))) {
    return true;
  }
  return isLabelRow(filled, form, table);
}

function isLabelRow(filled: readonly string[], form: Form, table: TableForm | null): boolean {
  const words = filled.filter((text) => !isBlankOrNumber(text) && !/^[类款项]$/.test(text));
  const first = words[0];
  if (first === undefined) return filled.length > 1 && table?.rows === 'item';
  if (words.length === 1 && (totalWords.test(first) || isItemLabel(first, table))) return true;
  if (words.every((text) => withoutNumbering(text) !== text || totalWords.test(text))) return true;
  return words.length === 1 && filled.length > 1 && meaningOf(first, form, table) === null;
}

/** In a table of the three public expenses each row begins with its item; in a flat one no row does. */
function isItemLabel(text: string, table: TableForm | null): boolean {
  if (table?.rows !== 'item') return false;
  return lexicon.itemRows.some((meaning) => pattern(meaning.pattern).test(withoutNumbering(text)));
}

/**
 * The header texts above each column, outermost first. A blank header cell stands for the cell at
 * its left (where something stands below it) or for the cell above it.
 */
export function headerPaths(header: readonly Row[], width: number): readonly (readonly string[])[] {
  const rows = header
    .filter((row, r) => !isColumnNumberRow(row, header[r - 1]))
    .map((row) =>
      isNumberedHead(row)
        ? row.map((cell) => (/^[类款项]$/.test(fold(cell.text)) ? cell : blank(cell)))
        : row,
    );
  return Array.from({ length: width }, (_, c) => {
    const path: string[] = [];
    let last: SourceCell | null = null;
    rows.forEach((_, r) => {
      const cell = headerCell(rows, r, c);
      if (cell === null || cell === last) return;
      last = cell;
      path.push(cell.text.replace(/\s+/g, ''));
    });
    return path;
  });
}

/** The cell with its text taken away. */
export function blank(cell: SourceCell): SourceCell {
  return { text: '', place: cell.place };
}

function headerCell(rows: readonly Row[], r: number, c: number): SourceCell | null {
  const own = rows[r]?.[c];
  if (own === undefined) return null;
  if (fold(own.text) !== '') return own;
  const filledBelow = rows.slice(r + 1).some((row) => fold(row[c]?.text ?? '') !== '');
  if (!filledBelow) return null;
  return leftNeighbour(rows, r, c);
}

/** The header cell that spans over a blank one: the next filled one at the left, under the same parent. */
function leftNeighbour(rows: readonly Row[], r: number, c: number): SourceCell | null {
  for (let i = c - 1; i >= 0; i -= 1) {
    const above = r > 0 ? fold(rows[r - 1]?.[i + 1]?.text ?? '') : '';
    if (above !== '' && rows[r - 1]?.[i + 1] !== rows[r - 1]?.[i]) return null;
    const cell = rows[r]?.[i];
    if (cell === undefined || fold(cell.text) === '') continue;
    // A head that is merged over its columns ends where the merged cell ends.
    return i > 0 && rows[r]?.[i - 1] === cell ? null : cell;
  }
  return null;
}
