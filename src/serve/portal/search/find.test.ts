import { expect, test } from 'vitest';
import { examplePortal } from '../portalFixture.ts';
import { findRecords, indexed } from './find.ts';
import type { DepartmentYear, SearchQuery, SearchRecord } from '../source.ts';

const all: SearchQuery = { text: '', chosen: {}, order: 'relevance', page: 1, pageSize: 10 };

const coverage = { figures: 0, verified: 0, contradicted: 0, unverified: 0, indicators: 0 };
const department = (over: Partial<DepartmentYear>): DepartmentYear => ({
  region: '某县',
  year: 2026,
  stage: 'budget',
  department: '1',
  name: '某局',
  level: 'department',
  version: 1,
  publishedAt: '2026-02-01T00:00:00Z',
  revenueFen: null,
  expenditureFen: null,
  projects: 0,
  coverage,
  verdict: 'clean',
  files: [],
  ...over,
});

const line = (code: string, fen: number, over: Partial<DepartmentYear> = {}): SearchRecord => ({
  kind: 'line',
  summary: department(over),
  title: `科目${code}`,
  text: `${code} 科目`,
  code,
  functionClass: code.slice(0, 3),
  fen,
  page: ['function', code],
});

test('a sum counts nothing twice: lines below another line of the result are left out', () => {
  const records = [line('212', 100), line('21201', 60), line('2120101', 60), line('2130102', 7)];
  const { sums, total } = findRecords(indexed(records), all);
  expect(total).toBe(4);
  expect(sums).toMatchObject([{ fen: 107, counted: 2, leftOut: 2 }]);
});

test('the same line of two departments is no part of the other', () => {
  const records = [line('212', 100), line('21201', 60, { department: '2' })];
  expect(findRecords(indexed(records), all).sums).toMatchObject([{ fen: 160, counted: 2, leftOut: 0 }]);
});

test('years, stages, departments and units are never added together', () => {
  const records = [
    line('212', 1),
    line('212', 2, { year: 2025 }),
    line('212', 4, { stage: 'finalAccounts' }),
    line('212', 8, { level: 'unit', department: '3' }),
  ];
  expect(
    findRecords(indexed(records), all)
      .sums.map(({ fen }) => fen)
      .sort(),
  ).toEqual([1, 2, 4, 8]);
});

test('sums and facets are over the whole result, not over the page', () => {
  const records = Array.from({ length: 40 }, (_, i) =>
    line('212', i, { department: String(i), name: `局${i}` }),
  );
  const { hits, total, sums, facets } = findRecords(indexed(records), { ...all, page: 2 });
  expect([hits.length, total, sums[0]?.fen, facets.department.length]).toEqual([10, 40, 780, 40]);
});

test('a facet counts under the other choices, so that each of its values leads to what it says', () => {
  const records = [line('212', 1), line('213', 2), line('212', 4, { year: 2025 })];
  const query = { ...all, chosen: { functionClass: '212' } } as const;
  const { facets, total } = findRecords(indexed(records), query);
  expect(total).toBe(2);
  expect(facets.functionClass.map(({ value, count }) => [value, count])).toEqual([
    ['212', 2],
    ['213', 1],
  ]);
  expect(facets.year.map(({ count }) => count)).toEqual([1, 1]);
});

test('Chinese words are found in names, targets and text, whatever their width and brackets', async () => {
  const source = await examplePortal();
  const found = async (text: string): Promise<readonly string[]> =>
    (await source.search({ ...all, text })).hits.map(({ kind }) => kind);
  expect(await found('供热')).toContain('project');
  expect(await found('平财建[2025]46号')).toContain('project');
  expect(await found('垃圾 治理')).toContain('project');
  expect(await found('满意度')).toContain('indicator');
  expect(await found('没有这样的词')).toEqual([]);
});
