import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { addressOf, type Part } from './address.ts';
import { memoryEntries } from './memoryEntries.ts';
import { memorySource } from './memorySource.ts';
import { readForPortal } from './portalFixture.ts';
import { respond } from './respond.ts';
import type { PortalSource } from './source.ts';

const folder = await mkdtemp(join(tmpdir(), 'portal-edges-'));
const example = await readFile('examples/disclosure.txt', 'utf8');
/** The rows of the table of projects, without department and unit. */
const rows = /(?:^.+\t[\d.]+\t[\d.]+\t\t\t\t\n){3,}/m;

afterAll(() => rm(folder, { recursive: true }));

/** A portal over the example with a change; several texts are several files. */
async function portalOf(...texts: readonly string[]): Promise<PortalSource> {
  const read = [];
  for (const [i, text] of texts.entries()) {
    const path = join(folder, `${String(i)}-${String(text.length)}.txt`);
    await writeFile(path, text);
    read.push(await readForPortal(path));
  }
  return memorySource(memoryEntries(read).entries);
}

async function page(source: PortalSource, part: Part, year = 2026, format = 'html'): Promise<string> {
  const key = { region: '朔州市平鲁区', year, stage: 'budget', department: '416' } as const;
  const path = addressOf({ kind: 'disclosure', key, version: null, part }, 'zh', format);
  const { status, body } = await respond(source, { path, query: {}, origin: '' });
  expect(status, path).toBe(200);
  return String(body);
}

const withProjects = (count: number): string =>
  example.replace(rows, () =>
    Array.from(
      { length: count },
      (_, i) => `试验工程${String(i + 1)}号\t${String(i + 1)}.00\t${String(i + 1)}.00\t\t\t\t\n`,
    ).join(''),
  );

test('300 projects: all are listed, the first page shows ten and weighs under 150 KB', async () => {
  const source = await portalOf(withProjects(300));
  const overview = await page(source, { kind: 'overview' });
  const total = Number(/全部 (\d+) 个项目/.exec(overview)?.[1]);
  expect(total).toBeGreaterThanOrEqual(300);
  expect(overview.match(/试验工程\d+号/g)?.length).toBeLessThan(30);
  expect(gzipSync(overview).length).toBeLessThan(100 * 1024);
  const list = await page(source, { kind: 'projects' });
  expect(new Set(list.match(/试验工程\d+号(?=<)/g)).size).toBe(300);
  expect(gzipSync(list).length).toBeLessThan(150 * 1024);
});

test('one project stands alone, without a list of the largest', async () => {
  const bare = withProjects(1).replace(/^项目支出绩效目标表[\s\S]*?(?=^第四部分)/m, '');
  const source = await portalOf(bare);
  expect(await page(source, { kind: 'projects' })).toContain('试验工程1号');
  expect(await page(source, { kind: 'project', slug: '试验工程1号' })).toContain('没有这个项目的绩效目标表');
});

test('a negative amount has a real minus, a bar to the left and no share', async () => {
  const source = await portalOf(example.replace(/(?<![\d.])92\.50(?!\d)/g, '-92.50'));
  const overview = await page(source, { kind: 'overview' });
  expect(overview).toMatch(/line negative[\s\S]*?\u221292\.50/);
  expect(await page(source, { kind: 'overview' }, 2026, 'functions.csv')).toContain(',-92.50,,');
});

test('a budget of zeros is told as nothing planned, without shares, growth or a chart', async () => {
  const zeros = example.replace(/(?<=\t)\d[\d,]*\.\d\d(?=[\t\n])/g, '0.00');
  const overview = await page(await portalOf(zeros), { kind: 'overview' });
  expect(overview).toContain('没有安排支出');
  expect(overview).not.toMatch(/NaN|Infinity|class="sankey/);
});

test('a year that is missing is left out between two that are there, and nothing is compared across it', async () => {
  const source = await portalOf(example.replaceAll('2026', '2023'), example);
  const overview = await page(source, { kind: 'overview' });
  expect(overview).toMatch(/历年支出总计[\s\S]*2023年预算[\s\S]*2026年预算/);
  expect(overview).not.toContain('公布数相比');
  const path = addressOf(
    {
      kind: 'year',
      region: '朔州市平鲁区',
      year: 2026,
      stage: 'budget',
      compared: { axis: 'total', node: '' },
    },
    'zh',
  );
  const { body } = await respond(source, { path, query: {}, origin: '' });
  expect(String(body)).not.toContain('比上年');
});

test('an amount per head names its count, its year and its source; a department’s own count is not another’s', async () => {
  const read = await readForPortal('examples/disclosure.txt');
  const place = { region: '朔州市平鲁区', year: 2024 };
  const source = memorySource(memoryEntries([read]).entries, {
    counts: [
      { ...place, department: null, name: '常住人口', unit: '人', count: 100_000, source: '统计公报' },
      { ...place, department: '999', name: '学生', unit: '名学生', count: 10, source: '年报' },
    ],
  });
  const overview = await page(source, { kind: 'overview' });
  // 12,609.17万元 ÷ 100,000
  expect(overview).toContain('合每人 1,260.92 元：按常住人口 100,000 人计（2024年，来源：统计公报）');
  expect(overview).not.toContain('名学生');
});
