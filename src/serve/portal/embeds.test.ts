import { expect, test } from 'vitest';
import { addressOf } from './address.ts';
import { examplePortal } from './portalFixture.ts';
import { respond } from './respond.ts';

const source = await examplePortal();
const [summary] = await source.departmentYears({});
if (summary === undefined) throw new Error('the example is not published');
const { region, year, stage, department } = summary;
const overview = {
  kind: 'disclosure',
  key: { region, year, stage, department },
  version: null,
  part: { kind: 'overview' },
} as const;

const frame = async (
  path: string,
): Promise<{ readonly status: number; readonly body: string; readonly policy: string }> => {
  const { status, body, headers } = await respond(source, { path, query: {}, origin: 'https://portal.test' });
  return { status, body: String(body), policy: headers['content-security-policy'] ?? '' };
};

const compared = { axis: 'function', node: '212' } as const;
test.each([
  ['functions', addressOf(overview, 'zh', 'functions.embed'), addressOf(overview, 'zh')],
  ['economic', addressOf(overview, 'zh', 'economic.embed'), addressOf(overview, 'zh')],
  [
    'departments',
    addressOf({ kind: 'year', region, year, stage, compared }, 'zh', 'departments.embed'),
    addressOf({ kind: 'year', region, year, stage, compared }, 'zh'),
  ],
])('%s: embedded with bars, amounts, help and a link back', async (_, path, back) => {
  const { status, body, policy } = await frame(path);
  expect(status).toBe(200);
  expect(policy).toContain('frame-ancestors *');
  expect(body).toContain('<base target="_top" />');
  expect(body).toContain('<svg');
  expect(body).toMatch(/<table\s+class="data barred/);
  expect(body).toContain('怎样看这张图');
  expect(body).toContain(`<a href="${back}">`);
});

test('the flow chart takes its table and its help along', async () => {
  const { body } = await frame(addressOf({ ...overview, part: { kind: 'chart' } }, 'zh'));
  expect(body).toContain('图中各数的表');
  expect(body).toContain('怎样看这张图');
});

test('what is not drawn has no frame', async () => {
  expect((await frame(addressOf(overview, 'zh', 'flows.embed'))).status).toBe(404);
  expect((await frame(addressOf(overview, 'zh', 'nothing.embed'))).status).toBe(404);
});

test('the page of downloads names a line of code for each chart of the overview', async () => {
  const { body } = await frame(addressOf({ ...overview, part: { kind: 'download' } }, 'zh'));
  const lines = [...body.matchAll(/&lt;iframe src=&quot;https:\/\/portal\.test([^&]+)&quot;/g)];
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const [, path = ''] of lines) expect((await frame(path)).status, path).toBe(200);
});
