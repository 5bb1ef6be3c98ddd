import { expect, test } from 'vitest';
import type { FindingRecord } from '../api/schema.ts';
import { demandsOf } from './checklist.ts';

const filing = {
  approvedAt: '2026-02-01T00:00:00Z',
  daysLeft: 3,
  dueOn: '2026-02-21',
  bookVersion: 2,
  disclosureVersion: 1,
};
const record = (rule: string, severity: string, waived = false): FindingRecord => ({
  ...{ number: 0, severity, rule, fingerprint: '' },
  finding: {
    ...{ rule, severity: 'error', message: '', remedy: '', part: '', tied: false, group: null },
    ...{ culprits: [], evidence: [], difference: null, allowed: null, waiver: null },
  },
  waiver: waived
    ? {
        id: '',
        reason: '理由',
        author: '',
        authorName: '',
        createdAt: '2026-01-01T00:00:00Z',
        expiresOn: null,
      }
    : null,
});
const version = {
  ...({ version: 1, bookVersion: 2, verdict: 'clean' } as const),
  ...{ hash: '', author: '', authorName: '', reason: '' },
  createdAt: '2026-01-01T00:00:00Z',
} as const;
const states = (records: readonly FindingRecord[], bookVersion = 2): Readonly<Record<string, string>> =>
  Object.fromEntries(
    demandsOf({ filing, records, versions: [{ ...version, bookVersion }], comments: [] }).map((each) => [
      each.key,
      each.state,
    ]),
  );

test('an open error and a document older than its book stop the publication', () => {
  expect(states([record('table.total', 'error')])).toMatchObject({
    demandErrors: 'no',
    demandCurrent: 'yes',
  });
  expect(states([], 1)).toMatchObject({ demandErrors: 'yes', demandCurrent: 'no' });
});

test('what was waived and what is missing is to be looked at', () => {
  expect(states([record('table.total', 'error', true)])).toMatchObject({
    demandErrors: 'yes',
    demandWaived: 'look',
  });
  expect(states([record('document.tableMissing', 'warning')])).toMatchObject({
    demandComplete: 'look',
    demandDue: 'yes',
  });
});
