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
      const code = new RegExp(`^\\d{${digits}}(?!\\d)`).exec(plain)?.[0] ?? onlyValue(offers(plain));
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
      const value = exact ?? onlyValue(choices.filter(({ label }) => label.includes(plain)));
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
    ...{ amount: true, offers: null },
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

export interface PastedRows<Row> {
  readonly rows: readonly Row[];
  /** Cells that were not understood. */
  readonly refused: number;
}

/** Puts a copied range into the lines from a cell on; lines that are missing are added. */
export function paste<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  at: { readonly row: number; readonly column: number },
  text: string,
  newRow: (above: Row | undefined) => Row,
): PastedRows<Row> {
  const changed = [...rows];
  let refused = 0;
  copiedCells(text).forEach((cells, i) => {
    const place = Math.min(at.row + i, changed.length);
    let row = changed[place] ?? newRow(changed[place - 1]);
    cells.forEach((value, j) => {
      const put = columns[at.column + j]?.put(row, value);
      if (put === null) refused += 1;
      else row = put ?? row;
    });
    changed[place] = row;
  });
  return { rows: changed, refused };
}

/** The cells of a range as spreadsheets copy it: a cell with line breaks or tabs stands in quotation marks. */
export function copiedCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    lines.at(-1)?.push(match?.[1]?.replaceAll('""', '"').replace(/\s*\r?\n\s*/g, '') ?? match?.[2] ?? '');
    at = cell.lastIndex;
    if (text[at] === '\t') at += 1;
    else {
      const end = /^\r?\n|^\r/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
      at += end;
      if (end === 0 || at >= text.length) break;
      lines.push([]);
    }
  }
  return lines;
}
