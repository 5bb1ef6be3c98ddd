import { expect, it } from 'vitest';
import type { Explanation } from './explanation.ts';
import { withoutGuesses } from './guesses.ts';
import { networkOf } from './network.ts';
import type { Relation } from './relation.ts';
import type { Variable } from './variable.ts';

const figure = (id: number, value: number): Variable =>
  ({ id, value, unit: 1, text: `${value}` }) as Variable;

const same = (a: number, b: number): Relation => ({
  rule: 'narrative.mention',
  terms: [
    { figure: a, weight: -1, role: 'same' },
    { figure: b, weight: 1, role: 'mention' },
  ],
  holds: 'always',
  tail: 0,
  says: {},
});

const both = (expected: number): Explanation => ({
  changes: [0, 1].map((id) => ({ figure: id, expected, support: 2, slip: null })),
});

it('two printings that differ are not both put right by a third value that nothing prints', () => {
  const network = networkOf([figure(0, 150), figure(1, 270)], [same(0, 1)]);
  expect(withoutGuesses(network, [both(250)])).toEqual([]);
});

it('a third printing of the value is no guess, nor are copies of one misprint', () => {
  const printed = networkOf([figure(0, 150), figure(1, 270), figure(2, 250)], [same(0, 1), same(0, 2)]);
  expect(withoutGuesses(printed, [both(250)])).toHaveLength(1);
  const copies = networkOf([figure(0, 150), figure(1, 150)], [same(0, 1)]);
  expect(withoutGuesses(copies, [both(250)])).toHaveLength(1);
});
