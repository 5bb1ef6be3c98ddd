import { expect, test } from 'vitest';
import type { Filing } from '../api/schema.ts';
import { boardCsv, fits, noFilter, standings } from './filings.ts';

function filing(code: string, daysLeft: number | null, more: Partial<Filing> = {}): Filing {
  return {
    id: code,
    ...{
      region: '1',
      regionName: '某区',
      department: code,
      departmentCode: code,
      departmentName: `部门${code}`,
    },
    ...{ unit: null, unitName: null, year: 2026, stage: 'budget', form: 'f', financeSteps: 1 },
    ...{ state: 'drafting', stateName: '编制', version: 1, bookVersion: 1, disclosureVersion: 0 },
    ...{ approvedAt: null, dueOn: null, daysLeft, changedAt: '2026-01-01T00:00:00Z', actions: [] },
    ...more,
  };
}

const counts = { filing: '2', verdict: 'errors', errors: 3, warnings: 0, infos: 0, waived: 0 } as const;

test('what is overdue comes first, then what has errors', () => {
  const all = standings([filing('1', null), filing('2', null), filing('3', -2), filing('4', 5)], [counts]);
  expect(all.map(({ filing: { id } }) => id)).toEqual(['3', '4', '2', '1']);
});

test('filters narrow the board together', () => {
  const [first] = standings([filing('2', -1)], [counts]);
  if (first === undefined) throw new Error('nothing stands on the board');
  expect(fits(first, { ...noFilter, text: '部门2', withErrors: true, overdue: true })).toBe(true);
  expect(fits(first, { ...noFilter, step: 3 })).toBe(false);
  expect(fits(first, { ...noFilter, year: 2025 })).toBe(false);
});

test('a name that looks like a formula stays a text in the exported file', () => {
  const named = filing('1', null, { departmentName: '=1+1,"x"' });
  expect(boardCsv(standings([named], []), ['甲'])).toContain(`"'=1+1,""x"""`);
});
