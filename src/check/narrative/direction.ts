import type { PrintedValue } from '../../model/finding.ts';
import type { Rule } from '../rule.ts';
import { changeOf, contraryChange } from './changes.ts';
import { evidenceAt, observeClaims, type SeeClaim } from './observed.ts';

/** 增加 where the amounts fall by just the stated change, and the reverse. */
export const directionRule: Rule = {
  id: 'narrative.direction',
  severity: 'error',
  authority: '算术',
  check: (context) => observeClaims(context, 'change', seeChange),
};

const seeChange: SeeClaim = (stated, claims, narrative) => {
  const change = changeOf(stated, claims, narrative);
  if (change?.current == null || change.previous === null) return null;
  if (!contraryChange(change)) return [];
  return [
    {
      rule: 'narrative.direction',
      severity: 'error',
      culprits: [
        {
          reported: wordFor(change.sign),
          expected: wordFor(-change.sign),
          support: 1,
          slip: 'sign',
          place: stated.place,
        },
      ],
      evidence: [
        evidenceAt(change.current, 'part'),
        evidenceAt(change.previous, 'base'),
        evidenceAt(change.change, 'part'),
      ],
    },
  ];
};

function wordFor(sign: number): PrintedValue {
  return { text: sign > 0 ? '增加' : '减少', fen: null };
}
