import type { Interval } from '../model/interval.ts';
import type { Ratio, Values } from './term.ts';

/**
 * part ÷ whole = rate by interval division over the printed figures. Amounts stay integers; only the
 * bounds of the quotient are fractions, and they never stand for an amount.
 */
const MILLION = 1_000_000;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Σ weight·figure over printed intervals, in 分, without one figure. */
function boundsOf(terms: Ratio['part'], values: Values, without: number | null): Bounds {
  let low = 0;
  let high = 0;
  for (const { figure, weight } of terms) {
    if (figure === without) continue;
    const middle = weight * values.value(figure);
    const half = (Math.abs(weight) * values.unit(figure)) / 2;
    low += middle - half;
    high += middle + half;
  }
  return { low, high };
}

/** All quotients part ÷ whole in millionths; null when the whole may be zero or negative. */
function quotient(ratio: Ratio, values: Values): Bounds | null {
  const part = boundsOf(ratio.part, values, null);
  const whole = boundsOf(ratio.whole, values, null);
  if (whole.low <= 0) return null;
  const corners = [
    part.low / whole.low,
    part.low / whole.high,
    part.high / whole.low,
    part.high / whole.high,
  ];
  return { low: Math.min(...corners) * MILLION, high: Math.max(...corners) * MILLION };
}

/** part ÷ whole of the amounts as they are printed, in millionths; null for a whole of nothing. */
export function nominalRate(ratio: Ratio, values: Values): number | null {
  const sum = (terms: Ratio['part']): number =>
    terms.reduce((all, { figure, weight }) => all + weight * values.value(figure), 0);
  const whole = sum(ratio.whole);
  return whole <= 0 ? null : (sum(ratio.part) / whole) * MILLION;
}

/** How far the rounding of the amounts leaves their quotient open, in millionths; null for a whole of nothing. */
export function opennessOf(ratio: Ratio, values: Values): number | null {
  const possible = quotient(ratio, values);
  return possible === null ? null : possible.high - possible.low;
}

/** Does the printed rate's interval meet the quotient's? A whole of zero is another rule's business. */
export function ratioHolds(ratio: Ratio, values: Values): boolean {
  const possible = quotient(ratio, values);
  if (possible === null) return true;
  const half = values.unit(ratio.rate) / 2;
  const printed = values.value(ratio.rate);
  const grain = Math.max(Math.abs(printed), 1) * 1e-12;
  return possible.low <= printed + half + grain && printed - half - grain <= possible.high;
}

/**
 * Is the printed rate the quotient cut off after its last digit instead of rounded (99.868% as 99.86%), or rounded
 * twice (33.047% as 33.05%, and that as 33.1%)?
 */
export function isCutOffRate(ratio: Ratio, values: Values): boolean {
  const possible = quotient(ratio, values);
  const printed = values.value(ratio.rate);
  const unit = values.unit(ratio.rate);
  if (possible === null || printed <= 0) return false;
  const cutOff = possible.low < printed + unit && printed <= possible.high;
  const twice = possible.low <= printed - unit / 2 && printed - 0.55 * unit <= possible.high;
  return cutOff || twice;
}

/** Where the ratio allows one figure (the rate, or an amount in part or whole) to be printed, doubled. */
export function impliedInRatio(ratio: Ratio, figure: number, values: Values): Interval | null {
  if (figure === ratio.rate) {
    const possible = quotient(ratio, values);
    const half = values.unit(figure);
    return possible === null ? null : { low: 2 * possible.low - half, high: 2 * possible.high + half };
  }
  return impliedAmount(ratio, figure, values);
}

/** (a + b·x) ÷ (c + d·x) between the printed rate's bounds: linear in x for a positive whole. */
function impliedAmount(ratio: Ratio, figure: number, values: Values): Interval | null {
  const b = weightOf(ratio.part, figure);
  const d = weightOf(ratio.whole, figure);
  const half = values.unit(ratio.rate) / 2;
  const rate = {
    low: (values.value(ratio.rate) - half) / MILLION,
    high: (values.value(ratio.rate) + half) / MILLION,
  };
  const a = boundsOf(ratio.part, values, figure);
  const c = boundsOf(ratio.whole, values, figure);
  const own = values.unit(figure);
  const limits = [atRate(rate.low, a, b, c, d), atRate(rate.high, a, b, c, d)];
  if (limits.some((limit) => limit === null)) return null;
  const ends = limits.flatMap((limit) => (limit === null ? [] : [limit.low, limit.high]));
  return { low: 2 * Math.min(...ends) - own, high: 2 * Math.max(...ends) + own };
}

function weightOf(terms: Ratio['part'], figure: number): number {
  return terms.find((term) => term.figure === figure)?.weight ?? 0;
}

/** x with a + b·x = r·(c + d·x), over the intervals of a and c. */
function atRate(r: number, a: Bounds, b: number, c: Bounds, d: number): Bounds | null {
  const slope = b - r * d;
  if (Math.abs(slope) < 1e-9) return null;
  const ends = [a.low, a.high].flatMap((from) => [c.low, c.high].map((base) => (r * base - from) / slope));
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
