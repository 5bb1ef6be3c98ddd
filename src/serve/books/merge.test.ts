import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesOf } from './differences.ts';
import type { Json } from './keys.ts';
import { merge } from './merge.ts';

const fact = (project: string, fen: number): Json => ({
  unit: '甲',
  function: '2120101',
  nature: 'specificTarget',
  fund: 'general',
  vintage: 'current',
  project,
  fen,
});
const book = (...facts: readonly Json[]): Json => ({ region: '某区', facts, reasons: { total: '旧' } });

describe('merging', () => {
  test('two who changed different lines lose nothing', () => {
    const base = book(fact('路', 1), fact('桥', 2));
    const yours = book(fact('路', 10), fact('桥', 2), fact('灯', 3));
    const theirs = book(fact('路', 1), fact('桥', 20), fact('井', 4));
    const merged = book(fact('路', 10), fact('桥', 20), fact('灯', 3), fact('井', 4));
    expect(merge({ base, yours, theirs })).toEqual({ value: merged, conflicts: [] });
  });

  test('the same amount changed twice is a conflict, told with its place', () => {
    const base = book(fact('路', 1));
    const { value, conflicts } = merge({ base, yours: book(fact('路', 2)), theirs: book(fact('路', 3)) });
    expect(value).toEqual(book(fact('路', 3)));
    const path = 'facts[甲/2120101/specificTarget/general/current/路].fen';
    expect(conflicts).toEqual([{ path, base: 1, yours: 2, theirs: 3, both: false }]);
    const chosen = merge(
      { base, yours: book(fact('路', 2)), theirs: book(fact('路', 3)) },
      new Map([[path, 'yours']]),
    );
    expect(chosen.value).toEqual(book(fact('路', 2)));
  });

  test('a line that one removed and the other changed is a conflict', () => {
    const base = book(fact('路', 1));
    const { conflicts } = merge({ base, yours: book(), theirs: book(fact('路', 3)) });
    expect(conflicts.map(({ yours, theirs }) => [yours, theirs])).toEqual([[undefined, fact('路', 3)]]);
  });

  test('two who added the same line may keep both, and nothing else of the list is touched', () => {
    const base = book(fact('桥', 1));
    const yours = book(fact('路', 2), fact('桥', 1));
    const theirs = book(fact('桥', 5), fact('路', 3));
    const { value, conflicts } = merge({ base, yours, theirs });
    expect(value).toEqual(theirs);
    const [{ path, both } = { path: '', both: false }] = conflicts;
    expect([conflicts.length, both]).toEqual([1, true]);
    const kept = merge({ base, yours, theirs }, new Map([[path, 'both']]));
    expect(kept.value).toEqual(book(fact('桥', 5), fact('路', 3), fact('路', 2)));
  });

  test('a line that one added stands where it was put', () => {
    const base = book(fact('路', 1), fact('桥', 2));
    const yours = book(fact('灯', 3), fact('路', 1), fact('井', 4), fact('桥', 2));
    const { value } = merge({ base, yours, theirs: book(fact('路', 9), fact('桥', 2)) });
    expect(value).toEqual(book(fact('灯', 3), fact('路', 9), fact('井', 4), fact('桥', 2)));
  });

  test('a line that one removed stays removed', () => {
    const base = book(fact('路', 1), fact('桥', 2));
    const theirs = { region: '新区', facts: [fact('路', 1), fact('桥', 2)], reasons: { total: '旧' } };
    const { value } = merge({ base, yours: book(fact('桥', 2)), theirs });
    expect(value).toEqual({ region: '新区', facts: [fact('桥', 2)], reasons: { total: '旧' } });
  });

  test('with one side unchanged the result is the other side', () => {
    const some = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(some, some, (base, changed) => {
        expect(merge({ base, yours: changed, theirs: base }).value).toEqual(changed);
        expect(merge({ base, yours: base, theirs: changed }).value).toEqual(changed);
        expect(merge({ base, yours: changed, theirs: changed }).conflicts).toEqual([]);
      }),
    );
  });
});

test('differences lead to the changed field', () => {
  const found = differencesOf(book(fact('路', 1), fact('桥', 2)), book(fact('桥', 5)));
  expect(found.map(({ path, after }) => [path.replace(/^.*\/current\//, ''), after])).toEqual([
    ['路]', undefined],
    ['桥].fen', 5],
  ]);
});
