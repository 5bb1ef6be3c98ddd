import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { record } from '../../store/audit.ts';
import { browserDays, isKnownBrowser } from '../../store/browsers.ts';
import { beginSession, type Caller } from '../../store/sessions.ts';
import type { Database } from '../../store/store.ts';
import { accountByLogin, countFailure, grantsOf, type Account } from '../../store/users.ts';
import { ApiProblem } from '../api/problems.ts';
import type { Limits } from '../limits.ts';
import { sessionCookie } from './identify.ts';
import { nobodysHash, verifyPassword } from './passwords.ts';
import type { UnknownNames } from './unknownNames.ts';

/** Says for half a year that somebody has signed in in this browser; it opens nothing by itself. */
export const browserCookie = 'mingsuan_browser';
const browserSeconds = browserDays * 24 * 3600;

const secret = (): string => randomBytes(32).toString('base64url');

interface Attempt {
  readonly login: string;
  readonly password: string;
  /** What the browser says it is; undefined where it is new. */
  readonly browser: string | undefined;
}

export function browserOf({ cookies }: FastifyRequest): string | undefined {
  const given = cookies[browserCookie];
  return given === undefined || given === '' ? undefined : given;
}

/** The account, or one refusal whatever is wrong: an outsider does not learn which names exist. */
export async function signIn(
  db: Database,
  { limits, unknown }: { readonly limits: Limits; readonly unknown: UnknownNames },
  { login, password, browser }: Attempt,
): Promise<Account> {
  const account = await accountByLogin(db, login);
  if (account === null || account.disabled) return refuseUnknown(db, unknown, account, { login, password });
  await requireRightPassword(db, limits, account, { password, browser });
  return account;
}

async function refuseUnknown(
  db: Database,
  unknown: UnknownNames,
  account: Account | null,
  { login, password }: Omit<Attempt, 'browser'>,
): Promise<never> {
  const name = login.toLowerCase();
  const locked = unknown.locked(name);
  if (locked > 0) throw new ApiProblem('locked', [locked]);
  await verifyPassword(password, nobodysHash);
  const entry = { actor: account?.id ?? null, action: 'session.refused', object: 'user:unknown' };
  await db.transaction().execute((change) => record(change, entry));
  const locks = unknown.fail(name);
  throw locks > 0 ? new ApiProblem('locked', [locks]) : new ApiProblem('wrongCredentials');
}

/**
 * Refuses a wrong password, and any while the account is locked. Where the person has signed in before, a lock that
 * wrong passwords elsewhere brought about does not hold: else anybody who knows a name could keep its owner out.
 */
export async function requireRightPassword(
  db: Database,
  limits: Limits,
  account: Account,
  { password, browser }: Omit<Attempt, 'login'>,
): Promise<void> {
  const known = browser !== undefined && (await isKnownBrowser(db, account.id, browser)) ? browser : null;
  if (known === null && account.lockedUntil !== null && account.lockedUntil > new Date()) {
    const minutes = Math.ceil((account.lockedUntil.getTime() - Date.now()) / 60_000);
    throw new ApiProblem('locked', [minutes]);
  }
  if (await verifyPassword(password, account.passwordHash)) return;
  const locks = await countFailure(db, account.id, known, limits);
  throw locks ? new ApiProblem('locked', [limits.lockMinutes]) : new ApiProblem('wrongCredentials');
}

/** A session with a name of its own; the browser's former one ends. */
export async function openSession(
  db: Database,
  { id, login, name, mustChangePassword }: Account,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller> {
  const [token, csrf, browser] = [secret(), secret(), browserOf(request) ?? secret()];
  await beginSession(db, id, { token, csrf, browser, former: request.cookies[sessionCookie] });
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  reply.setCookie(sessionCookie, token, cookie);
  reply.setCookie(browserCookie, browser, { ...cookie, path: '/api/v1/session', maxAge: browserSeconds });
  return { user: id, login, name, mustChangePassword, csrf, grants: await grantsOf(db, id) };
}
