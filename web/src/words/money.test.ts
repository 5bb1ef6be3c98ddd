import { expect, test } from 'vitest';
import { parseMoney, wanText, yuanPlain, yuanText } from './money.ts';

test.each([
  ['123', 12_300],
  ['1,234.5', 123_450],
  ['１２．３４', 1234],
  ['3.5万', 3_500_000],
  ['0.000001万', 1],
  ['−5', -500],
  ['¥20', 2000],
  ['(1,234.50)', -123_450],
  [' -   ', 0],
  ['—', 0],
  ['12.345', null],
  ['12.340', 1234],
  ['十万', null],
  ['12,34', null],
  ['12,,345', null],
  ['1，2345', 1_234_500],
  ['1,234,567', 123_456_700],
  ['', null],
  ['99999999999999', null],
])('%s is %s 分', (text, fen) => {
  expect(parseMoney(text)).toBe(fen);
});

test('an amount without a unit is in the unit of its column', () => {
  expect(parseMoney('1.25', 'wan')).toBe(1_250_000);
  expect(parseMoney('125元', 'wan')).toBe(12_500);
});

test('amounts are printed with a real minus and grouped digits', () => {
  expect(wanText(37_807_130_000)).toBe('37,807.13');
  expect(wanText(-1_000_000)).toBe('−1.00');
  expect(wanText(-1)).toBe('0.00');
  expect(yuanPlain(-1205)).toBe('-12.05');
  expect(yuanText(123_456_789)).toBe('1,234,567.89');
});
