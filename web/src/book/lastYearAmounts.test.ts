import { expect, test } from 'vitest';
import { newFact } from './factColumns.ts';
import { lastYearAmounts } from './lastYearAmounts.ts';

test('a line finds last year’s amount by what it is for, several lines of last year are added', () => {
  const fact = { ...newFact(undefined, '甲'), function: '2120101', deptEconomic: '30101' };
  const of = lastYearAmounts([
    { ...fact, fen: 3 },
    { ...fact, fen: 4 },
  ]);
  expect(of({ ...fact, fen: 100 })).toBe(7);
  expect(of({ ...fact, deptEconomic: '30102' })).toBeNull();
});
