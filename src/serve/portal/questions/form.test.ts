import { expect, test } from 'vitest';
import { questionText } from './form.ts';

test.each([
  [{ reason: 'term' }, '不知道这个词是什么意思'],
  [{ reason: 'number', words: ' 和去年对不上 ' }, '不明白这个数是怎么来的：和去年对不上'],
  [{ reason: '<script>', words: '' }, '别的'],
  [{ reason: 'other', words: '请打13812345678或138 1234 5678' }, '别的：请打＊＊＊或＊＊＊'],
  [{ reason: 'other', words: '11010119900307123X a.b@example.org' }, '别的：＊＊＊ ＊＊＊'],
  [{ reason: 'other', words: '为什么是12609.17万元' }, '别的：为什么是12609.17万元'],
])('%j is kept as %s', (form, kept) => {
  expect(questionText(new URLSearchParams(form as Record<string, string>))).toBe(kept);
});

test('a long question is cut, never a sign in two', () => {
  expect(
    Array.from(questionText(new URLSearchParams({ reason: 'other', words: '𠮷'.repeat(999) }))),
  ).toHaveLength(303);
});
