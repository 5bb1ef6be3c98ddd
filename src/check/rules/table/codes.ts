import { codeList } from '../../../model/codes/codes.ts';
import type { CodeAxis } from '../../../model/codes/entries.ts';
import { foldName } from '../../../model/codes/names.ts';
import type { Disclosure, DisclosureTable, TableRow } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import { shippedForms } from '../../../model/forms.ts';
import type { Place } from '../../../model/place.ts';
import { unitsByRow } from '../unitsByRow.ts';

/** A row with a classification code. */
export interface CodedRow {
  readonly table: DisclosureTable;
  readonly axis: CodeAxis;
  readonly code: string;
  readonly name: string;
  readonly side: TableRow['side'];
  /** The unit that the row belongs to; '' where the table names none. */
  readonly unit: string;
  readonly printedCode: string | null;
  readonly place: Place;
}

const classifications = ['function', 'deptEconomic', 'govEconomic'] as const;

const rowsOf = new WeakMap<Disclosure, readonly (readonly CodedRow[])[]>();

/** The rows of each table that bear a code, in printed order; several rules ask for them. */
export function codedRows(disclosure: Disclosure): readonly (readonly CodedRow[])[] {
  const rows = rowsOf.get(disclosure) ?? gatherRows(disclosure);
  rowsOf.set(disclosure, rows);
  return rows;
}

function gatherRows(disclosure: Disclosure): readonly (readonly CodedRow[])[] {
  const units = unitsByRow(disclosure);
  const narrowed = new Map(
    disclosure.figures.map(({ place, scope }) => [`${place.table} ${place.row}`, scope] as const),
  );
  return disclosure.tables.map((table) => {
    const declared = axisOf(table, disclosure);
    return table.rows.flatMap((row) => {
      const narrower = narrowed.get(`${table.number} ${row.place.row}`) ?? {};
      if (row.code === null || declared === null || narrower.project !== undefined) return [];
      const own = classifications.find((dimension) => narrower[dimension] === row.code) ?? declared;
      const axis = own === 'function' && isRevenue(row) ? 'revenue' : own;
      const others = classifications.filter((dimension) => dimension !== axis);
      const beside = others.map((dimension) => narrower[dimension] ?? '').join('');
      const unit = `${units.get(`${table.number} ${row.place.row}`) ?? ''}${beside}`;
      const { code, name, side, place, printedCode = null } = row;
      return [{ table, axis, code, name, side, unit, place, printedCode }];
    });
  });
}

function isRevenue(row: TableRow): boolean {
  return row.side === 'revenue' && (row.code?.startsWith('1') ?? false);
}

function axisOf(table: DisclosureTable, { form }: Disclosure): CodeAxis | null {
  const forms = form === null ? shippedForms : shippedForms.filter(({ id }) => id === form);
  const rows = forms.flatMap(({ tables }) => tables).find(({ key }) => key === table.key)?.rows;
  if (rows === 'function' || rows === 'deptEconomic' || rows === 'govEconomic')
    return axisOfCodes(table) ?? rows;
  if (rows === undefined) return axisOfCodes(table);
  return rows === 'revenueCode' ? 'revenue' : null;
}

const axesByDigit: Readonly<Record<string, CodeAxis>> = {
  '1': 'revenue',
  '2': 'function',
  '3': 'deptEconomic',
  '5': 'govEconomic',
};

/** The axis of a table of another form: what the first digit of all its codes says; null where they differ. */
function axisOfCodes({ rows }: DisclosureTable): CodeAxis | null {
  const codes = rows.flatMap(({ code }) => (code === null ? [] : [code]));
  const [first] = codes;
  const digit = first?.charAt(0) ?? '';
  const whole = codes.every((code) => code.startsWith(digit) && /^\d{3}(?:\d{2}){0,2}$/.test(code));
  return first !== undefined && whole ? (axesByDigit[digit] ?? null) : null;
}

/** Names are equal when they differ in brackets, spaces and marks only, or in the word 支出 at the end. */
export function sameName(a: string, b: string): boolean {
  const bare = (name: string): string =>
    foldName(fold(name))
      .replace(/[、,，“”"]/g, '')
      .replace(/支出$/, '');
  return bare(a) === bare(b);
}

/** What the code list of the year calls the code; null where it does not know it. */
export function listed(
  row: CodedRow,
  year: number | null,
): { readonly name: string; readonly verified: boolean } | null {
  return codeList(row.axis, year).find(row.code);
}
