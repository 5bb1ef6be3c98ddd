import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addToken, listTokens, removeToken } from '../../../store/sessions.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { askedIn, pageOf, pageQuery, wholePage } from '../shapes/pages.ts';
import { apiToken } from '../shapes/work.ts';
import { identity, line } from '../shapes/words.ts';

const newToken = z.object({ name: line(80), days: z.number().int().min(1).max(366).default(90) });
const madeToken = z.object({ ...apiToken.shape, secret: z.string().describe('Shown only once') });

/** Tokens by which other programs act for a user. A token cannot make tokens. */
export function registerTokens(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['tokens'];
  api.get(
    '/tokens',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'Own tokens', tags, querystring: pageQuery, response: answers(pageOf(apiToken)) },
    },
    async (request) => wholePage(await listTokens(db, callerOf(request).user, askedIn(request.query))),
  );
  api.post(
    '/tokens',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'A new token', tags, body: newToken, response: answers(madeToken, 201) },
    },
    async (request, reply) => {
      const { user, csrf } = callerOf(request);
      if (csrf === null) throw new ApiProblem('notAllowed');
      const secret = `ms_${randomBytes(30).toString('base64url')}`;
      const made = await addToken(db, user, { ...request.body, secret });
      return reply.code(201).send({ ...made, secret });
    },
  );
  api.delete(
    '/tokens/:id',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'End a token',
        tags,
        params: z.object({ id: identity }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      if (!(await removeToken(db, callerOf(request).user, request.params.id)))
        throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
}
