import type { Book } from '../model/book.ts';
import type { ScopedAmount } from '../model/bookAmounts.ts';
import { govEconomicFor } from '../model/codes/mapping.ts';
import { codesOfBook } from '../model/bookCodes.ts';
import type { DisclosureTable, TableCell, TableRow } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import type { Form, TableForm } from '../model/form.ts';
import { parseAmount } from '../model/money.ts';
import type { Place } from '../model/place.ts';
import { intersect, type Scope } from '../model/scope.ts';
import {
  factIndex,
  lastDigit,
  printedAmount,
  sumOver,
  within,
  type FactIndex,
  type Ledger,
} from './amounts.ts';
import { columnsOf, type ScopedColumn } from './columns.ts';
import { isMergedName } from './publishable.ts';
import { rowsOf, type ScopedRow } from './rows.ts';

export interface ComposedTables {
  readonly tables: readonly DisclosureTable[];
  readonly figures: readonly Figure[];
}

/** The form's tables, filled by the sums over the book's facts; each cell is rounded once. */
export function composeTables(book: Book, form: Form, ledger: Ledger): ComposedTables {
  const composed = form.tables
    .filter(({ layout, required }) => required && layout !== undefined)
    .map((table) => composeTable(table, book, form, ledger));
  const figures = composed.flatMap((table) => table.figures);
  return {
    tables: composed.map(({ table }) => table),
    figures: figures.map((figure, id) => ({ ...figure, id })),
  };
}

interface ComposedTable {
  readonly table: DisclosureTable;
  readonly figures: readonly Omit<Figure, 'id'>[];
}

/** One side of a table: its facts, rows and columns. */
interface Side {
  readonly facts: readonly ScopedAmount[];
  readonly index: FactIndex;
  readonly rows: readonly ScopedRow[];
  readonly columns: readonly ScopedColumn[];
  readonly scope: Scope;
}

interface Sheet {
  readonly table: TableForm;
  readonly book: Book;
  readonly decimals: number;
  /** Words for an amount of nothing. */
  readonly zero: string;
  readonly figures: Omit<Figure, 'id'>[];
  rounded: boolean;
}

function composeTable(table: TableForm, book: Book, form: Form, ledger: Ledger): ComposedTable {
  const sides = sidesOf(table).map((side) => sideOf(table, side, book, ledger));
  const empty = sides.every(({ facts }) => facts.length === 0);
  const decimals = decimalsFor(table, book);
  const flat = table.layout?.labels.length === 0;
  const zero = flat || (table.rows === 'item' && !empty) ? printedAmount(0, table.unit, 2) : '';
  const sheet: Sheet = { table, book, decimals, zero, figures: [], rounded: false };
  const rows = sides.flatMap((side) => filledRows(side, sheet));
  const label = form.label === null ? null : labelOf(form, table);
  return {
    figures: sheet.figures,
    table: {
      number: table.number,
      key: table.key,
      label,
      title: yearIn(table.title, book),
      unit: table.unit,
      note: empty ? emptyNote : noteOf(table, rows, sheet.rounded),
      place: { file: 'book', table: table.number },
      columns: sides.flatMap(({ columns }) =>
        columns.map(({ form: { key, title } }) => ({ key, title: title.map((text) => yearIn(text, book)) })),
      ),
      rows,
    },
  };
}

const emptyNote = '注：本表无数据';

/** What a filled table has to say: money that is shown in one line, and rounding tails. */
function noteOf({ rows: axis, unit }: TableForm, rows: readonly TableRow[], rounded: boolean): string | null {
  const merged = axis === 'project' && rows.some(({ level, name }) => level === 3 && isMergedName(name));
  const parts = [
    ...(merged ? ['依法不予公开的项目并入“其他项目”列示'] : []),
    ...(rounded ? [`表中金额按${unit}四舍五入，个别合计可能有尾差`] : []),
  ];
  return parts.length === 0 ? null : `注：${parts.join('；')}`;
}

function labelOf({ label }: Form, { number, printedNumber }: TableForm): string {
  const prefix = label?.includes('公开') === true ? '预算公开表' : '表';
  return `${prefix}${printedNumber ?? String(number)}`;
}

function yearIn(text: string, { year }: Book): string {
  return text.replaceAll('{year}', String(year));
}

/** 万元 with two decimals; 元 without decimals where every amount of the book is whole 元. */
function decimalsFor({ unit }: TableForm, { facts, revenue, threePublic }: Book): number {
  const whole = [...facts, ...revenue, ...threePublic].every(({ fen }) => fen % 100 === 0);
  return unit === '元' && whole ? 0 : 2;
}

function sidesOf(table: TableForm): readonly TableRow['side'][] {
  return table.columns.some(({ side }) => side !== undefined) ? ['revenue', 'expenditure'] : [null];
}

function sideOf(table: TableForm, side: TableRow['side'], book: Book, ledger: Ledger): Side {
  const spent = side === 'expenditure' && table.rows !== 'balance' ? { use: 'spent' } : {};
  const scope: Scope = { ...table.scope, ...spent, ...(side === null ? {} : { flow: side }) };
  const byItem = table.rows === 'revenueCode' || (table.rows === 'function' && side === 'revenue');
  const money = table.rows === 'project' ? ledger.money : ledger.totals.facts;
  const list = byItem ? ledger.revenueItems : table.rows === 'item' ? ledger.items : money;
  const flat = table.rows === 'item' && table.layout?.labels.length === 0;
  const facts = within(flat ? [...ledger.items, ...money] : list, scope).filter(
    (fact) => !isProcurement(fact),
  );
  const index = factIndex(facts);
  return {
    facts,
    index,
    scope,
    rows: rowsOf(table, side, facts, book),
    columns: columnsOf(table, side, facts),
  };
}

function isProcurement({ scope: { item = '' } }: ScopedAmount): boolean {
  return ['goods', 'works', 'services'].includes(item);
}

function filledRows(side: Side, sheet: Sheet): readonly TableRow[] {
  const seen = new Map<string, number>();
  return side.rows.map((row) => {
    const base = row.code ?? row.name;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return filledRow(row, side, count === 1 ? base : `${base}#${count}`, sheet);
  });
}

function filledRow(row: ScopedRow, side: Side, key: string, sheet: Sheet): TableRow {
  const place: Place = { file: 'book', table: sheet.table.number, row: key };
  const scope = intersect(side.scope, row.scope);
  const facts = scope === null ? [] : side.index.within(scope);
  const cells = side.columns.map((column): [string, TableCell] => [
    column.form.key,
    filledCell(column, facts, scope, { ...place, column: column.form.key }, sheet),
  ]);
  const { code, name, level } = row;
  return { side: row.side, code, name, level, cells: Object.fromEntries(cells), place };
}

function filledCell(
  column: ScopedColumn,
  facts: readonly ScopedAmount[],
  row: Scope | null,
  place: Place,
  sheet: Sheet,
): TableCell {
  if (column.form.key === 'govEconomic')
    return { text: govEconomicName(row, facts, sheet.book), fen: null, place };
  const own = row === null ? null : intersect(row, column.scope);
  if (own === null) return { text: '', fen: null, place };
  const { unit } = sheet.table;
  // A flat table has columns of items beside one of plain money.
  const isItem = own.item !== undefined || sheet.table.rows !== 'item';
  const counted = isItem ? facts : facts.filter((fact) => fact.scope.item === undefined);
  // The facts belong to the row already.
  const fen = sumOver(counted, column.scope);
  sheet.rounded ||= fen % lastDigit(unit, sheet.decimals) !== 0;
  const text = fen === 0 ? sheet.zero : printedAmount(fen, unit, sheet.decimals);
  const amount = parseAmount(text, unit);
  if (typeof amount === 'string') return { text, fen: null, place };
  const scope = { ...own, stage: sheet.book.stage, year: String(sheet.book.year) };
  sheet.figures.push({ origin: 'cell', scope, text, ...amount, unit, place });
  return { text, fen: text === '' ? null : amount.fen, place };
}

/** The government's item beside the department's; blank where the units' kinds give different ones. */
function govEconomicName(row: Scope | null, facts: readonly ScopedAmount[], book: Book): string {
  const code = row?.deptEconomic ?? '';
  if (code.length !== 5) return '';
  const kinds = new Set(facts.map(({ scope }) => scope.unitKind));
  const stated = book.facts.find(
    (fact) => fact.deptEconomic === code && fact.govEconomic !== undefined,
  )?.govEconomic;
  if (stated !== undefined) return codesOfBook(book)('govEconomic', book.year).find(stated)?.name ?? '';
  const [kind] = kinds;
  const known = kinds.size === 1 && (kind === 'administrative' || kind === 'institution') ? kind : null;
  return govEconomicFor(code, known)?.name ?? '';
}
