import type { Language } from '../../model/language.ts';
import { formatAmount } from '../../model/money.ts';
import type { AmountChange, YearChanges } from '../../model/yearChanges.ts';

/** The fixed words of what changed from last year, for every report that shows it. */
export interface YearWords {
  readonly title: string;
  readonly summary: (changed: number, unchanged: number, open: number, year: number) => string;
  readonly head: readonly [
    item: string,
    last: string,
    now: string,
    change: string,
    rate: string,
    words: string,
  ];
  readonly table: (number: number) => string;
  readonly fresh: string;
  readonly ended: string;
  readonly stated: string;
  readonly silent: string;
  readonly unit: string;
  readonly nothing: string;
  readonly lastFile: string;
  readonly onlyOpen: string;
}

const zh: YearWords = {
  title: '与上年比较',
  summary: (changed, unchanged, open, year) =>
    `与 ${year} 年公开文本相比，${changed} 项有变化，${unchanged} 项相同；增减达到一成的收支总额、各类支出和“三公”经费中有 ${open} 项正文没有说明原因`,
  head: ['项目', '上年', '本年', '增减', '幅度', '正文的说明'],
  table: (number) => `表${number}`,
  fresh: '新增',
  ended: '本年没有',
  stated: '写了增减，没有写原因：',
  silent: '正文没有说明',
  unit: '单位：',
  nothing: '两年的数完全相同。',
  lastFile: '上年文本',
  onlyOpen: '只看没有说明原因的',
};

const en: YearWords = {
  title: 'Against last year',
  summary: (changed, unchanged, open, year) =>
    `Against the disclosure of ${year}: ${changed} items changed, ${unchanged} did not; ${open} totals, classes or public expenses that changed by a tenth or more have no reason in the text`,
  head: ['Item', 'Last year', 'This year', 'Change', 'Rate', 'What the text says'],
  table: (number) => `Table ${number}`,
  fresh: 'new',
  ended: 'ended',
  stated: 'stated without a reason: ',
  silent: 'not explained',
  unit: 'Unit: ',
  nothing: 'Both years print the same.',
  lastFile: "Last year's document",
  onlyOpen: 'Only those without a reason',
};

export function yearWords(language: Language): YearWords {
  return language === 'zh' ? zh : en;
}

/** With a real minus and a plus, in the amount's own unit and decimals. */
export function signedChange({ changeFen, unit, current, previous }: AmountChange): string {
  const decimals = Math.max(
    ...[current, previous].map((amount) => (/\.(\d+)/.exec(amount?.text ?? '')?.[1] ?? '').length),
  );
  return `${changeFen > 0 ? '+' : '−'}${formatAmount(Math.abs(changeFen), unit, decimals)}`;
}

export function rateWords({ rate, current, previous }: AmountChange, words: YearWords): string {
  if (current === null) return words.ended;
  if (rate === null || previous === null) return words.fresh;
  return `${rate > 0 ? '+' : '−'}${(100 * Math.abs(rate)).toFixed(1)}%`;
}

/** A smaller change needs no word. */
const worthTelling = 0.1;

/** A change of a tenth or more of something that must be explained, without a reason. */
export function isOpen({ headline, explanation, rate }: AmountChange): boolean {
  return headline && explanation?.reason !== true && Math.abs(rate ?? 1) >= worthTelling;
}

export function summaryOf({ amounts, unchanged, year }: YearChanges, words: YearWords): string {
  return words.summary(amounts.length, unchanged, amounts.filter(isOpen).length, year);
}
