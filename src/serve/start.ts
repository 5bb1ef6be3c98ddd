import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { useOfficialLists } from '../model/codes/codes.ts';
import { openStore, type Store } from '../store/store.ts';
import { warnOfDeadlines } from '../store/deadlines.ts';
import { publishedState } from '../store/published.ts';
import { learnCommonWords } from '../store/search/knownWords.ts';
import { wordLearner } from '../store/search/searchPublished.ts';
import { sweepSessions } from '../store/sessions.ts';
import { ApiProblem } from './api/problems.ts';
import { ownLists } from './basis.ts';
import { startExaminer, type Examiner } from './jobs/examiner.ts';
import { startRunner } from './jobs/runner.ts';
import { defaultLimits, sessionLimits } from './limits.ts';
import { newMetrics } from './metrics.ts';
import { registerOperations } from './operations.ts';
import { cachePages } from './pageCache.ts';
import type { Count } from './portal/denominators.ts';
import { registerPortal } from './portal/registerPortal.ts';
import { readerQuestions } from './readerQuestions.ts';
import { rateLimit } from './security/rateLimit.ts';
import { buildServer } from './server.ts';
import { storeSource } from './storeSource.ts';
import { registerWeb } from './webFiles.ts';
import { warningDays } from './workflow/act.ts';

export interface SystemOptions {
  readonly host: string;
  readonly port: number;
  readonly directory: string;
  /** A PostgreSQL server's address instead of one of our own in the directory. */
  readonly databaseUrl?: string;
  readonly trustProxy: boolean;
  /** By what the portal may divide amounts. */
  readonly counts?: readonly Count[];
  /** Requests of one address to public pages in a minute; 0: as many as it likes. */
  readonly publicPerMinute?: number;
  readonly log?: { readonly level: string };
  /** Called before the system listens. */
  readonly prepare?: (store: Store, examiner: Examiner) => Promise<void>;
}

export interface RunningSystem {
  readonly address: string;
  readonly store: Store;
  /** Finishes what is being done and stops, the database last. */
  stop(): Promise<void>;
}

/** One more than a small machine has workers: while one is written, the others are read. */
const jobLanes = 3;
const hour = 3_600_000;

/**
 * Starts the whole system: store, workers, job queue, API, workbench, portal.
 * @throws StoreProblem when the store cannot be opened; a system error when the port is taken
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { databaseUrl, directory, host, port, trustProxy, log } = options;
  const address = databaseUrl === undefined ? {} : { url: databaseUrl };
  const store = await openStore({ ...address, directory, exclusive: true });
  const examiner = startExaminer();
  try {
    await options.prepare?.(store, examiner);
    const metrics = newMetrics();
    const limits = defaultLimits;
    const faults: { tell: (error: unknown) => void } = { tell: () => undefined };
    const runner = await startRunner({
      store,
      examiner,
      lanes: jobLanes,
      onFault: (error) => {
        faults.tell(error);
      },
    });
    const onJob = (): void => {
      runner.wake();
    };
    const logging = log === undefined ? {} : { log };
    useOfficialLists(await ownLists(store.db));
    const backups = join(directory, 'backups');
    const app = await buildServer({
      ...{ store, examiner, limits, metrics, onJob, backups, trustProxy },
      ...logging,
    });
    faults.tell = (error) => {
      app.log.error({ message: error instanceof Error ? error.message : String(error) }, 'job');
    };
    registerOperations(app, { store, examiner, metrics });
    registerWeb(app);
    const perMinute = options.publicPerMinute ?? limits.publicRequests.perMinute;
    await registerPublic(app, store, { perMinute, counts: options.counts ?? [], onFault: faults.tell });
    const warn = (): void => {
      warnOfDeadlines(store.db, warningDays()).catch(faults.tell);
    };
    warn();
    const sweeping = setInterval(() => {
      sweepSessions(store.db, sessionLimits(limits)).catch(faults.tell);
      learnCommonWords(store.db).catch(faults.tell);
      warn();
    }, hour);
    await app.listen({ host, port });
    const stop = async (): Promise<void> => {
      clearInterval(sweeping);
      await app.close();
      await runner.stop();
      examiner.close();
      await store.close();
    };
    return { address: addressOf(app, host), store, stop };
  } catch (error) {
    examiner.close();
    await store.close();
    throw error;
  }
}

/** The portal: everybody may read it, at a rate that leaves something for the others. */
async function registerPublic(
  app: FastifyInstance,
  store: Store,
  {
    perMinute,
    counts,
    onFault,
  }: {
    readonly perMinute: number;
    readonly counts: readonly Count[];
    readonly onFault: (error: unknown) => void;
  },
): Promise<void> {
  // A page brings its style and pictures along: a fifth of a minute's worth at once.
  const perAddress = rateLimit({ burst: Math.max(60, perMinute / 5), perMinute });
  await app.register((portal, _, done) => {
    portal.addHook('onRequest', (request, __, next) => {
      const wait = perMinute === 0 ? 0 : perAddress.take(request.ip);
      next(wait > 0 ? new ApiProblem('tooMany', [wait]) : undefined);
    });
    cachePages(portal, () => publishedState(store.publicDb));
    const source = storeSource(store.publicDb, counts, wordLearner(store.db, onFault));
    registerPortal(portal, source, readerQuestions(store.db));
    done();
  });
}

function addressOf(app: FastifyInstance, host: string): string {
  const bound = app.addresses().find((each) => typeof each === 'object');
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${bound?.port ?? ''}/`;
}
