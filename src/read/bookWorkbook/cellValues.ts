import { words, type Words } from '../../model/bookProblem.ts';
import { codeList } from '../../model/codes/codes.ts';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import { halfWidth, parseAmount } from '../../model/money.ts';
import type { RawCell } from './rawCells.ts';

/** What the cells of a workbook are read with. */
export interface Reading {
  readonly unit: '元' | '万元';
  readonly date1904: boolean;
  readonly year: number | null;
}

/** The value for the book, or what to enter instead. */
export type CellValue =
  { readonly ok: true; readonly value: string | number } | { readonly ok: false; readonly message: Words };

const value = (content: string | number): CellValue => ({ ok: true, value: content });
const mistake = (zh: string, en: string): CellValue => ({ ok: false, message: words(zh, en) });

/** A stored cell as the value that its kind asks for. */
export function cellValue(raw: RawCell, cell: CellKind, reading: Reading): CellValue {
  if (raw.kind === 'noResult')
    return mistake(
      '公式还没有结果，请用表格程序打开并保存一次，或改成数值',
      'The formula has no result yet: open and save the file once in a spreadsheet, or put the value',
    );
  if (raw.kind === 'error')
    return mistake(
      `公式出错（${raw.text}），请改正公式或直接填写`,
      `The formula fails (${raw.text}): correct it or put the value`,
    );
  switch (cell.kind) {
    case 'amount':
      return amountValue(raw, reading);
    case 'count':
      return countValue(raw);
    case 'date':
      return value(raw.kind === 'number' ? serialDate(raw.text, reading) : writtenDate(raw.text));
    case 'choice':
      return choiceValue(raw.text.trim(), cell.words);
    case 'code':
      return value(codeOf(raw.text.trim(), cell, reading));
    case 'long':
      return value(raw.text);
    case 'text':
    case 'name':
      return value(raw.text.trim());
  }
}

/** Amounts to the 分; a formula's result may carry noise behind the 15 digits that spreadsheets keep. */
function amountValue(raw: RawCell, { unit }: Reading): CellValue {
  const text = raw.kind === 'number' ? plainNumber(raw.text) : raw.text.trim().replace(/(?:万元|元)$/, '');
  const amount = parseAmount(text, unit);
  const rounded = amount === 'tooFine' ? parseAmount(plainNumber(fifteenDigits(text)), unit) : amount;
  if (rounded === 'notAnAmount')
    return mistake(
      `“${raw.text}”不是金额，请填数字（单位：${unit}）`,
      `“${raw.text}” is no amount: put a number (in ${unit})`,
    );
  if (rounded === 'tooFine') {
    const decimals = unit === '万元' ? '万元最多6位小数' : '元最多2位小数';
    return mistake(`${text} 比分还细，${decimals}，请四舍五入到分`, `${text} is finer than 分: round it`);
  }
  if (rounded === 'tooLarge')
    return mistake(`${text} 太大，请核对金额单位是不是${unit}`, `${text} is too large: is it in ${unit}?`);
  return value(rounded.fen);
}

function fifteenDigits(text: string): string {
  return String(Number(Number(halfWidth(text).replaceAll(',', '')).toPrecision(15)));
}

/** Stored numbers may be written with an exponent. */
function plainNumber(text: string): string {
  return /e/i.test(text) ? Number(text).toFixed(9).replace(/0+$/, '').replace(/\.$/, '') : text;
}

function countValue(raw: RawCell): CellValue {
  const number = Number(halfWidth(raw.text).replace(/[,\s]/g, ''));
  return Number.isSafeInteger(number)
    ? value(number)
    : mistake(`“${raw.text}”不是整数，请填整数`, `“${raw.text}” is no whole number`);
}

function serialDate(text: string, { date1904 }: Reading): string {
  const days = Math.floor(Number(text)) + (date1904 ? 1462 : 0) - 25_569;
  const day = new Date(days * 86_400_000);
  return Number.isNaN(day.getTime()) ? text : day.toISOString().slice(0, 10);
}

/** 2026年1月5日, 2026/1/5, 2026.1.5 and 20260105 as 2026-01-05; anything else as it is. */
function writtenDate(text: string): string {
  const folded = halfWidth(text).trim();
  const match =
    /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(folded) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(folded);
  if (match === null) return folded;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function choiceValue(text: string, all: Extract<CellKind, { kind: 'choice' }>['words']): CellValue {
  const found = all.find(([known, word]) => word === text || known === text);
  if (found !== undefined) return value(found[0]);
  const choices = all.map(([, word]) => word).join('、');
  return mistake(
    `“${text}”不是可选的词，请从下拉列表中选择：${choices}`,
    `“${text}” cannot be chosen; the list has: ${choices}`,
  );
}

/** The code before the name; a name alone where only one item of the list bears it. */
function codeOf(
  text: string,
  { axis, digits }: Extract<CellKind, { kind: 'code' }>,
  { year }: Reading,
): string {
  const code = /^\d+/.exec(halfWidth(text))?.[0];
  if (code !== undefined) return code;
  const named = codeList(axis, year)
    .named(text)
    .filter((item) => item.length === digits);
  return named.length === 1 ? (named[0] ?? text) : text;
}
