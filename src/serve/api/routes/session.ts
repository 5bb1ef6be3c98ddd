import { z } from 'zod';
import { endSession, type Caller } from '../../../store/sessions.ts';
import { accountById, setPassword } from '../../../store/users.ts';
import type { Limits } from '../../limits.ts';
import { sessionCookie } from '../../security/identify.ts';
import { hashPassword, passwordFault } from '../../security/passwords.ts';
import { rateLimit } from '../../security/rateLimit.ts';
import { browserOf, openSession, requireRightPassword, signIn } from '../../security/signIn.ts';
import { unknownNames } from '../../security/unknownNames.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem, languageOf } from '../problems.ts';
import { session } from '../shapes/organisation.ts';

const credentials = z.object({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) });
const passwords = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });

/** Everybody may send these: nobody keeps the memory filled with them. Bytes. */
const largestCredentials = 8 * 1024;

/** Signing in and out, and one's own password. */
export function registerSession(api: Api, { store: { db }, limits }: ApiContext): void {
  const byAddress = rateLimit(limits.logins);
  const unknown = unknownNames(limits);
  const tags = ['session'];
  api.post(
    '/session',
    {
      config: { access: 'public' },
      bodyLimit: largestCredentials,
      schema: { summary: 'Sign in', tags, body: credentials, response: answers(session) },
    },
    async (request, reply) => {
      const wait = byAddress.take(request.ip);
      if (wait > 0) throw new ApiProblem('tooMany', [wait]);
      const attempt = { ...request.body, browser: browserOf(request) };
      const account = await signIn(db, { limits, unknown }, attempt);
      const caller = await openSession(db, account, request, reply);
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
      await requireRightPassword(db, limits, account, { password: current, browser: browserOf(request) });
      const fault =
        passwordFault(next, account.login, language) ?? (next === current ? sameWords[language] : null);
      if (fault !== null) throw new ApiProblem('weakPassword', [fault]);
      await setPassword(db, user, { hash: await hashPassword(next), mustChange: false }, user);
      const changed = { ...account, mustChangePassword: false };
      const caller = await openSession(db, changed, request, reply);
      return sessionView(caller, limits);
    },
  );
}

const sameWords = { zh: '与原密码相同。', en: 'it is the old one.' } as const;

function sessionView(caller: Caller, { idleMinutes }: Limits): z.output<typeof session> {
  const { user: id, login, name, mustChangePassword, csrf } = caller;
  return { user: { id, login, name }, grants: [...caller.grants], mustChangePassword, csrf, idleMinutes };
}
