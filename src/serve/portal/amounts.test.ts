import { expect, test } from 'vitest';
import { exact, growthWords, readable, rounded, shareWords } from './amounts.ts';

test.each([
  [12_609_170_000, '1.26亿元'],
  [7_042_570_000, '7,042.57万元'],
  [9_999_995_000, '10,000.00万元'],
  [8_500, '85.00元'],
  [-998_000_000, '−998.00万元'],
  [0, '0.00元'],
])('%i 分 reads %s', (fen, words) => {
  expect(readable(fen, { language: 'zh' })).toBe(words);
});

test('rounding is half away from zero and never gives a minus zero; the exact amount keeps every digit', () => {
  expect(rounded(5_000, '万元')).toBe('0.01');
  expect(rounded(-5_000, '万元')).toBe('−0.01');
  expect(rounded(-4_999, '万元')).toBe('0.00');
  expect(exact(3_121_420_580, '万元')).toBe('3,121.42058');
  expect(exact(3_121_420_580, '元')).toBe('31,214,205.80');
});

test('a share or a growth that means nothing is not told', () => {
  expect(shareWords(1, 0)).toBeNull();
  expect(shareWords(-5, 10)).toBeNull();
  expect(shareWords(1, 1_000_000)).toBe('<0.1%');
  expect(shareWords(999_999, 1_000_000)).toBe('>99.9%');
  expect(shareWords(10, 10)).toBe('100.0%');
  expect(growthWords(0, 5)).toBeNull();
  expect(growthWords(200, 150)).toBe('−25.0%');
});
