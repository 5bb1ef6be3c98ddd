import { expect, test } from 'vitest';
import { doubtAt, doubtWords } from './doubts.ts';

const place = { file: 'a.docx', table: 1 };

test('a doubt is told in the language of the reader', () => {
  const doubt = doubtAt(place, 'unitMissing', '万元');
  expect(doubtWords(doubt, 'zh')).toBe('表内没有注明金额单位，按万元读取');
  expect(doubtWords(doubt, 'en')).toBe('The table states no unit of money; read in 万元');
  expect(doubtWords(doubtAt(place, 'hiddenCells'), 'en')).toBe('Hidden rows, columns or sheets');
});

test('a doubt without a kind is told as it was noted', () => {
  expect(doubtWords({ place, reason: '指标值缺少数值' }, 'en')).toBe('指标值缺少数值');
});
