import { sql, type RawBuilder } from 'kysely';
import { searchable } from '../grams.ts';
import type { Change, Database } from '../store.ts';
import { containing, isWithin } from './plainSearch.ts';
import { fitOf } from './query.ts';
import { countsOf, wordsOf, type Countable } from './wordCounts.ts';

/**
 * Who learns a word must see all publications, who publishes all words, and both change the totals: one after the
 * other.
 */
const countsLock = 7_240_118;
/** From so many records on counts are kept; fewer are gone through in time. */
export const commonFrom = 5000;
/** Each costs a little of every publication's time. The one that was learned longest ago makes room. */
const mostWords = 1000;

/**
 * Keeps counts of the words from now on, so that the next search for them need not go through all that it finds.
 * @returns whether they were not known before
 */
export function learnWords(db: Database, words: readonly string[]): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    await sql`select pg_advisory_xact_lock(${countsLock})`.execute(change);
    const word = words.join(' ');
    const added = await sql`insert into search_words (word) values (${word}) on conflict do nothing`.execute(
      change,
    );
    if (added.numAffectedRows === 0n) return false;
    await sql`delete from search_words where word in (
      select word from search_words order by learned_at desc, word offset ${mostWords})`.execute(change);
    await countAll(change, words);
    return true;
  });
}

/** Counts the words in all that can be found. */
async function countAll(change: Change, words: readonly string[]): Promise<void> {
  await sql`
    with matched as materialized (
      select publication_id, kind, function_class, code, fen, title_key, ${fitOf(words)} as fit
      from search_records s where ${containing(words)}),
    marked as (
      select *, fen is not null and not ${isWithin(sql`matched`)} as is_counted,
        fen is not null and ${isWithin(sql`matched`)} as is_left_out
      from matched offset 0)
    insert into search_counts (word, publication_id, kind, function_class, records, title_is, title_begins, title_has,
      counted, left_out, fen, class_label)
    select ${words.join(' ')}, publication_id, kind, function_class, count(*), count(*) filter (where fit = 0),
      count(*) filter (where fit = 1), count(*) filter (where fit = 2), count(*) filter (where is_counted),
      count(*) filter (where is_left_out), coalesce(sum(fen) filter (where is_counted), 0),
      min(title_key) filter (where code = function_class)
    from marked
    group by grouping sets ((publication_id, kind), (publication_id, kind, function_class))
    having grouping(function_class) = 1 or function_class is not null`.execute(change);
  await addToTotals(change, 1, sql`c.word = ${words.join(' ')}`);
}

/** Adds the chosen counts `c` to the totals, or takes them off. */
async function addToTotals(change: Change, sign: 1 | -1, which: RawBuilder<unknown>): Promise<void> {
  const numbers = ['records', 'title_is', 'title_begins', 'title_has', 'counted', 'left_out', 'fen'];
  const columns = sql.join(numbers.map((name) => sql.ref(name)));
  const sums = sql.join(numbers.map((name) => sql`${sql.lit(sign)} * sum(${sql.ref(`c.${name}`)})`));
  const changed = numbers.map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`t.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  );
  const key = sql`word, portal_region, year, stage, level, kind, function_class, class_label`;
  await sql`
    insert into search_totals as t (${key}, ${columns})
    select c.word, p.portal_region, p.year, p.stage, p.level, c.kind, c.function_class, c.class_label, ${sums}
    from search_counts c join publications p on p.id = c.publication_id where ${which}
    group by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (${key}) do update set ${sql.join(changed)}`.execute(change);
  if (sign < 0) await sql`delete from search_totals where records = 0`.execute(change);
}

/** Forgets what was counted in the filing's publications, before what they hold changes in the same transaction. */
export async function forgetCounts(change: Change, filing: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${countsLock})`.execute(change);
  const own = sql`c.publication_id in (select id from publications where filing_id = ${filing}::uuid)`;
  await addToTotals(change, -1, own);
  await sql`delete from search_counts c where ${own}`.execute(change);
}

/** Counts the known words in what is being published; forgetCounts comes before it in the transaction. */
export async function countPublished(
  change: Change,
  publication: string,
  records: readonly Omit<Countable, 'titleKey'>[],
): Promise<void> {
  const known = await sql<{ word: string }>`select word from search_words`.execute(change);
  if (known.rows.length === 0) return;
  // As the database compares titles.
  const titles = await sql<{ title_key: string }>`select title_key from search_records
    where publication_id = ${publication}::uuid order by number`.execute(change);
  const countable = records.map((each, i) => ({ ...each, titleKey: titles.rows[i]?.title_key ?? '' }));
  const counts = countsOf(
    countable,
    known.rows.map(({ word }) => wordsOf(word)),
  );
  await sql`
    insert into search_counts (word, publication_id, kind, function_class, records, title_is, title_begins, title_has,
      counted, left_out, fen, class_label)
    select word, ${publication}::uuid, kind, "functionClass", records, is_fit, begins, has, counted, "leftOut", fen,
      "classLabel"
    from json_to_recordset(${JSON.stringify(counts)}::json) as c (word text, kind text, "functionClass" text,
      records integer, is_fit integer, begins integer, has integer, counted integer, "leftOut" integer, fen bigint,
      "classLabel" text)`.execute(change);
  await addToTotals(change, 1, sql`c.publication_id = ${publication}::uuid`);
}

/**
 * Learns what is in very many records (`from` or more), as the database has noted it for its own plans: pairs of
 * characters, and titles that many records share, such as the names of functions.
 * @returns how many searches were learned
 */
export async function learnCommonWords(db: Database, from = commonFrom): Promise<number> {
  const titles = (await commonValues(db, 'title_key', from)).map((title) => wordsOf(searchable(title)));
  const pairs = (await commonValues(db, 'grams', from)).filter((pair) => Array.from(pair).length === 2);
  let learned = 0;
  for (const words of [...pairs.map((pair) => [pair]), ...titles]) {
    if (await learnWords(db, words)) learned += 1;
  }
  return learned;
}

/** The most frequent values of a column, or of its elements, that are not known as words yet. */
async function commonValues(
  db: Database,
  column: 'title_key' | 'grams',
  from: number,
): Promise<readonly string[]> {
  const [values, shares] =
    column === 'grams'
      ? [sql`s.most_common_elems`, sql`s.most_common_elem_freqs`]
      : [sql`s.most_common_vals`, sql`s.most_common_freqs`];
  const { rows } = await sql<{ value: string }>`
    select common.value from pg_stats s, pg_class c,
      unnest(${values}::text::text[], ${shares}) as common (value, share)
    where s.tablename = 'search_records' and s.attname = ${column} and s.schemaname = current_schema()
      and c.oid = 'search_records'::regclass and common.value is not null and common.share * c.reltuples >= ${from}
      and not exists (select 1 from search_words known where known.word = common.value)
    order by common.share desc limit ${mostWords / 2}`.execute(db);
  return rows.map(({ value }) => value);
}
