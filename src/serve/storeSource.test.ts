import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filingById } from '../store/filings.ts';
import { editionsOf } from '../store/published.ts';
import { loadExample } from './example.ts';
import { examineTask } from './jobs/examineTask.ts';
import { addressOf } from './portal/address.ts';
import { memorySource, type MemoryEntry } from './portal/memorySource.ts';
import { respond } from './portal/respond.ts';
import type { PortalSource, SearchQuery } from './portal/source.ts';
import { storeSource } from './storeSource.ts';
import { testStore, type TestStore } from '../store/storeFixture.ts';

let store: TestStore;
let source: PortalSource;
/** The same publications in memory: both must answer alike. */
let memory: PortalSource;

beforeAll(async () => {
  store = await testStore();
  const examiner = { examine: examineTask, waiting: () => 0, close: () => undefined };
  await loadExample(store, examiner, new URL('../../examples/', import.meta.url));
  source = storeSource(store.db);
  const entries: MemoryEntry[] = [];
  for (const summary of await source.departmentYears({})) {
    const published = await source.disclosure(summary, null);
    if (published !== null) entries.push({ ...published, contents: [] });
  }
  memory = memorySource(entries);
}, 60_000);
afterAll(() => store.close());

const query = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => {
  return { text, chosen: {}, order: 'relevance', page: 1, pageSize: 500, ...rest };
};

test('what is published is there, under the names of the organisation', async () => {
  expect(await source.regions()).toEqual(await memory.regions());
  expect(await source.departmentYears({})).toEqual(await memory.departmentYears({}));
  const [only] = await source.updates(10);
  expect(only).toMatchObject({ region: '朔州市平鲁区', department: '416', year: 2026, version: 1 });
});

describe('search', () => {
  const asked: readonly (readonly [string, SearchQuery])[] = [
    ['everything', query('')],
    ['a word of two characters', query('供热')],
    ['several words', query('供热 改造')],
    ['one character', query('桥')],
    ['a code within a code', query('0101')],
    ['a sign that means something to a database', query('100%')],
    ['another such', query('_')],
    ['nothing', query('没有这样的词语')],
    ['a choice', query('支出', { chosen: { kind: 'line' } })],
    ['a class', query('', { chosen: { functionClass: '212' } })],
    ['by amount', query('', { order: 'amount', chosen: { kind: 'project' } })],
  ];
  test.each(asked)('%s: the store finds what the memory finds', async (_, wanted) => {
    const [found, expected] = await Promise.all([source.search(wanted), memory.search(wanted)]);
    const names = (hits: typeof found.hits): string[] =>
      hits.map(({ kind, title }) => `${kind} ${title}`).sort();
    expect(names(found.hits)).toEqual(names(expected.hits));
    expect(found.total).toBe(expected.total);
    expect(found.sums).toEqual(expected.sums);
    const counts = (facets: typeof found.facets): unknown =>
      Object.entries(facets).map(([name, values]) => [
        name,
        values.map(({ value, count }) => [value, count]),
      ]);
    expect(counts(found.facets)).toEqual(counts(expected.facets));
  });
});

test('the amount of a scope is the one that the document prints', async () => {
  for (const scope of [
    { flow: 'expenditure' },
    { flow: 'expenditure', function: '212' },
    { flow: 'nowhere' },
  ]) {
    const [found] = await source.series(scope, {});
    const [expected] = await memory.series(scope, {});
    expect([found?.fen, found?.text], JSON.stringify(scope)).toEqual([expected?.fen, expected?.text]);
  }
});

test('a withdrawn edition is gone from the public, and stays on record', async () => {
  const [only] = await editionsOf(store.db, {});
  const filing = await filingById(store.db, only?.filing ?? '');
  if (filing === null) throw new Error('nothing is published');
  const [shown] = await source.departmentYears({});
  if (shown === undefined) throw new Error('nothing is published');
  const { region, year, stage, department } = shown;
  const key = { region, year, stage, department };
  expect(await source.withdrawnAt(key, null)).toBe(null);
  const { withdrawPublication } = await import('../store/publications.ts');
  const author = filing.submittedBy ?? '';
  await store.db
    .transaction()
    .execute((change) => withdrawPublication(change, filing, { reason: '数据有误', actor: author }));
  expect(await source.departmentYears({})).toEqual([]);
  const gone = addressOf({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } }, 'zh');
  const answer = await respond(source, { path: gone, query: {}, origin: '' });
  expect(answer.status).toBe(410);
  expect(answer.body).toContain('这份公开已经撤回');
  expect(await source.withdrawnAt({ ...key, year: 1999 }, null)).toBe(null);
  expect((await source.search(query(''))).total).toBe(0);
  const kept = await store.pool.query('select withdrawal_reason from publications');
  expect(kept.rows).toEqual([{ withdrawal_reason: '数据有误' }]);
});
