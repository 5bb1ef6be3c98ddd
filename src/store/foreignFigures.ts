import pg, { type ClientConfig } from 'pg';
import type { Store } from './store.ts';

/** Where a region's figures are to live: another server, or another database. */
export interface FarDatabase extends Required<Pick<ClientConfig, 'host' | 'port' | 'user' | 'database'>> {
  readonly password: string;
}

/** Gives a region's figures a table on another server, as docs/operations.zh-CN.md says; for tests. */
export async function moveFiguresAway({ pool }: Store, region: string, far: FarDatabase): Promise<void> {
  const { rows } = await pool.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name) || ' ' || data_type, ', ' order by ordinal_position) as columns
     from information_schema.columns where table_name = 'figures'`,
  );
  await onFar(
    far,
    `create table figures (${rows[0]?.columns ?? ''}, primary key (region, year, filing_id, version, number))`,
  );
  const { host, port, user, password, database } = far;
  await pool.query(`create extension if not exists postgres_fdw;
    create server far_${region} foreign data wrapper postgres_fdw options (host '${host}', port '${port}',
      dbname '${database}', async_capable 'true', use_remote_estimate 'true');
    create user mapping for current_user server far_${region} options (user '${user}', password '${password}');
    create foreign table figures_${region} partition of figures for values in ('${region}')
      server far_${region} options (table_name 'figures', fetch_size '10000');`);
}

export async function onFar(far: ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(far);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** How a store's own server is reached. */
export async function connectionOf({ pool }: Store): Promise<Omit<FarDatabase, 'database'>> {
  const client = await pool.connect();
  try {
    const { host, port, user = '', password } = client as pg.PoolClient & ClientConfig;
    return { host, port, user, password: typeof password === 'string' ? password : '' };
  } finally {
    client.release();
  }
}
