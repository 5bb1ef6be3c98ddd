import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleBook, testServer, type Answer, type Person, type TestServer } from '../serverFixture.ts';

let server: TestServer;
let clerk: Person;
let colleague: Person;
let filing: string;
let lastYear: string;
const book = exampleBook();
const year = Number(book['year']);

beforeAll(async () => {
  server = await testServer();
  const { region, department } = server.place;
  const grants = [{ role: 'preparer', region, department, unit: null }] as const;
  clerk = await server.person('clerk', grants);
  colleague = await server.person('colleague', grants);
  const begin = async (of: number): Promise<string> =>
    (await clerk.send('POST', '/api/v1/filings', { region, department, year: of, form: 'shanxi-13' })).body
      .id;
  lastYear = await begin(year - 1);
  filing = await begin(year);
}, 60_000);
afterAll(() => server.close());

const save = (id: string, base: number, content: object): Promise<Answer> =>
  clerk.send('PUT', `/api/v1/filings/${id}/book`, { content, reason: '保存' }, { 'if-match': `"${base}"` });
const imports = (query: string, content: Buffer): Promise<Answer> =>
  clerk.upload(`/api/v1/filings/${filing}/book/imports?${query}`, content);
interface View {
  readonly as: string;
  readonly source: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly parts: readonly { readonly field: string; readonly count: number; readonly changes: number }[];
  readonly notes: readonly string[];
  readonly problems: readonly unknown[];
  readonly unread: readonly { readonly reason: string; readonly place: string }[];
}
const viewOf = ({ body }: Answer): View => body as unknown as View;

describe('importing', () => {
  test('a disclosure is understood, part by part, and nothing is replaced', async () => {
    const text = readFileSync(new URL('../../../examples/disclosure-with-mistakes.txt', import.meta.url));
    const answer = await imports('name=disclosure.txt&as=thisYear', text);
    expect(answer.status).toBe(200);
    const view = viewOf(answer);
    expect(view).toMatchObject({ source: 'disclosure', as: 'thisYear' });
    expect(view.content['year']).toBe(year);
    const facts = view.parts.find(({ field }) => field === 'facts');
    expect(facts?.count).toBeGreaterThan(20);
    expect(facts?.changes).toBe(facts?.count);
    expect(view.notes.length).toBeGreaterThan(0);
    expect((await clerk.get(`/api/v1/filings/${filing}/book`)).body.version).toBe(1);
  });

  test('a book as JSON gives itself for this department; of last year it becomes this year’s', async () => {
    const same = viewOf(await imports('name=book.json', Buffer.from(JSON.stringify(book))));
    expect(same).toMatchObject({ source: 'book', as: 'thisYear', content: { facts: book['facts'] } });
    const last = { ...book, year: year - 1 };
    const rolled = viewOf(await imports('name=book.json', Buffer.from(JSON.stringify(last))));
    expect(rolled.as).toBe('lastYear');
    expect(rolled.content['previous']).not.toBeNull();
    expect(rolled.content['year']).toBe(year);
  });

  test('an unfinished book is taken as far as it goes: what is missing is told and left to be filled in', async () => {
    const [first, ...others] = book['facts'] as readonly object[];
    const facts = [{ ...first, fen: undefined }, ...others];
    const unfinished = { ...book, region: undefined, facts };
    const answer = await imports('name=book.json', Buffer.from(JSON.stringify(unfinished)));
    expect(answer.status).toBe(200);
    const view = viewOf(answer);
    expect(view.content['facts']).toEqual(others);
    expect(JSON.stringify(view.content)).not.toContain('未填写');
    expect(view.unread.map(({ place }) => place)).toContain('facts[0].fen');
  });

  test('what is no book is refused in words; who may not prepare may not import', async () => {
    const answer = await imports('name=book.json', Buffer.from('{"schema": 1}'));
    expect([answer.status, answer.body.title.includes('请补上')]).toEqual([422, true]);
    const { region, otherDepartment } = server.place;
    const stranger = await server.person('stranger', [
      { role: 'preparer', region, department: otherDepartment, unit: null },
    ]);
    const url = `/api/v1/filings/${filing}/book/imports?name=a.json`;
    expect((await stranger.upload(url, Buffer.from('{}'))).status).toBe(404);
  });
});

test('last year’s book of the same department stands beside this year’s', async () => {
  const url = `/api/v1/filings/${filing}/book/last-year`;
  await save(lastYear, 1, { ...book, year: year - 1 });
  const { found } = (await clerk.get(url)).body as unknown as {
    readonly found: { readonly year: number; readonly facts: readonly unknown[] };
  };
  expect([found.year, found.facts.length]).toEqual([year - 1, (book['facts'] as unknown[]).length]);
  const rolled = viewOf(await clerk.send('POST', `/api/v1/filings/${filing}/book/imports/last-year`));
  expect(rolled.as).toBe('lastYear');
  const none = await clerk.send('POST', `/api/v1/filings/${lastYear}/book/imports/last-year`);
  expect(none.status).toBe(404);
});

test('two who have one book open see each other, until one closes it', async () => {
  const url = `/api/v1/filings/${filing}/presence`;
  const others = ({ body }: Answer): unknown => (body as unknown as { readonly others: unknown }).others;
  expect(others(await clerk.send('PUT', url, { part: 'facts' }))).toEqual([]);
  const seen = await colleague.send('PUT', url, { part: 'revenue' });
  expect(others(seen)).toEqual([{ user: clerk.id, name: 'clerk', part: 'facts', editing: true }]);
  await clerk.send('DELETE', url);
  expect(others(await colleague.send('PUT', url, { part: 'revenue' }))).toEqual([]);
});

test('a save that comes too late tells the conflict in words, and what is chosen is taken in lists too', async () => {
  const facts = book['facts'] as readonly { readonly fen: number }[];
  const withFen = (fen: number): object => ({
    ...book,
    facts: facts.map((each, i) => (i === 0 ? { ...each, fen } : each)),
  });
  const { version } = (await clerk.get(`/api/v1/filings/${filing}/book`)).body;
  await save(filing, version, book);
  await save(filing, version + 1, withFen(100));
  const mine = { ...withFen(200), otherNotes: '我的' };
  const late = await save(filing, version + 1, mine);
  expect(late.status).toBe(412);
  const view = late.body.merge as unknown as {
    readonly author: string;
    readonly conflicts: readonly { readonly path: string; readonly words: string }[];
  };
  expect(view.author).toBe('clerk');
  const [conflict = { path: '', words: '' }] = view.conflicts;
  expect(conflict.words).toMatch(/^支出 .*金额$/);
  const merged = await clerk.send('POST', `/api/v1/filings/${filing}/book/merge`, {
    base: version + 1,
    content: mine,
    choices: { [conflict.path]: 'yours' },
  });
  const { merged: together } = merged.body as unknown as {
    readonly merged: typeof mine & { facts: typeof facts };
  };
  expect([together.facts[0]?.fen, together.facts.length, together.otherNotes]).toEqual([
    200,
    facts.length,
    '我的',
  ]);
});

test('the rows of a spreadsheet are read for the system administrator', async () => {
  const administrator = await server.withRole('systemAdministrator');
  const { status, body } = await administrator.upload(
    '/api/v1/worksheets?name=departments.csv',
    Buffer.from('代码,名称\n416,住建局\n301,水利局\n'),
  );
  expect([status, body]).toEqual([
    200,
    {
      rows: [
        ['代码', '名称'],
        ['416', '住建局'],
        ['301', '水利局'],
      ],
    },
  ]);
});
