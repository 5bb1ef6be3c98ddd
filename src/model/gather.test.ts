import { expect, test } from 'vitest';
import { gather } from './gather.ts';

test('lists what flatMap lists, with the index of each item', () => {
  const words = ['收入', '', '支出'];
  const give = (word: string, index: number): readonly string[] => (word === '' ? [] : [word, `${index}`]);
  expect(gather(words, give)).toEqual(words.flatMap(give));
});

test('takes what can only be walked through', () => {
  const amounts = new Map<string, readonly number[]>([
    ['收入', [1, 2]],
    ['支出', []],
  ]);
  expect(gather(amounts.values(), (parts) => parts)).toEqual([1, 2]);
});
