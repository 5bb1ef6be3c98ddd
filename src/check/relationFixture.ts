import type { Relation } from './relation.ts';

/** A relation of a test by which both figures are one amount, one of them the other's mention in a sentence. */
export const mention = (a: number, b: number): Relation => equal('narrative.mention', a, b, 'mention');

/** A relation of a test by which both figures are one amount. */
export const same = (a: number, b: number): Relation => equal('table.across', a, b, 'same');

function equal(rule: string, a: number, b: number, role: 'same' | 'mention'): Relation {
  return {
    rule,
    terms: [
      { figure: a, weight: -1, role: 'same' },
      { figure: b, weight: 1, role },
    ],
    holds: 'always',
    tail: 0,
    says: {},
  };
}

/** A relation of a test by which the parts add up to the total. */
export function sum(total: number, ...parts: readonly number[]): Relation {
  const addends = parts.map((figure) => ({ figure, weight: 1, role: 'addend' as const }));
  const terms = [{ figure: total, weight: -1, role: 'total' as const }, ...addends];
  return { rule: 'table.row', terms, holds: 'always', tail: 0, says: {} };
}
