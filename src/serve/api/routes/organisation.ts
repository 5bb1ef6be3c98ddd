import { z } from 'zod';
import {
  addDepartment,
  addRegion,
  addUnit,
  listDepartments,
  listRegions,
  listUnits,
  type Added,
} from '../../../store/organisation.ts';
import { callerOf } from '../access.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { department, region, unit } from '../shapes/organisation.ts';
import { identity, line, name } from '../shapes/words.ts';

const newRegion = z.object({
  code: name(20),
  name: name(80),
  parent: line(20).nullable().default(null),
  financeSteps: z.number().int().min(1).max(2).default(1),
});
const newDepartment = z.object({ region: line(20), code: name(20), name: name(120) });
const newUnit = z.object({ name: name(120), kind: z.enum(['administrative', 'institution']) });

/** Regions, departments and units: the system administrator's; everybody who is signed in may see them. */
export function registerOrganisation(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['organisation'];
  const byAdministrator = { access: ['systemAdministrator'] } as const;
  api.get(
    '/regions',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'Regions', tags, response: answers(z.array(region)) },
    },
    async () => [...(await listRegions(db))],
  );
  api.post(
    '/regions',
    {
      config: byAdministrator,
      schema: { summary: 'Add a region', tags, body: newRegion, response: answers(region, 201) },
    },
    async (request, reply) => {
      const { user } = callerOf(request);
      return reply.code(201).send(valueOf(await addRegion(db, request.body, user), request.body.name));
    },
  );
  api.get(
    '/departments',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'Departments',
        tags,
        querystring: z.object({ region: line(20).optional() }),
        response: answers(z.array(department)),
      },
    },
    async (request) => [...(await listDepartments(db, request.query.region ?? null))],
  );
  api.post(
    '/departments',
    {
      config: byAdministrator,
      schema: { summary: 'Add a department', tags, body: newDepartment, response: answers(department, 201) },
    },
    async (request, reply) => {
      const { user } = callerOf(request);
      return reply.code(201).send(valueOf(await addDepartment(db, request.body, user), request.body.name));
    },
  );
  const params = z.object({ id: identity });
  api.get(
    '/departments/:id/units',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'Units of a department', tags, params, response: answers(z.array(unit)) },
    },
    async (request) => [...(await listUnits(db, request.params.id))],
  );
  api.post(
    '/departments/:id/units',
    {
      config: byAdministrator,
      schema: { summary: 'Add a unit', tags, params, body: newUnit, response: answers(unit, 201) },
    },
    async (request, reply) => {
      const { user } = callerOf(request);
      const added = await addUnit(db, { department: request.params.id, ...request.body }, user);
      return reply.code(201).send(valueOf(added, request.body.name));
    },
  );
}

function valueOf<T>(added: Added<T>, name: string): T {
  if (added.ok) return added.value;
  throw added.reason === 'exists' ? new ApiProblem('exists', [name]) : new ApiProblem('notFound');
}
