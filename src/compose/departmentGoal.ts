import type { DepartmentGoal, SheetAmount } from '../model/disclosure.ts';
import type { Scope } from '../model/scope.ts';
import { amountOf, type Telling } from './facts.ts';
import { sheetAmount } from './sheets.ts';

/** The goals of the whole department beside its money, in a form that prints them; null without any. */
export function composeDepartmentGoal(telling: Telling): DepartmentGoal | null {
  const { book, form } = telling;
  const own = book.departmentGoal;
  if (own === undefined || form.departmentGoal === undefined) return null;
  const place = { file: 'book' };
  const spent: Scope = { flow: 'expenditure', use: 'spent' };
  const money = (scope: Scope): SheetAmount => sheetAmount(amountOf(telling, scope), place);
  return {
    title: form.departmentGoal,
    goal: own.goal,
    funds: {
      total: money(spent),
      basic: money({ ...spent, nature: 'basic' }),
      project: money({ ...spent, nature: 'project' }),
    },
    indicators: own.indicators.map((indicator) => ({ ...indicator, place })),
  };
}
