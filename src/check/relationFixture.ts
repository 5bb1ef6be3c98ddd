import { relation, termsOfSame, termsOfSum, type Relation } from './relation.ts';

/** A relation of a test by which both figures are one amount, one of them the other's mention in a sentence. */
export const mention = (a: number, b: number): Relation =>
  relation('narrative.mention', termsOfSame(a, b, 'mention'));

/** A relation of a test by which both figures are one amount. */
export const same = (a: number, b: number): Relation => relation('table.across', termsOfSame(a, b));

/** A relation of a test by which the parts add up to the total. */
export function sum(total: number, ...parts: readonly number[]): Relation {
  return relation('table.row', termsOfSum(total, parts));
}
