import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../store.ts';
import { bestOf, type KindCount } from './countedPage.ts';
import { facetOf } from './plainSearch.ts';
import {
  chosenWhere,
  facetNames,
  kindOrder,
  type PublishedFacet,
  type PublishedFound,
  type PublishedQuery,
} from './query.ts';

const columns = {
  kind: sql.ref('kind'),
  region: sql.ref('portal_region'),
  year: sql`year::text`,
  stage: sql.ref('stage'),
  department: sql.ref('department'),
  functionClass: sql.ref('function_class'),
} as const;

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
    (facet) => sql`${sql.lit(facet)}, ${facetOf(facet, countsBy(facet, word, chosen))}`,
  );
  return sql<Totals>`
    with matching as materialized (${matching(word, chosen)}),
    found as materialized (select * from matching where ${rowsFor(chosen, null)})
    select (select coalesce(sum(records), 0)::int from found) as total,
      (select coalesce(json_agg(k), '[]') from (
        select kind, sum(records)::int as records, sum(title_is)::int as is, sum(title_begins)::int as begins,
          sum(title_has)::int as has, sum(counted + left_out)::int as amounts from found group by kind) k)
        as "kindCounts",
      json_build_object(${sql.join(facets, sql`, `)}) as facets,
      (${sums}) as sums
    from search_words where word = ${word}`;
}

/** Of a region's year together; of the department's publications where one is chosen. */
function matching(word: string, { department }: PublishedQuery['chosen']): RawBuilder<unknown> {
  if (department === undefined)
    return sql`select *, null::text as department, null::text as name from search_totals where word = ${word}`;
  return sql`select c.*, ${ofPublication} from publications p join search_counts c on p.id = c.publication_id
    where c.word = ${word} and p.portal_department = ${department}`;
}

const ofPublication = sql`p.portal_region, p.year, p.stage, p.portal_department as department, p.level, p.name`;

/** Rows of whole kinds, or of classes where one is chosen or the classes are what is counted. */
function rowsFor(chosen: PublishedQuery['chosen'], except: PublishedFacet | null): RawBuilder<unknown> {
  // Whatever is matched is of the chosen department already.
  const others = { ...chosen };
  delete others.department;
  const fitting = chosenWhere(columns, others, except);
  if (except === 'functionClass') return sql`${fitting} and function_class is not null`;
  return chosen.functionClass === undefined ? sql`${fitting} and function_class is null` : fitting;
}

function countsBy(
  facet: PublishedFacet,
  word: string,
  chosen: PublishedQuery['chosen'],
): RawBuilder<unknown> {
  const source = facet === 'department' ? sql`(${allDepartments(word)}) d` : sql`matching`;
  return sql`(select ${columns[facet]} as value, min(name) as label, min(class_label) as class_label,
    sum(records)::int as count
    from ${source} where ${rowsFor(chosen, facet)} group by ${columns[facet]}) each where true`;
}

/** What the totals do not know apart. */
function allDepartments(word: string): RawBuilder<unknown> {
  return sql`select c.kind, c.function_class, c.class_label, c.records, ${ofPublication}
    from search_counts c join publications p on p.id = c.publication_id where c.word = ${word}`;
}

const sums = sql`
  select coalesce(json_agg(json_build_object('kind', kind, 'year', year, 'stage', stage, 'level', level, 'fen', fen,
    'counted', counted, 'leftOut', left_out) order by array_position(${kindOrder}, kind), year desc, fen desc), '[]')
  from (
    select kind, year, stage, level, sum(fen)::bigint as fen, sum(counted) as counted, sum(left_out) as left_out
    from found where counted + left_out > 0
    group by kind, year, stage, level) summed`;
