import { gather } from '../../../model/gather.ts';
import type { Disclosure, DisclosureTable, TableCell, TableRow } from '../../../model/disclosure.ts';
import type { MoneyUnit } from '../../../model/money.ts';
import type { Place } from '../../../model/place.ts';
import { projectKey } from './projectName.ts';
import { unitsByRow } from '../unitsByRow.ts';

/** A project's row in a project table. */
export interface ProjectRow {
  readonly name: string;
  readonly key: string;
  /** The unit that the row stands under, folded; '' where the table names none. */
  readonly unit: string;
  /** The codes of function and economic item beside the name: a project in several rows may be divided by them. */
  readonly codes: string;
  /** The row's whole amount; null where none is printed. */
  readonly amount: TableCell | null;
  /** Stands in the table of money carried over from last year. */
  readonly carriedOver: boolean;
  readonly table: number;
  /** The unit that the table is printed in. */
  readonly money: MoneyUnit | null;
  readonly place: Place;
}

/** The rows of projects in all project tables, in printed order; department and unit rows are left out. */
export function projectRows(disclosure: Disclosure): readonly ProjectRow[] {
  const units = unitsByRow(disclosure);
  return disclosure.tables.filter(isProjectTable).flatMap((table) =>
    table.rows
      .filter((row) => row.level === 3 && row.name !== '')
      .map((row) => ({
        name: row.name,
        key: projectKey(row.name),
        unit: units.get(`${table.number} ${row.place.row}`) ?? '',
        codes: codesOf(row),
        amount: amountOf(row),
        carriedOver: table.key === 'projectsCarriedOver',
        table: table.number,
        money: table.unit,
        place: row.place,
      })),
  );
}

export function isProjectTable(table: DisclosureTable): boolean {
  return table.key === 'projects' || table.key === 'projectsCarriedOver';
}

function codesOf(row: TableRow): string {
  const beside = gather(Object.entries(row.cells), ([key, { text }]) =>
    /Code\d*$/.test(key) ? [text.trim()] : [],
  );
  return [row.code ?? '', ...beside].join(' ');
}

function amountOf(row: TableRow): TableCell | null {
  const cell =
    row.cells['total'] ?? row.cells['amount'] ?? Object.values(row.cells).find(({ fen }) => fen !== null);
  return cell?.fen == null ? null : cell;
}
