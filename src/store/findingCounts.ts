import { sql } from 'kysely';
import type { Filing } from './filings.ts';
import type { Database } from './store.ts';

/** What the newest version of a filing's disclosure was found to be. */
export interface FindingCounts {
  readonly filing: string;
  readonly verdict: string;
  /** Open ones; what was waived counts apart. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
}

/** Counts of findings of the newest versions; filings without a disclosure are left out. */
export async function findingCounts(
  db: Database,
  filings: readonly Pick<Filing, 'id' | 'disclosureVersion'>[],
): Promise<readonly FindingCounts[]> {
  const ids = filings.filter(({ disclosureVersion }) => disclosureVersion > 0).map(({ id }) => id);
  if (ids.length === 0) return [];
  const open = sql`w.id is null and not f.waived_in_settings`;
  const count = (severity: string) =>
    sql<number>`(count(*) filter (where f.severity = ${severity} and ${open}))::int`;
  const { rows } = await sql<FindingCounts>`
    select v.filing_id as filing, v.verdict,
      ${count('error')} as errors, ${count('warning')} as warnings, ${count('info')} as infos,
      (count(*) filter (where f.number is not null and not (${open})))::int as waived
    from filings
    join disclosure_versions v on v.region = filings.region and v.year = filings.year
      and v.filing_id = filings.id and v.version = filings.disclosure_version
    left join findings f on f.region = v.region and f.year = v.year
      and f.filing_id = v.filing_id and f.version = v.version
    left join waivers w on w.filing_id = f.filing_id and w.fingerprint = f.fingerprint
      and w.revoked_at is null and (w.expires_on is null or w.expires_on >= current_date)
    where filings.id = any(${ids}::uuid[])
    group by v.filing_id, v.verdict`.execute(db);
  return rows;
}
