import type { PrintedValue } from '../model/finding.ts';
import type { Figure } from '../model/figure.ts';
import { decimalsOf, fenPerUnit, formatAmount } from '../model/money.ts';

/** The value as it would be printed in the figure's place: its unit, decimals and separators. */
export function printedAs(figure: Figure, fen: number): PrintedValue {
  const decimals = figure.text === '' ? defaultDecimals(figure) : decimalsOf(figure.text);
  const plain = formatAmount(fen, figure.unit, decimals);
  return { text: /\d[,，]\d{3}/.test(figure.text) ? grouped(plain) : plain, fen };
}

function defaultDecimals(figure: Figure): number {
  return figure.unit === '元' ? 0 : 2;
}

function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** An amount of doubled 分 as decimals in the figure's printed unit. */
export function amountInUnit(figure: Figure, doubledFen: number): string {
  const places = String(fenPerUnit[figure.unit]).length;
  const text = (doubledFen / (2 * fenPerUnit[figure.unit])).toFixed(places);
  return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
