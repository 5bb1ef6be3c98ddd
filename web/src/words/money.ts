const fenPerWan = 1_000_000;

/** 分 as 万元 with two decimals, thousands separators and a real minus: 37,807.13. Rounded half away from zero. */
export function wanText(fen: number): string {
  const hundredths = Math.round(Math.abs(fen) / (fenPerWan / 100));
  const digits = grouped(String(Math.floor(hundredths / 100)));
  return `${fen < 0 && hundredths > 0 ? '−' : ''}${digits}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** 分 as 元 without separators, as many decimals as needed: what a field is edited as. */
export function yuanPlain(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const rest = Math.abs(fen) % 100;
  const whole = String(Math.floor(Math.abs(fen) / 100));
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** 分 as 元 with separators and two decimals. */
export function yuanText(fen: number): string {
  const rest = Math.abs(fen) % 100;
  return `${fen < 0 ? '−' : ''}${grouped(String(Math.floor(Math.abs(fen) / 100)))}.${String(rest).padStart(2, '0')}`;
}

/** What a clerk types and reads amounts in; they are kept in 分. */
export type AmountUnit = 'yuan' | 'wan';

/** 分 in the unit, exactly, with separators and at least two decimals: 37,807.13, 12.345678. */
export function amountText(fen: number, unit: AmountUnit): string {
  if (unit === 'yuan') return yuanText(fen);
  const [whole = '', decimals = ''] = amountTyped(Math.abs(fen), unit).split('.');
  return `${fen < 0 ? '−' : ''}${grouped(whole)}.${decimals.padEnd(2, '0')}`;
}

/** 分 in the unit, exactly, as it is typed: no separators, no decimals that say nothing. */
export function amountTyped(fen: number, unit: AmountUnit): string {
  if (unit === 'yuan') return yuanPlain(fen);
  const rest = Math.abs(fen) % fenPerWan;
  const whole = String(Math.floor(Math.abs(fen) / fenPerWan));
  const decimals = String(rest).padStart(6, '0').replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * An amount as people type or paste it, in 元 unless 万 stands behind it or `unit` says so, as 分: brackets mean
 * less than nothing, a dash nothing, as spreadsheets show them. Null for what is no amount or finer than a 分.
 */
export function parseMoney(text: string, unit: AmountUnit = 'yuan'): number | null {
  const folded = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    // Only a comma before a whole group: 12,34 is not 1,234 and may have been meant as 12.34.
    .replace(/(\d),(?=\d{3,4}(?!\d))/g, '$1')
    .replace(/^[−–—]/, '-')
    .replace(/^([¥￥]?)\(([¥￥]?\d[\d.]*)\)/, '$1-$2');
  if (/^[¥￥]?-$/.test(folded)) return 0;
  const match = /^[¥￥]?([+-]?)[¥￥]?(\d{1,13})(?:\.(\d*))?(万元|万|亿元|亿|元)?$/.exec(folded);
  if (match === null) return null;
  const [, sign = '', whole = '0', decimals = '', word] = match;
  const zeros = shifts[word ?? unit] ?? 2;
  if (decimals.length > zeros && /[1-9]/.test(decimals.slice(zeros))) return null;
  const fen = Number(whole + decimals.slice(0, zeros).padEnd(zeros, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return sign === '-' ? -fen : fen;
}

/** Decimal places between the unit and 分. */
const shifts: Readonly<Record<string, number>> = {
  yuan: 2,
  元: 2,
  wan: 6,
  万: 6,
  万元: 6,
  亿: 10,
  亿元: 10,
};
