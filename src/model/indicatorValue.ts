import { halfWidth, parseAmount, type MoneyUnit } from './money.ts';
import type { PrintedAmount } from './money.ts';
import { remembered } from './remembered.ts';

export type Comparison = 'atLeast' | 'above' | 'atMost' | 'below' | 'about' | 'equal';

/** A day, month or year that a value names; the month and the day may be missing. */
export interface NamedTime {
  readonly year: number;
  readonly month: number | null;
}

/** What an 指标值 states: a comparison, a number and a unit, money, times, or a named grade. */
export interface IndicatorValue {
  readonly text: string;
  readonly comparison: Comparison | null;
  /** The first number that is no part of a date; null where there is none. */
  readonly number: number | null;
  /** What stands behind the number; "" for nothing. */
  readonly unit: string;
  /** An amount in 分, when the unit is one of money and no price per piece. */
  readonly money: PrintedAmount | null;
  readonly percent: boolean;
  readonly times: readonly NamedTime[];
  /** A closed word that can be judged without a number: 达标, 及时, 健全. */
  readonly grade: string | null;
}

const comparisons: readonly (readonly [RegExp, Comparison])[] = [
  [/≥|>=|⩾|不(?:低|少|小)于|至少|以上/, 'atLeast'],
  [/≤|<=|⩽|不(?:高|超|大|多)[于过]|不超过|以内|以下|最多|控制在/, 'atMost'],
  [/[>＞﹥]|(?:大|高|多)于|超过/, 'above'],
  [/[<＜﹤]|(?:小|低|少)于/, 'below'],
  [/约|左右|大概/, 'about'],
  [/=|等于/, 'equal'],
];

/** Words that a value may be without a number: states, recurrence, and classes of standards such as 一级A or Ⅲ类水质. */
const grades =
  /^(?:(?:基本|全部|均|全面|有效|按期|按时|及时)?(?:达标|合格|优秀?|良好?|优良|完成|健全|完善|稳定|及时|按时|按期|准时|有效|显著|明显|符合|满足|达成|保障|覆盖)|是|否|长期(?:有效)?|持续|永久|定期|(?:按|符合|达到|满足)[^,，。;；]{0,12}(?:标准|要求|规定|规范|约定|计划|进度|时间|合同)|(?:每[年月日]|全年|一次性|按[季月年]度?)[^,，。;；\d]{0,6}|(?:非常|比较|基本)?满意|无|零|[高中低]|较[高好]|优于.{1,6}|(?:国家|[省市区县])?[特甲乙丙一二三四五ⅠⅡⅢⅣⅤ][级类](?:[A-D]|标准|水质?)?(?:及?以上)?|A{1,3}级?(?:及?以上)?)$/;

/** Reads an indicator's value as printed; never fails: what it does not know is null. */
export const parseIndicatorValue = remembered((printed): IndicatorValue => {
  const text = halfWidth(printed).replace(/\s+/g, '');
  const times = namedTimes(text);
  const rest = text.replace(timePattern, '');
  const match = /(-?\d+(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)([^\d,，。;；]*)/.exec(rest);
  const words = match === null ? chineseNumber(rest) : null;
  const number = match?.[1] === undefined ? (words?.number ?? null) : Number(match[1].replaceAll(',', ''));
  const unit = (match?.[2] ?? words?.unit ?? '').replace(/(?:以上|以下|以内|左右|之间)$/, '');
  return {
    text: printed,
    comparison: comparisons.find(([pattern]) => pattern.test(rest))?.[1] ?? null,
    number,
    unit,
    money: match?.[1] === undefined ? null : moneyOf(match[1], unit),
    percent: /^(?:%|‰|个百分点)/.test(unit) || /百分之/.test(text),
    times,
    grade: grades.test(text.replace(/^定性[:：]/, '')) ? text : null,
  };
});

const timePattern =
  /20\d\d(?:年(?:度|底|初|末)?)?(?:[-./]?\d{1,2}(?:月(?:\d{1,2}日?|底|初|末)?)?)?(?=[至到\-—~]20\d\d年)|20\d\d年(?:度|底|初|末)?(?:\d{1,2}月(?:\d{1,2}日)?(?:底|初|末)?)?|20\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?/g;

function namedTimes(text: string): NamedTime[] {
  return [...text.matchAll(timePattern)].map(([time]) => {
    const [, year = '0', month] = /^(20\d\d)(?:年|[-./])?(?:度|底|初|末)?(\d{1,2})?/.exec(time) ?? [];
    return { year: Number(year), month: month === undefined ? null : Number(month) };
  });
}

/** 一年, 三个月, 两座: a Chinese numeral before a counting word. */
function chineseNumber(text: string): { readonly number: number; readonly unit: string } | null {
  const match = /([一二两三四五六七八九十])([个年月日天座块次套项条户人名家处批份])/.exec(text);
  if (match?.[1] === undefined) return null;
  const digit = match[1] === '两' ? '二' : match[1];
  return { number: '零一二三四五六七八九十'.indexOf(digit), unit: match[2] ?? '' };
}

/** 万 without 元 is money only beside a word for it; the caller knows the indicator's name. */
function moneyOf(number: string, unit: string): PrintedAmount | null {
  const money = /^(亿元|亿|千元|万元|万|元)(?![/每a-zA-Z\u4e00-\u9fff])/.exec(unit)?.[1];
  if (money === undefined) return null;
  const full: MoneyUnit = money === '亿' ? '亿元' : money === '万' ? '万元' : (money as MoneyUnit);
  const amount = parseAmount(number, full);
  return typeof amount === 'string' ? null : amount;
}
