import { expect, test } from 'vitest';
import { withValue } from './mergeDialogue.tsx';

test('a field is put at its place, a list is taken whole', () => {
  const merged = { overview: { duties: '对方', offices: [1] }, facts: [1, 2], year: 2026 };
  const own = { overview: { duties: '我的', offices: [3] }, facts: [9], year: 2026 };
  expect(withValue(merged, 'overview.duties', '我的', own)).toEqual({
    ...merged,
    overview: { duties: '我的', offices: [1] },
  });
  expect(withValue(merged, 'facts[甲/2.1/x].fen', 9, own)).toEqual({ ...merged, facts: [9] });
});
