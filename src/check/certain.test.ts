import { expect, it } from 'vitest';
import { certainChanges } from './certain.ts';
import { networkOf } from './network.ts';
import { same, sum } from './relationFixture.ts';
import type { Variable } from './variable.ts';

const cell = (id: number, value: number): Variable =>
  ({
    id,
    kind: 'amount',
    origin: 'cell',
    value,
    unit: 1,
    text: value === 0 ? '' : `${value}`,
    place: {},
  }) as Variable;

const found = (values: readonly number[], relations: Parameters<typeof networkOf>[1]) =>
  certainChanges(
    networkOf(
      values.map((value, id) => cell(id, value)),
      relations,
    ),
    relations.map((_, r) => r),
    () => [],
  ).map(({ change }) => [change.figure, change.expected]);

it('a cell that several relations ask the same value of is certain, whatever else is contradicted', () => {
  // 0 = 1 + 2, 3 = 1 + 4 and 5 = 1 + 6, of which 1 is blank; 0 is contradicted by 7 besides.
  const values = [90, 0, 40, 57, 7, 59, 9, 12];
  expect(found(values, [sum(0, 1, 2), sum(3, 1, 4), sum(5, 1, 6), same(0, 7)])).toEqual([[1, 50]]);
});

it('what another figure explains as well is not', () => {
  expect(found([90, 3, 40, 90], [sum(0, 1, 2), sum(3, 1, 2)])).toEqual([]);
});
