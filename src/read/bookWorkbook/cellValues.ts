import { words, type Words } from '../../model/bookProblem.ts';
import { codeList } from '../../model/codes/codes.ts';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import { fold } from '../../model/fold.ts';
import { halfWidth, parseAmount } from '../../model/money.ts';
import type { RawCell } from './rawCells.ts';

/** What the cells of a workbook are read with. */
export interface Reading {
  readonly unit: '元' | '万元';
  readonly date1904: boolean;
  readonly year: number | null;
  /** Codes that the workbook itself names, whatever the lists call them. */
  readonly ownCodes: ReadonlySet<string>;
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
      return value(dateOf(raw, reading));
    case 'choice':
      return choiceValue(raw.text.trim(), cell.words);
    case 'code':
      return codeValue(raw.text.trim(), cell, reading);
    case 'long':
      return value(raw.text);
    case 'text':
    case 'name':
      return value(raw.text.trim());
  }
}

/** Amounts to the 分; a formula's result may carry noise behind the 15 digits that spreadsheets keep. */
function amountValue(raw: RawCell, { unit }: Reading): CellValue {
  const written = raw.text.trim();
  const other = /(?:万元|元)$/.exec(written)?.[0] ?? unit;
  if (other !== unit)
    return mistake(
      `“${written}”写的单位是${other}，本簿的金额单位是${unit}，请换算后只填数字`,
      `“${written}” is in ${other}, but the book is in ${unit}: convert it and put the number`,
    );
  const text = raw.kind === 'number' ? plainNumber(raw.text) : written.replace(/(?:万元|元)$/, '');
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

/** A day typed as eight digits is no serial number. */
function dateOf({ kind, text }: RawCell, reading: Reading): string {
  return kind === 'number' && !/^(?:19|20)\d{6}$/.test(text) ? serialDate(text, reading) : writtenDate(text);
}

/** Days of the calendar; another number is no day and stays as it is. */
function serialDate(text: string, { date1904 }: Reading): string {
  const days = Math.floor(Number(text)) + (date1904 ? 1462 : 0) - 25_569;
  const day = new Date(days * 86_400_000);
  const isDay = !Number.isNaN(day.getTime()) && day.getUTCFullYear() >= 1900 && day.getUTCFullYear() < 2200;
  return isDay ? day.toISOString().slice(0, 10) : text;
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

type CodeCell = Extract<CellKind, { kind: 'code' }>;

/** The code before the name; a name alone where only one item of the list bears it. */
function codeValue(text: string, cell: CodeCell, reading: Reading): CellValue {
  const [code, name] = codeAndName(text, cell.digits);
  if (code === null) return value(codeNamed(text, cell, reading));
  return nameContradicts(code, name, cell, reading) ?? value(code);
}

/** Digits may be parted by spaces, points or dashes where they make a code together. */
function codeAndName(text: string, digits: number): readonly [code: string | null, name: string] {
  const folded = halfWidth(text);
  const parted = /^\d[\d\s.·-]*/.exec(folded)?.[0] ?? '';
  const joined = parted.replace(/\D/g, '');
  if (joined.length === digits) return [joined, text.slice(parted.length).trim()];
  const code = /^\d+/.exec(folded)?.[0] ?? null;
  return [code, text.slice(code?.length ?? 0).trim()];
}

function codeNamed(text: string, { axis, digits }: CodeCell, { year }: Reading): string {
  const named = codeList(axis, year)
    .named(text)
    .filter((item) => item.length === digits);
  return named.length === 1 ? (named[0] ?? text) : text;
}

/** The name beside a code is that of another item: one of both was typed over. */
function nameContradicts(
  code: string,
  name: string,
  { axis, digits }: CodeCell,
  { year, ownCodes }: Reading,
): CellValue | null {
  const list = codeList(axis, year);
  const known = list.find(code)?.name;
  if (known === undefined || ownCodes.has(code) || fold(known) === fold(name)) return null;
  const others = list.named(name).filter((item) => item.length === digits);
  if (others.length === 0 || others.includes(code)) return null;
  return mistake(
    `编码 ${code} 是“${known}”，写的名称是“${name}”（${others.slice(0, 3).join('、')}），请核对编码`,
    `The code ${code} is “${known}”, but the name is “${name}” (${others.slice(0, 3).join(', ')}): check the code`,
  );
}
