import { z } from 'zod';
import { hasRole } from '../../../store/roles.ts';
import { absent, present } from '../../../store/presences.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { identity, line } from '../shapes/words.ts';

const presence = z
  .object({
    bookVersion: z
      .number()
      .int()
      .describe('The newest version: a page that shows an older one may take it over'),
    others: z.array(
      z.object({
        user: identity,
        name: z.string(),
        part: z.string().describe('The part of the book that they have open'),
        editing: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Presence' });

/** Who has the same book open; pages tell every ten seconds that they are there. */
export function registerPresence(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['books'];
  const params = z.object({ id: identity });
  api.put(
    '/filings/:id/presence',
    {
      config: { access: anyWork },
      schema: {
        summary: 'I have the book open; who else has?',
        tags,
        params,
        body: z.object({ part: line(40) }),
        response: answers(presence),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const filing = await visibleFiling(db, caller, request.params.id);
      const editing = filing.state === 'drafting' && hasRole(caller.grants, ['preparer'], filing);
      const { part } = request.body;
      const others = await present(db, filing.id, caller.user, { part, editing });
      return { bookVersion: filing.bookVersion, others: [...others] };
    },
  );
  api.delete(
    '/filings/:id/presence',
    {
      config: { access: anyWork },
      schema: { summary: 'I closed the book', tags, params, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await visibleFiling(db, caller, request.params.id);
      await absent(db, filing.id, caller.user);
      return reply.code(204).send(null);
    },
  );
}
