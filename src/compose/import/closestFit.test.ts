import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestFit, type FitRow } from './closestFit.ts';
import { consistentFit } from './consistentFit.ts';

const row = (unknowns: readonly number[], value: number, tolerance = 49): FitRow => ({
  ...{ unknowns, value, tolerance, weight: 1 },
});

const sum = (result: readonly number[], { unknowns }: FitRow): number =>
  unknowns.reduce((total, index) => total + (result[index] ?? 0), 0);

describe('closestFit', () => {
  it('takes exact values where they agree', () => {
    const rows = [row([0], 300), row([1], 500), row([0, 1], 800)];
    expect(closestFit(rows, [0, 0])).toEqual([300, 500]);
  });

  it('spreads a rounding tail over as few values as it takes', () => {
    const rows = [row([0], 300), row([1], 500), row([0, 1], 890)];
    const result = closestFit(rows, [0, 0]) ?? [];
    for (const one of rows) expect(Math.abs(sum(result, one) - one.value)).toBeLessThanOrEqual(49.5);
  });

  it('leaves over the value that contradicts the most others', () => {
    const rows = [
      row([0], 30_000),
      row([1], 50_000),
      row([0, 1], 80_000),
      row([1], 50_000),
      row([0, 1], 8_000),
    ];
    expect(consistentFit(rows, [0, 0])).toEqual({ amounts: [30_000, 50_000], contradicted: [4] });
  });

  it('finds values for every table that is rounded from some', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 90_000_000 }), { minLength: 4, maxLength: 24 });
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), (values, groups) => {
        const rounded = (value: number): number => Math.round(value / 10_000) * 10_000;
        const all = values.map((_, i) => i);
        const parts = [0, 1, 2].map((group) => all.filter((i) => groups[i] === group));
        const cross = [all.filter((i) => i % 2 === 0), all.filter((i) => i % 2 === 1), all];
        const rows = [...all.map((i) => [i]), ...parts, ...cross].map((unknowns) =>
          row(unknowns, rounded(unknowns.reduce((total, i) => total + (values[i] ?? 0), 0)), 5_000),
        );
        const result =
          closestFit(
            rows,
            values.map(() => 1e-8),
          ) ?? [];
        for (const one of rows) expect(Math.abs(sum(result, one) - one.value)).toBeLessThanOrEqual(5_060);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('meets every sum of a table of many hundred rows', () => {
    const amounts = Array.from({ length: 700 }, (_, i) => 1_000_000 + ((i * 7_919) % 90_001) * 100);
    const rounded = (value: number): number => Math.round(value / 10_000) * 10_000;
    const groups = Array.from({ length: 26 }, (_, group) =>
      amounts.flatMap((_amount, i) => (i % 26 === group ? [i] : [])),
    );
    const all = amounts.map((_, i) => i);
    const rows = [...all.map((i) => [i]), ...groups, all].map((unknowns) =>
      row(unknowns, rounded(unknowns.reduce((total, i) => total + (amounts[i] ?? 0), 0)), 4_900),
    );
    const fit = consistentFit(
      rows,
      amounts.map(() => 1e-8),
    );
    expect(fit?.contradicted).toEqual([]);
  });

  it('does not begin what is too large', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => i);
    const rows = Array.from({ length: 4_000 }, () => row(many, 1));
    expect(
      closestFit(
        rows,
        many.map(() => 0),
      ),
    ).toBeNull();
  });
});
