import { halfWidth } from '../../../model/money.ts';
import type { Rule } from '../../rule.ts';
import { culpritAt, observe } from './observation.ts';

/**
 * 填报日期 must be a time of the calendar: a date, or a date with a clock time, in figures or with 年月日.
 * Digits that fill no such form (a dropped digit) are no time.
 */
export const filedAt: Rule = {
  id: 'performance.filedAt',
  severity: 'warning',
  authority: '财预〔2015〕88号',
  check: ({ disclosure }) => {
    const filed = disclosure.projects.flatMap((sheet) =>
      sheet.filedAt !== null && /\d/.test(sheet.filedAt) ? [{ sheet, printed: sheet.filedAt }] : [],
    );
    const wrong = filed.filter(({ printed }) => !isCalendarTime(printed));
    const observations = wrong.map(({ sheet, printed }) => {
      const place = sheet.filedAtPlace ?? { ...sheet.place, row: '填报日期' };
      return observe('performance.filedAt', 'warning', culpritAt(place, printed), {
        params: { project: sheet.name },
      });
    });
    return { observations, pass: filed.length - wrong.length };
  },
};

/** Digits alone, from the year down to the second; two digits a part. */
const compact = /^(\d{4})(\d{2})(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?$/;
const separated =
  /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?(?:T?(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分?)?$/;

/** Does the printed text name a possible date or time? Time zones and trailing words are not judged. */
export function isCalendarTime(printed: string): boolean {
  const text = halfWidth(printed).replace(/\s+/g, '').replaceAll('：', ':');
  if (!/^[\dT:./年月日时分秒-]+$/.test(text)) return true;
  const match = compact.exec(text) ?? separated.exec(text);
  if (match === null) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isDate = year >= 1949 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
  return isDate && hour < 24 && minute < 60 && second < 61;
}
