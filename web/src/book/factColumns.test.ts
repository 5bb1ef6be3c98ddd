import { expect, test } from 'vitest';
import { sentence } from '../language.tsx';
import { totalsOf, type Fact } from './book.ts';
import { codeSearch } from './codes.ts';
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
