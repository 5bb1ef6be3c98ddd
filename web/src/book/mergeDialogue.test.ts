import { expect, test } from 'vitest';
import { sentence } from '../language.tsx';
import { takenChoices } from './mergeDialogue.tsx';
import { shownValue } from './shownValue.ts';
import { bookWords, type SayBook } from './words.ts';

const say: SayBook = (key, ...params) => sentence(bookWords, key, 'zh', params);

test('only what differs from theirs is told to the server', () => {
  expect(takenChoices({ a: 'yours', b: 'theirs', c: 'both' })).toEqual({ a: 'yours', c: 'both' });
});

test.each([
  ['facts[x].fen', 123_456, '1,234.56 元'],
  ['assets.vehicleQuota', 3, '3'],
  ['facts[x]', { unit: '甲', function: '2120101', fen: 100 }, '2120101 · 1.00 元'],
  ['facts[x]', undefined, '（删除）'],
  ['purchasedServices', ['a', 'b'], '2 行'],
])('%s as a clerk reads it', (path, value, text) => {
  expect(shownValue(path, value, say)).toBe(text);
});
