import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../../model/language.ts';
import { createFiling, listFilings, stepsOf } from '../../../store/filings.ts';
import { saveBook } from '../../../store/books.ts';
import { readBook } from '../../../model/bookProblems.ts';
import { emptyBook } from '../../books/emptyBook.ts';
import { act } from '../../workflow/act.ts';
import { waitedFor } from '../../workflow/steps.ts';
import { hasRole, workRoles } from '../../../store/roles.ts';
import { allForms } from '../../basis.ts';
import { anyWork, callerOf, requireRole } from '../access.ts';
import { answers, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { filingView } from '../filingView.ts';
import { ApiProblem, languageOf } from '../problems.ts';
import { step } from '../shapes/discussion.ts';
import { filing } from '../shapes/filing.ts';
import {
  filingState,
  identity,
  limit,
  line,
  pageOf,
  passage,
  stage,
  stepAction,
  versionNumber,
  year,
} from '../shapes/words.ts';

const filter = z.object({
  region: line(20).optional(),
  department: identity.optional(),
  year: year.optional(),
  stage: stage.optional(),
  state: filingState.optional(),
  after: identity.optional(),
  limit,
});
const newFiling = z.object({
  region: line(20),
  department: identity,
  unit: identity.nullable().default(null),
  year,
  stage: stage.default('budget'),
  form: line(40),
});
const newStep = z.object({
  action: stepAction,
  version: versionNumber.describe('The version of the filing that was seen'),
  comment: passage(2000).default(''),
  comments: z
    .array(z.object({ place: z.unknown().optional(), body: passage(2000).pipe(z.string().min(1)) }))
    .max(200)
    .default([]),
});

export function languageIn(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  return languageOf(request.query, request.headers['accept-language']);
}

/** Filings and their way from preparing to the archive. */
export function registerFilings(api: Api, { store: { db }, limits }: ApiContext): void {
  const tags = ['filings'];
  const params = z.object({ id: identity });
  api.get(
    '/filings',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Filings that one takes part in',
        tags,
        querystring: filter,
        response: answers(pageOf(filing)),
      },
    },
    async (request) => {
      const { state, after = null, limit: most, ...wanted } = request.query;
      const caller = callerOf(request);
      const states = state === undefined ? undefined : [state];
      const found = await listFilings(db, caller.grants, { ...wanted, states }, { after, limit: most });
      const items = found.map((each) => filingView(each, caller, languageIn(request)));
      return { items, next: items.length < most ? null : (items.at(-1)?.id ?? null) };
    },
  );
  api.post(
    '/filings',
    {
      config: { access: ['preparer', 'departmentReviewer'] },
      schema: { summary: 'Begin a filing', tags, body: newFiling, response: answers(filing, 201) },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { body } = request;
      requireRole(caller, ['preparer', 'departmentReviewer'], body);
      if (!(await allForms(db)).some(({ id }) => id === body.form))
        throw new ApiProblem('badRequest', ['form']);
      const made = await createFiling(db, body, caller.user);
      if (!made.ok) {
        throw made.reason === 'exists' ? new ApiProblem('exists', [body.year]) : new ApiProblem('notFound');
      }
      const content = emptyBook(made.filing);
      const read = readBook(content);
      const problems = read.ok ? 0 : read.problems.length;
      const reason = languageIn(request) === 'zh' ? '新建' : 'begun';
      await saveBook(db, made.filing, { base: 0, content, problems, author: caller.user, reason });
      const begun = { ...made.filing, bookVersion: 1 };
      return reply.code(201).send(filingView(begun, caller, languageIn(request)));
    },
  );
  api.get(
    '/filings/:id',
    {
      config: { access: anyWork },
      schema: { summary: 'One filing', tags, params, response: answers(filing) },
    },
    async (request) => {
      const caller = callerOf(request);
      const found = await visibleFiling(db, caller, request.params.id);
      return filingView(found, caller, languageIn(request));
    },
  );
  api.get(
    '/filings/:id/steps',
    {
      config: { access: anyWork },
      schema: { summary: 'What happened to a filing', tags, params, response: answers(z.array(step)) },
    },
    async (request) => {
      const found = await visibleFiling(db, callerOf(request), request.params.id);
      return [...(await stepsOf(db, found.id))];
    },
  );
  api.post(
    '/filings/:id/steps',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Take a step of the workflow',
        tags,
        params,
        body: newStep,
        response: answers(filing),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const found = await visibleFiling(db, caller, request.params.id);
      const comments = request.body.comments.map(({ place = null, body }) => ({ place, body }));
      const wanted = { ...request.body, comments, publishDays: limits.publishDays };
      return filingView(await act(db, found, caller, wanted), caller, languageIn(request));
    },
  );
  api.get(
    '/tasks',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Filings that wait for the caller, those due first',
        tags,
        response: answers(z.array(filing)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const open = filingState.options.filter((state) => state !== 'published' && state !== 'archived');
      const mine = caller.grants.filter(({ role }) => workRoles.some((each) => each === role));
      const all = await listFilings(db, mine, { states: open }, { after: null, limit: 1000 });
      return all
        .filter((each) => hasRole(caller.grants, waitedFor(each), each))
        .map((each) => filingView(each, caller, languageIn(request)))
        .filter(({ actions }) => actions.length > 0)
        .sort((a, b) => (a.daysLeft ?? 999) - (b.daysLeft ?? 999));
    },
  );
}
