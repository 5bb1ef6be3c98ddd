import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { saveDisclosure } from './disclosures.ts';
import { startEmbedded } from './embedded/server.ts';
import { createFiling, type Filing } from './filings.ts';
import { connectionOf, moveFiguresAway, onFar, type FarDatabase } from './foreignFigures.ts';
import { addDepartment, addRegion } from './organisation.ts';
import { prepareDisclosure } from './preparedDisclosure.ts';
import { testStore, testUser, type TestStore } from './storeFixture.ts';

// What docs/operations.zh-CN.md says of growing: a region's figures in a partition of their own, and on other servers.

let store: TestStore;
let clerk: string;
const cleanups: (() => Promise<unknown>)[] = [];
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
afterAll(async () => {
  for (const region of regions.slice(1))
    await store.pool.query(`drop foreign table if exists figures_${region}`);
  for (const clean of cleanups) await clean();
  await store.close();
});

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

/** Three servers of their own; where DATABASE_URL names one, three databases of it. */
async function farDatabases(): Promise<readonly FarDatabase[]> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) return Promise.all([1, 2, 3].map(ownServer));
  const connection = await connectionOf(store);
  return Promise.all(
    [1, 2, 3].map(async (n) => {
      const database = `mingsuan_far_${n}_${process.pid}`;
      await store.pool.query(`create database ${database}`);
      cleanups.push(() => store.pool.query(`drop database ${database} with (force)`));
      return { ...connection, database };
    }),
  );
}

async function ownServer(n: number): Promise<FarDatabase> {
  const directory = join(store.directory, `far-${n}`);
  const far = await startEmbedded(directory);
  cleanups.push(() => far.stop());
  const { host = '', port = 5432, user = '', password } = far.connection;
  return { host, port, user, password: typeof password === 'string' ? password : '', database: 'postgres' };
}

test('figures live on other servers by region, are written and read through the one table, and add up there', async () => {
  const far = await farDatabases();
  const away = regions.slice(1);
  for (const [i, region] of away.entries()) {
    const database = far[i];
    if (database !== undefined) await moveFiguresAway(store, region, database);
  }
  for (const region of away) await save(region);
  for (const database of far) await onFar(database, 'analyze');
  for (const region of away) await store.pool.query(`analyze figures_${region}`);
  expect(await homes()).toMatchObject({ '990002': 'figures_990002', '990004': 'figures_990004' });
  const sums = await store.pool.query(
    `select region, sum(fen)::bigint as fen from figures where region between '990002' and '990004' group by region order by region`,
  );
  expect(sums.rows).toEqual(away.map((region) => ({ region, fen: 300_000_000 })));
  const plan = await planOf(
    `select region, sum(fen) from figures where region between '990002' and '990004' group by region`,
  );
  expect(plan.match(/Foreign Scan[\s\S]*?Relations: Aggregate/g)?.length).toBe(3);
}, 120_000);

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
