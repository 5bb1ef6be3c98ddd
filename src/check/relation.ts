import { addIntervals, scaleInterval, type Interval } from '../model/interval.ts';
import type { EvidenceRole } from '../model/finding.ts';
import { intervalOf } from './variable.ts';

/** How a figure takes part in a relation: Σ weight·figure = 0. */
export interface Term {
  readonly figure: number;
  readonly weight: number;
  readonly role: EvidenceRole;
}

/**
 * A relation that must hold between figures: Σ weight·figure = 0, each figure within its printed
 * interval. `holds: 'unknown'` is a condition that the document does not decide: it may verify,
 * but when it fails it is not applicable.
 */
export interface Relation {
  readonly rule: string;
  readonly terms: readonly Term[];
  readonly holds: 'always' | 'unknown';
  /**
   * Doubled 分 by which two printings of the same figure may differ when the document says that it
   * has rounding tails: the tails of their own printed parts.
   */
  readonly tail: number;
  /** Words for the message: what the relation says. */
  readonly says: Readonly<Record<string, string | number>>;
}

export type Outcome = 'exact' | 'rounding' | 'tail' | 'fail' | 'notApplicable';

/** The printed state of every figure by id. */
export interface Values {
  readonly value: (figure: number) => number;
  readonly unit: (figure: number) => number;
}

/** Σ weight·figure, in 分. */
export function residual(relation: Relation, values: Values): number {
  return relation.terms.reduce((sum, term) => sum + term.weight * values.value(term.figure), 0);
}

/** How far the residual may lie from zero because of printed digits, doubled. */
export function slack(relation: Relation, values: Values): number {
  if (isSame(relation)) return sameSlack(relation, values);
  return relation.terms.reduce((sum, term) => sum + Math.abs(term.weight) * values.unit(term.figure), 0);
}

/** Two printings of one figure: no freedom at equal precision. */
export function isSame(relation: Relation): boolean {
  return relation.terms.length === 2 && relation.terms.every((term) => term.role === 'same');
}

function sameSlack(relation: Relation, values: Values): number {
  const units = relation.terms.map((term) => values.unit(term.figure));
  const [a = 0, b = 0] = units;
  return a === b || a === 0 || b === 0 ? (a === b ? 0 : a + b) : a + b;
}

/** Exact, explained by rounding, or contradicted. */
export function evaluate(relation: Relation, values: Values): Outcome {
  const off = 2 * Math.abs(residual(relation, values));
  if (off === 0) return 'exact';
  if (off <= slack(relation, values)) return 'rounding';
  if (off <= relation.tail) return 'tail';
  return relation.holds === 'unknown' ? 'notApplicable' : 'fail';
}

/**
 * Where the relation allows a figure to be printed, the other figures being as they are, doubled.
 * Null when the figure does not stand in it.
 */
export function impliedInterval(relation: Relation, figure: number, values: Values): Interval | null {
  const own = relation.terms.find((term) => term.figure === figure);
  if (own === undefined || own.weight === 0) return null;
  if (isSame(relation)) return impliedSame(relation, figure, values);
  let sum: Interval = { low: 0, high: 0 };
  for (const term of relation.terms) {
    if (term.figure === figure) continue;
    const printed = intervalOf({ value: values.value(term.figure), unit: values.unit(term.figure) });
    sum = addIntervals(sum, scaleInterval(printed, term.weight));
  }
  const half = values.unit(figure);
  const implied = scaleInterval(sum, -own.weight);
  return { low: implied.low - half, high: implied.high + half };
}

function impliedSame(relation: Relation, figure: number, values: Values): Interval {
  const other = relation.terms.find((term) => term.figure !== figure)?.figure ?? figure;
  const freedom = Math.max(sameSlack(relation, values), 0);
  return { low: 2 * values.value(other) - freedom, high: 2 * values.value(other) + freedom };
}
