import type { Book } from './book.ts';
import { problem, type BookProblem } from './bookProblem.ts';

/** How many years before and after the budget's own its dates may lie. */
const [yearsBefore, yearsAfter] = [2, 1];

/** A day that does not exist, or is of another time than the budget. */
export function dateProblem(date: string, path: string, budgetYear: number): readonly BookProblem[] {
  if (!isDay(date)) return problem(path, `没有“${date}”这一天，请核对日期`, `There is no day “${date}”`);
  const year = Number(date.slice(0, 4));
  if (year >= budgetYear - yearsBefore && year <= budgetYear + yearsAfter) return [];
  return problem(
    path,
    `日期 ${date} 离预算年度 ${budgetYear} 太远，请核对`,
    `The day ${date} is far from the year of the budget, ${budgetYear}: check it`,
  );
}

/** Days of approval, publication and of the assets: real ones, in order. */
export function dateProblems({ dates: { approved, published }, assets, year }: Book): readonly BookProblem[] {
  const given = Object.entries({ approved, published }).flatMap(([key, date]) =>
    date === null ? [] : dateProblem(date, `dates.${key}`, year),
  );
  const order =
    approved !== null && published !== null && published < approved
      ? problem(
          'dates.published',
          `公开日期 ${published} 早于批复日期 ${approved}，请核对`,
          `Published on ${published}, before the approval on ${approved}`,
        )
      : [];
  const stale =
    assets.date.slice(0, 4) > String(year)
      ? problem(
          'assets.date',
          `资产统计日期 ${assets.date} 晚于预算年度，请核对`,
          `The assets are counted on ${assets.date}, after the year of the budget`,
        )
      : dateProblem(assets.date, 'assets.date', year);
  return [...given, ...order, ...stale];
}

/** Is there such a day? 2026-02-30 is none. */
function isDay(date: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return day !== '' && read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(day);
}
