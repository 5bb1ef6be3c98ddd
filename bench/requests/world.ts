import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { registerPortal } from '../../src/serve/portal/registerPortal.ts';
import { loadExample } from '../../src/serve/example.ts';
import { readerQuestions } from '../../src/serve/readerQuestions.ts';
import {
  exampleBook,
  here,
  testServer,
  type Person,
  type TestServer,
} from '../../src/serve/serverFixture.ts';
import { storeSource } from '../../src/serve/storeSource.ts';
import { roles, type Role } from '../../src/store/roles.ts';
import { findingsOf } from '../../src/store/disclosures.ts';
import { filingById } from '../../src/store/filings.ts';
import type { Known } from './schemaValues.ts';

/** A system with people for every role, the example published, and something of every kind to name. */
export interface World {
  readonly server: TestServer;
  /** Where it listens. */
  readonly port: number;
  readonly people: ReadonlyMap<Role, Person>;
  /** Somebody's token for programs. */
  readonly token: string;
  /** What a field of the name means; for those of an address, what the parts before it name. */
  readonly known: Known;
  /** All that is kept, in short, by table: equal as long as nothing is changed. */
  readonly kept: () => Promise<ReadonlyMap<string, string>>;
}

const folder = new URL('../../examples/', import.meta.url);
const region = '140603';

export async function openWorld(): Promise<World> {
  const server = await testServer(
    { fileMegabytes: 1, bodyMegabytes: 1, batchMegabytes: 1, failedLogins: 1_000_000 },
    here,
    (app, store) => {
      registerPortal(app, storeSource(store.db), readerQuestions(store.db));
    },
  );
  await loadExample(server.store, here, folder);
  const people = new Map<Role, Person>();
  for (const role of roles) people.set(role, await personWith(server, role));
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { names, token } = await namesOf(server, people);
  return {
    ...{ server, people, token },
    port: Number(new URL(address).port),
    known: (name) => names.get(name),
    kept: await keepingOf(server),
  };
}

function personWith(server: TestServer, role: Role): Promise<Person> {
  const where = role.endsWith('Administrator') ? null : region;
  const login = `${role.toLowerCase()}-${Math.random().toString(36).slice(2, 10)}`;
  return server.person(login, [{ role, region: where, department: null, unit: null }]);
}

/** Something of every kind, made as people make it. */
async function namesOf(
  server: TestServer,
  people: ReadonlyMap<Role, Person>,
): Promise<{ readonly names: ReadonlyMap<string, unknown>; readonly token: string }> {
  const as = (role: Role): Person => {
    const found = people.get(role);
    if (found === undefined) throw new Error(role);
    return found;
  };
  const { rows } = await server.store.pool.query<{ id: string; department: string }>(
    'select id, department_id as department from filings order by disclosure_version desc, year',
  );
  const [filing] = rows;
  const clerk = as('preparer');
  const content = readFileSync(new URL('disclosure-with-mistakes.txt', folder));
  const file = (await clerk.upload('/api/v1/files?name=a.txt', content)).body.id;
  const job = (await clerk.send('POST', '/api/v1/checks', { files: [{ id: file, name: 'a.txt' }] })).body.id;
  const batch = { region, name: '批', files: [{ id: file, name: 'a.txt' }] };
  const made = await as('financeReviewer').send('POST', '/api/v1/batches', batch);
  const comment = await clerk.send('POST', `/api/v1/filings/${filing?.id ?? ''}/comments`, { body: '看' });
  const token = await clerk.send('POST', '/api/v1/tokens', { name: '程序' });
  await idle(server);
  const found = await filingById(server.store.db, filing?.id ?? '');
  const kept = { after: null, limit: 1 };
  const findings =
    found === null ? [] : (await findingsOf(server.store.db, found, found.disclosureVersion, kept)).items;
  const form: unknown = JSON.parse(
    readFileSync(new URL('../../src/model/forms/national-9.json', import.meta.url), 'utf8'),
  );
  const names = new Map<string, unknown>([
    ...Object.entries({ region, file, job, filing: filing?.id, department: filing?.department }),
    ...Object.entries({ unit: server.place.unit, batch: made.body.batch, comment: comment.body.id }),
    ...Object.entries({ user: server.place.unit, form: 'shanxi-13', content: exampleBook() }),
    ...Object.entries({ version: 1, position: 0, page: 1, format: 'docx', year: 2027, base: 1 }),
    ...Object.entries({ axis: 'function', rule: 'tables.partition', files: [{ id: file, name: 'a.txt' }] }),
    ...Object.entries({ login: 'preparer', heads: ['名称', '金额'], thresholds: {} }),
    ['own form', { ...(form as object), id: 'own-9' }],
    ['fingerprint', findings[0]?.fingerprint ?? 'a'.repeat(32)],
  ]);
  return { names, token: token.body.secret };
}

/** Waits until no job is left: what one accepted request began ends before the next is judged. */
export async function idle({ store, runner }: TestServer): Promise<void> {
  for (;;) {
    runner.wake();
    const { rows } = await store.pool.query(
      `select 1 from jobs where state in ('queued', 'running') limit 1`,
    );
    if (rows.length === 0) return;
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

/** Waits until no backup is being made: that goes on beside the requests. */
export async function backupMade({ people }: World): Promise<void> {
  for (;;) {
    const answer = await people.get('systemAdministrator')?.get('/api/v1/backups');
    if (answer?.status !== 200 || !answer.text.includes('"running":true')) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

/** What shows when somebody was last seen or failed to sign in is written by refused requests too. */
const volatile = ['seen_at', 'used_at', 'failed_logins', 'locked_until'];
const withVolatile: ReadonlySet<string> = new Set(['users', 'sessions', 'api_tokens', 'presences']);

async function keepingOf(server: TestServer): Promise<World['kept']> {
  const { store } = server;
  const { rows } = await store.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() order by 1`,
  );
  const row = volatile.reduce((sum, column) => `${sum} - '${column}'`, 'to_jsonb(t)');
  const parts = rows.map(({ name }) => {
    // The transaction that wrote a row: it changes with every change.
    const mark = withVolatile.has(name) ? `hashtextextended((${row})::text, 0)` : 'xmin::text::bigint';
    const which = name === 'audit_log' ? `where action <> 'session.refused'` : '';
    return `select '${name}' as name, count(*)::int as rows, sum(${mark})::text as mark from ${name} t ${which}`;
  });
  const query = parts.join(' union all ');
  return async () => {
    const tables = await store.pool.query<{ name: string; rows: number; mark: string }>(query);
    const backups = await readdir(join(store.directory, 'backups')).catch(() => []);
    const marks = tables.rows.map(({ name, rows: count, mark }) => [name, `${count} ${mark}`] as const);
    return new Map([...marks, ['backups', backups.join()]]);
  };
}

/** The tables in which something changed. */
export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name));
}
