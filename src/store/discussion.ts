import { sql } from 'kysely';
import { record } from './audit.ts';
import type { Filing } from './filings.ts';
import { identityKey, microseconds, numberKey, readPage, type Page, type PageAsked } from './paging.ts';
import type { Change, Database } from './store.ts';

export interface CommentRecord {
  readonly id: string;
  /** A field of the book (`field`) or a place of the disclosure; null: the whole. */
  readonly place: unknown;
  readonly body: string;
  readonly author: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
}

/** The oldest first. */
export function commentsOf(db: Database, filing: string, asked: PageAsked): Promise<Page<CommentRecord>> {
  const query = db
    .selectFrom('comments')
    .innerJoin('users', 'users.id', 'comments.author')
    .selectAll('comments')
    .select('users.name as author_name')
    .where('filing_id', '=', filing);
  const order = { keys: [microseconds('comments.created_at'), identityKey('comments.id')] };
  return readPage(query, order, asked, (row) => ({
    ...{ id: row.id, place: row.place, body: row.body, author: row.author },
    authorName: row.author_name,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
  }));
}

export async function insertComment(
  change: Change,
  { region, id }: Filing,
  { place, body }: { readonly place: unknown; readonly body: string },
  author: string,
): Promise<string> {
  const made = await change
    .insertInto('comments')
    .values({
      region,
      filing_id: id,
      place: place === null || place === undefined ? null : JSON.stringify(place),
      body,
      author,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

export function addComment(
  db: Database,
  filing: Filing,
  comment: { readonly place: unknown; readonly body: string },
  author: string,
): Promise<string> {
  return db.transaction().execute(async (change) => {
    const id = await insertComment(change, filing, comment, author);
    await record(change, { actor: author, action: 'comment.add', object: `filing:${filing.id}` });
    return id;
  });
}

export interface Notice {
  readonly id: number;
  readonly filing: string | null;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Tells everyone with one of the roles there; the one who acts knows already. */
export async function notifyRoles(
  change: Change,
  filing: Filing,
  roles: readonly string[],
  notice: {
    readonly kind: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly actor: string;
  },
): Promise<void> {
  if (roles.length === 0) return;
  await sql`
    insert into notices (user_id, filing_id, kind, params)
    select distinct g.user_id, ${filing.id}::uuid, ${notice.kind}, ${JSON.stringify(notice.params)}::jsonb
    from grants g join users u on u.id = g.user_id and not u.disabled
    where g.role = any(${[...roles]}) and g.region = ${filing.region} and g.user_id <> ${notice.actor}::uuid
      and (g.department_id is null or g.department_id = ${filing.department}::uuid)
      and (g.unit_id is null or g.unit_id = ${filing.unit}::uuid)`.execute(change);
}

/** The newest first. */
export function noticesOf(db: Database, user: string, asked: PageAsked): Promise<Page<Notice>> {
  const query = db.selectFrom('notices').selectAll().where('user_id', '=', user);
  const order = { keys: [numberKey('id')], descending: true };
  return readPage(query, order, asked, ({ id, kind, params, ...row }) => {
    return { id, filing: row.filing_id, kind, params, createdAt: row.created_at, readAt: row.read_at };
  });
}

export async function markRead(db: Database, user: string, upTo: number): Promise<void> {
  await db
    .updateTable('notices')
    .set({ read_at: sql`now()` })
    .where('user_id', '=', user)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute();
}
