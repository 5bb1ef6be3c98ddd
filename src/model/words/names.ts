import { goalsOf, type WithGoals } from '../goals.ts';
import { glossarySection, type Place } from '../place.ts';

/**
 * What the keys of a place are called in a document: a place holds a row's code and a column's key,
 * a reader wants their names. Unknown keys give null.
 */
export interface PlaceNames {
  table(table: number): string | null;
  /** The row's name where `row` is a code. */
  row(table: number, row: string): string | null;
  column(table: number, column: string): string | null;
  /** The section's title; where several are of one kind, that of the last one before the place. */
  section(section: string, place?: Place): string | null;
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
  readonly sections: readonly (readonly [section: string, title: string, position: number])[];
  /** table 1, section revenue, project … in the document's order. */
  readonly order: readonly string[];
}

/** What of a disclosure has a name; a disclosure itself, or what another process was sent of it. */
export interface NamedParts extends WithGoals {
  readonly tables: readonly {
    readonly number: number;
    readonly title: string;
    readonly rows: readonly { readonly code: string | null; readonly name: string; readonly place: Place }[];
    readonly columns: readonly { readonly key: string; readonly title: readonly string[] }[];
  }[];
  readonly narrative: readonly {
    readonly section: string;
    readonly title: string;
    readonly paragraphs: readonly unknown[];
    readonly place: Place;
  }[];
  readonly projects: readonly { readonly name: string }[];
}

/** The names that a disclosure gives to its tables, rows, columns and sections. */
export function placeNamesOf(disclosure: NamedParts): PlaceNames {
  return placeNamesFrom(nameDataOf(disclosure));
}

export function nameDataOf(disclosure: NamedParts): NameData {
  const { tables, narrative, projects } = disclosure;
  return {
    tables: tables.map(({ number, title }) => [number, title]),
    rows: tables.flatMap((t) =>
      t.rows.map((row) => [`${t.number} ${row.place.row ?? row.code ?? ''}`, row.name] as const),
    ),
    columns: tables.flatMap((t) =>
      t.columns.map(({ key, title }) => [`${t.number} ${key}`, title.at(-1) ?? ''] as const),
    ),
    sections: sectionTitles(narrative),
    order: [
      ...tables.map((table) => `table ${table.number}`),
      ...narrative.map(({ section }) => `section ${section}`),
      ...goalsOf(disclosure).map(({ title }) => `project ${title}`),
      ...projects.map(({ name }) => `project ${name}`),
      `section ${glossarySection}`,
    ],
  };
}

/** A heading with nothing under it gives its name to no place. */
function sectionTitles(narrative: NamedParts['narrative']): NameData['sections'] {
  const spoken = narrative.filter(({ paragraphs }) => paragraphs.length > 0);
  const kinds = new Set(spoken.map(({ section }) => section));
  const silent = narrative.filter(({ section }) => !kinds.has(section));
  return [...spoken, ...silent].map(({ section, title, place }) => [section, title, positionOf(place)]);
}

/** Where in the file, for order only: page before line, element or height on the page. */
function positionOf({ page = 0, line, block, box }: Place): number {
  return page * 1_000_000 + (line ?? block ?? box?.[1] ?? 0);
}

function titleAt(titles: NameData['sections'], place: Place | undefined): string | null {
  const before = place === undefined ? [] : titles.filter(([, , at]) => at <= positionOf(place));
  return (before.at(-1) ?? titles[0])?.[1] ?? null;
}

export function placeNamesFrom(data: NameData): PlaceNames {
  const [rows, columns] = [new Map(data.rows), new Map(data.columns)];
  const orders = orderOf(data.order);
  return {
    table: (table) => data.tables.find(([number]) => number === table)?.[1] ?? null,
    row: (table, row) => rows.get(`${table} ${row}`) ?? null,
    column: (table, column) => columns.get(`${table} ${column}`) ?? null,
    section: (section, place) =>
      titleAt(
        data.sections.filter(([kind]) => kind === section),
        place,
      ),
    order: (kind, key) => orders.get(`${kind} ${key}`) ?? -1,
  };
}

function orderOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const orders = new Map<string, number>();
  for (const key of keys) if (!orders.has(key)) orders.set(key, orders.size);
  return orders;
}
