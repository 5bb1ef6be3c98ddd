import pg, { type ClientConfig } from 'pg';
import { startEmbedded } from './embedded/server.ts';
import { StoreProblem } from './storeProblem.ts';

const servingLock = 7_240_116;
const pauseMilliseconds = 1000;

/** A process that serves from a data directory, until it ends. */
export interface Serving {
  end(): Promise<void>;
}

/**
 * Takes the directory for this process. From then on its server is started again whenever it ends by itself: killed
 * because memory was short, or stopped by a full disk. Connections are made anew by the pools.
 * @throws StoreProblem inUse, when another process serves from it
 */
export async function serveFrom(directory: string, connection: ClientConfig): Promise<Serving> {
  const state = { ending: false, lock: await takeDirectory(connection), again: Promise.resolve() };
  const watch = (lock: pg.Client): void => {
    lock.on('end', () => {
      if (!state.ending) state.again = begin();
    });
  };
  const begin = async (): Promise<void> => {
    while (!state.ending) {
      const lock = await restarted(directory, connection);
      if (lock === null) await new Promise((resume) => setTimeout(resume, pauseMilliseconds));
      else {
        state.lock = lock;
        watch(lock);
        return;
      }
    }
  };
  watch(state.lock);
  return {
    async end() {
      state.ending = true;
      await state.again;
      await state.lock.end();
    },
  };
}

/** Null where it could not be started yet: the disk may still be full. Meanwhile /health says that it is missing. */
async function restarted(directory: string, connection: ClientConfig): Promise<pg.Client | null> {
  try {
    await startEmbedded(directory, connection.port);
    return await takeDirectory(connection);
  } catch {
    return null;
  }
}

/** The lock ends with this process's connection, however the process ends. */
async function takeDirectory(connection: ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: `mingsuan serve ${process.pid}` });
  client.on('error', () => undefined);
  await client.connect();
  // The connection of a process that was just killed may take a moment to end.
  for (let attempt = 0; attempt < 10; attempt++) {
    const taken = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      servingLock,
    ]);
    if (taken.rows[0]?.taken === true) return client;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [servingLock],
  );
  await client.end();
  throw new StoreProblem('inUse', /\d+$/.exec(holder.rows[0]?.name ?? '')?.[0] ?? '?');
}

/** Does a process serve from the directory? */
export async function isServing(connection: ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const free = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      servingLock,
    ]);
    return free.rows[0]?.free !== true;
  } finally {
    await client.end();
  }
}
