import { z } from 'zod';
import {
  addGrant,
  createUser,
  listGrants,
  listUsers,
  removeGrant,
  setPassword,
  unlock,
  updateUser,
} from '../../../store/users.ts';
import { isAdministrator } from '../../../store/roles.ts';
import { hashPassword, initialPassword } from '../../security/passwords.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { grant, user } from '../shapes/organisation.ts';
import { askedIn, pageOf, pageQuery, wholePage } from '../shapes/pages.ts';
import { identity, line, name, role, versionNumber } from '../shapes/words.ts';

const login = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u, 'loginCharacters');
const newUser = z.object({ login, name: name(60) });
const withPassword = z.object({ user, password: z.string().describe('To begin with; shown only once') });
const changedUser = z.object({ name: name(60), disabled: z.boolean(), version: versionNumber });
const newGrant = z.object({
  user: identity,
  role,
  region: line(20).nullable().default(null),
  department: identity.nullable().default(null),
  unit: identity.nullable().default(null),
});

/** The system administrator makes accounts, the security administrator says what they may do. */
export function registerAdministration(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['administration'];
  const bySystem = { access: ['systemAdministrator'] } as const;
  const bySecurity = { access: ['securityAdministrator'] } as const;
  const params = z.object({ id: identity });
  api.get(
    '/users',
    {
      config: { access: ['systemAdministrator', 'securityAdministrator'] },
      schema: { summary: 'Users', tags, querystring: pageQuery, response: answers(pageOf(user)) },
    },
    async (request) => {
      return wholePage(await listUsers(db, askedIn(request.query)));
    },
  );
  api.post(
    '/users',
    {
      config: bySystem,
      schema: {
        summary: 'A new user without any role',
        tags,
        body: newUser,
        response: answers(withPassword, 201),
      },
    },
    async (request, reply) => {
      const password = initialPassword();
      const passwordHash = await hashPassword(password);
      const fresh = { ...request.body, passwordHash, mustChangePassword: true };
      const made = await createUser(db, fresh, callerOf(request).user);
      if (made === null) throw new ApiProblem('exists', [request.body.login]);
      return reply.code(201).send({ user: made, password });
    },
  );
  api.put(
    '/users/:id',
    {
      config: bySystem,
      schema: { summary: 'Change a user', tags, params, body: changedUser, response: answers(user) },
    },
    async (request) => {
      const { version, ...changed } = request.body;
      const updated = await updateUser(db, request.params.id, version, changed, callerOf(request).user);
      if (updated === null) throw new ApiProblem('stateChanged');
      if (updated === 'lastAdministrator') throw new ApiProblem(updated);
      return updated;
    },
  );
  api.post(
    '/users/:id/password',
    {
      config: bySystem,
      schema: {
        summary: 'A new password to begin with',
        tags,
        params,
        response: answers(z.object({ password: z.string() })),
      },
    },
    async (request) => {
      const password = initialPassword();
      const secret = { hash: await hashPassword(password), mustChange: true };
      const done = await setPassword(db, request.params.id, secret, callerOf(request).user);
      if (!done) throw new ApiProblem('notFound');
      return { password };
    },
  );
  api.post(
    '/users/:id/unlock',
    {
      config: bySecurity,
      schema: { summary: 'Lift a lock', tags, params, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      if (!(await unlock(db, request.params.id, callerOf(request).user))) throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
  api.get(
    '/grants',
    {
      config: bySecurity,
      schema: {
        summary: 'Roles, of one user or of all',
        tags,
        querystring: pageQuery.extend({ user: identity.optional() }),
        response: answers(pageOf(grant)),
      },
    },
    async ({ query }) => wholePage(await listGrants(db, query.user ?? null, askedIn(query))),
  );
  api.post(
    '/grants',
    {
      config: bySecurity,
      schema: { summary: 'Give a role', tags, body: newGrant, response: answers(grant, 201) },
    },
    async (request, reply) => {
      const { user: to, ...given } = request.body;
      const { user: actor } = callerOf(request);
      if (isAdministrator(given.role) !== (given.region === null)) {
        throw new ApiProblem('badRequest', ['region']);
      }
      const added = await addGrant(db, to, given, actor);
      if (added.ok) return reply.code(201).send(added.grant);
      if (added.reason === 'excluded') throw new ApiProblem('rolesExclude');
      throw added.reason === 'exists' ? new ApiProblem('exists', [given.role]) : new ApiProblem('notFound');
    },
  );
  api.delete(
    '/grants/:id',
    {
      config: bySecurity,
      schema: { summary: 'Take a role back', tags, params, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      const removed = await removeGrant(db, request.params.id, callerOf(request).user);
      if (removed === 'lastAdministrator') throw new ApiProblem(removed);
      if (!removed) throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
}
