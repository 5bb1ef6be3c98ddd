import { expect, test } from 'vitest';
import { copiedCells, spread } from './copied.ts';

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a', [['a']]],
  [
    'a\t\n\tb',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['"一行\n两行"\t"说""好"""', [['一行两行', '说"好"']]],
  ['5"\tb', [['5"', 'b']]],
  ['', [['']]],
])('%j as cells', (text, cells) => {
  expect(copiedCells(text)).toEqual(cells);
});

test('a merged name holds below its first row, a merged cell stands in one column', () => {
  const cell = (text: string, down = 1, across = 1) => ({ text, down, across });
  const range = spread([
    [cell('行政运行', 2), cell('基本工资'), cell('5')],
    [cell('津贴'), cell('7')],
    [cell('合计', 1, 2), cell('12')],
  ]);
  expect(range.map((line) => line.map(({ text }) => text))).toEqual([
    ['行政运行', '基本工资', '5'],
    ['行政运行', '津贴', '7'],
    ['合计', '', '12'],
  ]);
  expect(range.flatMap((line, i) => line.flatMap(({ repeated }, j) => (repeated ? [[i, j]] : [])))).toEqual([
    [1, 0],
  ]);
});
