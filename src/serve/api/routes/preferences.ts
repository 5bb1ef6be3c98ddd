import { z } from 'zod';
import { keepPreferences, preferencesOf } from '../../../store/preferences.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';

const chosen = z.object({
  tourSeen: z.boolean().describe('The tour through the book editor was taken or declined'),
  amountUnit: z.enum(['yuan', 'wan']).describe('The unit in which amounts are typed'),
});
const preferences = chosen.meta({ id: 'Preferences' });
const usual: z.output<typeof preferences> = { tourSeen: false, amountUnit: 'yuan' };

/** What somebody chose for themselves in the workbench; it follows them to every browser. */
export function registerPreferences(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['session'];
  api.get(
    '/session/preferences',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'What one chose for oneself', tags, response: answers(preferences) },
    },
    async (request) => {
      const kept = preferences.safeParse(await preferencesOf(db, callerOf(request).user));
      return kept.data ?? usual;
    },
  );
  api.put(
    '/session/preferences',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'Choose for oneself', tags, body: chosen, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      await keepPreferences(db, callerOf(request).user, request.body);
      return reply.code(204).send(null);
    },
  );
}
