import { z } from 'zod';
import { ruleTitles } from '../../ruleTitles.ts';
import { version } from '../../../version.ts';
import { answers, type Api } from '../context.ts';

export function registerDescription(api: Api): void {
  api.get(
    '/openapi.json',
    {
      config: { access: 'public' },
      schema: { summary: 'This description', tags: ['about'], hide: true, response: answers(z.unknown()) },
    },
    () => api.swagger(),
  );
  api.get(
    '/version',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The version of the program',
        tags: ['about'],
        response: answers(z.object({ version: z.string() })),
      },
    },
    () => ({ version }),
  );
  api.get(
    '/rules',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'The titles of the rules',
        tags: ['about'],
        response: answers(z.record(z.string(), z.object({ zh: z.string(), en: z.string() }))),
      },
    },
    () => ruleTitles(),
  );
}
