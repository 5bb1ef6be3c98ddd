import { expect, test } from 'vitest';
import { addressOf, readAddress, type Part, type Route } from './address.ts';

const key = { region: '某省某县', year: 2026, stage: 'budget', department: '416' } as const;
const parts: readonly Part[] = [
  { kind: 'overview' },
  { kind: 'tables' },
  { kind: 'table', number: 12 },
  { kind: 'function', code: '2120101' },
  { kind: 'economic', code: '301' },
  { kind: 'narrative' },
  { kind: 'projects' },
  { kind: 'project', slug: '平财建【2025】46号 0.5%‰项目@2' },
  { kind: 'checks' },
  { kind: 'check', of: 'table', name: '3' },
  { kind: 'check', of: 'project', name: '一个项目~2' },
  { kind: 'source', file: 0, page: 9 },
  { kind: 'sources' },
  { kind: 'file', file: 1 },
  { kind: 'download' },
  { kind: 'chart' },
];
const routes: readonly Route[] = [
  { kind: 'home' },
  { kind: 'search' },
  { kind: 'feed' },
  { kind: 'region', region: '某省某县' },
  { kind: 'year', region: '某省某县', year: 2024, stage: 'finalAccounts' },
  {
    kind: 'year',
    region: '某县',
    year: 2024,
    stage: 'budget',
    compared: { axis: 'function', node: '212' },
  },
  { kind: 'year', region: '某县', year: 2024, stage: 'adjusted', compared: { axis: 'total', node: '' } },
  ...parts.map((part): Route => ({ kind: 'disclosure', key, version: null, part })),
  ...parts.map((part): Route => ({ kind: 'disclosure', key, version: 3, part })),
];

test.each(['zh', 'en'] as const)('an address leads back to its route, in every format: %s', (language) => {
  for (const route of routes)
    for (const format of ['html', 'json', 'csv', 'flows.csv', 'svg'])
      expect(readAddress(addressOf(route, language, format))).toEqual({ route, language, format });
});

test('addresses say what they show', () => {
  const route: Route = { kind: 'disclosure', key, version: null, part: { kind: 'function', code: '212' } };
  expect(decodeURI(addressOf(route, 'zh'))).toBe('/某省某县/2026/416/功能/212');
  expect(decodeURI(addressOf(route, 'en', 'json'))).toBe('/en/某省某县/2026/416/function/212.json');
});

test.each([
  '/某县/26',
  '/某县/2026预',
  '/某县/2026/416/功能/x',
  '/某县/2026/416/表/1/2/3',
  '/%E4%ZZ',
  '/搜索/某',
])('no page stands at %s', (path) => {
  expect(readAddress(path)).toBeNull();
});
