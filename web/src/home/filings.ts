import type { UseQueryResult } from '@tanstack/react-query';
import { useAll } from '../api/calls.ts';
import type { Filing, FindingCounts } from '../api/schema.ts';

/** More are found with the filters of the server. */
const most = 2000;

/** All filings that one takes part in. */
export function useFilings(enabled = true): UseQueryResult<readonly Filing[]> {
  return useAll('GET /api/v1/filings', {}, { most, refetchInterval: 60_000, enabled });
}

/** A filing with what was found in its newest disclosure. */
export interface Standing {
  readonly filing: Filing;
  readonly counts: FindingCounts | null;
}

/** Those due first; then those with errors; then by code. */
export function standings(filings: readonly Filing[], counts: readonly FindingCounts[]): readonly Standing[] {
  const byFiling = new Map(counts.map((each) => [each.filing, each]));
  const all = filings.map((filing) => ({ filing, counts: byFiling.get(filing.id) ?? null }));
  return all.sort(
    (a, b) =>
      (a.filing.daysLeft ?? 9999) - (b.filing.daysLeft ?? 9999) ||
      b.filing.year - a.filing.year ||
      (b.counts?.errors ?? 0) - (a.counts?.errors ?? 0) ||
      a.filing.departmentCode.localeCompare(b.filing.departmentCode),
  );
}

/** What people choose on the board. */
export interface BoardFilter {
  readonly text: string;
  readonly year: number | null;
  readonly step: number | null;
  readonly withErrors: boolean;
  readonly overdue: boolean;
}

export const noFilter: BoardFilter = { text: '', year: null, step: null, withErrors: false, overdue: false };

export function fits({ filing, counts }: Standing, filter: BoardFilter): boolean {
  const name = `${filing.departmentCode} ${filing.departmentName} ${filing.unitName ?? ''}`;
  return (
    name.includes(filter.text.trim()) &&
    (filter.year === null || filing.year === filter.year) &&
    (filter.step === null || stepOf(filing.state) === filter.step) &&
    (!filter.withErrors || (counts?.errors ?? 0) > 0) &&
    (!filter.overdue || (filing.daysLeft ?? 0) < 0)
  );
}

/** The steps that the board shows, and the states of each. */
export const boardSteps: readonly (readonly [
  words: readonly [string, string],
  states: readonly Filing['state'][],
])[] = [
  [['编制', 'Preparing'], ['drafting']],
  [['单位审核', 'Unit review'], ['unitReview']],
  [
    ['部门汇总', 'Department'],
    ['departmentReview', 'collected'],
  ],
  [
    ['财政审核', 'Finance'],
    ['financeReview', 'financeRecheck'],
  ],
  [['批复', 'Approval'], ['approval']],
  [
    ['待公开', 'To publish'],
    ['approved', 'withdrawn'],
  ],
  [
    ['已公开', 'Published'],
    ['published', 'archived'],
  ],
];

export function stepOf(state: Filing['state']): number {
  return boardSteps.findIndex(([, states]) => states.includes(state));
}

/** The board as lines of a table, as it is shown; numbers are numbers. */
export function boardLines(all: readonly Standing[]): readonly (string | number)[][] {
  return all.map(({ filing, counts }) => [
    filing.departmentCode,
    filing.unitName ?? filing.departmentName,
    filing.year,
    filing.stateName,
    counts?.errors ?? '',
    counts?.warnings ?? '',
    counts?.waived ?? '',
    filing.dueOn ?? '',
    filing.daysLeft ?? '',
  ]);
}

/** The board as a file for a spreadsheet: UTF-8 with a mark, so that Excel reads it. */
export function boardCsv(all: readonly Standing[], heads: readonly string[]): string {
  const lines = boardLines(all);
  return `\ufeff${[heads, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  const text = String(value);
  // A spreadsheet would run a text that begins like a formula.
  const safe = /^[=+\-@\t]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
