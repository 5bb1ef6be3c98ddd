import { amountText, amountTyped, parseMoney, type AmountUnit } from '../words/money.ts';
import type { CodeSearch } from './codes.ts';
import type { SayBook } from './words.ts';

/** What a column offers while one types. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

/** A column of a grid over lines of any kind. */
export interface GridColumn<Row> {
  readonly field: string;
  readonly title: string;
  readonly width: number;
  /** An amount: aligned right, summed, shown while it is typed. */
  readonly amount?: true;
  /** The amount of a line in 分, to sort by. */
  readonly fenOf?: (row: Row) => number;
  /** Shown but not edited. */
  readonly fixed?: true;
  /** What the cell shows. */
  readonly show: (row: Row) => string;
  /** What is edited and copied. */
  readonly edit: (row: Row) => string;
  readonly offers: ((text: string) => readonly Offer[]) | null;
  /** The line with what was typed; null when it cannot be understood. */
  readonly put: (row: Row, text: string) => Row | null;
}

/** How a column reaches its field: an empty text where the line has none. */
export interface Access<Row> {
  readonly of: (row: Row) => string;
  readonly with: (row: Row, value: string) => Row;
}

interface Look {
  readonly field: string;
  readonly title: string;
  readonly width: number;
}

/** The record without one of its fields. */
export function without<Row extends object, Key extends keyof Row & string>(
  row: Row,
  field: Key,
): Omit<Row, Key> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== field)) as Omit<Row, Key>;
}

/** An optional field is absent when empty: the server counts an empty text as a mistake. */
export function optional<Row extends object>(field: keyof Row & string): Access<Row> {
  return {
    of: (row) => textOf(row[field]),
    with: (row, value) => {
      return value === '' ? (without(row, field) as Row) : { ...row, [field]: value };
    },
  };
}

export function needed<Row extends object>(field: keyof Row & string): Access<Row> {
  return { of: (row) => textOf(row[field]), with: (row, value) => ({ ...row, [field]: value }) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A code with its name; typed as code, name or initials of pinyin. */
export function codeColumn<Row>(
  look: Look,
  access: Access<Row>,
  search: CodeSearch,
  digits: number,
): GridColumn<Row> {
  const offers = (text: string): readonly Offer[] =>
    search.find(text).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return {
    ...look,
    offers,
    show: (row) => `${access.of(row)} ${search.nameOf(access.of(row)) ?? ''}`.trim(),
    edit: (row) => access.of(row),
    put: (row, text) => {
      const plain = text.normalize('NFKC').trim();
      if (plain === '') return access.with(row, '');
      // 类, 款 and 项 may be written apart: 212 01 01.
      const joined = plain.replace(/(?<=^[\d ]*\d) +(?=\d)/g, '');
      const code =
        new RegExp(`^\\d{${digits}}(?!\\d)`).exec(joined)?.[0] ??
        onlyValue(offers(plain).filter(({ value }) => search.nameOf(value) === plain)) ??
        onlyValue(offers(plain));
      return code === null ? null : access.with(row, code);
    },
  };
}

function onlyValue(offers: readonly Offer[]): string | null {
  return offers.length === 1 ? (offers[0]?.value ?? null) : null;
}

/** One of a few words; the beginning of a word is enough. */
export function choiceColumn<Row>(
  look: Look,
  access: Access<Row>,
  choices: readonly Offer[],
): GridColumn<Row> {
  const labelOf = (row: Row): string =>
    choices.find(({ value }) => value === access.of(row))?.label ?? access.of(row);
  return {
    ...look,
    offers: (text) => choices.filter(({ label }) => label.includes(text.trim())),
    show: labelOf,
    edit: labelOf,
    put: (row, text) => {
      const plain = text.trim();
      if (plain === '') return null;
      const exact = choices.find(({ value, label }) => value === plain || label === plain)?.value;
      const value =
        exact ??
        onlyValue(choices.filter(({ label }) => label.includes(plain))) ??
        // 一般公共预算拨款 is 一般公共预算.
        onlyValue(choices.filter(({ label }) => plain.startsWith(label)));
      return value === null ? null : access.with(row, value);
    },
  };
}

/** Free text that offers what is known. */
export function textColumn<Row>(
  look: Look,
  access: Access<Row>,
  known: readonly string[] = [],
): GridColumn<Row> {
  return {
    ...look,
    offers:
      known.length === 0
        ? null
        : (text) =>
            known.filter((value) => value.includes(text.trim())).map((value) => ({ value, label: value })),
    show: access.of,
    edit: access.of,
    put: (row, text) => access.with(row, text.trim()),
  };
}

/** An amount in the unit that the clerk chose, kept in 分; nothing typed is zero. */
export function moneyColumn<Row>(
  look: Look,
  unit: AmountUnit,
  of: (row: Row) => number,
  put: (row: Row, fen: number) => Row,
): GridColumn<Row> {
  return {
    ...look,
    ...{ amount: true, fenOf: of, offers: null },
    show: (row) => amountText(of(row), unit),
    edit: (row) => amountTyped(of(row), unit),
    put: (row, text) => {
      const fen = text.trim() === '' ? 0 : parseMoney(text, unit);
      return fen === null ? null : put(row, fen);
    },
  };
}

/** The amount of a line; its unit stands in the head. */
export function fenColumn<Row extends { readonly fen: number }>(
  say: SayBook,
  unit: AmountUnit,
  width: number,
): GridColumn<Row> {
  const title = say(unit === 'wan' ? 'amountWan' : 'amountYuan');
  const put = (row: Row, fen: number): Row => ({ ...row, fen });
  return moneyColumn({ field: 'fen', title, width }, unit, ({ fen }) => fen, put);
}

/** The unit that a line is of, one of the department's. */
export function unitColumn<Row extends { readonly unit: string }>(
  say: SayBook,
  units: readonly string[],
  width: number,
): GridColumn<Row> {
  return textColumn({ field: 'unit', title: say('unit'), width }, needed<Row>('unit'), units);
}

/** What stands beside the line and is not edited here. */
export function fixedColumn<Row>(look: Look, show: (row: Row) => string, isAmount = false): GridColumn<Row> {
  return {
    ...look,
    ...(isAmount ? { amount: true } : {}),
    ...{ fixed: true, offers: null, show, edit: show },
    put: (row) => row,
  };
}
