/**
 * Intervals of amounts in half 分 (doubled, so that half a last digit is an integer).
 * A figure printed with last-digit unit u stands for [v − u/2, v + u/2].
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of a printed figure, doubled: [2·fen − unit, 2·fen + unit]. */
export function printedInterval(fen: number, unitFen: number): Interval {
  return { low: 2 * fen - unitFen, high: 2 * fen + unitFen };
}

export function intersection(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : null;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Multiplied by an integer weight; a negative weight turns the ends. */
export function scaleInterval(a: Interval, weight: number): Interval {
  return weight >= 0
    ? { low: a.low * weight, high: a.high * weight }
    : { low: a.high * weight, high: a.low * weight };
}
