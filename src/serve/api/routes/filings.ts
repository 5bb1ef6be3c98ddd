import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../../model/language.ts';
import { createFiling, listFilings, stepsOf, waitingFilings, type Filing } from '../../../store/filings.ts';
import { saveBook } from '../../../store/books.ts';
import { readBook } from '../../../model/bookProblems.ts';
import { emptyBook } from '../../books/emptyBook.ts';
import { act, actionsFor } from '../../workflow/act.ts';
import { leadsOn } from '../../workflow/steps.ts';
import { workRoles } from '../../../store/roles.ts';
import { allForms } from '../../basis.ts';
import { anyWork, callerOf, requireRole } from '../access.ts';
import { answers, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { filingView } from '../filingView.ts';
import { ApiProblem, languageOf } from '../problems.ts';
import { step } from '../shapes/discussion.ts';
import { filing } from '../shapes/filing.ts';
import { askedIn, pageOf, pageQuery, shownPage, wholePage } from '../shapes/pages.ts';
import {
  filingState,
  identity,
  line,
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
  ...pageQuery.shape,
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

/** Where somebody is waited for. */
const openStates = filingState.options.filter((state) => state !== 'published' && state !== 'archived');

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
      const { state, after, limit, ...wanted } = request.query;
      const caller = callerOf(request);
      const filter = { ...wanted, states: state === undefined ? undefined : [state] };
      const found = await listFilings(db, caller.grants, filter, askedIn({ after, limit }));
      return shownPage(found, (each) => filingView(each, caller, languageIn(request)));
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
      schema: {
        summary: 'What happened to a filing, the oldest first',
        tags,
        params,
        querystring: pageQuery,
        response: answers(pageOf(step)),
      },
    },
    async (request) => {
      const found = await visibleFiling(db, callerOf(request), request.params.id);
      return wholePage(await stepsOf(db, found.id, askedIn(request.query)));
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
        querystring: pageQuery,
        response: answers(pageOf(filing)),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const mine = caller.grants.filter(({ role }) => workRoles.some((each) => each === role));
      // Who may only return it, because another person must pass it, is not waited for.
      const waits = (each: Filing): boolean => actionsFor(each, caller).some(leadsOn);
      const found = await waitingFilings(db, mine, { states: openStates, waits }, askedIn(request.query));
      return shownPage(found, (each) => filingView(each, caller, languageIn(request)));
    },
  );
}
