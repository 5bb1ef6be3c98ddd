import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../store.ts';
import { bestOf, type KindCount } from './countedPage.ts';
import { facetOf } from './plainSearch.ts';
import {
  chosenWhere,
  facetColumns,
  facetNames,
  kindOrder,
  type PublishedFacet,
  type PublishedFound,
  type PublishedQuery,
} from './query.ts';

/** Adds up the counts that are kept of the words; null where none are kept. One state of the store throughout. */
export function countedSearch(db: Database, query: PublishedQuery): Promise<PublishedFound | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (change) => {
      const { rows } = await totals(query).execute(change);
      const [found] = rows;
      if (found === undefined) return null;
      const { kindCounts, ...rest } = found;
      return { ...rest, hits: await bestOf(change, query, kindCounts) };
    });
}

type Totals = Omit<PublishedFound, 'hits'> & { readonly kindCounts: readonly KindCount[] };

/** No row where the words are not known. */
function totals({ words, chosen }: PublishedQuery): RawBuilder<Totals> {
  const word = words.join(' ');
  const facets = facetNames.map(
    (facet) => sql`${sql.lit(facet)}, ${facetOf(facet, countsBy(facet, chosen))}`,
  );
  return sql<Totals>`
    with matching as materialized (
      select c.*, p.portal_region, p.year, p.year::text as year_text, p.stage, p.portal_department as department,
        p.level, p.name
      from search_counts c join publications p on p.id = c.publication_id where c.word = ${word}),
    found as materialized (select * from matching where ${rowsFor(chosen, null)})
    select (select coalesce(sum(records), 0)::int from found) as total,
      (select coalesce(json_agg(k), '[]') from (
        select kind, sum(records)::int as records, sum(title_is)::int as is, sum(title_begins)::int as begins,
          sum(title_has)::int as has from found group by kind) k) as "kindCounts",
      json_build_object(${sql.join(facets, sql`, `)}) as facets,
      (${sums}) as sums
    from search_words where word = ${word}`;
}

/** Rows of whole kinds, or of classes where one is chosen or the classes are what is counted. */
function rowsFor(chosen: PublishedQuery['chosen'], except: PublishedFacet | null): RawBuilder<unknown> {
  const fitting = chosenWhere(facetColumns, chosen, except);
  if (except === 'functionClass') return sql`${fitting} and function_class is not null`;
  return chosen.functionClass === undefined ? sql`${fitting} and function_class is null` : fitting;
}

function countsBy(facet: PublishedFacet, chosen: PublishedQuery['chosen']): RawBuilder<unknown> {
  return sql`(select ${facetColumns[facet]} as value, min(name) as label, min(class_label) as class_label,
    sum(records)::int as count
    from matching where ${rowsFor(chosen, facet)} group by ${facetColumns[facet]}) each where true`;
}

const sums = sql`
  select coalesce(json_agg(json_build_object('kind', kind, 'year', year, 'stage', stage, 'level', level, 'fen', fen,
    'counted', counted, 'leftOut', left_out) order by array_position(${kindOrder}, kind), year desc, fen desc), '[]')
  from (
    select kind, year, stage, level, sum(fen)::bigint as fen, sum(counted) as counted, sum(left_out) as left_out
    from found where counted + left_out > 0
    group by kind, year, stage, level) summed`;
