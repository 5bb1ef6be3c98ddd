import type { Slip } from '../model/finding.ts';
import type { Interval } from '../model/interval.ts';

/** Digits of an amount with its sign dropped; the decimal point is not part of it. */
function digitsOf(value: number): string {
  return String(Math.abs(value));
}

/** One digit replaced, two swapped, or, in a long number, both at once. */
function replacedOrSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differing = Array.from(a).flatMap((c, i) => (c === b[i] ? [] : [i]));
  const swapped = (i: number, j: number): boolean => a[i] === b[j] && a[j] === b[i];
  const [i = 0, j = 0, k = 0] = differing;
  if (differing.length === 1) return a.length > 1;
  if (differing.length === 2) return swapped(i, j);
  const bothAtOnce = (swapped(i, j) && j === i + 1) || (swapped(j, k) && k === j + 1);
  return differing.length === 3 && a.length >= 6 && bothAtOnce;
}

/** One digit other, two swapped, one more or less: not both at once. */
export function isSimpleSlip(printed: number, expected: number): boolean {
  const [a, b] = [digitsOf(printed), digitsOf(expected)];
  if (a.length !== b.length) return oneLeftOut(a, b) || oneLeftOut(b, a);
  return Array.from(a).filter((c, i) => c !== b[i]).length <= 2 && slipOf(printed, expected, []) !== null;
}

/** Is `short` the string `long` with one character left out? */
function oneLeftOut(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  return short.slice(i) === long.slice(i + 1);
}

function powerOfTen(ratio: number): number | null {
  const power = Math.log10(ratio);
  const rounded = Math.round(power);
  return rounded !== 0 && Math.abs(power - rounded) < 1e-9 ? rounded : null;
}

/** The point moved to the left, and digits fell off the end: 1.33 for 133.72. Fewer digits are equal by chance. */
function isShiftedOut(printed: number, expected: number): boolean {
  if (Math.abs(printed) < 100) return false;
  return [100, 1_000].some((by) => [Math.trunc, Math.round].some((cut) => cut(expected / by) === printed));
}

/**
 * How the printed value most likely came from the expected one, both as integers of the same last
 * printed digit; null when no common slip explains it. `neighbours` are the values printed beside it.
 */
export function slipOf(printed: number, expected: number, neighbours: readonly number[]): Slip | null {
  if (printed === expected) return null;
  if (printed === -expected) return 'sign';
  // A zero is not what is left of a number.
  if (printed === 0) return null;
  if (expected !== 0) {
    const power = powerOfTen(Math.abs(printed) / Math.abs(expected));
    if (power !== null) return Math.abs(power) === 4 || Math.abs(power) === 8 ? 'unit' : 'decimal';
  }
  if (isShiftedOut(printed, expected)) return 'decimal';
  const [a, b] = [digitsOf(printed), digitsOf(expected)];
  if (replacedOrSwapped(a, b)) return 'digits';
  if (oneLeftOut(a, b)) return 'dropped';
  if (oneLeftOut(b, a)) return 'added';
  return neighbours.includes(printed) ? 'neighbour' : null;
}

/** 0.01万元 in 分: no smaller amount is printed in 万元. */
const leastAmount = 10_000;

/** The amounts in 分 that the digits of one mean in another unit: 亿元, 万元 and 元 taken for each other. */
export function inOtherUnits(fen: number): readonly number[] {
  return [fen * 1e4, fen / 1e4, fen * 1e8, fen / 1e8].filter(
    (other) => Number.isSafeInteger(other) && Math.abs(other) >= leastAmount,
  );
}

/**
 * The amount in 分 that the digits of the printed one mean in another unit, where that is the expected amount to the
 * last digit printed; null where it is not.
 */
export function unitSlipTo(printed: number, expected: number): number | null {
  const agrees = (value: number): boolean => {
    const off = Math.abs(value - expected);
    return 2 * off <= lastPlace(value) && 1_000 * off <= Math.abs(value);
  };
  return printed === 0 ? null : (inOtherUnits(printed).find(agrees) ?? null);
}

/** The place of the last digit that is not zero. */
function lastPlace(value: number): number {
  return 10 ** (/0*$/.exec(String(Math.abs(value)))?.[0].length ?? 0);
}

/**
 * What the printed number most likely should be, of the values that a doubled interval allows: another unit, another
 * place of the decimal point, or the only value that is a slip of one digit away. Null where nothing is likely.
 */
export function likelyIn(printed: number, unit: number, { low, high }: Interval): number | null {
  // In a wide interval a slip lies by chance.
  const isIn = (value: number): boolean =>
    2 * value >= low && 2 * value <= high && 2 * (high - low) <= Math.abs(value);
  const shifted = [10, 100, 1_000].flatMap((by) => [printed * by, printed / by]);
  const moved = [...inOtherUnits(printed), ...shifted.filter(Number.isInteger)].find(isIn);
  if (moved !== undefined || unit === 0) return moved ?? null;
  const [only, ...others] = slipsOf(Math.round(printed / unit))
    .map((digits) => digits * unit)
    .filter(isIn);
  return only === undefined || others.length > 0 ? null : only;
}

/**
 * Was a digit left out that makes the printed number coarser: 10.6 for 10.86? `printed` counts last digits of
 * size `unit`; the expected value must be a whole number of the next finer ones.
 */
export function isLostDigit(printed: number, expected: number, unit: number): boolean {
  const finer = unit / 10;
  if (!Number.isInteger(finer) || expected % finer !== 0 || expected % unit === 0) return false;
  return slipOf(printed, expected / finer, []) === 'dropped';
}

/** Numbers that a slip of one digit turns into the printed one, nearest first; all are integers of its last digit. */
export function slipsOf(printed: number): readonly number[] {
  const text = digitsOf(printed);
  const found = new Set<number>();
  for (let i = 0; i <= text.length; i += 1) {
    const [before, after] = [text.slice(0, i), text.slice(i)];
    found.add(Number(`${before}${after.slice(1)}`));
    found.add(Number(`${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`));
    for (let digit = 0; digit < 10; digit += 1) {
      found.add(Number(`${before}${digit}${after.slice(1)}`));
      found.add(Number(`${before}${digit}${after}`));
    }
  }
  const own = Math.abs(printed);
  const sign = printed < 0 ? -1 : 1;
  return [...found]
    .filter((value) => value !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .map((value) => sign * value);
}
