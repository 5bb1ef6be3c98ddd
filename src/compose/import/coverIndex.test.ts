import { describe, expect, it } from 'vitest';
import type { Scope } from '../../model/scope.ts';
import { coverIndex } from './coverIndex.ts';
import { covers } from './imported.ts';

const scopes: readonly Scope[] = ['2010101', '2010199', '20102', '2080505'].flatMap((code) =>
  ['general', 'governmentFund', 'otherIncome'].flatMap((fund) =>
    ['修缮', '2026/设备'].map((project) => ({ function: code, fund, project, nature: 'personnel' })),
  ),
);

const asked: readonly Scope[] = [
  {},
  { function: '201' },
  { function: '20101', fund: 'fiscal' },
  { fund: 'unitFunds', project: '2026/设备' },
  { nature: 'basic' },
  { project: '2026' },
  { function: '2010101', fund: 'general', project: '修缮', nature: 'personnel' },
  { unit: '本级' },
];

describe('coverIndex', () => {
  it('finds what asking every scope finds', () => {
    const index = coverIndex(scopes);
    for (const scope of asked) {
      const isMeant = covers(scope);
      expect(index(scope)).toEqual(scopes.flatMap((one, i) => (isMeant(one) ? [i] : [])));
    }
  });
});
