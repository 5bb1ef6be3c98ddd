import { expect, test } from 'vitest';
import { sentence } from '../language.tsx';
import type { Fact } from './book.ts';
import { codeSearch } from './codes.ts';
import { rangeOfText, type CopiedRange } from './copied.ts';
import { factColumns, newFact } from './factColumns.ts';
import { matches, nextMatch, shownTexts } from './finding.ts';
import { filledDown } from './listChanges.ts';
import { likelyUnit, paste, type PastedRows } from './paste.ts';
import { sorted } from './sorting.ts';
import { bookWords, type SayBook } from './words.ts';

const say: SayBook = (key, ...params) => sentence(bookWords, key, 'zh', params);
const lists = {
  functions: codeSearch(
    [
      { code: '2120101', name: '行政运行', fund: null },
      { code: '2120102', name: '一般行政管理事务', fund: null },
    ],
    7,
  ),
  economic: codeSearch([{ code: '30101', name: '基本工资', fund: null }], 5),
  units: ['甲单位'],
  projects: ['供热'],
};
const columns = factColumns(lists, say, 'yuan', () => '7.00');
const first: Fact = newFact(undefined, '甲单位');
const column = (field: string): number => columns.findIndex((each) => each.field === field);

function pasted(copied: CopiedRange | string, field = 'function', rows = [first]): PastedRows<Fact> {
  const at = { top: 0, bottom: 0, left: column(field), right: column(field) };
  const range = typeof copied === 'string' ? rangeOfText(copied) : copied;
  return paste({ rows, columns, at, copied: range, newRow: (above) => newFact(above, '甲单位') });
}

test('a range of a spreadsheet becomes lines; last year, which it does not have, is left out', () => {
  const { rows, refused } = pasted(
    '行政运行\t30101 基本工资\t1,234.50\t人员经费\t一般公共预算拨款\t当年预算\r\nxzyx\t\t2万\t特定\t不知道\t\t供热\t乙单位\r\n',
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({ ...first, function: '2120101', deptEconomic: '30101', fen: 123_450 });
  expect(rows[1]).toMatchObject({
    ...{ function: '2120101', unit: '乙单位', nature: 'specificTarget' },
    ...{ project: '供热', fen: 2_000_000 },
  });
  expect(refused).toEqual([{ row: 1, field: 'fund', title: '资金', text: '不知道' }]);
});

test('a range that was copied here has last year in it', () => {
  const { rows, refused } = pasted('212 01 01\t30101\t5\t7.00\t人员经费');
  expect([rows[0]?.function, rows[0]?.fen, refused]).toEqual(['2120101', 500, []]);
});

test('heads name the unit; heads, sums and empty lines are left out', () => {
  const made = pasted('功能科目\t经济\t金额（万元）\n行政运行\t\t1.5\n\n合 计\t\t1.5\n');
  expect([made.rows.map(({ fen }) => fen), made.heads, made.sums, made.unit]).toEqual([
    [1_500_000],
    1,
    1,
    'wan',
  ]);
});

test('an amount of merged cells stands once', () => {
  const cell = (text: string, repeated = false) => ({ text, repeated });
  const { rows } = pasted([
    [cell('2120101'), cell(''), cell('5')],
    [cell('2120101', true), cell(''), cell('5', true)],
  ]);
  expect(rows.map(({ function: code, fen }) => [code, fen])).toEqual([
    ['2120101', 500],
    ['2120101', 0],
  ]);
});

test('one copied cell fills all that are chosen; what is not understood stays as it was', () => {
  const at = { top: 0, bottom: 1, left: column('fen'), right: column('fen') };
  const task = { rows: [first, { ...first, fen: 9 }], columns, at, newRow: () => first };
  expect(paste({ ...task, copied: rangeOfText('(3)') }).rows.map(({ fen }) => fen)).toEqual([-300, -300]);
  const wrong = paste({ ...task, copied: rangeOfText('约十万') });
  expect([wrong.rows.map(({ fen }) => fen), wrong.refused.length]).toEqual([[0, 9], 2]);
});

test.each([
  ['yuan', [12_000, 3_000, 50_000], [300_000_000, 20_000_000, 9_000_000], 'wan'],
  ['yuan', [12_000, 3_000, 50_000], [], 'wan'],
  ['yuan', [12_000_000, 3_000_000, 500_000_000], [300_000_000, 20_000_000, 9_000_000], null],
  ['wan', [3e13, 2e12, 9e12], [300_000_000, 20_000_000, 9_000_000], 'yuan'],
  ['yuan', [12_000], [], null],
] as const)('amounts in %s %j beside %j are rather in %s', (unit, fen, before, likely) => {
  expect(likelyUnit(unit, fen, before)).toBe(likely);
});

const lines: readonly Fact[] = [
  { ...first, function: '2120102', fen: 300 },
  { ...first, function: '2120101', fen: 123_456 },
  { ...first, fen: -5 },
];

test('lines are sorted by amount or by code, empty ones last', () => {
  const [code, amount] = [columns[column('function')], columns[column('fen')]];
  if (code === undefined || amount === undefined) throw new Error('no such column');
  expect(sorted(lines, amount, 'descending').map(({ fen }) => fen)).toEqual([123_456, 300, -5]);
  expect(sorted(lines, code, 'ascending').map(({ fen }) => fen)).toEqual([123_456, 300, -5]);
});

test('cells are found by what they show, in a round', () => {
  const texts = shownTexts(lines, columns);
  const found = matches(texts, '1234.56');
  expect(found).toEqual([{ row: 1, column: column('fen') }]);
  expect(nextMatch(found, { row: 2, column: 0 }, 1)).toEqual(found[0]);
  expect(matches(texts, ' ')).toEqual([]);
});

test('a single line is filled from the one above it', () => {
  const at = { top: 1, bottom: 1, left: column('function'), right: column('fen') };
  expect(filledDown(lines, columns, at)[1]).toEqual(lines[0]);
});
