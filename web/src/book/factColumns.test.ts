import { expect, test } from 'vitest';
import { sentence } from '../language.tsx';
import { totalsOf, type Fact } from './book.ts';
import { codeSearch } from './codes.ts';
import { paste } from './columns.ts';
import { factColumns, newFact } from './factColumns.ts';
import { bookWords, type SayBook } from './words.ts';

const say: SayBook = (key, ...params) => sentence(bookWords, key, 'zh', params);
const lists = {
  functions: codeSearch([{ code: '2120101', name: '行政运行', fund: null }], 7),
  economic: codeSearch([{ code: '30101', name: '基本工资', fund: null }], 5),
  units: ['甲单位'],
  projects: ['供热'],
};
const columns = factColumns(lists, say, 'yuan', null);
const first: Fact = newFact(undefined, '甲单位');
const fresh = (above: Fact | undefined): Fact => newFact(above, '甲单位');

test('a range of a spreadsheet becomes lines; names and initials find their codes', () => {
  const text =
    '行政运行\t30101 基本工资\t1,234.50\t人员经费\t一般公共预算\t当年预算\r\nxzyx\t\t2万\t特定\t不知道\t\t供热\t乙单位\r\n';
  const { rows, refused } = paste([first], columns, { row: 0, column: 0 }, text, fresh);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({ ...first, function: '2120101', deptEconomic: '30101', fen: 123_450 });
  expect(rows[1]).toMatchObject({
    ...{ function: '2120101', unit: '乙单位', nature: 'specificTarget' },
    ...{ project: '供热', fen: 2_000_000 },
  });
  expect(refused).toBe(2);
});

test('what is not understood stays as it was', () => {
  const { rows, refused } = paste([{ ...first, fen: 5 }], columns, { row: 0, column: 2 }, '约十万', fresh);
  expect([rows[0]?.fen, refused]).toEqual([5, 1]);
});

test('the same amount is typed and shown in 元 or in 万元', () => {
  const [yuan, wan] = (['yuan', 'wan'] as const).map((unit) =>
    factColumns(lists, say, unit, null).find(({ field }) => field === 'fen'),
  );
  const fact = wan?.put(first, '12.345678');
  expect(fact?.fen).toBe(12_345_678);
  expect([yuan?.show(fact ?? first), wan?.show(fact ?? first)]).toEqual(['123,456.78', '12.345678']);
  expect([yuan?.edit(fact ?? first), wan?.edit(fact ?? first)]).toEqual(['123456.78', '12.345678']);
  expect(wan?.put(first, '1.2345678')).toBeNull();
});

test('last year stands beside this year and is not edited', () => {
  const before = factColumns(lists, say, 'yuan', () => '7.00').find(({ field }) => field === 'lastYear');
  expect([before?.show(first), before?.put(first, '9'), before?.fixed]).toEqual(['7.00', first, true]);
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
