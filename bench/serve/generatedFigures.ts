import { sql } from 'kysely';
import type { Database } from '../../src/store/store.ts';

export interface Size {
  readonly departments: number;
  readonly years: number;
  /** Of one disclosure. */
  readonly figures: number;
}

/** Searchable records of a disclosure: lines, projects, indicators, paragraphs. */
const records = 400;
export const firstYear = 2022;

/** Rows made by the database itself, as the system would write them. */
export async function fill(db: Database, { departments, years, figures }: Size): Promise<void> {
  await sql`insert into regions (code, name) values ('990001', '示例区')`.execute(db);
  await sql`insert into users (login, name, password_hash) values ('bench', 'bench', '')`.execute(db);
  await sql`insert into departments (region, code, name)
    select '990001', lpad(n::text, 3, '0'), '示例' || n || '局' from generate_series(1, ${departments}::int) n`.execute(
    db,
  );
  await sql`insert into filings (region, year, stage, department_id, form, state, disclosure_version)
    select '990001', y, 'budget', id, 'shanxi-13', 'published', 1
    from departments, generate_series(${firstYear}::int, ${firstYear + years - 1}::int) y`.execute(db);
  await sql`insert into publications (region, year, stage, filing_id, portal_region, portal_department, edition,
      disclosure_version, published_by, summary)
    select f.region, f.year, 'budget', f.id, '示例区', d.code, 1, 1, (select id from users),
      jsonb_build_object('name', d.name, 'level', 'department', 'region', '示例区', 'year', f.year,
        'stage', 'budget', 'department', d.code)
    from filings f join departments d on d.id = f.department_id`.execute(db);
  // Indexes are built at the end, as after a large restore.
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '1GB'`.execute(one);
    const indexes = await dropIndexes(one);
    for (let year = firstYear; year < firstYear + years; year++) await fillYear(one, year, figures);
    for (const index of indexes) await sql.raw(index).execute(one);
    await sql`analyze`.execute(one);
  });
}

/** Drops the indexes of the two large tables, but for their keys; gives the statements that make them again. */
async function dropIndexes(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexname as name, replace(indexdef, ' ON ONLY ', ' ON ') as definition from pg_indexes
    where tablename in ('figures', 'search_records') and indexname not like '%pkey'`.execute(db);
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db);
  return rows.map(({ definition }) => definition);
}

async function fillYear(db: Database, year: number, figures: number): Promise<void> {
  await sql`insert into figures (region, year, filing_id, version, number, stage, department_id, origin, table_number,
      row_key, column_key, scope_key, scope_year, flow, fund, function_code, fen, unit_fen, printed)
    select f.region, f.year, f.id, 1, n, 'budget', f.department_id, 'cell', n % 13 + 1, (2010101 + n % 700)::text, 'total',
      'flow=expenditure;function=' || (2010101 + n % 700) || ';nature=' || (n / 700) || ';', f.year, 'expenditure',
      'general', (2010101 + n % 700)::text, (n * 7919 + f.year) % 100000 * 1000, 10000, '1.00'
    from filings f, generate_series(1, ${figures}::int) n where f.year = ${year}`.execute(db);
  // Grams as the program makes them: neighbouring pairs and single characters.
  await sql`insert into search_records (region, year, publication_id, number, stage, department, kind, code,
      function_class, fen, title, body, grams, record)
    select p.region, p.year, p.id, n, 'budget', p.portal_department,
      (array['line', 'project', 'indicator', 'text'])[n % 4 + 1],
      case when n % 4 = 0 then (201 + n / 4 % 24)::text || (10001 + n)::text end,
      case when n % 4 = 0 then (201 + n / 4 % 24)::text end, case when n % 4 < 2 then n * 1000 end, w.body, w.body,
      (select array_agg(distinct g) from generate_series(1, length(w.body)) i,
        unnest(array[substr(w.body, i, 1), substr(w.body, i, 2)]) g), '{}'
    from publications p, generate_series(1, ${records}::int) n, lateral (select
      (array['城乡道路养护', '供热管网改造', '学校食堂补助', '基层医疗设备', '农田水利建设', '公共文化服务', '困难群众救助', '环境监测运行'])[(n + p.year) % 8 + 1]
      || (array['一期', '二期', '专项', '经费', '补贴'])[n % 5 + 1] || chr(19968 + (n * 37 + p.year) % 3000) || p.portal_department as body) w
    where p.year = ${year}`.execute(db);
}
