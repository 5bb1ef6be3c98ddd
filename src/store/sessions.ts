import { sql } from 'kysely';
import { record } from './audit.ts';
import { keepBrowser } from './browsers.ts';
import { identityKey, microseconds, readPage, type Page, type PageAsked } from './paging.ts';
import { secretHash } from './secretHash.ts';
import type { Database } from './store.ts';
import type { GrantRecord } from './users.ts';

export interface SessionLimits {
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends in any case. */
  readonly hours: number;
}

/** Who asks, by a session or by a token. */
export interface Caller {
  readonly user: string;
  readonly login: string;
  readonly name: string;
  readonly grants: readonly GrantRecord[];
  readonly mustChangePassword: boolean;
  /** What a changing request of a session must carry; null for a token, which no browser sends by itself. */
  readonly csrf: string | null;
}

/** The secrets of a new session, and of the browser's former one, which ends. */
export interface SessionSecrets {
  readonly token: string;
  readonly csrf: string;
  readonly browser: string;
  readonly former: string | undefined;
}

export function beginSession(
  db: Database,
  user: string,
  { token, csrf, browser, former }: SessionSecrets,
): Promise<void> {
  return db.transaction().execute(async (change) => {
    // A lock that holds for others goes on: who guesses must not be given new tries whenever the owner signs in.
    await change
      .updateTable('users')
      .set({ failed_logins: 0, locked_until: sql`case when locked_until > now() then locked_until end` })
      .where('id', '=', user)
      .execute();
    if (former !== undefined) {
      await change.deleteFrom('sessions').where('token_hash', '=', secretHash(former)).execute();
    }
    await change
      .insertInto('sessions')
      .values({ token_hash: secretHash(token), user_id: user, csrf })
      .execute();
    await keepBrowser(change, user, browser);
    await record(change, { actor: user, action: 'session.begin', object: `user:${user}` });
  });
}

export function endSession(db: Database, secret: string): Promise<void> {
  return db.transaction().execute(async (change) => {
    const ended = await change
      .deleteFrom('sessions')
      .where('token_hash', '=', secretHash(secret))
      .returning('user_id')
      .executeTakeFirst();
    if (ended === undefined) return;
    await record(change, { actor: ended.user_id, action: 'session.end', object: `user:${ended.user_id}` });
  });
}

/** The session's user, when the session is in its limits; its time of last use is noted once a minute. */
export async function callerOfSession(
  db: Database,
  secret: string,
  { idleMinutes, hours }: SessionLimits,
): Promise<Caller | null> {
  const hash = secretHash(secret);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['users.id', 'users.login', 'users.name', 'users.must_change_password', 'csrf', 'seen_at'])
    .select(grantsOfUser)
    .where('token_hash', '=', hash)
    .where('users.disabled', '=', false)
    .where('seen_at', '>', sql<Date>`now() - make_interval(mins => ${idleMinutes})`)
    // Last used in the future: the clock was set back, and would give the session the time twice.
    .where('seen_at', '<', sql<Date>`now() + interval '1 minute'`)
    .where('sessions.created_at', '>', sql<Date>`now() - make_interval(hours => ${hours})`)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (Date.now() - row.seen_at.getTime() > 60_000) {
    await db
      .updateTable('sessions')
      .set({ seen_at: sql`now()` })
      .where('token_hash', '=', hash)
      .execute();
  }
  return callerOf(row, row.csrf);
}

/** Every request asks who sends it: user and grants come in one answer. */
const grantsOfUser = sql<readonly GrantRecord[]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'user', g.user_id, 'role', g.role, 'region', g.region,
    'department', g.department_id, 'unit', g.unit_id)), '[]') from grants g where g.user_id = users.id)`.as(
  'grants',
);

function callerOf(
  row: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly must_change_password: boolean;
    readonly grants: readonly GrantRecord[];
  },
  csrf: string | null,
): Caller {
  const { id: user, login, name, must_change_password: mustChangePassword, grants } = row;
  return { user, login, name, mustChangePassword, csrf, grants };
}

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export async function callerOfToken(db: Database, secret: string): Promise<Caller | null> {
  const row = await db
    .updateTable('api_tokens')
    .from('users')
    .set({ used_at: sql`now()` })
    .whereRef('users.id', '=', 'api_tokens.user_id')
    .where('token_hash', '=', secretHash(secret))
    .where('expires_at', '>', sql<Date>`now()`)
    .where('users.disabled', '=', false)
    .returning(['users.id', 'users.login', 'users.name', 'users.must_change_password'])
    .returning(grantsOfUser)
    .executeTakeFirst();
  return row === undefined ? null : callerOf(row, null);
}

export function addToken(
  db: Database,
  user: string,
  token: { readonly name: string; readonly secret: string; readonly days: number },
): Promise<ApiToken> {
  return db.transaction().execute(async (change) => {
    const row = await change
      .insertInto('api_tokens')
      .values({
        user_id: user,
        name: token.name,
        token_hash: secretHash(token.secret),
        expires_at: sql<Date>`now() + make_interval(days => ${token.days})`,
      })
      .returning(['id', 'name', 'expires_at'])
      .executeTakeFirstOrThrow();
    await record(change, { actor: user, action: 'token.add', object: `token:${row.id}` });
    return { id: row.id, name: row.name, expiresAt: row.expires_at, usedAt: null };
  });
}

/** The oldest first. */
export function listTokens(db: Database, user: string, asked: PageAsked): Promise<Page<ApiToken>> {
  const query = db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'expires_at', 'used_at'])
    .where('user_id', '=', user);
  const order = { keys: [microseconds('created_at'), identityKey('id')] };
  return readPage(query, order, asked, ({ id, name, expires_at, used_at }) => {
    return { id, name, expiresAt: expires_at, usedAt: used_at };
  });
}

export function removeToken(db: Database, user: string, id: string): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const removed = await change
      .deleteFrom('api_tokens')
      .where('id', '=', id)
      .where('user_id', '=', user)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return false;
    await record(change, { actor: user, action: 'token.remove', object: `token:${id}` });
    return true;
  });
}

/** Sessions and tokens that ended long ago. */
export async function sweepSessions(db: Database, { hours }: SessionLimits): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('created_at', '<', sql<Date>`now() - make_interval(hours => ${hours})`)
    .execute();
}
