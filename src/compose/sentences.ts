import { isPrintedChange } from '../model/bookReasons.ts';
import { printedAmount } from './amounts.ts';

/** An amount in a sentence: 万元 with two decimals and thousands separators; nothing is 0万元. */
export function money(fen: number): string {
  return `${inWan(fen)}万元`;
}

/** 分 as 万元 with two decimals, without the unit. */
export function inWan(fen: number): string {
  return fen === 0 ? '0' : grouped(printedAmount(fen, '万元', 2));
}

/** A figure of the book that a clerk's text refers to. */
export function linkedFigure(fen: number, unit: '万元' | '元'): string {
  if (unit === '万元' || fen === 0) return money(fen);
  return `${grouped(printedAmount(fen, '元', fen % 100 === 0 ? 0 : 2))}元`;
}

/** Thousands separators. */
export function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? parted : `${parted}.${decimals}`;
}

/** part ÷ whole as a percentage with two decimals, rounded half up; the whole is above zero. */
export function percent(part: number, whole: number): string {
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

/** ，占P%; nothing where there is no whole. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '' : `，占${percent(part, whole)}`;
}

/**
 * A quantity against last year's, without its name: 比上年增加A万元，增长P%. New and ended items have no
 * rate to speak of, and what rounds to nothing is no change.
 */
export function comparison(current: number, previous: number): string {
  const change = current - previous;
  if (change === 0) return '与上年持平';
  if (!isPrintedChange(change)) return '与上年基本相当';
  if (current === 0) return `本年没有安排，比上年减少${money(previous)}`;
  if (previous === 0) return `为本年新增，比上年增加${money(change)}`;
  const [direction, rate] = change > 0 ? ['增加', '增长'] : ['减少', '下降'];
  return `比上年${direction}${money(Math.abs(change))}，${rate}${percent(Math.abs(change), previous)}`;
}

/** ，原因是…; nothing where nothing changed or no reason is given. */
export function because(reason: string | undefined, current: number, previous: number): string {
  const text = (reason ?? '').replace(/[。；，]+$/, '');
  return text === '' || !isPrintedChange(current - previous) ? '' : `，原因是${text}`;
}

/** A part of a sum in a sentence: what it is called and its 分. */
export interface Part {
  readonly words: string;
  readonly fen: number;
}

/** ，其中：甲A万元；乙B万元; where one is all there is, ，全部为甲. */
export function consisting(
  parts: readonly Part[],
  tell: (part: Part) => string,
  lead: { readonly words: string; readonly between: string },
): string {
  const present = parts.filter(({ fen }) => fen > 0);
  const [only] = present;
  if (only === undefined) return '';
  return present.length === 1
    ? `，全部为${only.words}`
    : `，${lead.words}：${present.map(tell).join(lead.between)}`;
}

/** 甲、乙和丙. */
export function enumerated(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}
