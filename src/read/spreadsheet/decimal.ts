/**
 * A decimal number: `digits` / 10^`scale`, negative or not. No leading zeros in `digits`; zero is "".
 * A spreadsheet stores binary numbers but means the decimal ones that it shows.
 */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** A spreadsheet program keeps and shows 15 significant digits; what follows is noise of binary sums. */
const significantDigits = 15;
/** Sums of many floats are off by some units of the 15th digit. */
const steadyDigits = 12;
const noiseDigits = 4;
/** A difference that should be zero leaves about this much; no amount, rate or count is so small. */
const smallest = 1e-9;

/** The decimal number that a stored binary number means. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value) || Math.abs(value) < smallest) return { negative: false, digits: '', scale: 0 };
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return { negative: value < 0, digits: String(Math.abs(value)), scale: 0 };
  }
  const exact = atPrecision(value, significantDigits);
  const steady = atPrecision(value, steadyDigits);
  return exact.scale - Math.max(0, steady.scale) >= noiseDigits ? steady : exact;
}

function atPrecision(value: number, precision: number): Decimal {
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(precision - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  const scale = digits.length - 1 - Number(exponent);
  return { negative: value < 0, digits, scale };
}

/** The number times 10^`power`. */
export function shiftedBy(number: Decimal, power: number): Decimal {
  return number.digits === '' ? number : { ...number, scale: number.scale - power };
}

/**
 * The digits before and after the point with `places` decimals, rounded half away from zero, as
 * spreadsheet programs do. `whole` has no leading zeros and is "" below 1.
 */
export function roundedTo(number: Decimal, places: number): { whole: string; fraction: string } {
  const wide = aligned(number, places);
  const kept = wide.slice(0, wide.length - 1).replace(/^0+(?=.)/, '');
  const rounded = Number(wide.at(-1)) >= 5 ? increased(kept) : kept;
  const padded = rounded.padStart(places, '0');
  return {
    whole: padded.slice(0, padded.length - places).replace(/^0+/, ''),
    fraction: padded.slice(padded.length - places),
  };
}

/** The digits down to one place beyond `places`. */
function aligned(number: Decimal, places: number): string {
  const missing = places + 1 - number.scale;
  if (missing >= 0) return `0${number.digits}${'0'.repeat(number.digits === '' ? 1 : missing)}`;
  return `0${number.digits.slice(0, Math.max(0, number.digits.length + missing)) || '0'}`;
}

function increased(digits: string): string {
  return (BigInt(digits === '' ? '0' : digits) + 1n).toString();
}

/** The number in plain digits, never in scientific notation: "-1234.5", "0". */
export function plainText(number: Decimal): string {
  if (number.digits === '') return '0';
  const { whole, fraction } = roundedTo(number, Math.max(0, number.scale));
  const tail = fraction.replace(/0+$/, '');
  return `${number.negative ? '-' : ''}${whole === '' ? '0' : whole}${tail === '' ? '' : `.${tail}`}`;
}
