import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFen,
  fenPerUnit,
  formatAmount,
  halfWidth,
  MAX_FEN,
  parseAmount,
  type MoneyUnit,
} from './money.ts';

const units = Object.keys(fenPerUnit) as MoneyUnit[];
const anyUnit = fc.constantFrom(...units);
const anyFen = fc.integer({ min: -1_000_000_000_000_00, max: 1_000_000_000_000_00 });

/** Decimals that print any amount of a unit to the 分. */
const places = (unit: MoneyUnit): number => String(fenPerUnit[unit]).length - 1;

const fullWidth = (text: string): string =>
  text.replace(/[0-9,.-]/g, (c) =>
    c === '-' ? '－' : c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
  );

describe('parseAmount', () => {
  it.each([
    ['39268.74', '万元', 39_268_740_000, 10_000],
    ['39,268.74', '万元', 39_268_740_000, 10_000],
    ['３９，２６８．７４', '万元', 39_268_740_000, 10_000],
    ['15,000,000', '元', 1_500_000_000, 100],
    ['0.50', '亿元', 5_000_000_000, 100_000_000],
    ['-1.5', '万元', -1_500_000, 100_000],
    ['(1,234.50)', '元', -123_450, 1],
    ['（3.00）', '万元', -3_000_000, 10_000],
    ['96.760000', '万元', 96_760_000, 1],
    ['96.76000000', '万元', 96_760_000, 1],
    [' 9 6 . 7 6 ', '万元', 96_760_000, 10_000],
  ] as const)('reads %s %s', (text, unit, fen, unitFen) => {
    expect(parseAmount(text, unit)).toEqual({ fen, unitFen });
  });

  it.each(['', '-', '—', '——', '/', '无', '零', '0', '－'])('takes %j as exactly zero', (text) => {
    expect(parseAmount(text, '万元')).toEqual({ fen: 0, unitFen: 0 });
  });

  it('takes 0.00 as a rounded zero', () => {
    expect(parseAmount('0.00', '万元')).toEqual({ fen: 0, unitFen: 10_000 });
    expect(parseAmount('-0.00', '万元')).toEqual({ fen: 0, unitFen: 10_000 });
  });

  it.each([
    ['1.2.3', 'notAnAmount'],
    ['12,34', 'notAnAmount'],
    ['合计', 'notAnAmount'],
    ['12万', 'notAnAmount'],
    ['()', 'notAnAmount'],
    ['0.001', 'tooFine'],
    ['99999999999999999', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ] as const)('refuses %s', (text, problem) => {
    expect(parseAmount(text, '元')).toBe(problem);
  });

  it('never gives an amount outside the safe range', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), anyUnit, (whole, unit) => {
        const read = parseAmount(String(whole), unit);
        expect(
          typeof read === 'string' || (Number.isSafeInteger(read.fen) && Math.abs(read.fen) <= MAX_FEN),
        ).toBe(true);
      }),
    );
  });
});

describe('formatAmount', () => {
  it('is read back as the same amount, in any unit, width and with separators', () => {
    fc.assert(
      fc.property(anyFen, anyUnit, (fen, unit) => {
        const printed = formatAmount(fen, unit, places(unit));
        const [whole = '', decimals = ''] = printed.split('.');
        const grouped = `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${decimals}`;
        for (const text of [printed, fullWidth(printed), grouped, fullWidth(grouped)]) {
          expect(parseAmount(text, unit)).toEqual({ fen, unitFen: 1 });
        }
      }),
    );
  });

  it('prints at least the decimals asked for and drops none that count', () => {
    fc.assert(
      fc.property(anyFen, anyUnit, fc.integer({ min: 0, max: 4 }), (fen, unit, decimals) => {
        const printed = formatAmount(fen, unit, decimals);
        expect((printed.split('.')[1] ?? '').length).toBeGreaterThanOrEqual(decimals);
        expect(parseAmount(printed, unit)).toMatchObject({ fen });
      }),
    );
  });
});

describe('addFen', () => {
  it('is exact inside the range and throws outside', () => {
    fc.assert(
      fc.property(anyFen, anyFen, (a, b) => {
        expect(BigInt(addFen(a, b))).toBe(BigInt(a) + BigInt(b));
      }),
    );
    expect(addFen(MAX_FEN - 1, 1)).toBe(MAX_FEN);
    expect(() => addFen(MAX_FEN, 1)).toThrow(RangeError);
    expect(() => addFen(-MAX_FEN, -1)).toThrow(RangeError);
    expect(() => addFen(0.5, 1)).toThrow(RangeError);
  });
});

describe('halfWidth', () => {
  it('folds digits and signs and nothing else', () => {
    expect(halfWidth('（１２，３４５．６７％）')).toBe('(12,345.67%)');
    expect(halfWidth('ＡＢ、《中文》。')).toBe('ＡＢ、《中文》。');
  });

  it('does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(halfWidth(halfWidth(text))).toBe(halfWidth(text));
      }),
    );
  });
});
