import { sql } from 'kysely';
import type { ReportedFinding } from '../model/report.ts';
import { record } from './audit.ts';
import { figureColumns } from './figureRows.ts';
import type { Filing } from './filings.ts';
import { fingerprintOf } from './fingerprint.ts';
import { unpackExamined, type Examined, type PreparedDisclosure } from './preparedDisclosure.ts';
import { numberKey, readPage, type Page, type PageAsked } from './paging.ts';
import type { Change, Database } from './store.ts';

export type { Examined } from './preparedDisclosure.ts';

export interface DisclosureSave {
  readonly prepared: PreparedDisclosure;
  readonly bookVersion: number | null;
  readonly files: readonly { readonly name: string; readonly id: string }[];
  readonly author: string;
  readonly reason: string;
  /** Names what it was read and checked with, where the same files may come again. */
  readonly examinedWith?: string;
}

export interface DisclosureVersionSummary {
  readonly version: number;
  readonly bookVersion: number | null;
  readonly verdict: string;
  readonly hash: string;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly createdAt: Date;
}

interface VersionKey {
  readonly region: string;
  readonly year: number;
  readonly filing_id: string;
  readonly version: number;
}

/** Rows in one statement; PostgreSQL takes 65,535 values. */
const findingsAtOnce = 2000;

/** Adds the next version of a filing's disclosure with its figures and findings; gives its number. */
export async function saveDisclosure(change: Change, filing: Filing, save: DisclosureSave): Promise<number> {
  const { prepared, bookVersion, files, author, reason, examinedWith } = save;
  const { verdict, hash } = prepared;
  const moved = await change
    .updateTable('filings')
    .set({ disclosure_version: sql`disclosure_version + 1`, changed_at: sql`now()` })
    .where('id', '=', filing.id)
    .returning('disclosure_version')
    .executeTakeFirstOrThrow();
  const version = moved.disclosure_version;
  const key = { region: filing.region, year: filing.year, filing_id: filing.id, version };
  await change
    .insertInto('disclosure_versions')
    .values({
      ...key,
      book_version: bookVersion,
      content: Buffer.from(prepared.content, 'base64'),
      content_hash: Buffer.from(hash, 'hex'),
      ...{ verdict, author, reason, examined_with: examinedWith ?? null },
    })
    .execute();
  const kept = files.map(({ name, id }, position) => ({ ...key, position, name, file_id: id }));
  if (kept.length > 0) await change.insertInto('disclosure_files').values(kept).execute();
  await saveFigures(change, key, filing, prepared.figures);
  await saveFindings(change, key, prepared.findings);
  const details = { version, hash, verdict };
  await record(change, { actor: author, action: 'disclosure.add', object: `filing:${filing.id}`, details });
  return version;
}

async function saveFigures(
  change: Change,
  { region, year, filing_id, version }: VersionKey,
  { stage, department }: Filing,
  figures: readonly string[],
): Promise<void> {
  const names = sql.join(figureColumns.map(([name]) => sql.ref(name)));
  const arrays = figures.map((text, i) => {
    return sql`${text}::${sql.raw(figureColumns[i]?.[1] ?? '')}[]`;
  });
  // Another server commits first: what a write that was broken off then left there makes way.
  await sql`delete from figures where region = ${region} and year = ${year} and filing_id = ${filing_id}
    and version = ${version}`.execute(change);
  await sql`
    insert into figures (region, year, filing_id, version, stage, department_id, ${names})
    select ${region}, ${year}::integer, ${filing_id}::uuid, ${version}::integer, ${stage}, ${department}::uuid, f.*
    from unnest(${sql.join(arrays)}) f`.execute(change);
}

async function saveFindings(
  change: Change,
  key: VersionKey,
  findings: readonly ReportedFinding[],
): Promise<void> {
  const rows = findings.map((finding, number) => ({
    ...key,
    number,
    rule: finding.rule,
    severity: finding.severity,
    fingerprint: fingerprintOf(finding),
    waived_in_settings: finding.waiver !== null,
    content: JSON.stringify(finding),
  }));
  for (let start = 0; start < rows.length; start += findingsAtOnce) {
    await change
      .insertInto('findings')
      .values(rows.slice(start, start + findingsAtOnce))
      .execute();
  }
}

/** The newest first. */
export function disclosureVersions(
  db: Database,
  { region, year, id }: Filing,
  asked: PageAsked,
): Promise<Page<DisclosureVersionSummary>> {
  const query = db
    .selectFrom('disclosure_versions')
    .innerJoin('users', 'users.id', 'disclosure_versions.author')
    .select(['disclosure_versions.version', 'book_version', 'verdict', 'content_hash', 'author', 'reason'])
    .select(['disclosure_versions.created_at', 'users.name as author_name'])
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id);
  const order = { keys: [numberKey('disclosure_versions.version')], descending: true };
  return readPage(query, order, asked, (row) => ({
    ...{ version: row.version, verdict: row.verdict, author: row.author, reason: row.reason },
    bookVersion: row.book_version,
    hash: row.content_hash.toString('hex'),
    authorName: row.author_name,
    createdAt: row.created_at,
  }));
}

/** One version whole; null when there is none. */
export async function disclosureVersion(
  db: Database,
  { region, year, id }: Pick<Filing, 'region' | 'year' | 'id'>,
  version: number,
): Promise<Examined | null> {
  const row = await db
    .selectFrom('disclosure_versions')
    .select(['content', 'disclosure', 'report', 'trace'])
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { content, disclosure, report, trace } = row;
  // Versions from before they were packed; all were written by saveDisclosure.
  return content === null ? ({ disclosure, report, trace } as Examined) : unpackExamined(content);
}

export interface FindingRecord {
  readonly number: number;
  readonly severity: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly finding: ReportedFinding;
  readonly waiver: KeptWaiver | null;
}

/** A waiver in force: who gave it, when, and through which day (YYYY-MM-DD) it holds. */
export interface KeptWaiver {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly expiresOn: string | null;
}

/** In force: not revoked and not past its last day. */
const unexpired = sql<boolean>`(waivers.expires_on is null or waivers.expires_on >= current_date)`;

/** The findings of a version with the waivers in force. */
export function findingsOf(
  db: Database,
  { region, year, id }: Pick<Filing, 'region' | 'year' | 'id'>,
  version: number,
  asked: PageAsked,
): Promise<Page<FindingRecord>> {
  const query = db
    .selectFrom('findings')
    .leftJoin('waivers', (join) =>
      join
        .onRef('waivers.filing_id', '=', 'findings.filing_id')
        .onRef('waivers.fingerprint', '=', 'findings.fingerprint')
        .on('waivers.revoked_at', 'is', null)
        .on(unexpired),
    )
    .leftJoin('users', 'users.id', 'waivers.author')
    .select([
      'findings.number',
      'findings.severity',
      'findings.rule',
      'findings.fingerprint',
      'findings.content',
    ])
    .select(['waivers.id as waiver_id', 'waivers.reason as waiver_reason', 'waivers.author as waiver_author'])
    .select(['waivers.created_at as waived_at', 'waivers.expires_on', 'users.name as waiver_name'])
    .where('findings.region', '=', region)
    .where('findings.year', '=', year)
    .where('findings.filing_id', '=', id)
    .where('findings.version', '=', version);
  const order = { keys: [numberKey('findings.number')] };
  return readPage(query, order, asked, ({ number, severity, rule, fingerprint, ...row }) => ({
    ...{ number, severity, rule, fingerprint },
    finding: row.content as ReportedFinding,
    waiver:
      row.waiver_id === null || row.waived_at === null
        ? null
        : {
            ...{ id: row.waiver_id, reason: row.waiver_reason ?? '', author: row.waiver_author ?? '' },
            ...{ authorName: row.waiver_name ?? '', createdAt: row.waived_at, expiresOn: row.expires_on },
          },
  }));
}

/** Errors that nobody has waived: while there are any, nothing is published. */
export async function openErrors(
  db: Database | Change,
  { region, year, id }: Pick<Filing, 'region' | 'year' | 'id'>,
  version: number,
): Promise<number> {
  const row = await db
    .selectFrom('findings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id)
    .where('version', '=', version)
    .where('severity', '=', 'error')
    .where('waived_in_settings', '=', false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('waivers')
            .select('waivers.id')
            .whereRef('waivers.filing_id', '=', 'findings.filing_id')
            .whereRef('waivers.fingerprint', '=', 'findings.fingerprint')
            .where('waivers.revoked_at', 'is', null)
            .where(unexpired),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Waives a finding of the filing; false when it is waived already. */
export function addWaiver(
  db: Database,
  filing: Filing,
  waiver: {
    readonly fingerprint: string;
    readonly rule: string;
    readonly reason: string;
    /** The last day it holds, YYYY-MM-DD. */
    readonly expires: string | null;
  },
  author: string,
): Promise<boolean> {
  const { fingerprint, rule, reason, expires } = waiver;
  return db.transaction().execute(async (change) => {
    // One that has run out makes room for the next.
    await change
      .updateTable('waivers')
      .set({ revoked_at: sql`now()` })
      .where('filing_id', '=', filing.id)
      .where('fingerprint', '=', fingerprint)
      .where('revoked_at', 'is', null)
      .where('expires_on', '<', sql<string>`current_date`)
      .execute();
    const made = await change
      .insertInto('waivers')
      .values({
        ...{ region: filing.region, filing_id: filing.id, author, fingerprint, rule, reason },
        expires_on: expires,
      })
      .onConflict((conflict) =>
        conflict.columns(['filing_id', 'fingerprint']).where('revoked_at', 'is', null).doNothing(),
      )
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return false;
    const details = { rule, fingerprint, expires };
    await record(change, { actor: author, action: 'finding.waive', object: `filing:${filing.id}`, details });
    return true;
  });
}

export function revokeWaiver(db: Database, filing: Filing, id: string, actor: string): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const revoked = await change
      .updateTable('waivers')
      .set({ revoked_at: sql`now()`, revoked_by: actor })
      .where('id', '=', id)
      .where('filing_id', '=', filing.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows === 0n) return false;
    await record(change, { actor, action: 'finding.unwaive', object: `filing:${filing.id}` });
    return true;
  });
}

export async function filesOf(
  db: Database,
  { region, year, id }: Pick<Filing, 'region' | 'year' | 'id'>,
  version: number,
): Promise<
  readonly {
    readonly name: string;
    readonly id: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
  }[]
> {
  const rows = await db
    .selectFrom('disclosure_files')
    .innerJoin('files', 'files.id', 'disclosure_files.file_id')
    .select(['name', 'files.id', 'media_type', 'bytes', 'sha256'])
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map(({ name, id: file, media_type: mediaType, bytes, sha256 }) => {
    return { name, id: file, mediaType, bytes, sha256: sha256.toString('hex') };
  });
}
