import { z } from 'zod';
import type { Form } from '../../../model/form.ts';
import { shippedForms } from '../../../model/forms.ts';
import { loadForm } from '../../../model/loadForm.ts';
import { changeSetting } from '../../../store/settings.ts';
import { allForms, ownForms, settingNames } from '../../basis.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';

const form = z
  .object({
    id: z.string(),
    name: z.string(),
    stage: z.string(),
    composable: z.boolean().describe('Books can be composed in it'),
    own: z.boolean().describe('Added here; the others come with the program'),
    tables: z.array(
      z.object({
        ...{ number: z.number().int(), key: z.string(), title: z.string(), unit: z.string() },
        required: z.boolean(),
      }),
    ),
    sections: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .meta({ id: 'Form' });
const mostForms = 100;

/** The forms of disclosures: what each demands, and forms of one's own. */
export function registerForms(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['about'];
  const config = { access: ['systemAdministrator'] } as const;
  api.get(
    '/forms',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'The forms of disclosures', tags, response: answers(z.array(form)) },
    },
    async () => {
      const own = new Set((await ownForms(db)).map(({ id }) => id));
      return (await allForms(db)).map((each) => viewOf(each, own.has(each.id)));
    },
  );
  api.post(
    '/forms',
    {
      config,
      schema: {
        summary: 'Add a form of one’s own, or a new edition of it',
        ...{
          tags: ['administration'],
          body: z.record(z.string(), z.unknown()),
          response: answers(form, 201),
        },
      },
    },
    async (request, reply) => {
      const loaded = loadForm(request.body);
      if (!loaded.ok) throw new ApiProblem('badRequest', [loaded.problems.slice(0, 8).join('；')]);
      const { form: added } = loaded;
      if (shippedForms.some(({ id }) => id === added.id)) throw new ApiProblem('exists', [added.id]);
      const others = (await ownForms(db)).filter(({ id }) => id !== added.id);
      if (others.length >= mostForms) throw new ApiProblem('badRequest', [String(mostForms)]);
      const entry = { actor: callerOf(request).user, action: 'form.add', object: `form:${added.id}` };
      await changeSetting(db, settingNames.forms, (value) => [...without(value, added.id), added], entry);
      return reply.code(201).send(viewOf(added, true));
    },
  );
  api.delete(
    '/forms/:form',
    {
      config,
      schema: {
        summary: 'Take a form of one’s own out',
        tags: ['administration'],
        params: z.object({ form: z.string().max(60) }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      const { form: id } = request.params;
      if (!(await ownForms(db)).some((each) => each.id === id)) throw new ApiProblem('notFound');
      const used = await db.selectFrom('filings').select('id').where('form', '=', id).executeTakeFirst();
      if (used !== undefined) throw new ApiProblem('inUse', [id]);
      const entry = { actor: callerOf(request).user, action: 'form.remove', object: `form:${id}` };
      await changeSetting(db, settingNames.forms, (value) => without(value, id), entry);
      return reply.code(204).send(null);
    },
  );
}

function without(value: unknown, id: string): readonly unknown[] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  return kept.filter((each) => (each as Pick<Form, 'id'>).id !== id);
}

function viewOf(each: Form, own: boolean): z.output<typeof form> {
  const { id, name, stage, tables, sections } = each;
  return {
    ...{ id, name, stage, own },
    composable:
      stage === 'budget' && tables.every(({ required, layout }) => !required || layout !== undefined),
    tables: tables.map(({ number, key, title, unit, required }) => {
      return { number, key, title, unit, required };
    }),
    sections: sections.map(({ key, title }) => ({ key, title })),
  };
}
