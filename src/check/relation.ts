import { addIntervals, scaleInterval, printedInterval, type Interval } from '../model/interval.ts';
import { impliedInRatio, isCutOffRate, ratioHolds } from './ratio.ts';
import type { Ratio, Term, Values } from './term.ts';

/**
 * A relation that must hold between figures, each within its printed interval.
 * Linear: Σ weight·figure = 0. Ratio: Σ part-weights ÷ Σ whole-weights = the rate (see `ratio`).
 * `holds: 'unknown'` is a condition that the document does not decide: it may verify,
 * but when it fails it is not applicable.
 */
export interface Relation {
  readonly rule: string;
  /** Every figure that stands in the relation; in a ratio the weights are those of the part. */
  readonly terms: readonly Term[];
  readonly ratio?: Ratio;
  readonly holds: 'always' | 'unknown';
  /**
   * Doubled 分 by which two printings of the same figure may differ when the document says that it
   * has rounding tails: the tails of their own printed parts.
   */
  readonly tail: number;
  /** Words for the message: what the relation says. */
  readonly says: Readonly<Record<string, string | number>>;
}

/** The relation of a rule between figures that always holds, unless told otherwise. */
export function relation(rule: string, terms: readonly Term[], extra: Partial<Relation> = {}): Relation {
  return { rule, terms, holds: 'always', tail: 0, says: {}, ...extra };
}

/** The terms of: total = Σ addends; all are identifiers of figures. */
export function termsOfSum(total: number, addends: readonly number[]): readonly Term[] {
  return [
    { figure: total, weight: -1, role: 'total' },
    ...addends.map((figure): Term => ({ figure, weight: 1, role: 'addend' })),
  ];
}

/** The terms of: both figures print the same amount. */
export function termsOfSame(one: number, other: number, role: 'same' | 'mention' = 'same'): readonly Term[] {
  return [
    { figure: one, weight: -1, role: 'same' },
    { figure: other, weight: 1, role },
  ];
}

export type Outcome = 'exact' | 'rounding' | 'tail' | 'fail' | 'notApplicable';

/** Σ weight·figure, in 分 (for a ratio: how far the printed rate lies from the nearest one, in millionths). */
export function residual(relation: Relation, values: Values): number {
  if (relation.ratio !== undefined) return ratioResidual(relation.ratio, values);
  return relation.terms.reduce((sum, term) => sum + term.weight * values.value(term.figure), 0);
}

function ratioResidual(ratio: Ratio, values: Values): number {
  const implied = impliedInRatio(ratio, ratio.rate, values);
  const middle = implied === null ? 0 : (implied.low + implied.high) / 4;
  return Math.round(values.value(ratio.rate) - middle);
}

/** How far the residual may lie from zero because of printed digits, doubled. */
export function slack(relation: Relation, values: Values): number {
  if (relation.ratio !== undefined) {
    const implied = impliedInRatio(relation.ratio, relation.ratio.rate, values);
    return implied === null ? 0 : Math.round((implied.high - implied.low) / 2);
  }
  if (isSame(relation)) return sameSlack(relation, values);
  return relation.terms.reduce((sum, term) => sum + Math.abs(term.weight) * values.unit(term.figure), 0);
}

/** Two printings of one figure: no freedom at equal precision. */
export function isSame(relation: Relation): boolean {
  return (
    relation.terms.length === 2 &&
    relation.terms.every((term) => term.role === 'same' || term.role === 'mention')
  );
}

function sameSlack(relation: Relation, values: Values): number {
  const [a = 0, b = 0] = relation.terms.map((term) => values.unit(term.figure));
  return a === b ? 0 : a + b;
}

/** Exact, explained by rounding, or contradicted. */
export function evaluate(relation: Relation, values: Values): Outcome {
  const failed = relation.holds === 'unknown' ? 'notApplicable' : 'fail';
  if (relation.ratio !== undefined) {
    if (ratioHolds(relation.ratio, values)) return 'rounding';
    return isCutOffRate(relation.ratio, values) ? 'tail' : failed;
  }
  const off = 2 * Math.abs(residual(relation, values));
  if (off === 0) return 'exact';
  if (off <= slack(relation, values)) return 'rounding';
  return off <= relation.tail ? 'tail' : failed;
}

/**
 * Where the relation allows a figure to be printed, the other figures being as they are, doubled.
 * Null when the relation says nothing about it.
 */
export function impliedInterval(relation: Relation, figure: number, values: Values): Interval | null {
  if (relation.ratio !== undefined) return impliedInRatio(relation.ratio, figure, values);
  const own = relation.terms.find((term) => term.figure === figure);
  if (own === undefined || own.weight === 0) return null;
  if (isSame(relation)) return impliedSame(relation, figure, values);
  let sum: Interval = { low: 0, high: 0 };
  for (const term of relation.terms) {
    if (term.figure === figure) continue;
    const printed = printedInterval(values.value(term.figure), values.unit(term.figure));
    sum = addIntervals(sum, scaleInterval(printed, term.weight));
  }
  const implied = divideInterval(scaleInterval(sum, -Math.sign(own.weight)), Math.abs(own.weight));
  const half = values.unit(figure);
  return { low: implied.low - half, high: implied.high + half };
}

function divideInterval(interval: Interval, by: number): Interval {
  return by === 1 ? interval : { low: interval.low / by, high: interval.high / by };
}

function impliedSame(relation: Relation, figure: number, values: Values): Interval {
  const other = relation.terms.find((term) => term.figure !== figure)?.figure ?? figure;
  const freedom = sameSlack(relation, values);
  return { low: 2 * values.value(other) - freedom, high: 2 * values.value(other) + freedom };
}
