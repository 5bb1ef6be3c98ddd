import { expect, it } from 'vitest';
import type { Explanation } from './explanation.ts';
import { withoutGuesses } from './guesses.ts';
import { networkOf } from './network.ts';
import { mention, sum } from './relationFixture.ts';
import type { Variable } from './variable.ts';

const figure = (id: number, value: number): Variable =>
  ({ id, value, unit: 1, text: `${value}` }) as Variable;

const both = (expected: number): Explanation => ({
  changes: [0, 1].map((id) => ({ figure: id, expected, support: 2, slip: null })),
});

it('two printings that differ are not both put right by a third value that nothing prints', () => {
  const network = networkOf([figure(0, 150), figure(1, 270)], [mention(0, 1)]);
  expect(withoutGuesses(network, [both(250)])).toEqual([]);
});

it('a third printing of the value is no guess, nor are copies of one misprint', () => {
  const printed = networkOf([figure(0, 150), figure(1, 270), figure(2, 250)], [mention(0, 1), mention(0, 2)]);
  expect(withoutGuesses(printed, [both(250)])).toHaveLength(1);
  const copies = networkOf([figure(0, 150), figure(1, 150)], [mention(0, 1)]);
  expect(withoutGuesses(copies, [both(250)])).toHaveLength(1);
});

it.each([
  [2, false],
  [0, true],
])('a count is put right to nothing beside a count of %i: %s', (other, told) => {
  const counts = [3, 5, other].map((value, id): Variable => ({
    ...figure(id, value),
    kind: 'count',
    origin: 'text',
  }));
  const network = networkOf(counts, [sum(0, 1, 2)]);
  const only = (id: number, expected: number): Explanation => ({
    changes: [{ figure: id, expected, support: 1, slip: 'digits' }],
  });
  const total = only(0, 5 + other);
  expect(withoutGuesses(network, [total, only(1, 0)]).length === 2).toBe(told);
});
