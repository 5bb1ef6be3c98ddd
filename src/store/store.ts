import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import { databaseUser, startEmbedded } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import { isServing, serveFrom } from './serving.ts';
import { StoreProblem } from './storeProblem.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Change = Transaction<Tables>;

/** An open store. Several processes may share a server's; an own server's has one process that serves. */
export interface Store {
  readonly db: Database;
  readonly pool: pg.Pool;
  /** Connections of their own for what the public reads: neither waits for editors, nor they for the public. */
  readonly publicDb: Database;
  /** True where this process has the data directory for itself. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** A PostgreSQL server's address; else the data directory's own server is used. */
  readonly url?: string;
  readonly directory: string;
  /** Refuses when another process serves from the directory. */
  readonly exclusive: boolean;
  readonly connections?: number;
  readonly publicConnections?: number;
  /** Only these migrations, for a backup of an older schema; else all. */
  readonly migrations?: readonly string[];
}

const { int8, date } = { int8: pg.types.builtins.INT8, date: pg.types.builtins.DATE };
const ownDatabase = 'mingsuan';
const oldestServer = 150_000;

/** Amounts are safe integers of 分; a date is no moment and stays text. */
const types = new pg.TypeOverrides();
types.setTypeParser(int8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`no safe integer: ${text}`);
  return value;
});
types.setTypeParser(date, (text: string) => text);

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreProblem with the reason and what to do about it
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.url !== undefined) return openAt({ connectionString: options.url }, options);
  const server = await startEmbedded(options.directory);
  const connection = { ...server.connection, database: ownDatabase };
  const stop = async (): Promise<void> => {
    // One may have come that serves while this one was at work.
    if (options.exclusive || (!server.wasRunning && !(await isServing(connection)))) await server.stop();
  };
  try {
    await ensureDatabase(server.connection);
    const serving = options.exclusive ? await serveFrom(options.directory, connection) : null;
    const store = await openAt(connection, options);
    const close = async (): Promise<void> => {
      await store.close();
      await serving?.end();
      await stop();
    };
    return { ...store, isOwn: serving !== null, close };
  } catch (error) {
    const inUse = error instanceof StoreProblem && error.code === 'inUse';
    if (!inUse) await stop();
    throw error;
  }
}

async function openAt(
  connection: ClientConfig,
  { connections = 12, publicConnections = 6, migrations }: StoreOptions,
): Promise<Store> {
  const pool = poolAt(connection, connections);
  try {
    await refuseUnfit(pool);
    await migrate(pool, migrations ?? null);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const publicPool = poolAt(connection, publicConnections);
  const publicDb = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: publicPool }) });
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), publicDb.destroy()]);
  };
  return { db, pool, publicDb, isOwn: false, close };
}

/** Connections are made when they are needed; more at once than processors can work only wait for each other. */
function poolAt(connection: ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, types, max, application_name: 'mingsuan' });
  // A connection that breaks while idle is replaced by the next query.
  pool.on('error', () => undefined);
  return pool;
}

async function refuseUnfit(pool: pg.Pool): Promise<void> {
  const asked = await pool
    .query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw new StoreProblem('notConnected', error instanceof Error ? error.message : String(error), error);
    });
  const { version = 0, encoding = '' } = asked.rows[0] ?? {};
  if (version < oldestServer) throw new StoreProblem('tooOld', String(Math.floor(version / 10_000)));
  if (encoding !== 'UTF8') throw new StoreProblem('notUtf8', encoding);
}

async function ensureDatabase(connection: ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [ownDatabase]);
    if (found.rowCount === 0) await client.query(`create database ${ownDatabase} owner ${databaseUser}`);
  } catch (error) {
    // Another process made it in the same moment.
    if (!(error instanceof pg.DatabaseError && /^(?:42P04|23505)$/.test(error.code ?? ''))) throw error;
  } finally {
    await client.end();
  }
}
