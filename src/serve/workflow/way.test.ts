import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../store/roles.ts';
import { verifyAudit } from '../../store/audit.ts';
import { warnOfDeadlines } from '../../store/deadlines.ts';
import { exampleBook, testServer, type Answer, type Person, type TestServer } from '../serverFixture.ts';
import { warningDays } from './act.ts';

let server: TestServer;
const people = new Map<Role, Person>();
const who = (role: Role): Person => {
  const person = people.get(role);
  if (person === undefined) throw new Error(role);
  return person;
};

beforeAll(async () => {
  server = await testServer();
  for (const role of [
    'preparer',
    'unitHead',
    'departmentReviewer',
    'financeReviewer',
    'approver',
    'publisher',
  ] as const) {
    people.set(role, await server.withRole(role));
  }
}, 60_000);
afterAll(() => server.close());

const at = (id: string, rest = '') => `/api/v1/filings/${id}${rest}`;

async function step(role: Role, id: string, action: string, comment = ''): Promise<Answer> {
  const { version } = (await who(role).get(at(id))).body;
  return who(role).send('POST', at(id, '/steps'), { action, version, comment });
}

async function newFiling(year: number): Promise<string> {
  const { region, department } = server.place;
  const body = { region, department, year, form: 'shanxi-13' };
  const made = await who('preparer').send('POST', '/api/v1/filings', body);
  expect(made.status).toBe(201);
  return made.body.id;
}

/** The example's book with the days of another year. */
function bookOf(year: number): ReturnType<typeof exampleBook> {
  const example = exampleBook();
  const moved = JSON.stringify(example).replace(
    /"(20\d\d)(?=-\d\d-\d\d")/g,
    (_, printed: string) => `"${Number(printed) + year - 2026}`,
  );
  return JSON.parse(moved) as typeof example;
}

async function saveBook(
  id: string,
  change: (book: Record<string, unknown>) => void = () => undefined,
): Promise<Answer> {
  const filing = (await who('preparer').get(at(id))).body;
  const book = {
    ...bookOf(filing.year),
    year: filing.year,
    region: '示例区',
    department: { code: '101', name: '示例局' },
  };
  change(book);
  const headers = { 'if-match': `"${filing.bookVersion}"` };
  return who('preparer').send('PUT', at(id, '/book'), { content: book, reason: '填报' }, headers);
}

async function compose(id: string): Promise<Answer> {
  const job = await who('preparer').send('POST', at(id, '/disclosures'), { from: 'book' });
  expect(job.status).toBe(202);
  return server.finished(who('preparer'), job.body.id);
}

/** Of the last day: when it is near, when it has passed, and each time once. */
async function warnedOnce(id: string): Promise<void> {
  const { db } = server.store;
  const kinds = async (): Promise<readonly string[]> => {
    const { items } = (await who('publisher').get('/api/v1/notices')).body as unknown as {
      readonly items: readonly { readonly kind: string; readonly filing: string }[];
    };
    return items.filter((each) => each.filing === id).map(({ kind }) => kind);
  };
  const written = [14, 15, 16, 21, 22].map((days) => warningDays(new Date(Date.now() + days * 86_400_000)));
  const counts: number[] = [];
  for (const days of written) counts.push(await warnOfDeadlines(db, days));
  expect(counts).toEqual([0, 1, 0, 1, 0]);
  expect((await kinds()).slice(0, 2)).toEqual(['deadline.passed', 'deadline.near']);
}

test('a budget goes its way from preparing to the archive, is corrected, and both editions stay', async () => {
  const id = await newFiling(2026);
  expect((await saveBook(id)).body).toMatchObject({ version: 2, problems: 0, list: [] });
  expect((await step('preparer', id, 'submit')).body.code).toBe('noDisclosure');
  expect((await compose(id)).body).toMatchObject({ state: 'done', result: { version: 1 } });
  expect((await step('preparer', id, 'submit')).body).toMatchObject({ state: 'unitReview' });
  expect((await step('unitHead', id, 'return')).body.code).toBe('commentNeeded');
  expect((await step('unitHead', id, 'return', '表2请核对')).body.state).toBe('drafting');
  expect((await who('preparer').get('/api/v1/notices')).body.items[0]).toMatchObject({
    kind: 'filing.return',
  });
  await step('preparer', id, 'submit');
  expect((await step('financeReviewer', id, 'pass')).body.code).toBe('notAllowed');
  await step('unitHead', id, 'pass');
  await step('departmentReviewer', id, 'pass');
  expect((await who('financeReviewer').get('/api/v1/tasks')).body.items).toHaveLength(1);
  expect((await step('financeReviewer', id, 'pass')).body.state).toBe('approval');
  const approved = (await step('approver', id, 'approve')).body;
  expect(approved).toMatchObject({ state: 'approved', daysLeft: 20 });
  await warnedOnce(id);
  expect((await step('publisher', id, 'publish')).body.state).toBe('published');
  expect((await step('publisher', id, 'correct', '数据有误')).body.state).toBe('drafting');
  expect((await saveBook(id, (book) => (book['otherNotes'] = '更正。'))).status).toBe(200);
  await compose(id);
  for (const [role, action] of [
    ['preparer', 'submit'],
    ['unitHead', 'pass'],
    ['departmentReviewer', 'pass'],
    ['financeReviewer', 'pass'],
    ['approver', 'approve'],
    ['publisher', 'publish'],
    ['publisher', 'archive'],
  ] as const) {
    expect((await step(role, id, action)).status, action).toBe(200);
  }
  const editions = await server.store.pool.query(
    'select edition, disclosure_version from publications order by 1',
  );
  expect(editions.rows).toEqual([
    { edition: 1, disclosure_version: 1 },
    { edition: 2, disclosure_version: 2 },
  ]);
  expect((await who('preparer').get(at(id, '/steps'))).body.items).toHaveLength(16);
  expect((await verifyAudit(server.store.db)).broken).toBeNull();
});

test('two who save on one version: the second is shown what differs and what goes together', async () => {
  const id = await newFiling(2027);
  expect((await saveBook(id)).status).toBe(200);
  const base = (await who('preparer').get(at(id, '/book'))).body;
  const headers = { 'if-match': '"2"' };
  const mine = { ...base.content, otherNotes: '我的' };
  const theirs = { ...base.content, purchasedServices: ['物业'] };
  expect((await who('preparer').send('PUT', at(id, '/book'), { content: theirs }, headers)).status).toBe(200);
  const refused = await who('preparer').send('PUT', at(id, '/book'), { content: mine }, headers);
  expect(refused.status).toBe(412);
  expect(refused.body.merge).toMatchObject({
    current: 3,
    conflicts: [],
    theirs: [{ path: 'purchasedServices' }],
  });
  expect(refused.body.merge.merged).toEqual({ ...theirs, otherNotes: '我的' });
  const unversioned = await who('preparer').send('PUT', at(id, '/book'), { content: mine });
  expect(unversioned.body.code).toBe('versionNeeded');
  const differences = await who('unitHead').get(at(id, '/book/differences?from=2&to=3'));
  expect(differences.body).toMatchObject([{ path: 'purchasedServices', after: ['物业'] }]);
});

test('a disclosure with errors is not published unless a reviewer waives them', async () => {
  const { region, otherDepartment: department } = server.place;
  const filing = { region, department, year: 2026, form: 'shanxi-13' };
  const id = (await who('preparer').send('POST', '/api/v1/filings', filing)).body.id;
  const example = new URL('../../../examples/disclosure-with-mistakes.txt', import.meta.url);
  const { readFileSync } = await import('node:fs');
  const uploaded = await who('preparer').upload('/api/v1/files?name=公开.txt', readFileSync(example));
  expect(uploaded.status).toBe(201);
  const files = [{ id: uploaded.body.id, name: '公开.txt' }];
  const otherYear = at(await newFiling(2028), '/disclosures');
  const refused = await who('preparer').send('POST', otherYear, { from: 'files', files });
  const told = await server.finished(who('preparer'), refused.body.id);
  expect(told.body).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('2026 年预算') as string,
  });
  const job = await who('preparer').send('POST', at(id, '/disclosures'), { from: 'files', files });
  const done = await server.finished(who('preparer'), job.body.id);
  expect(done.body).toMatchObject({ state: 'done', result: { version: 1, verdict: 'errors' } });
  await step('preparer', id, 'submit');
  await step('unitHead', id, 'pass');
  expect((await step('departmentReviewer', id, 'pass')).body.code).toBe('openErrors');
  const findings = (await who('departmentReviewer').get(at(id, '/disclosures/1/findings?limit=200'))).body
    .items as unknown as readonly {
    readonly severity: string;
    readonly fingerprint: string;
  }[];
  const errors = new Set(
    findings.filter(({ severity }) => severity === 'error').map((each) => each.fingerprint),
  );
  expect(errors.size).toBeGreaterThan(0);
  const english = (await who('departmentReviewer').get(at(id, '/disclosures/1/findings?lang=en'))).body
    .items as unknown as readonly { readonly finding: { readonly remedy: string } }[];
  // Kept in the language of who made the version, told in that of who asks.
  expect(english.map(({ finding }) => finding.remedy.charAt(0))).toEqual(
    english.map(() => expect.stringMatching(/[A-Z]/) as string),
  );
  for (const fingerprint of errors) {
    const waiver = { version: 1, fingerprint, reason: '已核实，原表如此' };
    expect((await who('preparer').send('POST', at(id, '/waivers'), waiver)).status).toBe(403);
    expect((await who('departmentReviewer').send('POST', at(id, '/waivers'), waiver)).status).toBe(204);
  }
  expect((await step('departmentReviewer', id, 'pass')).body.state).toBe('financeReview');
  const file = await who('unitHead').get(at(id, '/disclosures/1/files/0'));
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''");
});

test('who submitted does not review, whatever the roles', async () => {
  const { region } = server.place;
  const both = await server.person('both', [
    { role: 'preparer', region, department: null, unit: null },
    { role: 'unitHead', region, department: null, unit: null },
  ]);
  const id = await newFiling(2029);
  await saveBook(id);
  await compose(id);
  const submit = await both.send('POST', at(id, '/steps'), { action: 'submit', version: 1 });
  expect(submit.body).toMatchObject({ state: 'unitReview', actions: ['recall', 'return'] });
  const pass = await both.send('POST', at(id, '/steps'), { action: 'pass', version: 2 });
  expect([pass.status, pass.body.code]).toEqual([403, 'samePerson']);
  const stale = await who('unitHead').send('POST', at(id, '/steps'), { action: 'pass', version: 1 });
  expect(stale.body.code).toBe('stateChanged');
});

test('a filing of another department does not exist for those who have no part in it', async () => {
  const { region, otherDepartment: department } = server.place;
  const stranger = await server.person('stranger', [{ role: 'preparer', region, department, unit: null }]);
  const id = await newFiling(2030);
  expect((await stranger.get(at(id))).status).toBe(404);
  const seen = (await stranger.get('/api/v1/filings')).body.items;
  expect(seen.map((each) => each.id)).not.toContain(id);
});

test('a unit is collected before its department goes on, and approved after it', async () => {
  const { region, department, unit } = server.place;
  const body = { region, department, unit, year: 2031, form: 'shanxi-13' };
  const made = (await who('preparer').send('POST', '/api/v1/filings', body)).body.id;
  const own = await newFiling(2031);
  const named = (name: string) => (book: Record<string, unknown>) => {
    book['department'] = { code: '101', name };
  };
  await saveBook(made, named('示例局下属中心'));
  await saveBook(own);
  for (const id of [made, own]) {
    await compose(id);
    await step('preparer', id, 'submit');
    await step('unitHead', id, 'pass');
  }
  expect((await step('departmentReviewer', own, 'pass')).body).toMatchObject({ code: 'unitsPending' });
  expect((await step('departmentReviewer', made, 'pass')).body.state).toBe('collected');
  expect((await step('departmentReviewer', made, 'approve')).body.code).toBe('departmentPending');
  expect((await step('departmentReviewer', own, 'pass')).body.state).toBe('financeReview');
  await step('financeReviewer', own, 'pass');
  await step('approver', own, 'approve');
  expect((await step('departmentReviewer', made, 'approve')).body.state).toBe('approved');
  await server.store.pool.query('update filings set submitted_by = $2 where id = $1', [
    made,
    who('publisher').id,
  ]);
  expect((await step('publisher', made, 'publish')).body.code).toBe('samePerson');
  await server.store.pool.query('update filings set submitted_by = $2 where id = $1', [
    made,
    who('preparer').id,
  ]);
  expect((await step('publisher', made, 'publish')).body.state).toBe('published');
  await step('publisher', made, 'withdraw', '数据有误');
  const told = (await who('preparer').get('/api/v1/notices')).body.items as unknown as readonly {
    readonly kind: string;
  }[];
  expect(told.slice(0, 2).map(({ kind }) => kind)).toEqual(['filing.withdraw', 'filing.publish']);
});

test('where the finance bureau reviews twice, another person does it', async () => {
  const { region } = server.place;
  await server.store.pool.query('update regions set finance_steps = 2');
  const second = await server.person('second', [
    { role: 'financeReviewer', region, department: null, unit: null },
  ]);
  const id = await newFiling(2032);
  await saveBook(id);
  await compose(id);
  await step('preparer', id, 'submit');
  await step('unitHead', id, 'pass');
  await step('departmentReviewer', id, 'pass');
  expect((await step('financeReviewer', id, 'pass')).body.state).toBe('financeRecheck');
  expect((await step('financeReviewer', id, 'pass')).body.code).toBe('sameReviewer');
  const waiting = async (person: Person) =>
    (await person.get('/api/v1/tasks')).body.items.some((each) => each.id === id);
  expect([await waiting(who('financeReviewer')), await waiting(second)]).toEqual([false, true]);
  const { version } = (await second.get(at(id))).body;
  const passed = await second.send('POST', at(id, '/steps'), { action: 'pass', version });
  expect(passed.body.state).toBe('approval');
});
