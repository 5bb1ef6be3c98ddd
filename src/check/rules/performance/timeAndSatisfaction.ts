import type { ProjectSheet } from '../../../model/disclosure.ts';
import type { Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from './observation.ts';
import { indicatorSheets } from './goalSheets.ts';
import { statementsOf } from './sheetFacts.ts';
import type { Statement } from './sheetFacts.ts';
import { fold } from '../../../model/fold.ts';

const authority = '财预〔2015〕88号';

/** A date of completion in a year other than the budget's. */
export const timeOutsideYear: Rule = {
  id: 'performance.timeOutsideYear',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const { year } = disclosure;
    const dated = indicatorSheets(disclosure).flatMap((sheet) =>
      statementsOf(sheet)
        .filter(({ kind, value }) => kind === 'time' && value.times.length > 0)
        .map((statement) => ({ sheet, statement, year: sheet.year ?? year })),
    );
    const outside = dated.filter(
      ({ sheet, statement, year: budget }) =>
        budget !== null && !touches(statement, budget) && !isInPeriod(statement, sheet),
    );
    const observations = outside.map(({ sheet, statement, year: budget }) => {
      const params = { project: sheet.name, indicator: statement.name, year: budget ?? 0 };
      return observe(
        'performance.timeOutsideYear',
        'info',
        culpritAt(statement.indicator.place, statement.value.text),
        { params },
      );
    });
    return advice(observations, dated.length - outside.length);
  },
};

/** What is aimed at over a period of several years may be done in any of them. */
function isInPeriod({ indicator, value }: Statement, { term }: ProjectSheet): boolean {
  const years = [...(term ?? '').matchAll(/20\d\d/g)].map(([year]) => Number(year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return (
    indicator.horizon === 'period' &&
    first < last &&
    value.times.every(({ year }) => first <= year && year <= last)
  );
}

/** The named time, or the span between two, reaches into the year. */
function touches({ value }: Statement, year: number): boolean {
  const years = value.times.map((time) => time.year);
  return Math.min(...years) <= year && year <= Math.max(...years);
}

/** Satisfaction is a share of those asked. */
export const satisfactionShare: Rule = {
  id: 'performance.satisfactionShare',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const stated = indicatorSheets(disclosure).flatMap((sheet) =>
      statementsOf(sheet)
        .filter(({ kind, value }) => kind === 'satisfaction' && value.text !== '')
        .map((statement) => ({ sheet, statement })),
    );
    const wrong = stated.filter(
      ({ statement }) => !isShare(statement) && fold(statement.name) !== fold(statement.value.text),
    );
    const over = wrong.filter(({ statement: { value } }) => value.percent && (value.number ?? 0) > 100);
    const other = wrong.filter((entry) => !over.includes(entry));
    const observation = ({ sheet, statement }: (typeof wrong)[number], severity: 'warning' | 'info') => {
      const params = { project: sheet.name, indicator: statement.name };
      const culprit = culpritAt(statement.indicator.place, statement.value.text);
      return observe('performance.satisfactionShare', severity, culprit, {
        params,
        ...(severity === 'warning' ? { variant: 'over' } : {}),
      });
    };
    const hints = advice(
      other.map((entry) => observation(entry, 'info')),
      stated.length - wrong.length,
    );
    return {
      ...hints,
      observations: [...over.map((entry) => observation(entry, 'warning')), ...hints.observations],
    };
  },
};

function isShare({ value }: Statement): boolean {
  if (value.number === null) return false;
  return value.percent
    ? value.number <= 100 && value.number >= 0
    : /^分/.test(value.unit) || (value.unit === '' && value.number <= 100);
}
