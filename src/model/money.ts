export type MoneyUnit = '元' | '千元' | '万元' | '亿元';

/** Half of the largest safe integer, so that doubled sums stay exact: about 45 trillion 元. */
export const MAX_FEN = Math.floor(Number.MAX_SAFE_INTEGER / 2);

/** 分 in one unit. */
export const fenPerUnit: Readonly<Record<MoneyUnit, number>> = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  亿元: 10_000_000_000,
};

/** A printed number with its precision, in 分. `unitFen` 0 means exact (blank, dash, 无, bare zero). */
export interface PrintedAmount {
  readonly fen: number;
  readonly unitFen: number;
}

/**
 * The sum of safe integers in 分.
 * @throws RangeError when the result leaves the safe range: an amount that large is a reading fault.
 */
export function addFen(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum) || Math.abs(sum) > MAX_FEN) {
    throw new RangeError(`amount outside the safe range: ${a} + ${b} fen`);
  }
  return sum;
}

const fullWidthDigits = '０１２３４５６７８９';
const widths: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '＋': '+',
  '％': '%',
  '（': '(',
  '）': ')',
};

/** Full-width digits and signs to half width; nothing else is touched. */
export function halfWidth(text: string): string {
  if (!wide.test(text)) return text;
  return text.replace(/[０-９，．－−–—＋％（）]/g, (c) => {
    const digit = fullWidthDigits.indexOf(c);
    return digit >= 0 ? String(digit) : (widths[c] ?? c);
  });
}

const wide = /[０-９，．－−–—＋％（）]/;

const amountPattern = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const zeroWords = /^(?:|-+|\/|无|零|—+)$/;

/** A dash of any width: nothing is to be filled in. */
export function isDash(printed: string): boolean {
  return /^-+$/.test(halfWidth(printed).trim());
}

export type AmountProblem = 'notAnAmount' | 'tooFine' | 'tooLarge';

/**
 * Reads a printed amount in the given unit.
 * Blank, dash, 无 and a zero without decimals are exactly zero (unitFen 0); "0.00" is a rounded zero.
 * (1,234.50), △1,234.50 and -1,234.50 are negative. More decimals than 分 allow are `tooFine` unless they are zeros.
 */
export function parseAmount(printed: string, unit: MoneyUnit): PrintedAmount | AmountProblem {
  if (printed === '') return { fen: 0, unitFen: 0 };
  const plain = amountPattern.exec(printed);
  if (plain !== null) return amountOf(plain, false, unit);
  const text = halfWidth(printed).replace(/\s+/g, '');
  if (zeroWords.test(text)) return { fen: 0, unitFen: 0 };
  const negative = /^\((.+)\)$|^[△▲](.+)$/.exec(text);
  const match = amountPattern.exec(negative?.[1] ?? negative?.[2] ?? text);
  return match === null ? 'notAnAmount' : amountOf(match, negative !== null, unit);
}

function amountOf(
  [, sign = '', whole = '', decimals = '']: RegExpExecArray,
  inBrackets: boolean,
  unit: MoneyUnit,
): PrintedAmount | AmountProblem {
  const magnitude = scaled(whole.replaceAll(',', ''), decimals, fenPerUnit[unit]);
  if (typeof magnitude === 'string') return magnitude;
  const fen = sign === '-' || inBrackets ? -magnitude.fen : magnitude.fen;
  return { fen: fen === 0 ? 0 : fen, unitFen: fen === 0 && decimals === '' ? 0 : magnitude.unitFen };
}

function scaled(whole: string, decimals: string, perUnit: number): PrintedAmount | AmountProblem {
  const places = String(perUnit).length - 1;
  if (whole.length + places > 16) return 'tooLarge';
  const extra = decimals.slice(places);
  if (/[1-9]/.test(extra)) return 'tooFine';
  const fen = Number(whole + decimals.slice(0, places).padEnd(places, '0'));
  if (fen > MAX_FEN) return 'tooLarge';
  return { fen, unitFen: Math.max(1, perUnit / 10 ** Math.min(decimals.length, places)) };
}

/** An amount as printed text with `decimals` places in the unit, without thousands separators. */
export function formatAmount(fen: number, unit: MoneyUnit, decimals: number): string {
  const places = String(fenPerUnit[unit]).length - 1;
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const fraction = digits.slice(-places).padEnd(decimals, '0');
  const kept = Math.max(decimals, fraction.replace(/0+$/, '').length);
  return `${fen < 0 ? '-' : ''}${whole}${kept > 0 ? `.${fraction.slice(0, kept)}` : ''}`;
}

/** How many decimals a printed amount has. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(halfWidth(printed))?.[1]?.length ?? 0;
}

/** ###: what spreadsheets show for an amount that is wider than its column. */
export function isUnshown(text: string): boolean {
  return /^#{2,}$/.test(text);
}
