import { sql } from 'kysely';
import type { Database } from './store.ts';
import type { Department } from './organisation.ts';

/**
 * The department of a region that a document speaks of: by name, with or without the region's before it; then by
 * code, when no name is printed. When none or several fit it is for a person to decide which; of several two
 * are given.
 */
export async function matchDepartments(
  db: Database,
  region: string,
  { name, code }: { readonly name: string | null; readonly code: string | null },
): Promise<readonly Department[]> {
  const wanted =
    name === null ? sql`d.code = ${code}` : sql`${bare(sql`d.name`)} = ${bare(sql`${name}::text`)}`;
  const { rows } = await sql<Department>`
    select d.id, d.region, d.code, d.name from departments d join regions r on r.code = d.region
    where d.region = ${region} and ${wanted} order by d.code limit 2`.execute(db);
  return rows;
}

/** A name without spaces and without its region's before it: 某某区财政局 is 财政局. */
function bare(name: ReturnType<typeof sql>): ReturnType<typeof sql> {
  const text = sql`regexp_replace(normalize(${name}, NFKC), '\\s', '', 'g')`;
  return sql`(case when starts_with(${text}, r.name) and length(${text}) > length(r.name)
    then substr(${text}, length(r.name) + 1) else ${text} end)`;
}
