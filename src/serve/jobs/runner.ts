import { randomUUID } from 'node:crypto';
import { beat, claimJob, finishJob, releaseSilentJobs, type Job } from '../../store/jobs.ts';
import type { Store } from '../../store/store.ts';
import type { Examiner } from './examiner.ts';
import { ApiProblem, knownFault, problemWords } from '../api/problems.ts';
import { JobLost, runJob } from './run.ts';

/** Takes jobs from the queue as long as it runs. */
export interface JobRunner {
  /** There may be something to do. */
  wake(): void;
  /** Takes no more jobs and waits for those at work. */
  stop(): Promise<void>;
}

export interface RunnerOptions {
  readonly store: Store;
  readonly examiner: Examiner;
  /** Jobs at once. */
  readonly lanes: number;
  readonly onFault: (error: unknown) => void;
}

/** What to tell who waits for the job. */
function wordsOf(error: unknown, { payload }: Job): string {
  const known = knownFault(error);
  if (known !== null) return problemWords(new ApiProblem(known), payload['language'] === 'en' ? 'en' : 'zh');
  return error instanceof Error ? error.message : String(error);
}

const pollMilliseconds = 2000;
const beatMilliseconds = 10_000;
/** A worker that was not heard of for so long is taken for dead. */
const silentSeconds = 60;

export async function startRunner({ store, examiner, lanes, onFault }: RunnerOptions): Promise<JobRunner> {
  const { db } = store;
  const worker = randomUUID();
  const state = { stopping: false };
  const sleepers = new Set<() => void>();
  // In a directory of its own no other process can be at work: what runs was left by one that ended.
  await releaseSilentJobs(db, store.isOwn ? 0 : silentSeconds);
  const sleep = (): Promise<void> =>
    new Promise((resume) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resume();
      };
      const timer = setTimeout(wake, pollMilliseconds);
      sleepers.add(wake);
    });
  const wake = (): void => {
    for (const sleeper of [...sleepers]) sleeper();
  };
  const lane = async (): Promise<void> => {
    while (!state.stopping) {
      const job = await claimJob(db, worker).catch((error: unknown) => {
        onFault(error);
        return null;
      });
      if (job === null) await sleep();
      else await doJob(job);
    }
  };
  const doJob = async (job: Job): Promise<void> => {
    const beating = setInterval(() => {
      beat(db, job.id, worker).catch(onFault);
    }, beatMilliseconds);
    try {
      await runJob(db, examiner, job);
    } catch (error) {
      if (!(error instanceof JobLost)) await fail(job, error);
    } finally {
      clearInterval(beating);
    }
  };
  const fail = async (job: Job, error: unknown): Promise<void> => {
    onFault(error);
    const problem = wordsOf(error, job);
    await db
      .transaction()
      .execute((change) => finishJob(change, job, { problem }))
      .catch(onFault);
  };
  const releasing = setInterval(() => {
    releaseSilentJobs(db, silentSeconds).catch(onFault);
  }, silentSeconds * 500);
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    wake,
    async stop() {
      state.stopping = true;
      clearInterval(releasing);
      wake();
      await running;
    },
  };
}
