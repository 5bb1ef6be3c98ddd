import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { saveDisclosure } from './disclosures.ts';
import { createFiling, type Filing } from './filings.ts';
import { addDepartment, addRegion } from './organisation.ts';
import { prepareDisclosure } from './preparedDisclosure.ts';
import { testStore, testUser, type TestStore } from './storeFixture.ts';

// What docs/operations.zh-CN.md says of growing: a region's figures in a partition of their own, and on other servers.

let store: TestStore;
let clerk: string;
const regions = ['990001', '990002', '990003', '990004'] as const;
const filings = new Map<string, Filing>();

beforeAll(async () => {
  store = await testStore();
  clerk = await testUser(store, 'clerk', []);
  for (const code of regions) {
    await addRegion(store.db, { code, name: `示例${code}`, parent: null, financeSteps: 1 }, null);
    const department = await addDepartment(store.db, { region: code, code: '1', name: '示例局' }, null);
    if (!department.ok) throw new Error(code);
    const place = { region: code, department: department.value.id, unit: null };
    const made = await createFiling(store.db, { ...place, year: 2026, stage: 'budget', form: 'x' }, clerk);
    if (made.ok) filings.set(code, made.filing);
  }
}, 60_000);
afterAll(() => store.close());

const figure = (id: number): Figure => ({
  id,
  origin: 'cell',
  scope: { flow: 'expenditure', year: '2026', stage: 'budget' },
  text: '1.00',
  fen: 1_000_000,
  unitFen: 10_000,
  unit: '万元',
  place: { file: '' },
});

async function save(region: string): Promise<void> {
  const filing = filings.get(region);
  if (filing === undefined) throw new Error(region);
  const disclosure = { figures: Array.from({ length: 300 }, (_, i) => figure(i)) } as unknown as Disclosure;
  const report = { verdict: 'clean', findings: [] } as never;
  const trace = { figures: [], relations: [] };
  const files = [] as const;
  const prepared = prepareDisclosure({ disclosure, report, trace });
  const saved = { prepared, bookVersion: null, files, author: clerk, reason: '测试' };
  await store.db.transaction().execute((change) => saveDisclosure(change, filing, saved));
}

async function homes(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await store.pool.query<{ region: string; home: string }>(
    `select distinct region, tableoid::regclass::text as home from figures`,
  );
  return Object.fromEntries(rows.map(({ region, home }) => [region, home]));
}

test('a region is given a partition of its own while it is full', async () => {
  await save('990001');
  expect(await homes()).toEqual({ '990001': 'figures_elsewhere' });
  await store.pool.query(`begin;
    create table figures_990001 (like figures_elsewhere including all);
    with moved as (delete from figures_elsewhere where region = '990001' returning *)
      insert into figures_990001 select * from moved;
    alter table figures attach partition figures_990001 for values in ('990001');
    commit;`);
  await save('990001');
  expect(await homes()).toEqual({ '990001': 'figures_990001' });
});

test('figures live on other servers by region, are written and read through the one table, and add up there', async () => {
  const columns = await store.pool.query<{ definition: string }>(
    `select string_agg(quote_ident(column_name) || ' ' || data_type, ', ' order by ordinal_position) as definition
     from information_schema.columns where table_name = 'figures'`,
  );
  const { host, port, user, password } = await connectionOf(store.pool);
  const on = async (database: string, statement: string): Promise<void> => {
    const far = new pg.Client({ host, port, user, password, database });
    await far.connect();
    await far.query(statement);
    await far.end();
  };
  await store.pool.query('create extension postgres_fdw');
  const made: string[] = [];
  try {
    for (const region of regions.slice(1)) {
      const name = `mingsuan_far_${region}_${process.pid}`;
      await store.pool.query(`create database ${name}`);
      made.push(name);
      await on(
        name,
        `create table figures (${columns.rows[0]?.definition ?? ''},
          primary key (region, year, filing_id, version, number))`,
      );
      await store.pool.query(`create server far_${region} foreign data wrapper postgres_fdw
        options (host '${host}', port '${port}', dbname '${name}', async_capable 'true', use_remote_estimate 'true');
        create user mapping for current_user server far_${region} options (user '${user}', password '${password}');
        create foreign table figures_${region} partition of figures for values in ('${region}')
          server far_${region} options (table_name 'figures', fetch_size '10000');`);
    }
    for (const region of regions.slice(1)) await save(region);
    for (const name of made) await on(name, 'analyze');
    for (const region of regions.slice(1)) await store.pool.query(`analyze figures_${region}`);
    expect(await homes()).toMatchObject({ '990002': 'figures_990002', '990004': 'figures_990004' });
    const sums = await store.pool.query(
      `select region, sum(fen)::bigint as fen from figures where region > '990001' group by region order by region`,
    );
    expect(sums.rows).toEqual(regions.slice(1).map((region) => ({ region, fen: 300_000_000 })));
    const plan = await planOf(`select region, sum(fen) from figures where region > '990001' group by region`);
    expect(plan).toMatch(/Foreign Scan[\s\S]*Relations: Aggregate/);
  } finally {
    for (const region of regions.slice(1))
      await store.pool.query(`drop foreign table if exists figures_${region}`);
    for (const name of made) await store.pool.query(`drop database ${name} with (force)`);
  }
});

async function planOf(question: string): Promise<string> {
  const client = await store.pool.connect();
  try {
    await client.query('set enable_partitionwise_aggregate = on');
    const { rows } = await client.query<Record<string, string>>(`explain (verbose) ${question}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    client.release(true);
  }
}

interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

async function connectionOf(pool: pg.Pool): Promise<Connection> {
  const client = await pool.connect();
  try {
    const { host, port, user = '', password } = client as pg.PoolClient & Partial<Connection>;
    return { host, port, user, password: typeof password === 'string' ? password : '' };
  } finally {
    client.release();
  }
}
