import { sql } from 'kysely';
import { record } from './audit.ts';
import { contentHash } from './canonical.ts';
import type { Filing } from './filings.ts';
import { numberKey, readPage, type Page, type PageAsked } from './paging.ts';
import type { Database } from './store.ts';

/** A version of a book in a list. */
export interface BookVersionSummary {
  readonly version: number;
  readonly hash: string;
  /** How many places had to be put right before it could be composed. */
  readonly problems: number;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly createdAt: Date;
}

export interface BookVersion extends BookVersionSummary {
  readonly content: unknown;
}

export async function bookVersion(
  db: Database,
  { region, year, id }: Filing,
  version: number,
): Promise<BookVersion | null> {
  const row = await db
    .selectFrom('book_versions')
    .innerJoin('users', 'users.id', 'book_versions.author')
    .selectAll('book_versions')
    .select('users.name as author_name')
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id)
    .where('book_versions.version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : { ...summaryOf(row), content: row.content };
}

/** The newest first. */
export function bookVersions(
  db: Database,
  { region, year, id }: Filing,
  asked: PageAsked,
): Promise<Page<BookVersionSummary>> {
  const query = db
    .selectFrom('book_versions')
    .innerJoin('users', 'users.id', 'book_versions.author')
    .select(['book_versions.version', 'content_hash', 'problems', 'author', 'reason'])
    .select(['book_versions.created_at', 'users.name as author_name'])
    .where('region', '=', region)
    .where('year', '=', year)
    .where('filing_id', '=', id);
  const order = { keys: [numberKey('book_versions.version')], descending: true };
  return readPage(query, order, asked, summaryOf);
}

function summaryOf(row: {
  readonly version: number;
  readonly content_hash: Buffer;
  readonly problems: number;
  readonly author: string;
  readonly author_name: string;
  readonly reason: string;
  readonly created_at: Date;
}): BookVersionSummary {
  const { version, problems, author, reason, created_at: createdAt, author_name: authorName } = row;
  return { version, hash: row.content_hash.toString('hex'), problems, author, authorName, reason, createdAt };
}

export interface BookSave {
  /** The version that was changed; 0 for the first. */
  readonly base: number;
  readonly content: unknown;
  readonly problems: number;
  readonly author: string;
  readonly reason: string;
}

/**
 * Saves the next version; null when the filing has a newer one than the base or is no longer being prepared.
 * Two who save at once are let through one after the other by the filing's row.
 */
export function saveBook(db: Database, filing: Filing, save: BookSave): Promise<BookVersionSummary | null> {
  const { base, content, problems, author, reason } = save;
  const hash = contentHash(content);
  return db.transaction().execute(async (change) => {
    const kept = await sql<{ readonly created_at: Date }>`
      with moved as (
        update filings set book_version = ${base + 1}, changed_at = now()
        where id = ${filing.id} and book_version = ${base} and state = 'drafting' returning region, year, id)
      insert into book_versions (region, year, filing_id, version, content, content_hash, problems, author, reason)
      select region, year, id, ${base + 1}, ${JSON.stringify(content)}::jsonb, ${hash}, ${problems}, ${author}, ${reason}
      from moved returning created_at`.execute(change);
    const [row] = kept.rows;
    if (row === undefined) return null;
    const details = { version: base + 1, hash: hash.toString('hex') };
    await record(change, { actor: author, action: 'book.save', object: `filing:${filing.id}`, details });
    const summary = { version: base + 1, hash: details.hash, problems, author, reason };
    return { ...summary, authorName: '', createdAt: row.created_at };
  });
}
