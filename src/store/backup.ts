import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { verifyAudit, type AuditVerdict } from './audit.ts';
import { appliedMigrations, shippedMigrations } from './migrate.ts';
import type { Store } from './store.ts';

/** What a backup holds, beside a file for each table. */
export interface BackupManifest {
  readonly schema: 1;
  readonly program: string;
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
  /** The end of the audit chain: kept elsewhere it proves that nothing was cut off later. */
  readonly audit: AuditVerdict;
}

interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the unpacked content, hexadecimal. */
  readonly sha256: string;
}

/** In an order in which no row refers to a later one. Sessions are left out: a restored system asks to sign in. */
const tables = [
  'regions',
  'departments',
  'units',
  'users',
  'grants',
  'api_tokens',
  'files',
  'filings',
  'book_versions',
  'disclosure_versions',
  'disclosure_files',
  'figures',
  'findings',
  'waivers',
  'publications',
  'search_records',
  'steps',
  'comments',
  'notices',
  'reader_questions',
  'batches',
  'jobs',
  'audit_log',
  'settings',
] as const;

const manifestName = 'manifest.json';
const quoted = (name: string): string => `"${name}"`;

/**
 * Copies everything in one snapshot into a new folder, while others go on working. The folder has its name
 * only when it is complete. Throws when there is such a folder already.
 */
export async function backUp(store: Store, folder: string, program: string): Promise<BackupManifest> {
  const making = `${folder}.${process.pid}.tmp`;
  await mkdir(making, { recursive: true });
  const client = await store.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const made: BackupTable[] = [];
    for (const name of tables) made.push(await copyOut(client, name, making));
    const end = await client.query<{ last: number }>(
      'select coalesce(max(number), 0) as last from audit_log',
    );
    await client.query('commit');
    // What is written meanwhile is not in the backup; its chain ends where the snapshot does.
    const audit = await verifyAudit(store.db, end.rows[0]?.last);
    const migrations = await appliedMigrations(store.pool);
    const madeAt = new Date().toISOString();
    const manifest: BackupManifest = { schema: 1, program, madeAt, migrations, tables: made, audit };
    await writeFile(join(making, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await rename(making, folder);
    return manifest;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  } finally {
    client.release(true);
  }
}

async function copyOut(client: PoolClient, name: string, folder: string): Promise<BackupTable> {
  const columns = await columnsOf(client, name);
  const list = columns.map(quoted).join(', ');
  const hash = createHash('sha256');
  // A partitioned table is copied by a query.
  const stream = client.query(copyTo(`copy (select ${list} from ${quoted(name)}) to stdout`));
  const path = fileOf(folder, name);
  await pipeline(stream, digesting(hash), createGzip({ level: 4 }), createWriteStream(path, { flush: true }));
  return { name, columns, rows: stream.rowCount, sha256: hash.digest('hex') };
}

async function columnsOf(client: PoolClient, name: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER'
     order by ordinal_position`,
    [name],
  );
  return rows.map((row) => row.name);
}

function digesting(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** Why a folder cannot be restored. */
export class BackupProblem extends Error {
  readonly code: 'noBackup' | 'damaged' | 'newer' | 'notEmpty';

  constructor(code: BackupProblem['code'], detail: string) {
    super(detail);
    this.name = 'BackupProblem';
    this.code = code;
  }
}

/** The manifest of a backup; refuses what is none. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, manifestName);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new BackupProblem('noBackup', path);
  const shipped = await shippedMigrations();
  try {
    const manifest = JSON.parse(text) as BackupManifest;
    const foreign = manifest.migrations.filter((name) => !shipped.includes(name));
    if (foreign.length > 0) throw new BackupProblem('newer', foreign.join(', '));
    const known = new Set<string>(tables);
    if (manifest.tables.every(({ name }) => known.has(name))) return manifest;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new BackupProblem('damaged', path);
}

/** Reads every file of a backup again; the first that is not as it was written, null when all are. */
export async function damagedFile(folder: string, { tables: kept }: BackupManifest): Promise<string | null> {
  for (const { name, rows, sha256 } of kept) {
    const path = fileOf(folder, name);
    const read = await contentOf(path).catch((error: unknown) => {
      if (isFileFault(error)) return null;
      throw error;
    });
    if (read?.sha256 !== sha256 || read.rows !== rows) return path;
  }
  return null;
}

const lineEnd = 10;

/** Rows are lines: an end of line within a row is written as two characters. */
async function contentOf(path: string): Promise<Pick<BackupTable, 'rows' | 'sha256'>> {
  const hash = createHash('sha256');
  let rows = 0;
  const counting = new Writable({
    write(chunk: Buffer, _, done) {
      for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, at + 1)) rows += 1;
      done();
    },
  });
  await pipeline(createReadStream(path), createGunzip(), digesting(hash), counting);
  return { rows, sha256: hash.digest('hex') };
}

const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy.gz`);

/** A file that is missing or cut off; what the database refuses in it was changed by hand. */
function isFileFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOENT|Z_|22|23)/.test(String(error.code));
}

/**
 * Fills an empty store, whose schema is that of the backup, in one transaction: every file must be as it was
 * written, or nothing is restored.
 */
export async function restore(pool: Pool, folder: string, manifest: BackupManifest): Promise<void> {
  const client = await pool.connect();
  try {
    const used = await client.query('select 1 from users limit 1');
    if (used.rowCount !== 0) throw new BackupProblem('notEmpty', 'users');
    await client.query('begin');
    const indexes = await dropIndexes(client);
    for (const table of manifest.tables) await copyIn(client, folder, table);
    for (const index of indexes) await client.query(index);
    for (const name of ['steps', 'notices']) {
      await client.query(
        `select setval(pg_get_serial_sequence($1, 'id'), greatest(1, (select max(id) from ${quoted(name)})))`,
        [name],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release(true);
  }
}

/** Kept up row by row, the indexes of these would take most of the time. */
const largeTables = ['figures', 'search_records'];

/** Drops the indexes of the large tables, but for their keys; gives the statements that build them again. */
async function dropIndexes(client: PoolClient): Promise<readonly string[]> {
  await client.query(`set local maintenance_work_mem = '256MB'`);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as definition
     from pg_index
     where indrelid = any($1::regclass[]) and not indisunique`,
    [largeTables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function copyIn(client: PoolClient, folder: string, table: BackupTable): Promise<void> {
  const { name, columns, sha256, rows } = table;
  const hash = createHash('sha256');
  const stream = client.query(
    copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
  );
  const path = fileOf(folder, name);
  try {
    await pipeline(createReadStream(path), createGunzip(), digesting(hash), stream);
  } catch (error) {
    if (isFileFault(error)) throw new BackupProblem('damaged', path);
    throw error;
  }
  if (hash.digest('hex') !== sha256 || stream.rowCount !== rows) throw new BackupProblem('damaged', path);
}
