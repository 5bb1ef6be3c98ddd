import { sql } from 'kysely';
import type { Database } from './store.ts';

export interface KeptVersion {
  readonly region: string;
  readonly year: number;
  /** The filing. */
  readonly id: string;
  readonly version: number;
}

/** The newest version of a filing of the region, if it came from these files and was examined with the same. */
export async function versionFrom(
  db: Database,
  region: string,
  files: readonly string[],
  examinedWith: string,
): Promise<KeptVersion | null> {
  const { rows } = await sql<KeptVersion>`
    select v.region, v.year, v.filing_id as id, v.version
    from disclosure_files first
    join disclosure_versions v using (region, year, filing_id, version)
    join filings f on f.id = v.filing_id and f.disclosure_version = v.version
    where first.file_id = ${files[0] ?? null}::uuid and first.position = 0 and first.region = ${region}
      and v.examined_with = ${examinedWith}
      and (select array_agg(d.file_id order by d.position) from disclosure_files d
        where (d.region, d.year, d.filing_id, d.version) = (v.region, v.year, v.filing_id, v.version))
        = ${[...files]}::uuid[]
    limit 1`.execute(db);
  return rows[0] ?? null;
}
