import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf, text } from '../file/pdfFixture.ts';
import { exampleBook, testServer, type Person, type TestServer } from './serverFixture.ts';

const mistakes = readFileSync(new URL('../../examples/disclosure-with-mistakes.txt', import.meta.url));
let server: TestServer;
let system: Person;
let clerk: Person;

beforeAll(async () => {
  server = await testServer();
  system = await server.withRole('systemAdministrator');
  clerk = await server.withRole('preparer');
}, 60_000);
afterAll(() => server.close());

interface Report {
  readonly report: {
    readonly verdict: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly waiver: unknown;
    }[];
  };
}

async function checked(name: string, content: Buffer): Promise<string> {
  const file = await clerk.upload(`/api/v1/files?name=${encodeURIComponent(name)}`, content);
  const files = [{ id: file.body.id, name: file.body.name }];
  const job = await clerk.send('POST', '/api/v1/checks', { files });
  await server.finished(clerk, job.body.id);
  return job.body.id;
}

const examined = async (job: string): Promise<Report['report']> =>
  (JSON.parse((await clerk.get(`/api/v1/jobs/${job}/examined`)).text) as Report).report;

test('a finding of a check is waived with reason and last day, shows so in what is downloaded, and is revoked', async () => {
  const job = await checked('示例.txt', mistakes);
  const before = await examined(job);
  const at = before.findings.findIndex(({ severity }) => severity === 'error');
  const body = { finding: at, reason: '已报备', expires: '2999-01-01' };
  expect((await clerk.send('POST', `/api/v1/jobs/${job}/waivers`, body)).status).toBe(204);
  expect((await examined(job)).findings[at]?.waiver).toMatchObject({
    reason: '已报备',
    expires: '2999-01-01',
  });
  const kept = await clerk.get(`/api/v1/jobs/${job}/waivers`);
  expect(JSON.parse(kept.text)).toMatchObject({
    waivers: [{ rule: before.findings[at]?.rule, by: 'role-preparer' }],
  });
  expect((await clerk.send('DELETE', `/api/v1/jobs/${job}/waivers/${at}`)).status).toBe(204);
  expect((await examined(job)).findings[at]?.waiver).toBeNull();
}, 60_000);

test('the pages of a PDF are drawn; other files have none, and nobody draws the pages of others', async () => {
  const pdf = await checked('页.pdf', Buffer.from(pdfOf([{ content: text(100, 700, '12.50') }])));
  const map = await clerk.get(`/api/v1/jobs/${pdf}/pages/0`);
  expect(JSON.parse(map.text)).toMatchObject({ pages: [{ page: 1 }] });
  const picture = await clerk.get(`/api/v1/jobs/${pdf}/pages/0/1`);
  expect(picture.headers['content-type']).toBe('image/png');
  expect((await clerk.get(`/api/v1/jobs/${pdf}/pages/0/2`)).status).toBe(404);
  const reviewer = await server.withRole('financeReviewer');
  expect((await reviewer.get(`/api/v1/jobs/${pdf}/pages/0`)).status).toBe(404);
}, 60_000);

test('a rule that is turned off finds nothing any more; a threshold out of its limits is refused', async () => {
  const job = await checked('示例二.txt', Buffer.concat([mistakes, Buffer.from('\n二')]));
  const [first] = (await examined(job)).findings;
  const url = `/api/v1/rule-settings/${first?.rule ?? ''}`;
  const off = { severity: 'off', thresholds: {}, reason: '试行期间不报' };
  expect((await system.send('PUT', url, off)).status).toBe(204);
  const again = await checked('示例三.txt', Buffer.concat([mistakes, Buffer.from('\n三')]));
  expect((await examined(again)).findings.map(({ rule }) => rule)).not.toContain(first?.rule);
  expect((await system.send('DELETE', url)).status).toBe(204);
  const wide = { severity: null, thresholds: { change: 99 }, reason: '试试看' };
  expect((await system.send('PUT', '/api/v1/rule-settings/narrative.reason', wide)).status).toBe(400);
}, 90_000);

test('an official list is taken in after its differences were seen', async () => {
  const list = Buffer.from('分类\t年度\t编码\t名称\n支出功能分类\t2031\t298\t新设支出\n');
  const seen = await system.upload('/api/v1/code-lists', list);
  expect(JSON.parse(seen.text)).toMatchObject([{ items: 1, added: [{ code: '298' }] }]);
  expect((await system.get('/api/v1/code-lists')).text).not.toContain('2031');
  await system.upload('/api/v1/code-lists?confirm=true', list);
  expect((await system.get('/api/v1/code-lists')).text).toContain('2031');
  expect((await system.send('DELETE', '/api/v1/code-lists/function/2031')).status).toBe(204);
  expect((await system.upload('/api/v1/code-lists', Buffer.from('甲\t乙\n'))).status).toBe(400);
});

test('a form of one’s own is added, refused when wrong or shipped, and taken out', async () => {
  const form = JSON.parse(
    readFileSync(new URL('../model/forms/national-9.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  expect((await system.send('POST', '/api/v1/forms', form)).status).toBe(409);
  expect((await system.send('POST', '/api/v1/forms', { ...form, tables: 3 })).status).toBe(400);
  const own = { ...form, id: 'own-9', name: '本地表式' };
  expect((await system.send('POST', '/api/v1/forms', own)).status).toBe(201);
  expect((await clerk.get('/api/v1/forms')).text).toContain('own-9');
  expect((await system.send('DELETE', '/api/v1/forms/own-9')).status).toBe(204);
});

test('a backup is made, listed and downloaded as one file', async () => {
  expect((await system.send('POST', '/api/v1/backups', {})).status).toBe(202);
  interface State {
    readonly running: boolean;
    readonly problem: string | null;
    readonly backups: readonly { readonly name: string }[];
  }
  const state = async (): Promise<State> => JSON.parse((await system.get('/api/v1/backups')).text) as State;
  while ((await state()).running) await new Promise((resume) => setTimeout(resume, 50));
  const { backups, problem } = await state();
  expect(problem).toBeNull();
  const file = await system.get(`/api/v1/backups/${backups[0]?.name ?? ''}`);
  expect(file.text).toContain('manifest.json');
  expect((await system.get('/api/v1/backups/..%2F..')).status).toBe(404);
}, 60_000);

test('versions are compared, and the portal is seen before anything is published', async () => {
  const { region, department } = server.place;
  const wanted = { region, department, year: 2026, form: 'shanxi-13' };
  const { id } = (await clerk.send('POST', '/api/v1/filings', wanted)).body;
  const book = exampleBook();
  for (const [i, duties] of ['负责全区道路桥梁的建设与管理。', '负责全区道路桥梁的建设和管理。'].entries()) {
    const content = { ...book, overview: { ...(book['overview'] as object), duties } };
    await clerk.send('PUT', `/api/v1/filings/${id}/book`, { content }, { 'if-match': `"${i + 1}"` });
    const job = await clerk.send('POST', `/api/v1/filings/${id}/disclosures`, { from: 'book' });
    await server.finished(clerk, job.body.id);
  }
  const differences = await clerk.get(`/api/v1/filings/${id}/differences?from=1&to=2`);
  expect(JSON.parse(differences.text)).toMatchObject({
    figures: [],
    texts: [
      { where: ['部门职责'], marks: [{ kind: 'same' }, { text: '与' }, { text: '和' }, { kind: 'same' }] },
    ],
  });
  const base = `/api/v1/filings/${id}/disclosures/2`;
  const { path } = JSON.parse((await clerk.get(`${base}/portal`)).text) as { readonly path: string };
  const page = await clerk.get(`${base}/portal${path}`);
  expect(page.status).toBe(200);
  expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
  // Links and files of the page lead on within the preview.
  expect(page.text).toContain(` href="${base}/portal/`);
  expect(page.text).not.toMatch(/ (?:href|src)="\/(?!api\/)/);
  expect((await server.request({ method: 'GET', url: path })).status).toBe(404);
  const web = await clerk.get(`${base}/preview/html`);
  expect(web.headers['content-security-policy']).toContain('sandbox');
}, 120_000);

test('a list is saved as it is shown, texts as texts', async () => {
  const body = { name: '部门进度', heads: ['部门', '错误'], rows: [['=1+1', 2]] };
  const file = await clerk.send('POST', '/api/v1/workbooks', body);
  expect(file.status).toBe(200);
  expect(file.text.startsWith('PK')).toBe(true);
});

test('what one chose for oneself is kept for oneself only', async () => {
  const url = '/api/v1/session/preferences';
  const chosen = { tourSeen: true, amountUnit: 'wan' };
  expect((await clerk.send('PUT', url, chosen)).status).toBe(204);
  expect((await clerk.get(url)).body).toEqual(chosen);
  expect((await system.get(url)).body).toEqual({ tourSeen: false, amountUnit: 'yuan' });
  expect((await clerk.send('PUT', url, { ...chosen, amountUnit: 'jiao' })).status).toBe(400);
});

test('the audit log names who did it and to what', async () => {
  const auditor = await server.withRole('auditAdministrator');
  const { items } = JSON.parse((await auditor.get('/api/v1/audit?limit=200')).text) as {
    readonly items: readonly Readonly<
      Record<'actor' | 'actorName' | 'object' | 'objectName', string | null>
    >[];
  };
  const own = items.filter(({ actor }) => actor === clerk.id);
  expect(new Set(own.map(({ actorName }) => actorName))).toEqual(new Set(['role-preparer']));
  expect(items).toContainEqual(
    expect.objectContaining({ object: `user:${clerk.id}`, objectName: 'role-preparer' }),
  );
  expect(items.find(({ object }) => object?.startsWith('job:') === true)?.objectName).toBeNull();
});
