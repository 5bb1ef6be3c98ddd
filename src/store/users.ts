import { sql } from 'kysely';
import { record } from './audit.ts';
import { failuresIn, forgetBrowsers } from './browsers.ts';
import { identityKey, microseconds, readPage, textKey, type Page, type PageAsked } from './paging.ts';
import type { Grant, Role } from './roles.ts';
import type { Change, Database } from './store.ts';

export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
  readonly version: number;
}

export interface Account extends User {
  readonly passwordHash: string;
  readonly lockedUntil: Date | null;
}

/** A grant with its identity, for lists. */
export interface GrantRecord extends Grant {
  readonly id: string;
  readonly user: string;
}

interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly locked_until: Date | null;
  readonly must_change_password: boolean;
  readonly version: number;
  readonly password_hash: string;
}

function accountOf(row: UserRow): Account {
  const { id, login, name, disabled, version } = row;
  const locked = row.locked_until !== null && row.locked_until > new Date();
  return {
    ...{ id, login, name, disabled, version, locked },
    mustChangePassword: row.must_change_password,
    passwordHash: row.password_hash,
    lockedUntil: row.locked_until,
  };
}

function userOf(row: UserRow): User {
  const { id, login, name, disabled, version, locked, mustChangePassword } = accountOf(row);
  return { id, login, name, disabled, version, locked, mustChangePassword };
}

export async function accountByLogin(db: Database, login: string): Promise<Account | null> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function accountById(db: Database, id: string): Promise<Account | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export function listUsers(db: Database, asked: PageAsked): Promise<Page<User>> {
  return readPage(db.selectFrom('users').selectAll(), { keys: [textKey('login')] }, asked, userOf);
}

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** Null when the login is taken. */
export function createUser(db: Database, user: NewUser, actor: string | null): Promise<User | null> {
  return db.transaction().execute(async (change) => {
    const row = await change
      .insertInto('users')
      .values({
        login: user.login.toLowerCase(),
        name: user.name,
        password_hash: user.passwordHash,
        must_change_password: user.mustChangePassword,
      })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return null;
    await record(change, { actor, action: 'user.create', object: `user:${row.id}` });
    return userOf(row);
  });
}

/**
 * A change that leaves nobody who is such an administrator and may sign in: without one nobody could make or unlock
 * accounts, give roles or read the log any more.
 */
export type Left = 'lastAdministrator';

/** Of the roles that exclude each other a user has at most one; do others have it who are not disabled? */
async function isLastAdministrator(change: Change, user: string): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`
    with own as (select role from grants where user_id = ${user}::uuid and role like '%Administrator'),
      holders as (select g.user_id from grants g join own using (role) join users u on u.id = g.user_id
        where not u.disabled order by g.user_id for update of g)
    select (select count(*) from holders where user_id <> ${user}::uuid)::int as others from own`.execute(
    change,
  );
  return rows[0]?.others === 0;
}

/** Disabling ends all sessions. Null when the version has passed or there is no such user. */
export function updateUser(
  db: Database,
  id: string,
  version: number,
  { name, disabled }: { readonly name: string; readonly disabled: boolean },
  actor: string,
): Promise<User | Left | null> {
  return db.transaction().execute(async (change) => {
    if (disabled && (await isLastAdministrator(change, id))) return 'lastAdministrator';
    const row = await change
      .updateTable('users')
      .set({ name, disabled, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return null;
    if (disabled) await endSessions(change, id);
    await record(change, { actor, action: 'user.update', object: `user:${id}`, details: { disabled } });
    return userOf(row);
  });
}

/** A new password ends the user's other sessions and lifts a lock. */
export function setPassword(
  db: Database,
  id: string,
  password: { readonly hash: string; readonly mustChange: boolean },
  actor: string | null,
): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const updated = await change
      .updateTable('users')
      .set({
        password_hash: password.hash,
        must_change_password: password.mustChange,
        failed_logins: 0,
        locked_until: null,
      })
      .where('id', '=', id)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return false;
    await endSessions(change, id);
    await record(change, { actor, action: 'user.password', object: `user:${id}` });
    return true;
  });
}

async function endSessions(change: Change, user: string): Promise<void> {
  await change.deleteFrom('sessions').where('user_id', '=', user).execute();
  await forgetBrowsers(change, user);
}

/**
 * Counts a failed login, in a browser that the person has signed in in (its secret) or elsewhere (null); at the most
 * that is allowed the account is locked for a time, and the browser is forgotten.
 */
export function countFailure(
  db: Database,
  id: string,
  browser: string | null,
  { failedLogins, lockMinutes }: { readonly failedLogins: number; readonly lockMinutes: number },
): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const failures = await (browser === null ? failuresOf(change, id) : failuresIn(change, id, browser));
    const locks = failures >= failedLogins;
    if (locks) {
      const until = sql<Date>`now() + make_interval(mins => ${lockMinutes})`;
      await change
        .updateTable('users')
        .set({ failed_logins: 0, locked_until: until })
        .where('id', '=', id)
        .execute();
      if (browser !== null) await forgetBrowsers(change, id, browser);
    }
    const action = locks ? 'session.locked' : 'session.refused';
    await record(change, { actor: id, action, object: `user:${id}` });
    return locks;
  });
}

async function failuresOf(change: Change, id: string): Promise<number> {
  const row = await change
    .updateTable('users')
    .set({ failed_logins: sql`failed_logins + 1` })
    .where('id', '=', id)
    .returning('failed_logins')
    .executeTakeFirst();
  return row?.failed_logins ?? 0;
}

/** A lock that the security administrator lifts. */
export function unlock(db: Database, id: string, actor: string): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const updated = await change
      .updateTable('users')
      .set({ failed_logins: 0, locked_until: null })
      .where('id', '=', id)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return false;
    await record(change, { actor, action: 'user.unlock', object: `user:${id}` });
    return true;
  });
}

export async function grantsOf(db: Database, user: string): Promise<readonly GrantRecord[]> {
  const rows = await db.selectFrom('grants').selectAll().where('user_id', '=', user).execute();
  return rows.map(grantOf);
}

/** Of a user, or of all; the oldest first. */
export function listGrants(db: Database, user: string | null, asked: PageAsked): Promise<Page<GrantRecord>> {
  const all = db.selectFrom('grants').selectAll();
  const query = user === null ? all : all.where('user_id', '=', user);
  return readPage(query, { keys: [microseconds('granted_at'), identityKey('id')] }, asked, grantOf);
}

function grantOf(row: {
  readonly id: string;
  readonly user_id: string;
  readonly role: Role;
  readonly region: string | null;
  readonly department_id: string | null;
  readonly unit_id: string | null;
}): GrantRecord {
  const { id, user_id: user, role, region, department_id: department, unit_id: unit } = row;
  return { id, user, role, region, department, unit };
}

export type GrantOutcome =
  | { readonly ok: true; readonly grant: GrantRecord }
  | { readonly ok: false; readonly reason: 'excluded' | 'unknown' | 'exists' };

/** `excluded`: the user's other roles exclude this one. `unknown`: no such user or place. */
export async function addGrant(
  db: Database,
  user: string,
  grant: Grant,
  actor: string | null,
): Promise<GrantOutcome> {
  const { role, region, department: department_id, unit: unit_id } = grant;
  try {
    return await db.transaction().execute(async (change): Promise<GrantOutcome> => {
      const row = await change
        .insertInto('grants')
        .values({ user_id: user, role, region, department_id, unit_id, granted_by: actor })
        .returningAll()
        .executeTakeFirstOrThrow();
      const details = { role, region, department: department_id, unit: unit_id };
      await record(change, { actor, action: 'grant.add', object: `user:${user}`, details });
      return { ok: true, grant: grantOf(row) };
    });
  } catch (error) {
    const reason = refusals[sqlState(error)];
    if (reason === undefined) throw error;
    return { ok: false, reason };
  }
}

const refusals: Readonly<Record<string, 'excluded' | 'unknown' | 'exists'>> = {
  MS001: 'excluded',
  '23503': 'unknown',
  '23505': 'exists',
};

/** The SQLSTATE of a database error, '' for any other. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** False where there is no such grant. */
export function removeGrant(db: Database, id: string, actor: string): Promise<boolean | Left> {
  return db.transaction().execute(async (change) => {
    const held = await change.selectFrom('grants').select('user_id').where('id', '=', id).executeTakeFirst();
    if (held !== undefined && (await isLastAdministrator(change, held.user_id))) return 'lastAdministrator';
    const row = await change.deleteFrom('grants').where('id', '=', id).returningAll().executeTakeFirst();
    if (row === undefined) return false;
    const details = { role: row.role, region: row.region };
    await record(change, { actor, action: 'grant.remove', object: `user:${row.user_id}`, details });
    return true;
  });
}
