import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipOf, slipsOf } from './slip.ts';

describe('slipOf', () => {
  it.each([
    [3780713, 3870717, 'digits'],
    [1270760, 1207760, 'digits'],
    [9676, 9576, 'digits'],
    [976, 9676, 'dropped'],
    [88736, 8736, 'added'],
    [967600, 9676, 'decimal'],
    [96760000, 9676, 'unit'],
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
