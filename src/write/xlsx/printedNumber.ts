/** A printed number as a cell holds it. */
export interface PrintedNumber {
  readonly value: number;
  /** Shows the value exactly as it was printed. */
  readonly format: string;
}

const number = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?$/;
const mostDigits = 15;

/** Null where a program would show something else than what was printed: the text stays a text. */
export function printedNumber(text: string): PrintedNumber | null {
  const digits = text.replace(/\D/g, '').length;
  if (!number.test(text) || digits > mostDigits || /^-[0.,]*$/.test(text)) return null;
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const whole = text.includes(',') ? '#,##0' : '0';
  return {
    value: Number(text.replaceAll(',', '')),
    format: decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`,
  };
}
