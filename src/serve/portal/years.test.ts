import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addressOf, type Part } from './address.ts';
import { memoryEntries } from './memoryEntries.ts';
import { portalOver, readForPortal } from './portalFixture.ts';
import { respond } from './respond.ts';

const folder = await mkdtemp(join(tmpdir(), 'portal-'));
const text = await readFile('examples/disclosure.txt', 'utf8');
/** Last year's twin: with less for one project. */
const before = join(folder, 'before.txt');
await writeFile(
  before,
  text.replaceAll('2026', '2025').replace(/^(紫韵体育运动广场工程)\t500\.00\t500\.00/m, '$1\t400.00\t400.00'),
);
const source = await portalOver([before, 'examples/disclosure.txt']);

afterAll(() => rm(folder, { recursive: true }));

async function page(year: number, part: Part): Promise<string> {
  const key = { region: '朔州市平鲁区', year, stage: 'budget', department: '416' } as const;
  const path = addressOf({ kind: 'disclosure', key, version: null, part }, 'zh');
  const { status, body } = await respond(source, { path, query: {}, origin: '' });
  expect(status).toBe(200);
  return String(body);
}

test('two years stand beside each other: totals, classes and what became of each project', async () => {
  const overview = await page(2026, { kind: 'overview' });
  expect(overview).toContain('历年支出总计');
  expect(overview).toContain('各类支出与2025年公布数相比');
  expect(overview).toMatch(/项目与2025年公布数相比[\s\S]*紫韵体育运动广场工程/);
  expect(overview).toMatch(/另有：[\s\S]*2025年预算/);
});

test('the first year compares itself with nothing', async () => {
  expect(await page(2025, { kind: 'overview' })).not.toContain('公布数相比');
});

test('a function shows its published amounts of all years', async () => {
  expect(await page(2026, { kind: 'function', code: '212' })).toContain('历年公布数');
});

test('a department keeps one address over the years, also where one of its documents prints no code', async () => {
  const now = await readForPortal('examples/disclosure.txt');
  const { name } = now.disclosure.department;
  const earlier = { ...now.disclosure, year: 2025, department: { code: null, name } };
  const other = { ...earlier, department: { code: null, name: '另一个局' } };
  const { entries } = memoryEntries([{ ...now, disclosure: earlier }, { ...now, disclosure: other }, now]);
  expect(entries.map(({ summary }) => summary.department)).toEqual(['416', '另一个局', '416']);
});

test('a project that carries its year in its name is the same project, and is followed over the years', async () => {
  const overview = await page(2026, { kind: 'overview' });
  const moves = /项目与2025年公布数相比([\s\S]*?)<\/section>/.exec(overview)?.[1] ?? '';
  expect(moves).toContain('▲ 增加');
  expect(moves).toContain('8 项没有变化');
  expect(moves).not.toContain('>新增<');
  const project = await page(2026, { kind: 'project', slug: '市容中心2026年环卫工作经费' });
  expect(project).toMatch(/历年安排[\s\S]*2025年预算[\s\S]*2026年预算/);
});
