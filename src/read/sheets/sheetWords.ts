import type { MoneyUnit } from '../../model/money.ts';
import { fold } from '../../model/fold.ts';

/** Characters; the longest labels have about twenty. */
const longestLabel = 60;

/** The same few labels repeat on every sheet; the memory is bounded for hostile files. */
const mostRemembered = 4096;

export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  const none = compute('');
  return (text) => {
    // A long cell is no label; looking it up would hash it on every call.
    if (text.length > longestLabel) return none;
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= mostRemembered) known.clear();
    known.set(text, result);
    return result;
  };
}

/** A test over folded text for a list of patterns; the whole text must match one of them. */
export type WordTest = (key: string) => boolean;

export function wordTest(patterns: readonly string[]): WordTest {
  const whole = new RegExp(`^(?:${patterns.join('|')})$`);
  return remembered((key) => key !== '' && whole.test(key));
}

/** A number is no label; most cells of a table are numbers. */
const isNumber = /^[\d.,%≥≤<>=\s-]*$/;

/** The printed label for comparison: folded, without 其中, numbering, a colon or star and the money unit. */
export const labelKey = remembered((text) => (isNumber.test(text) ? text.trim() : bareLabel(text)));

function bareLabel(text: string): string {
  return fold(text)
    .replace(/^[*★▲]+/, '')
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/^其中:?/, '')
    .replace(/[:,;*]+$/, '')
    .replace(/\((?:单位:?)?(?:元|千元|万元|亿元)\)/, '')
    .replace(/[:,;]+$/, '');
}

/** An indicator word for comparison: also without the points printed behind it, e.g. 产出指标(50分). */
export const indicatorKey = remembered((text) => labelKey(text).replace(/\(?\d+(?:\.\d+)?(?:分|%)?\)?$/, ''));

/** The money unit that a label names in brackets; null where it names none. */
export function unitInLabel(text: string): MoneyUnit | null {
  if (!text.includes('元')) return null;
  const unit = /[(:](?:金额)?(?:单位:?)?(元|千元|万元|亿元)\)?/.exec(fold(text))?.[1];
  return unit === undefined ? null : (unit as MoneyUnit);
}

/**
 * A cell's text in one line. A break inside a cell is layout in most files, so it vanishes between Chinese
 * characters and becomes a space between Latin words.
 */
export function oneLine(text: string): string {
  if (!text.includes('\n')) return text.trim();
  return text
    .replace(/(?<=[A-Za-z0-9])[ \t]*\n[ \t]*(?=[A-Za-z])/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '')
    .trim();
}

/** A long text: a break after the end of a sentence is the author's, others are layout. */
export function longText(text: string): string {
  return text
    .split(/(?<=[。;；!！?？])[ \t]*\n\s*/)
    .map(oneLine)
    .filter((part) => part !== '')
    .join('\n');
}

/** One column for units and, below each, its projects: 单位名称（项目名称）, 单位（专项）名称. Takes a label's key. */
export function namesUnitAndProject(key: string): boolean {
  return /^(?:单位|部门)(?:名称)?(?:\((?:项目|专项)(?:资金)?(?:名称)?\)(?:名称)?|[、,/](?:项目|专项)名称)$/.test(
    key,
  );
}
