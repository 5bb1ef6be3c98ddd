import { expect, test } from 'vitest';
import { copiedCells } from './columns.ts';

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
