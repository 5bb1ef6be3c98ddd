import { expect, test } from 'vitest';
import { classLines, recordOfLines } from './records.ts';

test('a line without a code stays while it is typed and is no amount yet', () => {
  const typed = [
    { code: '212', fen: 5 },
    { code: '', fen: 7 },
  ];
  const record = recordOfLines(typed);
  expect(record).toEqual({ '212': 5 });
  expect(classLines(record, typed)).toBe(typed);
});

test('what came from elsewhere replaces what was typed', () => {
  const lines = classLines({ '221': 2, '208': 1 }, [{ code: '212', fen: 5 }]);
  expect(lines).toEqual([
    { code: '208', fen: 1 },
    { code: '221', fen: 2 },
  ]);
});
