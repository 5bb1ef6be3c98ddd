import { halfWidth, type MoneyUnit } from '../../model/money.ts';

export interface PrintedMoney {
  /** The digits alone: without ￥ and without a unit behind them. */
  readonly digits: string;
  /** The unit that the cell itself prints. */
  readonly unit: MoneyUnit | null;
}

/** An amount as some tables print it: ￥1,200.00, 35.6万元. Any other text comes back as it is. */
export function printedMoney(text: string): PrintedMoney {
  const match = /^[¥￥]?\s*([-+(]?[\d,.]+\)?)\s*(亿元|万元|千元|元)?$/.exec(halfWidth(text).trim());
  if (match === null) return { digits: text, unit: null };
  return { digits: match[1] ?? text, unit: (match[2] ?? null) as MoneyUnit | null };
}
