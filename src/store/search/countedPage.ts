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
  /** Of them have an amount. */
  readonly amounts: number;
}

/** Records that stand together in the order of the result. */
interface Stretch {
  readonly kind: string;
  /** Null: however the titles fit. */
  readonly fit: TitleFit | null;
  readonly count: number;
  /** None of the kind has an amount: then they stand in the order of their publications. */
  readonly isWithoutAmounts: boolean;
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
    const rows = await allOf(change, query, largest(counts, offset + limit));
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

/** The first of every kind; of kinds without amounts only where those with amounts do not fill the page. */
function largest(counts: readonly KindCount[], limit: number): readonly Wanted[] {
  const amounts = counts.reduce((sum, each) => sum + each.amounts, 0);
  return kindsOf(counts)
    .filter(({ isWithoutAmounts }) => !isWithoutAmounts || amounts < limit)
    .map((stretch) => ({ stretch, offset: 0, limit }));
}

const shown = ({ record, summary }: Row): FoundRecord => ({ record, summary });

function kindsOf(counts: readonly KindCount[]): readonly Stretch[] {
  return kinds.flatMap((kind) => {
    const found = counts.find((each) => each.kind === kind);
    return found === undefined ? [] : [stretchOf(found, null, found.records)];
  });
}

function stretchesOf(counts: readonly KindCount[]): readonly Stretch[] {
  return titleFits.flatMap((fit) =>
    kinds.flatMap((kind) => {
      const found = counts.find((each) => each.kind === kind);
      const count = found === undefined ? 0 : countOf(found, fit);
      return found === undefined || count === 0 ? [] : [stretchOf(found, fit, count)];
    }),
  );
}

function stretchOf({ kind, amounts }: KindCount, fit: TitleFit | null, count: number): Stretch {
  return { kind, fit, count, isWithoutAmounts: amounts === 0 };
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

async function rowsOf(change: Change, query: PublishedQuery, wanted: Wanted): Promise<Row[]> {
  const { stretch } = wanted;
  if (stretch.isWithoutAmounts) return rowsInTurn(change, query, wanted);
  const isMany = stretch.count >= manyFrom;
  await plan(change, isMany);
  const where = isMany
    ? [sql`s.kind = ${stretch.kind}`, holding(query.words), ...fittingOf(query, stretch)]
    : [
        ...[sql`s.kind = ${stretch.kind}`, containing(query.words), ...fittingOf(query, stretch)],
        sql`s.publication_id in (select publication_id from (${publicationsOf(query, stretch)}) having_some)`,
      ];
  return rowsWhere(
    change,
    sql.join([...where, chosenWhere(columns, query.chosen, null)], sql` and `),
    wanted,
  );
}

const fittingOf = ({ words }: PublishedQuery, { fit }: Stretch): readonly RawBuilder<unknown>[] =>
  fit === null ? [] : [fitting(words, fit)];

/** The planner cannot know how soon the words are met; it would rather collect and sort all of them. */
async function plan(change: Change, isDownTheOrder: boolean): Promise<void> {
  const way = isDownTheOrder ? sql.lit('off') : sql.lit('on');
  await sql`select set_config('enable_sort', ${way}, true), set_config('enable_bitmapscan', ${way}, true),
    set_config('enable_seqscan', ${way}, true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
    change,
  );
}

async function rowsWhere(
  change: Change,
  where: RawBuilder<unknown>,
  { offset, limit }: Pick<Wanted, 'offset' | 'limit'>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select record, summary, fen, year, publication_id, number from (
      select s.record, s.fen, s.year, s.publication_id, s.number from search_records s
      where ${where} order by ${byAmount} limit ${limit} offset ${offset}) best
    join (select id, summary from publications) p on p.id = publication_id
    order by ${byAmount}`.execute(change);
  return rows;
}

/** Without amounts records stand year by year, publication by publication: the counts say in which ones to look. */
async function rowsInTurn(change: Change, query: PublishedQuery, wanted: Wanted): Promise<Row[]> {
  const { stretch, offset, limit } = wanted;
  await plan(change, false);
  const { rows } = await sql<{ readonly id: string; readonly before: number }>`
    select publication_id as id, (until - count)::int as before from (
      select *, sum(count) over (order by year desc, publication_id) as until
      from (${publicationsOf(query, stretch)}) c) counted
    where until > ${offset} and until - count < ${offset + limit} order by until`.execute(change);
  const [first] = rows;
  if (first === undefined) return [];
  const where = [
    sql`s.publication_id = any(${rows.map(({ id }) => id)}::uuid[])`,
    ...[sql`s.kind = ${stretch.kind}`, holding(query.words), ...fittingOf(query, stretch)],
    chosenWhere(columns, query.chosen, null),
  ];
  return rowsWhere(change, sql.join(where, sql` and `), { offset: offset - first.before, limit });
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

/** The publications with records of the stretch: which, of what year, how many. */
function publicationsOf({ words, chosen }: PublishedQuery, { kind, fit }: Stretch): RawBuilder<unknown> {
  const count =
    fit === null
      ? sql`records`
      : { is: sql`title_is`, begins: sql`title_begins`, has: sql`title_has`, not: notInTitle }[fit];
  const place = { ...chosen };
  delete place.kind;
  delete place.functionClass;
  const { functionClass } = chosen;
  const ofClass =
    functionClass === undefined ? sql`c.function_class is null` : sql`c.function_class = ${functionClass}`;
  return sql`select c.publication_id, p.year, ${count} as count
    from search_counts c join publications p on p.id = c.publication_id
    where c.word = ${words.join(' ')} and ${ofClass} and c.kind = ${kind} and ${count} > 0
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
