import { sql, type RawBuilder } from 'kysely';
import { wantedGrams } from '../grams.ts';
import type { Change, Database } from '../store.ts';
import {
  byAmount,
  chosenWhere,
  facetColumns,
  facetNames,
  fitOf,
  kindOrder,
  like,
  mostFacetValues,
  type PublishedFacet,
  type PublishedFound,
  type PublishedQuery,
} from './query.ts';

/**
 * That a record `s` contains all words. A word of one or two characters is one of the grams: only longer ones
 * must be looked for in the text.
 */
export function containing(words: readonly string[]): RawBuilder<unknown> {
  const grams = [...new Set(words.flatMap(wantedGrams))];
  const longer = words.filter((word) => Array.from(word).length > 2);
  const conditions = [
    ...(grams.length === 0 ? [] : [sql`s.grams @> ${grams}::text[]`]),
    ...longer.map((word) => sql`s.body like ${like(word)}`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** That the line is contained in another line of `among`: the class or the type (款) above it. */
export function isWithin(among: RawBuilder<unknown>): RawBuilder<unknown> {
  const above = sql`select publication_id, code from ${among} where kind = 'line' and code is not null`;
  return sql`coalesce(kind = 'line' and (
    (length(code) > 3 and (publication_id, left(code, 3)) in (${above}))
    or (length(code) > 5 and (publication_id, left(code, 5)) in (${above}))), false)`;
}

/** Goes through every record that contains the words: quick while they are thousands. */
export async function plainSearch(db: Database | Change, query: PublishedQuery): Promise<PublishedFound> {
  const { chosen } = query;
  const open = facetNames.filter((facet) => chosen[facet] === undefined);
  const facets = facetNames.map((facet) => {
    const source = open.includes(facet)
      ? sql`counted where facet = ${sql.lit(facet)}`
      : countedAlone(facet, chosen);
    return sql`${sql.lit(facet)}, ${facetOf(facet, source)}`;
  });
  const { rows } = await sql<PublishedFound>`
    with matching as materialized (
      select s.kind, p.portal_region, s.year, s.year::text as year_text, s.stage, s.department, s.code,
        s.function_class, s.fen, s.title_key, s.publication_id, s.number, s.region, p.level, p.name
      from search_records s join publications p on p.id = s.publication_id where ${containing(query.words)}),
    found as ${Object.keys(chosen).length === 0 ? sql`not materialized` : sql`materialized`} (
      select * from matching where ${chosenWhere(facetColumns, chosen, null)}),
    counted as materialized (${countedTogether(open)}),
    page as (
      select region, year, publication_id, number, row_number() over () as place from (
        select region, year, publication_id, number from found
        order by ${ordering(query)} limit ${query.limit} offset ${query.offset}) best)
    select (select count from counted where facet = 'all') as total,
      (select coalesce(json_agg(json_build_object('record', s.record, 'summary', p.summary) order by page.place), '[]')
        from page join search_records s using (region, year, publication_id, number)
        join publications p on p.id = s.publication_id) as hits,
      json_build_object(${sql.join(facets, sql`, `)}) as facets,
      (${sums}) as sums`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('a query without a row');
  return found;
}

/** The title itself, its beginning, within it, then within the text; larger amounts first. */
function ordering({ words, order }: PublishedQuery): RawBuilder<unknown> {
  if (order === 'amount') return byAmount;
  const byKind = sql`array_position(${kindOrder}, kind), ${byAmount}`;
  return words.length === 0 ? byKind : sql`${fitOf(words)}, ${byKind}`;
}

/** Counts of all facets without a choice, and of the whole result (`all`), in one pass over it. */
function countedTogether(facets: readonly PublishedFacet[]): RawBuilder<unknown> {
  if (facets.length === 0)
    return sql`select 'all' as facet, null as value, null as label, null as class_label, count(*)::int as count from found`;
  const columns = facets.map((facet) => facetColumns[facet]);
  // grouping() is 0 for the column by which a row of the result is grouped.
  const which = facets.map((facet) => sql`when grouping(${facetColumns[facet]}) = 0 then ${sql.lit(facet)}`);
  const values = facets.map(
    (facet) => sql`when grouping(${facetColumns[facet]}) = 0 then ${facetColumns[facet]}`,
  );
  const sets = [sql`()`, ...columns.map((column) => sql`(${column})`)];
  return sql`select case ${sql.join(which, sql` `)} else 'all' end as facet, case ${sql.join(values, sql` `)} end as value,
      min(name) as label, min(title_key) filter (where code = function_class) as class_label, count(*)::int as count
    from found group by grouping sets (${sql.join(sets)})`;
}

/** Counts of a facet with a choice: what there would be under the other choices. */
function countedAlone(facet: PublishedFacet, chosen: PublishedQuery['chosen']): RawBuilder<unknown> {
  const column = facetColumns[facet];
  return sql`(select ${column} as value, min(name) as label,
      min(title_key) filter (where code = function_class) as class_label, count(*)::int as count
    from matching where ${chosenWhere(facetColumns, chosen, facet)} group by ${column}) alone where true`;
}

/** The most frequent values of a facet with what they are called, from rows of value, label, class_label, count. */
export function facetOf(facet: PublishedFacet, source: RawBuilder<unknown>): RawBuilder<unknown> {
  const label =
    facet === 'department'
      ? sql`label`
      : facet === 'functionClass'
        ? sql`coalesce(class_label, value)`
        : sql`value`;
  return sql`(select coalesce(json_agg(json_build_object('value', value, 'label', ${label}, 'count', count)
      order by count desc, value), '[]') from (
    select * from ${source} and value is not null
    order by count desc, value limit ${sql.lit(mostFacetValues)}) f)`;
}

/** Lines below another line of the result are contained in it; `offset 0` has that looked up once for each line. */
const sums = sql`
  select coalesce(json_agg(json_build_object('kind', kind, 'year', year, 'stage', stage, 'level', level, 'fen', fen,
    'counted', counted, 'leftOut', left_out) order by array_position(${kindOrder}, kind), year desc, fen desc), '[]')
  from (
    select kind, year, stage, level, coalesce(sum(fen) filter (where not within), 0)::bigint as fen,
      count(*) filter (where not within) as counted, count(*) filter (where within) as left_out
    from (
      select kind, year, stage, level, fen, ${isWithin(sql`found`)} as within
      from found where fen is not null offset 0) marked
    group by kind, year, stage, level) summed`;
