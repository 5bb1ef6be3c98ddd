import { sql, type RawBuilder } from 'kysely';
import type { Change } from '../store.ts';
import { containing } from './plainSearch.ts';
import {
  byAmount,
  chosenWhere,
  fitOf,
  kinds,
  like,
  titleFits,
  type FoundRecord,
  type PublishedQuery,
  type TitleFit,
} from './query.ts';

/** How many records of a kind are found, and how well their titles fit. */
export interface KindCount {
  readonly kind: string;
  readonly records: number;
  readonly is: number;
  readonly begins: number;
  readonly has: number;
}

/** Records that stand together in the order of the result. */
interface Stretch {
  readonly kind: string;
  /** Null: however the titles fit. */
  readonly fit: TitleFit | null;
  readonly count: number;
}

interface Row extends FoundRecord {
  readonly fen: number | null;
  readonly year: number;
  readonly publication_id: string;
  readonly number: number;
}

/** A page of the result: how long each stretch of it is, is known, so that only what is shown is looked for. */
export async function bestOf(
  change: Change,
  query: PublishedQuery,
  counts: readonly KindCount[],
): Promise<readonly FoundRecord[]> {
  const { offset, limit } = query;
  if (query.order === 'amount') {
    const each = kindsOf(counts).map((stretch) => ({ stretch, offset: 0, limit: offset + limit }));
    const rows = await allOf(change, query, each);
    return rows
      .sort(largerFirst)
      .slice(offset, offset + limit)
      .map(shown);
  }
  const stretches = query.words.length === 0 ? kindsOf(counts) : stretchesOf(counts);
  const wanted: Wanted[] = [];
  let before = 0;
  for (const stretch of stretches) {
    const from = Math.max(0, offset - before);
    const to = Math.min(stretch.count, offset + limit - before);
    if (to > from) wanted.push({ stretch, offset: from, limit: to - from });
    before += stretch.count;
  }
  return (await allOf(change, query, wanted)).map(shown);
}

const shown = ({ record, summary }: Row): FoundRecord => ({ record, summary });

function kindsOf(counts: readonly KindCount[]): readonly Stretch[] {
  return kinds.flatMap((kind) => {
    const count = counts.find((each) => each.kind === kind)?.records ?? 0;
    return count === 0 ? [] : [{ kind, fit: null, count }];
  });
}

function stretchesOf(counts: readonly KindCount[]): readonly Stretch[] {
  return titleFits.flatMap((fit) =>
    kinds.flatMap((kind) => {
      const found = counts.find((each) => each.kind === kind);
      const count = found === undefined ? 0 : countOf(found, fit);
      return count === 0 ? [] : [{ kind, fit, count }];
    }),
  );
}

function countOf({ records, is, begins, has }: KindCount, fit: TitleFit): number {
  return { is, begins, has, not: records - is - begins - has }[fit];
}

/** As byAmount. */
function largerFirst(a: Row, b: Row): number {
  const amounts = a.fen === b.fen ? 0 : a.fen === null ? 1 : b.fen === null ? -1 : b.fen - a.fen;
  if (amounts !== 0) return amounts;
  if (a.year !== b.year) return b.year - a.year;
  if (a.publication_id !== b.publication_id) return a.publication_id < b.publication_id ? -1 : 1;
  return a.number - b.number;
}

interface Wanted {
  readonly stretch: Stretch;
  readonly offset: number;
  readonly limit: number;
}

async function allOf(change: Change, query: PublishedQuery, wanted: readonly Wanted[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const each of wanted) rows.push(...(await rowsOf(change, query, each)));
  return rows;
}

/** From so many records on, going down the order meets them soon; fewer are looked for in their publications. */
const manyFrom = 300;

async function rowsOf(
  change: Change,
  query: PublishedQuery,
  { stretch, offset, limit }: Wanted,
): Promise<Row[]> {
  const isMany = stretch.count >= manyFrom;
  // The planner cannot know how soon the words are met; it would rather collect and sort all of them.
  const way = isMany ? sql.lit('off') : sql.lit('on');
  await sql`select set_config('enable_sort', ${way}, true), set_config('enable_bitmapscan', ${way}, true),
    set_config('enable_seqscan', ${way}, true)`.execute(change);
  const where = [
    sql`s.kind = ${stretch.kind}`,
    isMany ? holding(query.words) : containing(query.words),
    ...(stretch.fit === null ? [] : [fitting(query.words, stretch.fit)]),
    chosenWhere(columns, query.chosen, null),
    ...(isMany ? [] : [sql`s.publication_id in (${publicationsOf(query, stretch)})`]),
  ];
  const { rows } = await sql<Row>`
    select record, summary, fen, year, publication_id, number from (
      select s.record, s.fen, s.year, s.publication_id, s.number from search_records s
      where ${sql.join(where, sql` and `)} order by ${byAmount} limit ${limit} offset ${offset}) best
    join (select id, summary from publications) p on p.id = publication_id
    order by ${byAmount}`.execute(change);
  return rows;
}

/** Regions have other names in the portal. */
const columns = {
  kind: sql.ref('s.kind'),
  region: sql`(select portal_region from publications where id = s.publication_id)`,
  year: sql`s.year::text`,
  stage: sql.ref('s.stage'),
  department: sql.ref('s.department'),
  functionClass: sql.ref('s.function_class'),
} as const;

/** As `containing`, without the index of pairs. */
function holding(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql`true`;
  return sql.join(
    words.map((word) => sql`s.body like ${like(word)}`),
    sql` and `,
  );
}

/** Titles are looked up by their beginning where they have one. */
function fitting(words: readonly string[], fit: TitleFit): RawBuilder<unknown> {
  const rank = sql`${fitOf(words)} = ${sql.lit(titleFits.indexOf(fit))}`;
  const beginning = fit === 'is' ? words.join('') : fit === 'begins' ? (words[0] ?? '') : '';
  if (beginning === '') return rank;
  const pattern = like(Array.from(beginning).slice(0, titleIndexed).join('')).slice(1);
  return sql`left(s.title_key, ${sql.lit(titleIndexed)}) like ${pattern} and ${rank}`;
}

/** Characters of a title in its index. */
const titleIndexed = 100;

/** Few where little is found: their records are gone through, not those of all that contain the words. */
function publicationsOf({ words, chosen }: PublishedQuery, { kind, fit }: Stretch): RawBuilder<unknown> {
  const count =
    fit === null
      ? sql`records`
      : { is: sql`title_is`, begins: sql`title_begins`, has: sql`title_has`, not: notInTitle }[fit];
  const place = Object.fromEntries(
    Object.entries(chosen).filter(([facet]) => facet !== 'kind' && facet !== 'functionClass'),
  );
  return sql`select c.publication_id from search_counts c join publications p on p.id = c.publication_id
    where c.word = ${words.join(' ')} and c.function_class is null and c.kind = ${kind} and ${count} > 0
      and ${chosenWhere(publicationColumns, place, null)}`;
}

const publicationColumns = {
  ...columns,
  region: sql.ref('p.portal_region'),
  year: sql`p.year::text`,
  stage: sql.ref('p.stage'),
  department: sql.ref('p.portal_department'),
} as const;

const notInTitle = sql`records - title_is - title_begins - title_has`;
