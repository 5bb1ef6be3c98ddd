import { sql, type Selectable } from 'kysely';
import { record, type AuditEntry } from './audit.ts';
import { identityKey, readPage, type Page, type PageAsked } from './paging.ts';
import type { Change, Database } from './store.ts';
import type { JobState, Tables } from './tables.ts';

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly filing: string | null;
  readonly batch: string | null;
  readonly region: string | null;
  readonly createdBy: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly worker: string | null;
  readonly result: unknown;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface NewJob {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly region?: string | null;
  readonly filing?: string | null;
  readonly batch?: string | null;
}

function jobOf(row: Selectable<Tables['jobs']>): Job {
  const { id, kind, payload, region, state, attempts, worker, result, problem } = row;
  return {
    ...{ id, kind, payload, region, state, attempts, worker, result, problem },
    filing: row.filing_id,
    batch: row.batch_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

export async function insertJobs(
  change: Change,
  jobs: readonly NewJob[],
  actor: string,
): Promise<readonly Job[]> {
  const rows = await change
    .insertInto('jobs')
    .values(
      jobs.map(({ kind, payload, region = null, filing = null, batch = null }) => ({
        kind,
        payload: JSON.stringify(payload),
        region,
        filing_id: filing,
        batch_id: batch,
        created_by: actor,
      })),
    )
    .returningAll()
    .execute();
  return rows.map(jobOf);
}

export function addJob(db: Database, job: NewJob, actor: string): Promise<Job> {
  return db.transaction().execute(async (change) => {
    const [made] = await insertJobs(change, [job], actor);
    if (made === undefined) throw new Error('the job was not inserted');
    await record(change, { actor, action: 'job.add', object: `job:${made.id}`, details: { kind: job.kind } });
    return made;
  });
}

export async function jobById(db: Database, id: string): Promise<Job | null> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : jobOf(row);
}

/** The oldest waiting job becomes this worker's; null when none waits. Workers never wait for each other. */
export async function claimJob(db: Database, worker: string): Promise<Job | null> {
  const claimed = await sql<Selectable<Tables['jobs']>>`
    update jobs set state = 'running', worker = ${worker}, attempts = attempts + 1, beat_at = now()
    where id = (
      select id from jobs where state = 'queued' order by created_at, id
      for update skip locked limit 1)
    returning *`.execute(db);
  const row = claimed.rows[0];
  return row === undefined ? null : jobOf(row);
}

/** Says that the worker still lives; false when the job was taken from it or cancelled. */
export async function beat(db: Database, id: string, worker: string): Promise<boolean> {
  const beaten = await db
    .updateTable('jobs')
    .set({ beat_at: sql`now()` })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return beaten.numUpdatedRows > 0n;
}

/**
 * Ends a job in the transaction that keeps its result, so that a job that is done twice by a crash leaves
 * one result. False, when the job is no longer this worker's: then the transaction must be given up.
 */
export async function finishJob(
  change: Change,
  { id, worker }: Pick<Job, 'id' | 'worker'>,
  outcome: { readonly result: unknown } | { readonly problem: string },
): Promise<boolean> {
  const ok = 'result' in outcome;
  const finished = await change
    .updateTable('jobs')
    .set({
      state: ok ? 'done' : 'failed',
      result: ok ? JSON.stringify(outcome.result) : null,
      problem: ok ? null : outcome.problem,
      finished_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('worker', '=', worker ?? '')
    .where('state', '=', 'running')
    .executeTakeFirst();
  return finished.numUpdatedRows > 0n;
}

/** A job that waits or runs; false when it has ended. */
export function cancelJob(db: Database, id: string, actor: string): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const cancelled = await change
      .updateTable('jobs')
      .set({ state: 'cancelled', finished_at: sql`now()` })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst();
    if (cancelled.numUpdatedRows === 0n) return false;
    await record(change, { actor, action: 'job.cancel', object: `job:${id}` });
    return true;
  });
}

/** A job that has ended its worker this often is given up. */
const mostAttempts = 5;

/**
 * Jobs whose worker has not been heard of go back into the queue, those that were tried often fail. So do those
 * whose worker was heard of in the future: before the clock was set back. Gives how many were found.
 */
export async function releaseSilentJobs(db: Database, silentSeconds: number): Promise<number> {
  const released = await sql`
    update jobs set
      state = case when attempts >= ${mostAttempts} then 'failed' else 'queued' end,
      problem = case when attempts >= ${mostAttempts} then 'workerLost' end,
      finished_at = case when attempts >= ${mostAttempts} then now() end,
      worker = null
    where state = 'running'
      and abs(extract(epoch from now() - beat_at)) > ${silentSeconds}`.execute(db);
  return Number(released.numAffectedRows ?? 0);
}

export interface BatchProgress {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly counts: Readonly<Record<JobState, number>>;
}

export async function insertBatch(
  change: Change,
  batch: { readonly region: string; readonly name: string },
  actor: string,
): Promise<string> {
  const made = await change
    .insertInto('batches')
    .values({ ...batch, created_by: actor })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

export async function batchProgress(db: Database, id: string): Promise<BatchProgress | null> {
  const batch = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
  if (batch === undefined) return null;
  const rows = await db
    .selectFrom('jobs')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('batch_id', '=', id)
    .groupBy('state')
    .execute();
  const none = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  const counts = { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  const { region, name, created_by: createdBy, created_at: createdAt } = batch;
  return { id, region, name, createdBy, createdAt, counts };
}

export function jobsOfBatch(db: Database, batch: string, asked: PageAsked): Promise<Page<Job>> {
  const query = db.selectFrom('jobs').selectAll().where('batch_id', '=', batch);
  return readPage(query, { keys: [identityKey('id')] }, asked, jobOf);
}

export function cancelBatch(db: Database, batch: string, actor: string): Promise<number> {
  return db.transaction().execute(async (change) => {
    const cancelled = await change
      .updateTable('jobs')
      .set({ state: 'cancelled', finished_at: sql`now()` })
      .where('batch_id', '=', batch)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst();
    await record(change, { actor, action: 'batch.cancel', object: `batch:${batch}` });
    return Number(cancelled.numUpdatedRows);
  });
}

/** How many jobs wait and run, for the metrics. */
export async function queueLength(
  db: Database,
): Promise<{ readonly queued: number; readonly running: number }> {
  const rows = await db
    .selectFrom('jobs')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('state', 'in', ['queued', 'running'])
    .groupBy('state')
    .execute();
  const of = (state: JobState): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { queued: of('queued'), running: of('running') };
}

/** Puts fields into what a job was given; the rest stays. */
export function changePayload(
  db: Database,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  entry: AuditEntry,
): Promise<void> {
  return db.transaction().execute(async (change) => {
    await change
      .updateTable('jobs')
      .set({ payload: sql`payload || ${JSON.stringify(fields)}::jsonb` })
      .where('id', '=', id)
      .execute();
    await record(change, entry);
  });
}
