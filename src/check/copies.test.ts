import { describe, expect, it } from 'vitest';
import { copiedMistakes } from './copies.ts';
import { networkOf, outcomes, ownValues } from './network.ts';
import type { Relation } from './relation.ts';
import { same, sum } from './relationFixture.ts';
import type { Variable } from './variable.ts';

const variable = (value: number, id: number): Variable => ({
  id,
  kind: 'amount',
  origin: 'cell',
  value,
  unit: 1,
  text: String(value),
  place: { file: 't' },
  express: (own) => ({ text: String(own), fen: own }),
  decimals: String,
});

function explained(values: readonly number[], relations: readonly Relation[]): unknown {
  const network = networkOf(values.map(variable), relations);
  const states = outcomes(network, ownValues(network));
  const group = states.flatMap((state, r) => (state === 'fail' ? [r] : []));
  return copiedMistakes(network, group).map(({ changes }) =>
    changes.map(({ figure, expected }) => [figure, expected]),
  );
}

describe('one misprint in several tables', () => {
  it('is put right in all of them', () => {
    const relations = [sum(0, 1, 2), sum(3, 4, 5), same(1, 4), same(0, 3), same(2, 5)];
    expect(explained([1500, 106, 434, 1500, 106, 434], relations)).toEqual([
      [
        [1, 1066],
        [4, 1066],
      ],
    ]);
  });

  it('is left open where no slip decides', () => {
    const relations = [sum(0, 1, 2), sum(3, 4, 5), same(1, 4), same(0, 3), same(2, 5)];
    expect(explained([1500, 251, 434, 1500, 251, 434], relations)).toHaveLength(3);
  });

  it('is none where the copies do not agree on the value', () => {
    const relations = [sum(0, 1, 2), sum(3, 4, 5), same(1, 4)];
    expect(explained([1500, 106, 434, 1600, 106, 434], relations)).toEqual([]);
  });
});
