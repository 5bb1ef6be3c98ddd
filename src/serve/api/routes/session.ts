import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { record } from '../../../store/audit.ts';
import { beginSession, endSession, type Caller } from '../../../store/sessions.ts';
import type { Database } from '../../../store/store.ts';
import {
  accountById,
  accountByLogin,
  countFailure,
  grantsOf,
  setPassword,
  type Account,
} from '../../../store/users.ts';
import type { Limits } from '../../limits.ts';
import { sessionCookie } from '../../security/identify.ts';
import { hashPassword, nobodysHash, passwordFault, verifyPassword } from '../../security/passwords.ts';
import { rateLimit } from '../../security/rateLimit.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem, languageOf } from '../problems.ts';
import { session } from '../shapes/organisation.ts';

const credentials = z.object({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) });
const passwords = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });

/** Signing in and out, and one's own password. */
export function registerSession(api: Api, { store: { db }, limits }: ApiContext): void {
  const byAddress = rateLimit(limits.logins);
  const tags = ['session'];
  api.post(
    '/session',
    {
      config: { access: 'public' },
      schema: { summary: 'Sign in', tags, body: credentials, response: answers(session) },
    },
    async (request, reply) => {
      const wait = byAddress.take(request.ip);
      if (wait > 0) throw new ApiProblem('tooMany', [wait]);
      const account = await signIn(db, limits, request.body);
      const caller = await open(db, account, reply, request.protocol === 'https');
      return sessionView(caller, limits);
    },
  );
  api.get(
    '/session',
    {
      config: { access: 'signedIn', beforePasswordChange: true },
      schema: { summary: 'Who is signed in', tags, response: answers(session) },
    },
    (request) => sessionView(callerOf(request), limits),
  );
  api.delete(
    '/session',
    {
      config: { access: 'signedIn', beforePasswordChange: true },
      schema: { summary: 'Sign out', tags, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      await endSession(db, request.cookies[sessionCookie] ?? '');
      return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null);
    },
  );
  api.put(
    '/session/password',
    {
      config: { access: 'signedIn', beforePasswordChange: true },
      schema: { summary: 'Change the own password', tags, body: passwords, response: answers(session) },
    },
    async (request, reply) => {
      const { user } = callerOf(request);
      const account = await accountById(db, user);
      if (account === null) throw new ApiProblem('notSignedIn');
      const language = languageOf(request.query, request.headers['accept-language']);
      const { current, next } = request.body;
      await requireRightPassword(db, limits, account, current);
      const fault =
        passwordFault(next, account.login, language) ?? (next === current ? sameWords[language] : null);
      if (fault !== null) throw new ApiProblem('weakPassword', [fault]);
      await setPassword(db, user, { hash: await hashPassword(next), mustChange: false }, user);
      const caller = await open(
        db,
        { ...account, mustChangePassword: false },
        reply,
        request.protocol === 'https',
      );
      return sessionView(caller, limits);
    },
  );
}

const sameWords = { zh: '与原密码相同。', en: 'it is the old one.' } as const;

/** The account, or one refusal whatever is wrong: an outsider does not learn which names exist. */
async function signIn(
  db: Database,
  limits: Limits,
  { login, password }: z.infer<typeof credentials>,
): Promise<Account> {
  const account = await accountByLogin(db, login);
  if (account === null || account.disabled) {
    await verifyPassword(password, nobodysHash);
    const entry = { actor: account?.id ?? null, action: 'session.refused', object: 'user:unknown' };
    await db.transaction().execute((change) => record(change, entry));
    throw new ApiProblem('wrongCredentials');
  }
  await requireRightPassword(db, limits, account, password);
  return account;
}

async function requireRightPassword(
  db: Database,
  limits: Limits,
  account: Account,
  password: string,
): Promise<void> {
  if (account.lockedUntil !== null && account.lockedUntil > new Date()) {
    const minutes = Math.ceil((account.lockedUntil.getTime() - Date.now()) / 60_000);
    throw new ApiProblem('locked', [minutes]);
  }
  if (await verifyPassword(password, account.passwordHash)) return;
  const locks = await countFailure(db, account.id, limits.failedLogins, limits.lockMinutes);
  throw locks ? new ApiProblem('locked', [limits.lockMinutes]) : new ApiProblem('wrongCredentials');
}

async function open(
  db: Database,
  { id, login, name, mustChangePassword }: Account,
  reply: FastifyReply,
  secure: boolean,
): Promise<Caller> {
  const secret = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  await beginSession(db, id, secret, csrf);
  reply.setCookie(sessionCookie, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure });
  return { user: id, login, name, mustChangePassword, csrf, grants: await grantsOf(db, id) };
}

function sessionView(caller: Caller, { idleMinutes }: Limits): z.output<typeof session> {
  const { user: id, login, name, mustChangePassword, csrf } = caller;
  return { user: { id, login, name }, grants: [...caller.grants], mustChangePassword, csrf, idleMinutes };
}
