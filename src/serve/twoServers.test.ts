import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../store/audit.ts';
import { openStore, type Store } from '../store/store.ts';
import { startRunner, type JobRunner } from './jobs/runner.ts';
import { defaultLimits } from './limits.ts';
import { newMetrics } from './metrics.ts';
import { buildServer } from './server.ts';
import { exampleBook, here, testPassword, testServer, type Seen, type TestServer } from './serverFixture.ts';

// Two serving processes on one database, as behind a load balancer: each request may come to the other one.

let first: TestServer;
let store: Store;
let second: FastifyInstance;
let runner: JobRunner;
const faults: unknown[] = [];

beforeAll(async () => {
  first = await testServer();
  // What runs is run by the second.
  await first.runner.stop();
  store = await beside(first);
  runner = await startRunner({ store, examiner: here, lanes: 1, onFault: (fault) => faults.push(fault) });
  second = await buildServer({
    ...{ store, examiner: here, limits: defaultLimits, metrics: newMetrics(), trustProxy: false },
    onJob: () => undefined,
    backups: join(first.store.directory, 'backups'),
  });
}, 60_000);
afterAll(async () => {
  await runner.stop();
  await second.close();
  await store.close();
  await first.close();
});

/** Another connection to the same database. */
async function beside({ store: own }: TestServer): Promise<Store> {
  const { directory, pool } = own;
  const url = process.env['DATABASE_URL'];
  if (url === undefined) return openStore({ directory, exclusive: false });
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  const address = new URL(url);
  address.pathname = `/${rows[0]?.name ?? ''}`;
  return openStore({ url: address.href, directory, exclusive: false });
}

interface Reply {
  readonly status: number;
  readonly body: Seen;
}

type Ask = (
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>;

/** Signs in at one of them; the session is asked for at both. */
async function signIn(app: FastifyInstance, login: string): Promise<Ask> {
  const payload = { login, password: testPassword };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const own = { cookie, 'x-csrf-token': answer.json<Seen>().csrf };
  return async (at, method, path, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: body };
    const sent = await at.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...own, ...headers },
      ...payload,
    });
    return {
      status: sent.statusCode,
      body: sent.body === '' ? (null as unknown as Seen) : sent.json<Seen>(),
    };
  };
}

test('sessions, books, jobs and notices are one for both', { timeout: 120_000 }, async () => {
  const { region, department } = first.place;
  const grant = (role: 'preparer' | 'unitHead') => [{ role, region, department, unit: null }];
  await first.person('clerk', grant('preparer'));
  await first.person('head', grant('unitHead'));
  const [clerk, head] = [await signIn(first.app, 'clerk'), await signIn(second, 'head')];

  const made = await clerk(second, 'POST', '/filings', { region, department, year: 2026, form: 'shanxi-13' });
  expect(made.status).toBe(201);
  const filing = `/filings/${made.body.id}`;
  const { departmentName: name } = made.body as Seen & { readonly departmentName: string };
  const book = { ...exampleBook(), department: { code: '101', name }, year: 2026 };

  // Both save on version 1 at once, one here, one there: one is taken, the other is shown what was saved.
  const base = { 'if-match': '"1"' };
  const saves = await Promise.all([
    clerk(first.app, 'PUT', `${filing}/book`, { content: { ...book, otherNotes: '甲' } }, base),
    clerk(second, 'PUT', `${filing}/book`, { content: { ...book, otherNotes: '乙' } }, base),
  ]);
  expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  const refused = saves.find(({ status }) => status === 412);
  expect(refused?.body.merge).toBeDefined();

  const job = await clerk(first.app, 'POST', `${filing}/disclosures`, { from: 'book' });
  expect(job.status).toBe(202);
  await expect
    .poll(async () => (await clerk(first.app, 'GET', `/jobs/${job.body.id}`)).body.state, {
      timeout: 100_000,
    })
    .toBe('done');

  const { version } = (await clerk(second, 'GET', filing)).body;
  const submitted = await clerk(first.app, 'POST', `${filing}/steps`, { action: 'submit', version });
  expect(submitted.status).toBe(200);
  const again = await clerk(second, 'POST', `${filing}/steps`, { action: 'submit', version });
  expect(again.status).toBe(409);
  const notices = await head(second, 'GET', '/notices');
  expect(notices.body.items.length).toBe(1);

  expect((await clerk(second, 'DELETE', '/session')).status).toBe(204);
  expect((await clerk(first.app, 'GET', '/session')).status).toBe(401);
  expect((await verifyAudit(store.db)).broken).toBeNull();
  expect(faults).toEqual([]);
});
