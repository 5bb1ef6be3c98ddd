import type { Disclosure } from '../disclosure.ts';

/**
 * What the keys of a place are called in a document: a place holds a row's code and a column's key,
 * a reader wants their names. Unknown keys give null.
 */
export interface PlaceNames {
  table(table: number): string | null;
  /** The row's name where `row` is a code. */
  row(table: number, row: string): string | null;
  column(table: number, column: string): string | null;
  section(section: string): string | null;
  /** Where the table, section or project stands in the document's order; unknown ones stand first. */
  order(kind: 'table' | 'section' | 'project', key: string): number;
}

/** Names for a document of which nothing is known. */
export const noNames: PlaceNames = {
  table: () => null,
  row: () => null,
  column: () => null,
  section: () => null,
  order: () => -1,
};

/** The names of a document as plain data, so that they outlive it and reach another process. */
export interface NameData {
  readonly tables: readonly (readonly [table: number, title: string])[];
  /** By "table row". */
  readonly rows: readonly (readonly [key: string, name: string])[];
  readonly columns: readonly (readonly [key: string, title: string])[];
  readonly sections: readonly (readonly [section: string, title: string])[];
  /** table 1, section revenue, project … in the document's order. */
  readonly order: readonly string[];
}

/** The names that a disclosure gives to its tables, rows, columns and sections. */
export function placeNamesOf(disclosure: Disclosure): PlaceNames {
  return placeNamesFrom(nameDataOf(disclosure));
}

export function nameDataOf({ tables, narrative, projects }: Disclosure): NameData {
  return {
    tables: tables.map(({ number, title }) => [number, title]),
    rows: tables.flatMap((t) =>
      t.rows.map((row) => [`${t.number} ${row.place.row ?? row.code ?? ''}`, row.name] as const),
    ),
    columns: tables.flatMap((t) =>
      t.columns.map(({ key, title }) => [`${t.number} ${key}`, title.at(-1) ?? ''] as const),
    ),
    sections: narrative.map(({ section, title }) => [section, title]),
    order: [
      ...tables.map((table) => `table ${table.number}`),
      ...narrative.map(({ section }) => `section ${section}`),
      ...projects.map(({ name }) => `project ${name}`),
    ],
  };
}

export function placeNamesFrom(data: NameData): PlaceNames {
  const [rows, columns, sections] = [new Map(data.rows), new Map(data.columns), new Map(data.sections)];
  const orders = orderOf(data.order);
  return {
    table: (table) => data.tables.find(([number]) => number === table)?.[1] ?? null,
    row: (table, row) => rows.get(`${table} ${row}`) ?? null,
    column: (table, column) => columns.get(`${table} ${column}`) ?? null,
    section: (section) => sections.get(section) ?? null,
    order: (kind, key) => orders.get(`${kind} ${key}`) ?? -1,
  };
}

function orderOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const orders = new Map<string, number>();
  for (const key of keys) if (!orders.has(key)) orders.set(key, orders.size);
  return orders;
}
