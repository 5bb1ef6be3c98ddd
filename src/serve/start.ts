import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { useOfficialLists } from '../model/codes/codes.ts';
import { sweepBrowsers } from '../store/browsers.ts';
import { openStore, type Store } from '../store/store.ts';
import { warnOfDeadlines } from '../store/deadlines.ts';
import { publishedState } from '../store/published.ts';
import { learnCommonWords } from '../store/search/knownWords.ts';
import { wordLearner } from '../store/search/searchPublished.ts';
import { sweepSessions } from '../store/sessions.ts';
import { ApiProblem } from './api/problems.ts';
import { ownLists } from './basis.ts';
import { startExaminer, type Examiner } from './jobs/examiner.ts';
import { sweepFolders } from './jobs/leftFolders.ts';
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
  // What was started is ended in the other order, also when something later cannot be started.
  const ends: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(options, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: SystemOptions,
  ends: (() => unknown)[],
): Promise<Omit<RunningSystem, 'stop'>> {
  const { databaseUrl, directory, host, port, trustProxy, log } = options;
  const address = databaseUrl === undefined ? {} : { url: databaseUrl };
  const store = await openStore({ ...address, directory, exclusive: true });
  ends.push(() => store.close());
  const examiner = startExaminer();
  ends.push(() => {
    examiner.close();
  });
  await options.prepare?.(store, examiner);
  const metrics = newMetrics();
  const limits = defaultLimits;
  const faults: Faults = { tell: () => undefined };
  const onFault = (error: unknown): void => {
    faults.tell(error);
  };
  const runner = await startRunner({ store, examiner, lanes: jobLanes, onFault });
  ends.push(() => runner.stop());
  const logging = log === undefined ? {} : { log };
  useOfficialLists(await ownLists(store.db));
  const app = await buildServer({
    ...{ store, examiner, limits, metrics, trustProxy },
    onJob: () => {
      runner.wake();
    },
    backups: join(directory, 'backups'),
    ...logging,
  });
  ends.push(() => app.close());
  faults.tell = (error) => {
    app.log.error({ message: error instanceof Error ? error.message : String(error) }, 'job');
  };
  registerOperations(app, { store, examiner, metrics });
  registerWeb(app);
  const perMinute = options.publicPerMinute ?? limits.publicRequests.perMinute;
  await registerPublic(app, store, { perMinute, counts: options.counts ?? [], onFault });
  ends.push(keepHouse(store, faults));
  await app.listen({ host, port });
  return { address: addressOf(app, host), store };
}

interface Faults {
  tell: (error: unknown) => void;
}

/** What is done at the start and every hour. Gives what ends it. */
function keepHouse({ db }: Store, faults: Faults): () => void {
  const each = (work: Promise<unknown>): void => {
    work.catch(faults.tell);
  };
  const always = (): void => {
    each(warnOfDeadlines(db, warningDays()));
    each(sweepFolders());
  };
  always();
  const sweeping = setInterval(() => {
    each(sweepSessions(db, sessionLimits(defaultLimits)));
    each(sweepBrowsers(db));
    each(learnCommonWords(db));
    always();
  }, hour);
  return () => {
    clearInterval(sweeping);
  };
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
