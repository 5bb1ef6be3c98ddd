import { expect, it } from 'vitest';
import type { Explanation } from './explanation.ts';
import { withoutGuesses } from './guesses.ts';
import { networkOf } from './network.ts';
import { mention } from './relationFixture.ts';
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
