import { expect, test } from 'vitest';
import type { Filing } from '../api/schema.ts';
import { foundIn } from './goals.ts';

const filing = (code: string, departmentName: string, year: number): Filing =>
  ({
    id: `${code}-${year}`,
    departmentCode: code,
    departmentName,
    unitName: null,
    year,
    stateName: '编制',
    changedAt: '',
  }) as Filing;
const filings = [
  filing('416', '住房和城乡建设局', 2026),
  filing('416', '住房和城乡建设局', 2027),
  filing('205', '教育局', 2027),
];
const pages = [{ path: '/check', code: '', name: '审核文件', more: '' }];

test.each([
  ['416', ['/filings/416-2027', '/filings/416-2026']],
  ['zfh 2026', ['/filings/416-2026']],
  ['建设 2027', ['/filings/416-2027']],
  ['shwj', ['/check']],
  ['没有', []],
])('%s leads to %j', (text, paths) => {
  expect(foundIn(text, filings, pages).map(({ path }) => path)).toEqual(paths);
});
