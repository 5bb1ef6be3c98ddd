import type { Book } from '../../model/book.ts';
import { projectKey } from '../../model/book.ts';
import { codesOfBook } from '../../model/bookCodes.ts';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import type { BookList } from '../../model/bookSheets/sheetForm.ts';
import { fenPerUnit, formatAmount, type MoneyUnit } from '../../model/money.ts';

/** How a value is shown: in which unit of money, by which names of codes. */
export interface Showing {
  readonly book: Book;
  readonly unit: Extract<MoneyUnit, '元' | '万元'>;
  /** Amounts of the lines are left blank: a new year's book to fill in. */
  readonly blankAmounts: boolean;
}

export type CellContent = string | number | Date | null;

/** The value at a path of records: sheet.funds.annual. */
export function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key];
  }, record);
}

/** What stands in a field's cell. */
export function fieldValue(path: string, showing: Showing): unknown {
  const { book, unit } = showing;
  if (path === '#unit') return unit;
  if (path === '#previous') return book.previous === null ? 'no' : 'yes';
  return valueAt(book, path);
}

/** The list's entries as records by column path. */
export function entriesOf({ path, entries }: BookList, book: Book): readonly unknown[] {
  if (entries === 'indicators') return indicatorsOf(book);
  const value = valueAt(book, path);
  if (entries === 'amountsByCode') {
    const amounts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return amounts.map(([code, fen]: [string, unknown]) => ({ code, fen }));
  }
  return Array.isArray(value) ? value : [];
}

function indicatorsOf({ projects }: Book): readonly unknown[] {
  return projects.flatMap((project) =>
    (project.sheet?.indicators ?? []).map((indicator) => ({ ...indicator, project: projectKey(project) })),
  );
}

/** What stands in a list's cell. */
export function entryValue(entry: unknown, path: string): unknown {
  if (path === '') return entry;
  if (path === '#sheet') return valueAt(entry, 'name') === '' ? undefined : sheetWord(entry);
  return valueAt(entry, path);
}

function sheetWord(entry: unknown): string {
  return valueAt(entry, 'sheet') === undefined ? 'no' : 'yes';
}

/** A value of the book as the content of its cell. */
export function contentOf(value: unknown, cell: CellKind, showing: Showing): CellContent {
  if (value === undefined || value === null || value === '') return null;
  switch (cell.kind) {
    case 'amount':
      return typeof value === 'number' ? amountContent(value, showing.unit) : null;
    case 'date':
      return dateContent(textOf(value));
    case 'choice':
      return cell.words.find(([known]) => known === value)?.[1] ?? textOf(value);
    case 'code':
      return codeContent(textOf(value), cell.axis, showing.book);
    case 'count':
      return typeof value === 'number' ? value : null;
    case 'text':
    case 'long':
    case 'name':
      return textOf(value);
  }
}

/** What looks like an escaped character is escaped itself (ECMA-376 part 1, 22.9.2.19). */
function textOf(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** A number keeps 15 digits in spreadsheets; a longer amount is written as text. */
function amountContent(fen: number, unit: Showing['unit']): number | string {
  const digits = formatAmount(fen, unit, 0);
  return digits.replace(/\D/g, '').length > 15 ? digits : fen / fenPerUnit[unit];
}

function dateContent(text: string): Date | string {
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? text : day;
}

function codeContent(code: string, axis: Extract<CellKind, { kind: 'code' }>['axis'], book: Book): string {
  const name = codesOfBook(book)(axis, book.year).find(code)?.name;
  return name === undefined ? code : `${code} ${name}`;
}
