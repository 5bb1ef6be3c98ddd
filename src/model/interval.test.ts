import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIntervals, intersection, printedInterval, scaleInterval, type Interval } from './interval.ts';

const anyNumber = fc.integer({ min: -1_000_000, max: 1_000_000 });
const anyInterval = fc
  .tuple(anyNumber, anyNumber)
  .map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const inside = (interval: Interval) => fc.integer({ min: interval.low, max: interval.high });
const holds = (interval: Interval, value: number): boolean => interval.low <= value && value <= interval.high;

describe('intervals', () => {
  it('stand for a printed figure to half its last digit, doubled', () => {
    expect(printedInterval(40_250_000, 10_000)).toEqual({ low: 80_490_000, high: 80_510_000 });
    expect(printedInterval(0, 0)).toEqual({ low: 0, high: 0 });
  });

  it('hold the sum of any of their members', () => {
    const members = fc
      .tuple(anyInterval, anyInterval)
      .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), inside(a), inside(b)));
    fc.assert(
      fc.property(members, ([a, b, x, y]) => {
        expect(holds(addIntervals(a, b), x + y)).toBe(true);
      }),
    );
  });

  it('hold the multiples of their members, turned by a negative weight', () => {
    const members = anyInterval.chain((a) =>
      fc.tuple(fc.constant(a), inside(a), fc.integer({ min: -5, max: 5 })),
    );
    fc.assert(
      fc.property(members, ([a, x, weight]) => {
        expect(holds(scaleInterval(a, weight), x * weight)).toBe(true);
      }),
    );
  });

  it('meet exactly in their common members', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, anyNumber, (a, b, x) => {
        const common = intersection(a, b);
        expect(common !== null && holds(common, x)).toBe(holds(a, x) && holds(b, x));
        expect(intersection(b, a)).toEqual(common);
      }),
    );
  });
});
