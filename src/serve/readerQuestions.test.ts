import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticesOf } from '../store/discussion.ts';
import { filingById, type Filing } from '../store/filings.ts';
import { wholeList } from '../store/paging.ts';
import { newestPublished } from '../store/published.ts';
import { questionsOf } from '../store/readerQuestions.ts';
import { resolveWaiting } from '../store/resolving.ts';
import { testStore, type TestStore } from '../store/storeFixture.ts';
import { loadExample } from './example.ts';
import { addressOf } from './portal/address.ts';
import { registerPortal } from './portal/registerPortal.ts';
import { readerQuestions } from './readerQuestions.ts';
import { here } from './serverFixture.ts';
import { storeSource } from './storeSource.ts';

let store: TestStore;
let app: FastifyInstance;
let filing: Filing;
const key = { region: '朔州市平鲁区', year: 2026, stage: 'budget', department: '416' } as const;
const form = addressOf({ kind: 'disclosure', key, version: null, part: { kind: 'question' } }, 'zh');

beforeAll(async () => {
  store = await testStore();
  await loadExample(store, here, new URL('../../examples/', import.meta.url));
  const [published] = await newestPublished(store.db, key);
  const found = published === undefined ? null : await filingById(store.db, published.filing);
  if (found === null) throw new Error('the example is not published');
  filing = found;
  app = Fastify();
  registerPortal(app, storeSource(store.db), readerQuestions(store.db));
}, 60_000);
afterAll(async () => {
  await app.close();
  await store.close();
});

const sendForm = (fields: Record<string, string>, ip = '10.0.0.1') =>
  app.inject({
    method: 'POST',
    url: form,
    remoteAddress: ip,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

test('a page leads to the form, the form to the department, the department sees line and words', async () => {
  const table = addressOf(
    { kind: 'disclosure', key, version: null, part: { kind: 'table', number: 1 } },
    'zh',
  );
  expect((await app.inject(table)).body).toContain('line=t1');
  expect((await app.inject(`${form}?line=t1`)).body).toMatch(/<form[^>]*method="post"[\s\S]*name="words"/);
  const sent = await sendForm({ line: 't1', reason: 'number', words: '这是怎么算的' });
  expect(sent.statusCode).toBe(303);
  expect((await app.inject(String(sent.headers['location']))).body).toContain('已经转给');
  const [kept] = (await questionsOf(store.db, filing.id, wholeList)).items;
  expect(kept).toMatchObject({ line: 't1', edition: 1, body: '不明白这个数是怎么来的：这是怎么算的' });
  expect(kept?.words).toMatch(/^表1 /);
});

test('the department has one unread notice that counts, the finance bureau none', async () => {
  await sendForm({ line: 's0', reason: 'sentence' });
  const { rows } = await store.pool.query<{ id: string; login: string }>('select id, login from users');
  const about = async (login: string) => {
    const id = rows.find((row) => row.login === login)?.id ?? '';
    return (await noticesOf(store.db, id, wholeList)).items.filter(({ kind }) => kind === 'reader.question');
  };
  const notices = await about('tianbao');
  expect(notices.map(({ params }) => params['waiting'])).toEqual([2]);
  expect(await about('caizheng')).toEqual([]);
});

test('what was dealt with no longer waits, and only once', async () => {
  const [first] = (await questionsOf(store.db, filing.id, wholeList)).items;
  const { rows } = await store.pool.query<{ id: string }>('select id from users limit 1');
  const actor = rows[0]?.id ?? '';
  expect(await resolveWaiting(store.db, filing, { kind: 'question', id: first?.id ?? '' }, actor)).toBe(true);
  expect(await resolveWaiting(store.db, filing, { kind: 'question', id: first?.id ?? '' }, actor)).toBe(
    false,
  );
  const waiting = (await questionsOf(store.db, filing.id, wholeList)).items.filter(
    ({ resolvedAt }) => resolvedAt === null,
  );
  expect(waiting).toHaveLength(1);
});

test.each([
  ['a line that does not exist', { line: 't99' }, 404],
  ['no line', {}, 404],
  ['a number that does not exist', { line: 'f999999' }, 404],
])('%s is no question', async (_, fields, status) => {
  expect((await sendForm(fields, '10.0.0.9')).statusCode).toBe(status);
});

test('one address may ask a few times, then has to wait', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await sendForm({ line: 'all' }, '10.0.0.7')).statusCode);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  expect((await sendForm({ line: 'all' }, '10.0.0.8')).statusCode).toBe(303);
});
