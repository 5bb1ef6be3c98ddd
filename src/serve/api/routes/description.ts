import { z } from 'zod';
import { shippedForms } from '../../../model/forms.ts';
import { ruleTitles } from '../../ruleTitles.ts';
import { version } from '../../../version.ts';
import { answers, type Api } from '../context.ts';

const form = z
  .object({
    id: z.string(),
    name: z.string(),
    stage: z.string(),
    composable: z.boolean().describe('Books can be composed in it'),
    tables: z.array(
      z.object({ number: z.number().int(), key: z.string(), title: z.string(), unit: z.string() }),
    ),
  })
  .meta({ id: 'Form' });

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
    '/forms',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'The forms of disclosures', tags: ['about'], response: answers(z.array(form)) },
    },
    () =>
      shippedForms.map(({ id, name, stage, tables }) => ({
        id,
        name,
        stage,
        composable:
          stage === 'budget' && tables.every(({ required, layout }) => !required || layout !== undefined),
        tables: tables.map(({ number, key, title, unit }) => ({ number, key, title, unit })),
      })),
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
