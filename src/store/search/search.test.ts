import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFiling, filingById, type Filing } from '../filings.ts';
import { addDepartment } from '../organisation.ts';
import { insertPublication, withdrawPublication, type PublicRecord } from '../publications.ts';
import { testOrganisation, testStore, testUser, type TestStore } from '../storeFixture.ts';
import { countedSearch } from './countedSearch.ts';
import { learnCommonWords, learnWords } from './knownWords.ts';
import { plainSearch } from './plainSearch.ts';
import { searchPublished } from './searchPublished.ts';
import type { PublishedQuery } from './query.ts';

// What is added up of kept counts must be what going through all records gives, whenever the words were learned.

let store: TestStore;
let clerk: string;
const filings: Filing[] = [];
const early = [[], ['供热'], ['改造', '供热']];
const late = [['热'], ['供热管网'], ['经费']];
const rare = [['桥梁'], ['丙丁']];

beforeAll(async () => {
  store = await testStore();
  const { region } = await testOrganisation(store);
  clerk = await testUser(store, 'clerk', []);
  for (const [i, year] of [2024, 2025, 2024, 2025].entries()) {
    const department = await addDepartment(store.db, { region, code: `2${i}`, name: `第${i}局` }, null);
    if (!department.ok) throw new Error(department.reason);
    const place = { region, department: department.value.id, unit: null };
    const made = await createFiling(store.db, { ...place, year, stage: 'budget', form: 'x' }, clerk);
    if (made.ok) filings.push(made.filing);
  }
  for (const words of early) await learnWords(store.db, words);
  for (const filing of filings) await publish(filing, 1);
  for (const words of late) await learnWords(store.db, words);
}, 60_000);
afterAll(() => store.close());

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const openings = ['供热', '供热管网改造', '学校食堂', '改造', '基层供热', '桥梁'];
const endings = ['经费', '改造', '补助', '', '甲乙', '丙丁'];

/** Lines whose classes and types are sometimes among them, and others with and without amounts. */
function recordsOf(seed: number): readonly PublicRecord[] {
  const next = numbers(seed);
  const codes = new Set<string>();
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
  return Array.from({ length: 700 }, (_, i) => {
    const kind = pick(['line', 'line', 'project', 'indicator', 'text']);
    const title = `${pick(openings)}${pick(endings)}`;
    const text = `${title} ${pick(['供热', '经费', '说明', '热'])} ${i}`;
    const item = `${201 + next(4)}0${next(3)}0${next(9)}`;
    const code = item.slice(0, pick(['3', '5', '7', '7']) === '7' ? 7 : 3 + 2 * next(2));
    if (kind !== 'line' || codes.has(code)) {
      return {
        kind,
        title,
        text,
        code: null,
        functionClass: null,
        fen: kind === 'text' || next(3) === 0 ? null : next(50) * 100,
      };
    }
    codes.add(code);
    const functionClass = code.slice(0, 3);
    return { kind, title, text, code, functionClass, fen: next(5) === 0 ? null : next(50) * 100 };
  });
}

async function publish(filing: Filing, edition: number): Promise<void> {
  const { departmentCode: department, departmentName: name, year, stage } = filing;
  const own = { region: '示例区', department, year, stage };
  const summary = (): object => ({ ...own, name, level: 'department' });
  const records = recordsOf(filings.indexOf(filing) * 10 + edition);
  const current = await filingById(store.db, filing.id);
  await store.db
    .transaction()
    .execute((change) =>
      insertPublication(change, current ?? filing, { ...own, summary, records, actor: clerk }),
    );
}

const choices: readonly PublishedQuery['chosen'][] = [
  {},
  { kind: 'line' },
  { year: '2025' },
  { department: '21', region: '示例区' },
  { functionClass: '202' },
  { functionClass: '203', year: '2024', stage: 'budget' },
  { kind: 'department' },
];

async function alike(words: readonly string[]): Promise<void> {
  for (const chosen of choices) {
    for (const order of ['relevance', 'amount'] as const) {
      for (const offset of order === 'relevance' ? [0, 130] : [40]) {
        const query = { words, chosen, order, offset, limit: 20 };
        const [counted, plain] = [await countedSearch(store.db, query), await plainSearch(store.db, query)];
        expect(counted, JSON.stringify(query)).toEqual(plain);
      }
    }
  }
}

describe('counts that are kept give what going through all records gives', () => {
  test.each(early)('learned before the publications: %s %s', (...words) => alike(words.filter(Boolean)));
  test.each(late)('learned after them: %s', (...words) => alike(words));

  test('after a correction and a withdrawal', async () => {
    const [first, second] = filings;
    if (first === undefined || second === undefined) throw new Error('nothing is published');
    await publish(first, 2);
    await store.db
      .transaction()
      .execute((change) => withdrawPublication(change, second, { reason: '数据有误', actor: clerk }));
    for (const words of [['供热'], ['供热管网']]) await alike(words);
  });
});

test('of words that are not known nothing is kept, and they are found all the same', async () => {
  for (const words of rare) {
    const query = { words, chosen: {}, order: 'relevance', offset: 0, limit: 20 } as const;
    expect(await countedSearch(store.db, query)).toBeNull();
    expect(await searchPublished(store.db, query)).toEqual(await plainSearch(store.db, query));
  }
});

test('words are learned once', async () => {
  expect(await learnWords(store.db, ['供热'])).toBe(false);
  const rows = await store.pool.query(`select count(*)::int as n from search_words where word = '供热'`);
  expect(rows.rows).toEqual([{ n: 1 }]);
});

test('common pairs and titles are learned from what the database knows of its texts', async () => {
  await store.pool.query('analyze search_records');
  expect(await learnCommonWords(store.db, 40)).toBeGreaterThan(2);
  expect(await learnCommonWords(store.db, 40)).toBe(0);
  for (const words of [['学校'], ['学校食堂补助']]) await alike(words);
});
