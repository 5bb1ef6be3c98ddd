import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { StoreProblem } from './storeProblem.ts';

/** Beside this module in the sources, beside the bundle when built. */
const folder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number will do, as long as all processes take the same. */
const migrationLock = 7_240_115;

/** Names of the shipped migrations in their order. */
export async function shippedMigrations(): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /^\d{3}-[\w-]+\.sql$/.test(name)).sort();
}

/**
 * Brings the schema up to date, each migration in a transaction of its own; of several processes one does it.
 * `only`: no others than these, for a backup of an older schema.
 * @throws StoreProblem newerSchema when a newer program has been here
 */
export async function migrate(pool: Pool, only: readonly string[] | null = null): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await applyMissing(client, only);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  }
}

/** The migrations that a store has, in their order. */
export async function appliedMigrations(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from migrations order by name');
  return rows.map(({ name }) => name);
}

async function applyMissing(client: PoolClient, only: readonly string[] | null): Promise<readonly string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const applied = await client.query<{ name: string }>('select name from migrations order by name');
  const done = new Set(applied.rows.map(({ name }) => name));
  const shipped = await shippedMigrations();
  const foreign = [...done].filter((name) => !shipped.includes(name));
  if (foreign.length > 0) throw new StoreProblem('newerSchema', foreign.join(', '));
  const missing = shipped.filter((name) => !done.has(name) && (only?.includes(name) ?? true));
  for (const name of missing) await apply(client, name);
  return missing;
}

async function apply(client: PoolClient, name: string): Promise<void> {
  const statements = await readFile(join(folder, name), 'utf8');
  try {
    await client.query('begin');
    await client.query(statements);
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}`, { cause: error });
  }
}
