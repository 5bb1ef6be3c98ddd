import { z } from 'zod';
import { record } from '../../../store/audit.ts';
import {
  addJob,
  batchProgress,
  cancelBatch,
  cancelJob,
  insertBatch,
  insertJobs,
  jobById,
  jobsOfBatch,
  type Job,
} from '../../../store/jobs.ts';
import type { Caller } from '../../../store/sessions.ts';
import type { Database } from '../../../store/store.ts';
import { hasRole } from '../../../store/roles.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { jobView } from '../jobView.ts';
import { ApiProblem } from '../problems.ts';
import { askedIn, pageOf, pageQuery, shownPage } from '../shapes/pages.ts';
import { identity, line } from '../shapes/words.ts';
import { batch, job } from '../shapes/work.ts';
import { languageIn } from './filings.ts';

const file = z.object({ id: identity, name: line(200) });
const newCheck = z.object({ files: z.array(file).min(1).max(50).describe('One disclosure') });
const newBatch = z.object({ region: line(20), name: line(120), files: z.array(file).min(1).max(2000) });

/** Who may send in the documents of a whole region. */
export const batchRoles = ['financeReviewer', 'departmentReviewer'] as const;

/** Work that takes a while: checks of uploaded files, and batches of them. */
export function registerJobs(api: Api, { store: { db }, onJob }: ApiContext): void {
  const tags = ['jobs'];
  const params = z.object({ id: identity });
  api.post(
    '/checks',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Check uploaded files; nothing but the report is kept',
        tags,
        body: newCheck,
        response: answers(job, 202),
      },
    },
    async (request, reply) => {
      const payload = { files: request.body.files, language: languageIn(request) };
      const made = await addJob(db, { kind: 'check', payload }, callerOf(request).user);
      onJob();
      return reply.code(202).send(jobView(made));
    },
  );
  api.get(
    '/jobs/:id',
    {
      config: { access: anyWork },
      schema: { summary: 'How a job stands', tags, params, response: answers(job) },
    },
    async (request) => jobView(await ownJob(db, callerOf(request), request.params.id)),
  );
  api.delete(
    '/jobs/:id',
    {
      config: { access: anyWork },
      schema: { summary: 'Cancel a job', tags, params, response: answers(nothing, 204) },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { id } = await ownJob(db, caller, request.params.id);
      if (!(await cancelJob(db, id, caller.user))) throw new ApiProblem('stateChanged');
      return reply.code(204).send(null);
    },
  );
  api.post(
    '/batches',
    {
      config: { access: batchRoles },
      schema: {
        summary: 'Read many documents, each a disclosure of a department of the region',
        tags,
        body: newBatch,
        response: answers(batch, 202),
      },
    },
    async (request, reply) => {
      const { region, name, files } = request.body;
      const caller = callerOf(request);
      const language = languageIn(request);
      const id = await beginBatch(db, caller, { region, name, files, language });
      onJob();
      return reply.code(202).send(await ownBatch(db, caller, id));
    },
  );
  api.get(
    '/batches/:id',
    {
      config: { access: batchRoles },
      schema: { summary: 'How far a batch is', tags, params, response: answers(batch) },
    },
    (request) => ownBatch(db, callerOf(request), request.params.id),
  );
  api.get(
    '/batches/:id/jobs',
    {
      config: { access: batchRoles },
      schema: {
        summary: 'The documents of a batch',
        tags,
        params,
        querystring: pageQuery,
        response: answers(pageOf(job)),
      },
    },
    async (request) => {
      const { id } = await ownBatch(db, callerOf(request), request.params.id);
      return shownPage(await jobsOfBatch(db, id, askedIn(request.query)), jobView);
    },
  );
  api.delete(
    '/batches/:id',
    {
      config: { access: batchRoles },
      schema: {
        summary: 'Cancel what has not been read yet',
        tags,
        params,
        response: answers(z.object({ cancelled: z.number().int() })),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id } = await ownBatch(db, caller, request.params.id);
      return { cancelled: await cancelBatch(db, id, caller.user) };
    },
  );
}

export interface BatchContents {
  readonly region: string;
  readonly name: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly language: 'zh' | 'en';
}

/** One job for each document. Who sends them must review for the whole region. */
export async function beginBatch(
  db: Database,
  caller: Caller,
  { region, name, files, language }: BatchContents,
): Promise<string> {
  if (!mayBatch(caller, region)) throw new ApiProblem('notAllowed');
  return db.transaction().execute(async (change) => {
    const id = await insertBatch(change, { region, name }, caller.user);
    const jobs = files.map((each) => ({
      kind: 'batch',
      payload: { files: [each], language },
      region,
      batch: id,
    }));
    await insertJobs(change, jobs, caller.user);
    const entry = { actor: caller.user, action: 'batch.add', object: `batch:${id}` };
    await record(change, { ...entry, details: { files: files.length } });
    return id;
  });
}

function mayBatch({ grants }: Caller, region: string): boolean {
  const whole = grants.filter(({ department, unit }) => department === null && unit === null);
  return hasRole(whole, batchRoles, { region, department: '', unit: null });
}

async function ownBatch(db: Database, caller: Caller, id: string): Promise<z.output<typeof batch>> {
  const found = await batchProgress(db, id);
  if (found === null || !mayBatch(caller, found.region)) throw new ApiProblem('notFound');
  return found;
}

/** A job is seen by who asked for it, and by who takes part where it belongs. */
export async function ownJob(db: Database, caller: Caller, id: string): Promise<Job> {
  const found = await jobById(db, id);
  if (found === null) throw new ApiProblem('notFound');
  const inBatch = found.batch !== null && found.region !== null && mayBatch(caller, found.region);
  if (found.createdBy !== caller.user && !inBatch) throw new ApiProblem('notFound');
  return found;
}
