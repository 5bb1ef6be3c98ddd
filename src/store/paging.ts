import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** What of a list is asked for: at most `limit` items behind the cursor; null: from the beginning. */
export interface PageAsked {
  readonly after: string | null;
  readonly limit: number;
}

/** `next` is the cursor behind the last item; null where the list ends. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that is known to be short, or that the program itself goes through. */
export const wholeList: PageAsked = { after: null, limit: Number.MAX_SAFE_INTEGER - 1 };

/** What a list is ordered by; together the keys name one item. A moment goes as microseconds. */
export interface SortKey {
  readonly by: RawBuilder<unknown>;
  readonly type: 'text' | 'bigint' | 'uuid';
}

export interface ListOrder {
  readonly keys: readonly SortKey[];
  readonly descending?: boolean;
}

/** The cursor is none that this list gave. */
export class CursorProblem extends Error {
  constructor() {
    super('not a cursor of this list');
    this.name = 'CursorProblem';
  }
}

const shapes: Readonly<Record<SortKey['type'], RegExp>> = {
  text: /^[^\u0000]*$/u, // eslint-disable-line no-control-regex -- PostgreSQL keeps no NUL
  bigint: /^-?\d{1,18}$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
};

interface Cursor {
  readonly cursor: string;
}

/** Microseconds since 1970: what a moment is ordered by, without losing a digit on the way. */
export function microseconds(column: string): SortKey {
  return { by: sql`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`, type: 'bigint' };
}

export function textKey(column: string): SortKey {
  return { by: sql.ref(column), type: 'text' };
}

export function numberKey(column: string): SortKey {
  return { by: sql.ref(column), type: 'bigint' };
}

export function identityKey(column: string): SortKey {
  return { by: sql.ref(column), type: 'uuid' };
}

/** Where some are passed over, a short page is not sought row by row. */
const fewestAtOnce = 200;

/**
 * A page of a query in an order, by the keys of its items and not by their number: what is added or removed
 * meanwhile moves nothing. Items that `keep` refuses are passed over.
 * @throws CursorProblem
 */
export async function readPage<Table extends keyof Tables, Row, Item>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  order: ListOrder,
  { after, limit }: PageAsked,
  itemOf: (row: Row) => Item,
  keep: ((item: Item) => boolean) | null = null,
): Promise<Page<Item>> {
  const kept: (Cursor & { readonly item: Item })[] = [];
  const atOnce = keep === null ? limit + 1 : Math.max(limit + 1, fewestAtOnce);
  for (let from = after; ;) {
    const rows = await rowsBehind(query, order, from, atOnce);
    for (const row of rows) {
      const item = itemOf(row);
      if (keep?.(item) !== false) kept.push({ item, cursor: row.cursor });
    }
    from = rows.at(-1)?.cursor ?? null;
    if (kept.length > limit || rows.length < atOnce) break;
  }
  const items = kept.slice(0, limit).map(({ item }) => item);
  return { items, next: kept.length > limit ? (kept[limit - 1]?.cursor ?? null) : null };
}

async function rowsBehind<Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { keys, descending = false }: ListOrder,
  after: string | null,
  limit: number,
): Promise<readonly (Row & Cursor)[]> {
  const texts = keys.map(({ by }) => sql`(${by})::text`);
  let asked = query
    .select(sql<string>`jsonb_build_array(${sql.join(texts)})::text`.as('cursor'))
    .limit(limit);
  for (const { by } of keys) asked = asked.orderBy(by, descending ? 'desc' : 'asc');
  if (after !== null) asked = asked.where(behind(keys, decoded(keys, after), descending));
  const rows = (await asked.execute()) as unknown as readonly (Row & Cursor)[];
  return rows.map((row) => ({ ...row, cursor: Buffer.from(row.cursor).toString('base64url') }));
}

function behind(keys: readonly SortKey[], values: readonly string[], descending: boolean) {
  const own = sql.join(keys.map(({ by }) => by));
  const given = sql.join(keys.map(({ type }, i) => sql`${values[i]}::${sql.raw(type)}`));
  return descending ? sql<boolean>`(${own}) < (${given})` : sql<boolean>`(${own}) > (${given})`;
}

/** One text for each key. */
function decoded(keys: readonly SortKey[], cursor: string): readonly string[] {
  const values = jsonIn(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(values) || values.length !== keys.length) throw new CursorProblem();
  return keys.map(({ type }, i) => {
    const value: unknown = values[i];
    if (typeof value !== 'string' || !shapes[type].test(value)) throw new CursorProblem();
    return value;
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CursorProblem();
  }
}
