import { expect, test } from 'vitest';
import { isDeeperThan } from './depth.ts';

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner, _, i) => (i % 2 === 0 ? [inner] : { inner }), 1);

test('levels are objects and lists within one another', () => {
  expect(isDeeperThan(1, 0)).toBe(false);
  expect(isDeeperThan([1, 'a', null], 1)).toBe(false);
  expect(isDeeperThan(nested(8), 8)).toBe(false);
  expect(isDeeperThan(nested(9), 8)).toBe(true);
  expect(isDeeperThan({ a: 1, b: nested(8) }, 8)).toBe(true);
});

test('however deep it is, the answer comes', () => {
  const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(isDeeperThan(JSON.parse(text), 64)).toBe(true);
});
