import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyIn, slipOf, slipsOf, unitSlipTo } from './slip.ts';

describe('slipOf', () => {
  it.each([
    [3780713, 3870717, 'digits'],
    [1270760, 1207760, 'digits'],
    [9676, 9576, 'digits'],
    [976, 9676, 'dropped'],
    [88736, 8736, 'added'],
    [967600, 9676, 'decimal'],
    [96760000, 9676, 'unit'],
    [133, 13372, 'decimal'],
    [13, 1372, null],
    [-9676, 9676, 'sign'],
    [12, 99, null],
    [5, 7, null],
    [0, 9676, null],
    [9676, 9676, null],
  ] as const)('%i for %i is %s', (printed, expected, slip) => {
    expect(slipOf(printed, expected, [])).toBe(slip);
  });

  it('lists the numbers that a slip turns into the printed one', () => {
    const slips = slipsOf(9676);
    expect(slips).toEqual(expect.arrayContaining([9576, 6976, 976, 96760]));
    expect(slips.every((value) => slipOf(9676, value, []) !== null || value === 0)).toBe(true);
  });

  it('knows a neighbour’s value', () => {
    expect(slipOf(1234, 98765, [55, 1234])).toBe('neighbour');
    expect(slipOf(0, 98765, [0])).toBe(null);
  });

  it('is null only for equal values or unlike ones, and never throws', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (printed, expected) => {
        expect(printed !== expected || slipOf(printed, expected, []) === null).toBe(true);
      }),
    );
  });
});

describe('a number in another unit', () => {
  it.each([
    ['1.02万元 as 10200万元', 1_020_000_000_0, 1_020_000, 1_020_000],
    [
      '1860.24万元 as 18602400万元, where the table says 1860.2382',
      18_602_400_000_000,
      1_860_238_188,
      1_860_240_000,
    ],
    ['2.45元 for 2.45万元', 245, 2_450_000, 2_450_000],
    ['8.02万元 is not 8.02元', 8_020_000, 802, null],
    ['another number', 18_602_400_000_000, 1_862_238_188, null],
  ])('%s', (_, printed, expected, meant) => {
    expect(unitSlipTo(printed, expected)).toBe(meant);
  });
});

describe('what a number most likely should be', () => {
  const around = { low: 2 * 32_600_000, high: 2 * 32_780_000 };
  it.each([
    ['the same digits in another unit', 327_100_000_000, around, 32_710_000],
    ['the point moved', 327_100_000, around, 32_710_000],
    ['one digit other', 39_710_000, around, 32_710_000],
    ['several digits other, any of them', 31_710_000, { low: 0, high: 2 * 90_000_000 }, null],
    ['nothing', 32_710_000, { low: 2 * 55_550_000, high: 2 * 55_560_000 }, null],
  ])('%s', (_, printed, allowed, likely) => {
    expect(likelyIn(printed, 10_000, allowed)).toBe(likely);
  });
});
