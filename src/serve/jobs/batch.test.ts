import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, testServer, type Answer, type Person, type TestServer } from '../serverFixture.ts';
import type { Examiner } from './examiner.ts';

const example = readFileSync(new URL('../../../examples/disclosure.txt', import.meta.url), 'utf8');
const department = '朔州市平鲁区住房和城乡建设管理局';

/** Holds a document back until it is let go. */
const gate: { wait: Promise<void> } = { wait: Promise.resolve() };
const held: Examiner = {
  ...here,
  examine: async (task) => {
    await gate.wait;
    return here.examine(task);
  },
};

let server: TestServer;
let reviewer: Person;

beforeAll(async () => {
  server = await testServer({}, held);
  reviewer = await server.withRole('financeReviewer');
  await server.store.pool.query(`update regions set name = '朔州市平鲁区'`);
  await server.store.pool.query(`update departments set name = $1 where code = '101'`, [department.slice(6)]);
}, 60_000);
afterAll(() => server.close());

const batchUrl = (): string => `/api/v1/batches/zip?region=${server.place.region}&name=全区`;

async function ended(batch: string): Promise<Answer> {
  for (;;) {
    const answer = await reviewer.get(`/api/v1/batches/${batch}`);
    const { queued = 0, running = 0 } = answer.body.counts;
    if (queued + running === 0) return answer;
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

test('documents of a zip find their departments; what is none is told, what fits nobody waits for a person', async () => {
  const zip = zipSync({
    '全区/住建局.txt': strToU8(example),
    '全区/别处.txt': strToU8(example.replaceAll(department, '朔州市平鲁区文化和旅游局')),
    '全区/~$住建局.docx': strToU8('x'),
    '全区/照片.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]),
  });
  const sent = await reviewer.upload(batchUrl(), Buffer.from(zip));
  expect(sent.body).toMatchObject({ files: 2, refused: [{ name: '照片.jpg' }] });
  expect((await ended(sent.body.batch)).body.counts).toMatchObject({ done: 2, failed: 0 });
  const jobs = await reviewer.get(`/api/v1/batches/${sent.body.batch}/jobs`);
  const byName = new Map(jobs.body.items.map((job) => [job.name, job.result]));
  expect(byName.get('住建局.txt')).toMatchObject({ version: 1, year: 2026, verdict: 'clean' });
  expect(byName.get('别处.txt')).toMatchObject({
    filing: null,
    unfiled: {
      code: 'unknownDepartment',
      message: expect.stringContaining('朔州市平鲁区文化和旅游局') as string,
    },
  });
  const figures = await server.store.pool.query(`select count(*)::int as count from figures`);
  expect((figures.rows[0] as { count: number }).count).toBeGreaterThan(400);
});

test('files that were read before are not read again, unless something was decided since', async () => {
  const zip = Buffer.from(zipSync({ '住建局.txt': strToU8(example) }));
  const again = async (): Promise<unknown> => {
    const sent = await reviewer.upload(batchUrl(), zip);
    await ended(sent.body.batch);
    const jobs = await reviewer.get(`/api/v1/batches/${sent.body.batch}/jobs`);
    return jobs.body.items[0]?.result;
  };
  expect(await again()).toMatchObject({ version: 1, verdict: 'clean', year: 2026, unchanged: true });
  await server.store.pool.query(
    `insert into settings values ('rules', '{"table.total": {"severity": null, "thresholds": {"x": 1}}}')`,
  );
  expect(await again()).toMatchObject({ version: 2, verdict: 'clean' });
  expect(await again()).toMatchObject({ version: 2, unchanged: true });
});

test("a name that several departments have is told with both, and the document is nobody's", async () => {
  await server.store.pool.query(
    `insert into departments (region, code, name) values ($1, '900', $2), ($1, '901', $3)`,
    [server.place.region, '文化和旅游局', '朔州市平鲁区文化和旅游局'],
  );
  const sent = await reviewer.upload(
    batchUrl(),
    Buffer.from(
      zipSync({ '文旅局.txt': strToU8(example.replaceAll(department, '朔州市平鲁区文化和旅游局')) }),
    ),
  );
  await ended(sent.body.batch);
  const jobs = await reviewer.get(`/api/v1/batches/${sent.body.batch}/jobs`);
  expect(jobs.body.items[0]?.result).toMatchObject({
    filing: null,
    unfiled: {
      code: 'severalDepartments',
      message: expect.stringContaining('900 文化和旅游局、901 朔州市') as string,
    },
  });
});

test('a batch that is cancelled leaves nothing of what was not done', async () => {
  let letGo: () => void = () => undefined;
  gate.wait = new Promise((resume) => (letGo = resume));
  const zip = zipSync(Object.fromEntries([1, 2, 3].map((n) => [`${n}.txt`, strToU8(`${example}\n${n}`)])));
  const before = await server.store.pool.query('select count(*) from disclosure_versions');
  const sent = await reviewer.upload(batchUrl(), Buffer.from(zip));
  const cancelled = await reviewer.send('DELETE', `/api/v1/batches/${sent.body.batch}`);
  expect(cancelled.body).toEqual({ cancelled: 3 });
  letGo();
  await server.runner.stop();
  expect((await reviewer.get(`/api/v1/batches/${sent.body.batch}`)).body.counts).toMatchObject({
    cancelled: 3,
  });
  const after = await server.store.pool.query('select count(*) from disclosure_versions');
  expect(after.rows).toEqual(before.rows);
});

test('only who reviews the whole region sends a batch', async () => {
  const { region, department: id } = server.place;
  const narrow = await server.person('narrow', [
    { role: 'departmentReviewer', region, department: id, unit: null },
  ]);
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8(example) }));
  expect((await narrow.upload(batchUrl(), zip)).body.code).toBe('notAllowed');
});
