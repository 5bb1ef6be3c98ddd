import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, impliedInterval, residual, slack, type Relation } from './relation.ts';
import type { Ratio, Values } from './term.ts';

/** [value, unit] of figures 0, 1, 2 … */
function valuesOf(figures: readonly (readonly [number, number])[]): Values {
  return { value: (id) => figures[id]?.[0] ?? 0, unit: (id) => figures[id]?.[1] ?? 0 };
}

/** Figure 0 is the sum of all others. */
function sumOf(count: number, extra: Partial<Relation> = {}): Relation {
  const terms = Array.from({ length: count }, (_, figure) => ({
    figure,
    weight: figure === 0 ? -1 : 1,
    role: figure === 0 ? ('total' as const) : ('addend' as const),
  }));
  return { rule: 'table.total', terms, holds: 'always', tail: 0, says: {}, ...extra };
}

const same: Relation = {
  ...sumOf(2),
  terms: [
    { figure: 0, weight: -1, role: 'same' },
    { figure: 1, weight: 1, role: 'same' },
  ],
};

const ratio: Ratio = { rate: 0, part: [{ figure: 1, weight: 1 }], whole: [{ figure: 2, weight: 1 }] };
const rateRelation: Relation = {
  ...sumOf(3),
  ratio,
  terms: [
    { figure: 0, weight: 0, role: 'part' },
    { figure: 1, weight: 1, role: 'part' },
    { figure: 2, weight: 0, role: 'base' },
  ],
};

/** 万元 with two decimals in 分. */
const wan = (amount: number): readonly [number, number] => [Math.round(amount * 100) * 10_000, 10_000];
/** Percent with decimals in millionths. */
const percent = (rate: number, decimals: number): readonly [number, number] => [
  Math.round(rate * 10_000),
  10_000 / 10 ** decimals,
];

describe('a sum', () => {
  it.each([
    ['the two rows of a class', [wan(40.25), wan(3.54), wan(36.72)], 'rounding'],
    ['an exact one', [wan(40.26), wan(3.54), wan(36.72)], 'exact'],
    [
      'two last digits off, which two addends and a total allow by 1.5',
      [wan(40.24), wan(3.54), wan(36.72)],
      'fail',
    ],
    ['a total against a blank', [wan(0.01), [0, 0], [0, 0]], 'fail'],
    ['whole 元 against 万元', [wan(40.25), [354_000_00, 100], [36_714_900, 100]], 'fail'],
  ] as const)('%s', (_, figures, outcome) => {
    expect(evaluate(sumOf(figures.length), valuesOf(figures))).toBe(outcome);
  });

  it('is never contradicted by rounding alone, and always by more', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 10 ** 10 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.constantFrom(1, 100, 10_000), (exact, unit) => {
        const print = (fen: number): readonly [number, number] => [Math.round(fen / unit) * unit, unit];
        const total = exact.reduce((sum, fen) => sum + fen, 0);
        const figures = [print(total), ...exact.map(print)];
        const relation = sumOf(figures.length);
        expect(['exact', 'rounding']).toContain(evaluate(relation, valuesOf(figures)));
        const beyond =
          slack(relation, valuesOf(figures)) / 2 + Math.abs(residual(relation, valuesOf(figures))) + unit;
        const off = [
          [(figures[0]?.[0] ?? 0) + Math.ceil(beyond / unit) * unit, unit] as const,
          ...figures.slice(1),
        ];
        expect(evaluate(relation, valuesOf(off))).toBe('fail');
      }),
    );
  });

  it('allows a figure exactly where it would not be contradicted', () => {
    const figure = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, 2, 20));
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 3, maxLength: 5 }),
        fc.integer({ min: -4000, max: 4000 }),
        (figures, value) => {
          const relation = sumOf(figures.length);
          const allowed = impliedInterval(relation, 1, valuesOf(figures));
          const [, unit = 0] = figures[1] ?? [];
          const tried = figures.map((own, i) => (i === 1 ? ([value, unit] as const) : own));
          const inside = allowed !== null && allowed.low <= 2 * value && 2 * value <= allowed.high;
          expect(inside).toBe(evaluate(relation, valuesOf(tried)) !== 'fail');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not applicable when its condition is unknown and it fails', () => {
    const unknown = sumOf(3, { holds: 'unknown' });
    expect(evaluate(unknown, valuesOf([wan(5), wan(1), wan(2)]))).toBe('notApplicable');
    expect(evaluate(unknown, valuesOf([wan(3), wan(1), wan(2)]))).toBe('exact');
  });
});

describe('two printings of one figure', () => {
  it.each([
    ['must be equal at one precision', same, [wan(1035.73), wan(1035.74)], 'fail'],
    [
      'may differ by the tails of their parts',
      { ...same, tail: 40_000 },
      [wan(1035.73), wan(1035.74)],
      'tail',
    ],
    ['may be rounded differently', same, [wan(964.48), [964_482_300, 100]], 'rounding'],
    ['may not differ by more', same, [wan(964.48), [964_490_000, 100]], 'fail'],
  ] as const)('%s', (_, relation, figures, outcome) => {
    expect(evaluate(relation, valuesOf(figures))).toBe(outcome);
  });
});

describe('a rate', () => {
  it.each([
    // 0.115 to 0.125 over 0.495 to 0.505 is 22.8% to 25.3%.
    ['0.12 over 0.50 is 24%', [percent(24, 0), wan(0.12), wan(0.5)], 'rounding'],
    ['0.12 over 0.50 may be 23%', [percent(23, 0), wan(0.12), wan(0.5)], 'rounding'],
    ['0.12 over 0.50 is not 22.22%', [percent(22.22, 2), wan(0.12), wan(0.5)], 'fail'],
    ['a whole of zero is another rule’s business', [percent(100, 0), wan(0.12), [0, 0]], 'rounding'],
    ['6.38% is 6.3% only cut off', [percent(6.3, 1), wan(6.38), wan(100)], 'tail'],
    ['6.38% is 6.2% for nobody', [percent(6.2, 1), wan(6.38), wan(100)], 'fail'],
    ['6.32% is 6.4% for nobody', [percent(6.4, 1), wan(6.32), wan(100)], 'fail'],
  ] as const)('%s', (_, figures, outcome) => {
    expect(evaluate(rateRelation, valuesOf(figures))).toBe(outcome);
  });

  it('of a change from 0.50 to 0.62 may be 22.22%: both are rounded', () => {
    const growth: Relation = {
      ...rateRelation,
      ratio: {
        rate: 0,
        part: [
          { figure: 1, weight: 1 },
          { figure: 2, weight: -1 },
        ],
        whole: [{ figure: 2, weight: 1 }],
      },
    };
    expect(evaluate(growth, valuesOf([percent(22.22, 2), wan(0.62), wan(0.5)]))).toBe('rounding');
    expect(evaluate(growth, valuesOf([percent(26.3, 1), wan(0.62), wan(0.5)]))).toBe('rounding');
    expect(evaluate(growth, valuesOf([percent(21.6, 1), wan(0.62), wan(0.5)]))).toBe('fail');
  });

  it('is never contradicted by rounding alone', () => {
    const amounts = fc.tuple(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 100_000, max: 10 ** 9 }),
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom(0, 1, 2), ([part, whole], decimals) => {
        const print = (fen: number): readonly [number, number] => [Math.round(fen / 10_000) * 10_000, 10_000];
        const unit = 10_000 / 10 ** decimals;
        const rate = Math.round(((part / whole) * 1_000_000) / unit) * unit;
        expect(evaluate(rateRelation, valuesOf([[rate, unit], print(part), print(whole)]))).toBe('rounding');
      }),
    );
  });

  it('implies each of its figures: the true one lies within', () => {
    const amounts = fc.tuple(fc.integer({ min: 100, max: 10 ** 5 }), fc.integer({ min: 1000, max: 10 ** 6 }));
    fc.assert(
      fc.property(amounts, ([part, whole]) => {
        const rate = Math.round((part / whole) * 10_000) * 100;
        const figures = [[rate, 100], wan(part), wan(whole)] as const;
        for (const figure of [0, 1, 2]) {
          const allowed = impliedInterval(rateRelation, figure, valuesOf(figures));
          const doubled = 2 * (figures[figure]?.[0] ?? 0);
          expect(allowed !== null && allowed.low <= doubled && doubled <= allowed.high).toBe(true);
        }
      }),
    );
  });
});
