import { expect, test } from 'vitest';
import type { Fact } from './book.ts';
import { totalsOf } from './book.ts';
import { codeSearch } from './codes.ts';
import { gridColumns, newFact, paste } from './columns.ts';

const columns = gridColumns({
  functions: codeSearch([{ code: '2120101', name: '行政运行', fund: null }], 7),
  economic: codeSearch([{ code: '30101', name: '基本工资', fund: null }], 5),
  units: ['甲单位'],
  projects: ['供热'],
});
const first: Fact = newFact(undefined, '甲单位');

test('a range of a spreadsheet becomes lines; names and initials find their codes', () => {
  const text =
    '行政运行\t30101 基本工资\t1,234.50\t人员经费\t一般公共预算\t当年预算\r\nxzyx\t\t2万\t特定\t不知道\t\t供热\t乙单位\r\n';
  const { facts, refused } = paste([first], columns, { row: 0, column: 0 }, text);
  expect(facts).toHaveLength(2);
  expect(facts[0]).toEqual({ ...first, function: '2120101', deptEconomic: '30101', fen: 123_450 });
  expect(facts[1]).toMatchObject({
    unit: '乙单位',
    nature: 'specificTarget',
    project: '供热',
    fen: 2_000_000,
  });
  expect(refused).toBeGreaterThan(0);
});

test('what is not understood stays as it was', () => {
  const { facts, refused } = paste([{ ...first, fen: 5 }], columns, { row: 0, column: 2 }, '约十万');
  expect([facts[0]?.fen, refused]).toEqual([5, 1]);
});

test('basic expenditure loses its project', () => {
  const nature = columns.find(({ field }) => field === 'nature');
  const changed = nature?.put({ ...first, nature: 'specificTarget', project: '供热' }, '公用经费');
  expect(changed).toEqual({ ...first, nature: 'operating' });
});

test('totals by class, fund and nature', () => {
  const facts = [
    { ...first, function: '2120101', fen: 300 },
    { ...first, function: '2080501', fen: 20, nature: 'specificTarget', vintage: 'carriedOver' } as const,
  ];
  const totals = totalsOf(facts);
  expect([totals.all, totals.basic, totals.project, totals.carriedOver]).toEqual([320, 300, 20, 20]);
  expect(totals.byClass.get('212')).toBe(300);
});
