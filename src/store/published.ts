import { sql, type RawBuilder } from 'kysely';
import type { Stage } from '../model/scope.ts';
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

/** When an edition (null: the newest) was taken back; null where it is public or never was. */
export async function withdrawnAt(
  db: Database,
  filter: Required<PublishedFilter>,
  edition: number | null,
): Promise<Date | null> {
  const { rows } = await sql<{ withdrawn_at: Date | null }>`select p.withdrawn_at from ${sources}
    where ${conditions(filter)} and (${edition}::int is null or p.edition = ${edition})
    order by p.edition desc limit 1`.execute(db);
  return rows[0]?.withdrawn_at ?? null;
}

/** The newest publications of what fits, every edition apart. */
export async function latestPublished(
  db: Database,
  limit: number,
  filter: PublishedFilter,
): Promise<readonly Published[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${sources} where ${conditions(filter)} and p.withdrawn_at is null
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

/** One department has few filings: the index then leaves out the amounts of all others. */
function ofFilings(filter: PublishedFilter): RawBuilder<unknown> {
  if (filter.department === undefined) return sql`true`;
  return sql`filing_id = any (array(select p.filing_id from publications p where ${conditions(filter)}))`;
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
        and ${ofFilings(filter)} and origin = 'cell' and printed <> ''
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
