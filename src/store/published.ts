import { sql, type RawBuilder } from 'kysely';
import type { Stage } from '../model/scope.ts';
import { wantedGrams } from './grams.ts';
import type { Database } from './store.ts';

/** A publication in the portal's words, with where its content lies. */
export interface Published {
  readonly region: string;
  readonly year: number;
  readonly filing: string;
  readonly version: number;
  readonly edition: number;
  readonly summary: unknown;
  readonly regionName: string;
  readonly departmentCode: string;
  readonly name: string;
  readonly stage: Stage;
}

export interface PublishedFilter {
  readonly region?: string;
  readonly year?: number;
  readonly stage?: Stage;
  readonly department?: string;
}

interface Row {
  readonly region: string;
  readonly year: number;
  readonly filing_id: string;
  readonly disclosure_version: number;
  readonly edition: number;
  readonly summary: unknown;
  readonly region_name: string;
  readonly department_code: string;
  readonly name: string;
  readonly stage: Stage;
}

const columns = sql`p.region, p.year, p.filing_id, p.disclosure_version, p.edition, p.summary, p.stage,
  r.name as region_name, d.code as department_code, coalesce(u.name, d.name) as name`;
const sources = sql`publications p join filings f on f.id = p.filing_id join regions r on r.code = p.region
  join departments d on d.id = f.department_id left join units u on u.id = f.unit_id`;
/** The newest of each; a withdrawn one is not before the public. */
const newest = sql`p.withdrawn_at is null and not exists (
  select 1 from publications later where later.filing_id = p.filing_id and later.edition > p.edition)`;

function conditions({ region, year, stage, department }: PublishedFilter): RawBuilder<unknown> {
  return sql`(${region ?? null}::text is null or p.portal_region = ${region ?? null})
    and (${year ?? null}::int is null or p.year = ${year ?? null})
    and (${stage ?? null}::text is null or p.stage = ${stage ?? null})
    and (${department ?? null}::text is null or p.portal_department = ${department ?? null})`;
}

function publishedOf(row: Row): Published {
  return {
    ...{ region: row.region, year: row.year, stage: row.stage, edition: row.edition, name: row.name },
    filing: row.filing_id,
    version: row.disclosure_version,
    summary: row.summary,
    regionName: row.region_name,
    departmentCode: row.department_code,
  };
}

/** The newest publication of each disclosure that fits. */
export async function newestPublished(db: Database, filter: PublishedFilter): Promise<readonly Published[]> {
  const { rows } = await sql<Row>`select ${columns} from ${sources} where ${conditions(filter)} and ${newest}
    order by p.portal_region, p.year desc, d.code, p.stage`.execute(db);
  return rows.map(publishedOf);
}

/** All editions of what fits, newest first; withdrawn ones only where the newest is. */
export async function editionsOf(db: Database, filter: PublishedFilter): Promise<readonly Published[]> {
  const { rows } = await sql<Row>`select ${columns} from ${sources}
    where ${conditions(filter)} and p.withdrawn_at is null order by p.edition desc`.execute(db);
  return rows.map(publishedOf);
}

export async function latestPublished(db: Database, limit: number): Promise<readonly Published[]> {
  const { rows } = await sql<Row>`select ${columns} from ${sources} where p.withdrawn_at is null
    order by p.published_at desc, p.edition desc limit ${limit}`.execute(db);
  return rows.map(publishedOf);
}

/** Changes exactly when something is published or withdrawn. */
export async function publishedState(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*) || ' ' || count(withdrawn_at) as state from publications`.execute(db);
  return rows[0]?.state ?? '';
}

export interface PublishedRegion {
  readonly region: string;
  readonly departments: number;
  readonly years: readonly number[];
}

export async function publishedRegions(db: Database): Promise<readonly PublishedRegion[]> {
  const { rows } = await sql<PublishedRegion>`
    select portal_region as region, count(distinct portal_department)::int as departments,
      array_agg(distinct year order by year desc) as years
    from publications where withdrawn_at is null group by portal_region order by portal_region`.execute(db);
  return rows;
}

export interface SeriesRow extends Published {
  readonly fen: number | null;
  readonly printed: string | null;
  readonly table: number | null;
  readonly row: string | null;
  readonly column: string | null;
}

/**
 * The first printing of a scope's amount in the newest publication of everything that fits. The amounts are looked
 * up once for all: for each publication apart it would take the square of their number. `year + 0`: a year that
 * is set equal to a constant hides from PostgreSQL that the index of amounts of the own year fits.
 */
export async function publishedSeries(
  db: Database,
  scopeKey: string,
  filter: PublishedFilter,
): Promise<readonly SeriesRow[]> {
  const { rows } = await sql<
    Row & {
      readonly fen: number | null;
      readonly printed: string | null;
      readonly table_number: number | null;
      readonly row_key: string | null;
      readonly column_key: string | null;
    }
  >`with amounts as materialized (
      select distinct on (region, year, filing_id, version)
        region, year, filing_id, version, fen, printed, table_number, row_key, column_key
      from figures
      where md5(scope_key) = md5(${scopeKey}) and scope_key = ${scopeKey} and scope_year = year
        and region in (select p.region from publications p where ${conditions(filter)})
        and (${filter.year ?? null}::int is null or year + 0 = ${filter.year ?? null})
        and origin = 'cell' and printed <> ''
      order by region, year, filing_id, version, number)
    select ${columns}, g.fen, g.printed, g.table_number, g.row_key, g.column_key
    from ${sources} left join amounts g
      on g.region = p.region and g.year = p.year and g.filing_id = p.filing_id and g.version = p.disclosure_version
    where ${conditions(filter)} and ${newest}
    order by p.portal_region, p.year desc, d.code, p.stage`.execute(db);
  return rows.map((row) => ({
    ...publishedOf(row),
    fen: row.fen,
    printed: row.printed,
    table: row.table_number,
    row: row.row_key,
    column: row.column_key,
  }));
}

/** The facets by which results are chosen, and the columns that they mean. */
const facetColumns = {
  kind: sql.ref('kind'),
  region: sql.ref('portal_region'),
  year: sql.ref('year_text'),
  stage: sql.ref('stage'),
  department: sql.ref('department'),
  functionClass: sql.ref('function_class'),
} as const;
export type PublishedFacet = keyof typeof facetColumns;
const facetNames = Object.keys(facetColumns) as PublishedFacet[];

export interface PublishedQuery {
  /** Searchable words; every one must occur. */
  readonly words: readonly string[];
  readonly chosen: Readonly<Partial<Record<PublishedFacet, string>>>;
  readonly order: 'relevance' | 'amount';
  readonly offset: number;
  readonly limit: number;
}

export interface FoundRecord {
  readonly record: unknown;
  readonly summary: unknown;
}

export interface FoundSum {
  readonly kind: string;
  readonly year: number;
  readonly stage: Stage;
  readonly level: string;
  readonly fen: number;
  readonly counted: number;
  readonly leftOut: number;
}

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface PublishedFound {
  readonly total: number;
  readonly hits: readonly FoundRecord[];
  readonly facets: Readonly<Record<PublishedFacet, readonly FacetCount[]>>;
  readonly sums: readonly FoundSum[];
}

function chosenWhere(chosen: PublishedQuery['chosen'], except: PublishedFacet | null): RawBuilder<unknown> {
  const parts = facetNames
    .filter((facet) => facet !== except && chosen[facet] !== undefined)
    .map((facet) => sql`${facetColumns[facet]} = ${chosen[facet]}`);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** `%` and `_` in a word mean themselves. */
function like(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * Every record that contains all words. A word of one or two characters is one of the grams: only longer ones
 * must be looked for in the text.
 */
function matching(words: readonly string[]): RawBuilder<unknown> {
  const grams = [...new Set(words.flatMap(wantedGrams))];
  const longer = words.filter((word) => Array.from(word).length > 2);
  const conditions = [
    ...(grams.length === 0 ? [] : [sql`s.grams @> ${grams}::text[]`]),
    ...longer.map((word) => sql`s.body like ${like(word)}`),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  return sql`select s.kind, p.portal_region, s.year, s.year::text as year_text, s.stage, s.department, s.code,
      s.function_class, s.fen, s.title_key, s.publication_id, s.number, s.region, p.level, p.name
    from search_records s join publications p on p.id = s.publication_id where ${where}`;
}

/** Searches what is published; facets count under the other choices, sums are over the whole result. */
export async function searchPublished(db: Database, query: PublishedQuery): Promise<PublishedFound> {
  const { chosen } = query;
  const open = facetNames.filter((facet) => chosen[facet] === undefined);
  const facets = facetNames.map((facet) => {
    const source = open.includes(facet)
      ? sql`counted where facet = ${sql.lit(facet)}`
      : countedAlone(facet, chosen);
    return sql`${sql.lit(facet)}, ${facetOf(facet, source)}`;
  });
  const { rows } = await sql<PublishedFound>`
    with matching as materialized (${matching(query.words)}),
    found as ${Object.keys(chosen).length === 0 ? sql`not materialized` : sql`materialized`} (
      select * from matching where ${chosenWhere(chosen, null)}),
    counted as materialized (${countedTogether(open)}),
    page as (
      select region, year, publication_id, number, row_number() over () as place from (
        select region, year, publication_id, number from found
        order by ${ordering(query)} limit ${query.limit} offset ${query.offset}) best)
    select (select count(*)::int from found) as total,
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
  const kinds = sql`array_position(${kindOrder}, kind)`;
  const amount = sql`fen desc nulls last, year desc, publication_id, number`;
  if (order === 'amount') return amount;
  if (words.length === 0) return sql`${kinds}, ${amount}`;
  const title = sql`title_key`;
  const within = sql.join(
    words.map((word) => sql`${title} like ${like(word)}`),
    sql` and `,
  );
  return sql`case when ${title} = ${words.join('')} then 0
      when ${title} like ${like(words[0] ?? '').slice(1)} then 1 when ${within} then 2 else 3 end,
    ${kinds}, ${amount}`;
}

const kindOrder = sql`array['department','project','line','indicator','text']`;
const mostFacetValues = 200;

/** Counts of all facets without a choice in one pass over the result. */
function countedTogether(facets: readonly PublishedFacet[]): RawBuilder<unknown> {
  if (facets.length === 0)
    return sql`select null as facet, null as value, null as label, 0 as count where false`;
  const columns = facets.map((facet) => facetColumns[facet]);
  // grouping() is 0 for the column by which a row of the result is grouped.
  const which = facets.map((facet) => sql`when grouping(${facetColumns[facet]}) = 0 then ${sql.lit(facet)}`);
  const values = facets.map(
    (facet) => sql`when grouping(${facetColumns[facet]}) = 0 then ${facetColumns[facet]}`,
  );
  return sql`select case ${sql.join(which, sql` `)} end as facet, case ${sql.join(values, sql` `)} end as value,
      min(name) as label, min(title_key) filter (where code = function_class) as class_label, count(*)::int as count
    from found group by grouping sets (${sql.join(columns.map((column) => sql`(${column})`))})`;
}

/** Counts of a facet with a choice: what there would be under the other choices. */
function countedAlone(facet: PublishedFacet, chosen: PublishedQuery['chosen']): RawBuilder<unknown> {
  const column = facetColumns[facet];
  return sql`(select ${column} as value, min(name) as label,
      min(title_key) filter (where code = function_class) as class_label, count(*)::int as count
    from matching where ${chosenWhere(chosen, facet)} group by ${column}) alone where true`;
}

/** The most frequent values of a facet with what they are called. */
function facetOf(facet: PublishedFacet, source: RawBuilder<unknown>): RawBuilder<unknown> {
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
      select kind, year, stage, level, fen, kind = 'line' and (
        (length(code) > 3 and (publication_id, left(code, 3)) in (
          select publication_id, code from found where kind = 'line' and code is not null))
        or (length(code) > 5 and (publication_id, left(code, 5)) in (
          select publication_id, code from found where kind = 'line' and code is not null))) as within
      from found where fen is not null offset 0) marked
    group by kind, year, stage, level) summed`;
