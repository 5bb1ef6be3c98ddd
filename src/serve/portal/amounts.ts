import { fenPerUnit, formatAmount, type MoneyUnit } from '../../model/money.ts';
import { html, type Html } from './html.ts';
import type { View } from './view.ts';

const minus = '\u2212';

/** The amount rounded to hundredths of the unit, half away from zero, with separators and a real minus. */
export function rounded(fen: number, unit: MoneyUnit): string {
  const step = fenPerUnit[unit] / 100;
  const doubled = 2 * Math.abs(fen) + step;
  const hundredths = (doubled - (doubled % (2 * step))) / (2 * step);
  const whole = (hundredths - (hundredths % 100)) / 100;
  const fraction = String(hundredths % 100).padStart(2, '0');
  return `${fen < 0 && hundredths > 0 ? minus : ''}${grouped(String(whole))}.${fraction}`;
}

/** The exact amount in the unit, to at least two decimals, with separators and a real minus. */
export function exact(fen: number, unit: MoneyUnit): string {
  const [whole = '', fraction = ''] = formatAmount(Math.abs(fen), unit, 2).split('.');
  return `${fen < 0 ? minus : ''}${grouped(whole)}.${fraction}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** 1.26亿元, 7,042.57万元, 85.00元: as a reader says it; CNY 126.09 million in English. */
export function readable(fen: number, { language }: Pick<View, 'language'>): string {
  const size = Math.abs(fen);
  if (language === 'en')
    return size >= 100_000_000 ? `CNY ${millions(fen)} million` : `CNY ${rounded(fen, '元')}`;
  if (size >= fenPerUnit.亿元) return `${rounded(fen, '亿元')}亿元`;
  return size >= fenPerUnit.万元 ? `${rounded(fen, '万元')}万元` : `${rounded(fen, '元')}元`;
}

/** A million 元 is a hundred 万元. */
function millions(fen: number): string {
  const step = 1_000_000;
  const doubled = 2 * Math.abs(fen) + step;
  const hundredths = (doubled - (doubled % (2 * step))) / (2 * step);
  const whole = (hundredths - (hundredths % 100)) / 100;
  return `${fen < 0 ? minus : ''}${grouped(String(whole))}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** An amount as a reader says it, with the exact one at hand. */
export function amountHtml(fen: number, view: View): Html {
  return html`<data class="amount" value="${formatAmount(fen, '元', 2)}" title="${exactWords(fen, view)}"
    >${readable(fen, view)}</data
  >`;
}

/** 126,091,700.00元 */
export function exactWords(fen: number, { say }: Pick<View, 'say'>): string {
  return say(`${exact(fen, '元')}元`, `CNY ${exact(fen, '元')}`);
}

/** part ÷ whole as a percentage with one decimal; null where there is no share (zero or mixed signs). */
export function shareWords(part: number, whole: number): string | null {
  if (whole === 0 || part === 0 || part < 0 !== whole < 0) return null;
  const share = (part / whole) * 100;
  if (share < 0.05) return '<0.1%';
  return share > 99.95 && part !== whole ? '>99.9%' : `${share.toFixed(1)}%`;
}

/** The change from one amount to another in percent; null from zero or below. */
export function growthWords(from: number, to: number): string | null {
  if (from <= 0) return null;
  const growth = ((to - from) / from) * 100;
  const sign = growth === 0 ? '' : growth < 0 ? minus : '+';
  return `${sign}${Math.abs(growth).toFixed(1)}%`;
}
