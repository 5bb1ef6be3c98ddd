import { parseAmount, type MoneyUnit } from '../money.ts';
import type { PrintedNumber } from './claim.ts';
import { measures } from './countWords.ts';

/** A number in plain text with what its unit makes of it. */
export interface FigureToken {
  readonly is: 'figure';
  readonly sort: 'money' | 'percent' | 'count' | 'bare';
  /** The number as written, sign included. */
  readonly digits: string;
  /** Money unit, '%', '倍' or the measure word; null for a bare number. */
  readonly unit: string | null;
  readonly moneyUnit: MoneyUnit | null;
  readonly start: number;
  /** End of the number; `end` is after its unit. */
  readonly numberEnd: number;
  readonly end: number;
}

/** 50万元以上: a limit that belongs to the thing counted, no amount. */
export interface ThresholdToken {
  readonly is: 'threshold';
  readonly tenThousands: string;
  readonly start: number;
  readonly end: number;
}

const number = /[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const moneyUnits: readonly (readonly [string, MoneyUnit])[] = [
  ['亿元', '亿元'],
  ['万元', '万元'],
  ['千元', '千元'],
  ['人民币元', '元'],
  ['元', '元'],
  ['亿', '亿元'],
  ['万', '万元'],
];
const rateUnits = ['%', '‰', '倍'];
const countUnits = Object.keys(measures).sort((a, b) => b.length - a.length);
const limit = /(?:\([^()]{1,6}\))?(?:及|含)?(?:以上|以下|以内)/y;

/**
 * Digits that are no figures: document numbers, dates, article numbers, telephone numbers, durations,
 * numbers of list items. The year of a date is no figure either.
 */
const notFigures: readonly RegExp[] = [
  /[[(]\d{4}[\])]第?\d+号/y,
  /(?:19|20)\d{2}年?[-~至到](?:19|20)?\d{2}年(?:度)?/y,
  /(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?/y,
  /(?:19|20)\d{2}年[底末]/y,
  /(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/y,
  /\d{1,2}月(?:份|\d{1,2}日)?/y,
  /第\d+/y,
  /\d+(?:号|楼|层|栋|幢|室|日|时|小时|分钟|周|天|岁|年|届|版|度|期|米|公里|千米|个月|G|M|℃|吨|公斤|千瓦)/y,
  /0\d{2,3}-\d{7,8}/y,
  /1[3-9]\d{9}(?!\d)/y,
  /\d{12,}/y,
];

/** The end of what only looks like a figure; null where nothing of the kind stands. */
export function notFigureEnd(text: string, at: number): number | null {
  for (const pattern of notFigures) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return null;
}

function startsWithAny(text: string, at: number, words: readonly string[]): string | null {
  return words.find((word) => text.startsWith(word, at)) ?? null;
}

type Unit = Pick<FigureToken, 'sort' | 'unit' | 'moneyUnit'> & { readonly length: number };

function unitAt(text: string, at: number): Unit {
  const wide = text.charAt(at) === '万' ? startsWithAny(text, at + 1, countUnits) : null;
  if (wide !== null) return { sort: 'count', unit: `万${wide}`, moneyUnit: null, length: wide.length + 1 };
  const money = moneyUnits.find(([word]) => text.startsWith(word, at));
  if (money !== undefined) {
    return { sort: 'money', unit: money[0], moneyUnit: money[1], length: money[0].length };
  }
  const rate = startsWithAny(text, at, rateUnits);
  if (rate !== null) return { sort: 'percent', unit: rate, moneyUnit: null, length: rate.length };
  const count = startsWithAny(text, at, countUnits);
  if (count !== null) return { sort: 'count', unit: count, moneyUnit: null, length: count.length };
  return { sort: 'bare', unit: null, moneyUnit: null, length: 0 };
}

/** The figure at a place of plain text, with 百分之 before it and its unit after it. */
export function figureAt(text: string, at: number): FigureToken | ThresholdToken | null {
  const hundredth = text.startsWith('百分之', at) ? 3 : 0;
  number.lastIndex = at + hundredth;
  const match = number.exec(text);
  if (match === null) return null;
  const start = at + hundredth;
  const numberEnd = number.lastIndex;
  const unit: Unit =
    hundredth > 0 ? { sort: 'percent', unit: '%', moneyUnit: null, length: 0 } : unitAt(text, numberEnd);
  const end = numberEnd + unit.length;
  limit.lastIndex = end;
  if (unit.sort === 'money' && limit.test(text)) {
    return {
      is: 'threshold',
      tenThousands: inTenThousands(match[0], unit.moneyUnit),
      start,
      end: limit.lastIndex,
    };
  }
  const { sort, moneyUnit } = unit;
  return { is: 'figure', sort, digits: match[0], unit: unit.unit, moneyUnit, start, numberEnd, end };
}

/** A limit in 万元, without trailing zeros; as printed when it cannot be read. */
function inTenThousands(digits: string, unit: MoneyUnit | null): string {
  const amount = parseAmount(digits, unit ?? '万元');
  return typeof amount === 'string' ? digits : String(amount.fen / 1_000_000);
}

/** A printed decimal without float; null when it has more digits than a safe integer holds. */
export function printedNumber(digits: string): PrintedNumber | null {
  const [whole = '', decimals = ''] = digits.replaceAll(',', '').split('.');
  const value = Number(whole + decimals);
  return Number.isSafeInteger(value) ? { digits: value, scale: decimals.length } : null;
}
