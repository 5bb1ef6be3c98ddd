import { expect, test } from 'vitest';
import type { Filing } from '../api/schema.ts';
import { needsWords, openFor } from './bulkStep.ts';
import type { Standing } from './filings.ts';

function standing(id: string, errors: number): Standing {
  const filing = { id, actions: ['return', 'pass'] } as unknown as Filing;
  return { filing, counts: { errors } as unknown as NonNullable<Standing['counts']> };
}

test('with errors a filing may be returned together with others, and never passed', () => {
  const chosen = [standing('a', 0), standing('b', 2)];
  const ids = (all: readonly Standing[]): readonly string[] => all.map(({ filing }) => filing.id);
  expect(ids(openFor('pass', chosen))).toEqual(['a']);
  expect(ids(openFor('return', chosen))).toEqual(['a', 'b']);
  expect(openFor('publish', chosen)).toEqual([]);
  expect([needsWords('return'), needsWords('pass')]).toEqual([true, false]);
});
