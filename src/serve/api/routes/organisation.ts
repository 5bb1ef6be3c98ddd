import type { FastifyRequest, FastifySchema } from 'fastify';
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
import type { Page, PageAsked } from '../../../store/paging.ts';
import { callerOf } from '../access.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { askedIn, pageOf, pageQuery, wholePage } from '../shapes/pages.ts';
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
  registerKind(api, {
    path: '/regions',
    summaries: { all: 'Regions', add: 'Add a region' },
    shape: region,
    fresh: newRegion,
    asked: { querystring: pageQuery },
    all: (asked) => listRegions(db, asked),
    add: (fresh, user) => addRegion(db, fresh, user),
  });
  const querystring = pageQuery.extend({ region: line(20).optional() });
  registerKind(api, {
    path: '/departments',
    summaries: { all: 'Departments', add: 'Add a department' },
    shape: department,
    fresh: newDepartment,
    asked: { querystring },
    all: (asked, { query }) => listDepartments(db, querystring.parse(query).region ?? null, asked),
    add: (fresh, user) => addDepartment(db, fresh, user),
  });
  const params = z.object({ id: identity });
  registerKind(api, {
    path: '/departments/:id/units',
    summaries: { all: 'Units of a department', add: 'Add a unit' },
    shape: unit,
    fresh: newUnit,
    asked: { params, querystring: pageQuery },
    all: (asked, request) => listUnits(db, params.parse(request.params).id, asked),
    add: (fresh, user, request) =>
      addUnit(db, { department: params.parse(request.params).id, ...fresh }, user),
  });
}

/** One level of the organisation: a list for everybody, and the way to add to it. */
interface Kind<Shape extends z.ZodType, Fresh extends z.ZodType<{ readonly name: string }>> {
  readonly path: string;
  readonly summaries: { readonly all: string; readonly add: string };
  readonly shape: Shape;
  readonly fresh: Fresh;
  readonly asked: { readonly params?: z.ZodObject; readonly querystring: z.ZodObject };
  readonly all: (asked: PageAsked, request: FastifyRequest) => Promise<Page<z.output<Shape>>>;
  readonly add: (
    fresh: z.output<Fresh>,
    user: string,
    request: FastifyRequest,
  ) => Promise<Added<z.output<Shape>>>;
}

function registerKind<Shape extends z.ZodType, Fresh extends z.ZodType<{ readonly name: string }>>(
  api: Api,
  { path, summaries, shape, fresh, asked: { params, querystring }, all, add }: Kind<Shape, Fresh>,
): void {
  const tags = ['organisation'];
  const place = params === undefined ? {} : { params };
  const listing: FastifySchema = {
    ...{ summary: summaries.all, tags, ...place, querystring },
    response: answers(pageOf(shape)),
  };
  const adding: FastifySchema = {
    ...{ summary: summaries.add, tags, ...place, body: fresh },
    response: answers(shape, 201),
  };
  api.get(path, { config: { access: 'signedIn' }, schema: listing }, async (request) =>
    wholePage(await all(askedIn(pageQuery.parse(request.query)), request)),
  );
  const byAdministrator = { access: ['systemAdministrator'] } as const;
  api.post(path, { config: byAdministrator, schema: adding }, async (request, reply) => {
    const given = fresh.parse(request.body);
    const added = await add(given, callerOf(request).user, request);
    return reply.code(201).send(valueOf(added, given.name));
  });
}

function valueOf<T>(added: Added<T>, name: string): T {
  if (added.ok) return added.value;
  throw added.reason === 'exists' ? new ApiProblem('exists', [name]) : new ApiProblem('notFound');
}
