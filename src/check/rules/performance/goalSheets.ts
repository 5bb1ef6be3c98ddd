import type { DepartmentGoal, Disclosure, ProjectSheet } from '../../../model/disclosure.ts';
import { noFunds, noTexts } from '../../../model/emptySheet.ts';
import { goalsOf } from '../../../model/goals.ts';

const asSheet = new WeakMap<DepartmentGoal, ProjectSheet>();

/** Every sheet that states indicators: the projects', and the department's with its indicators alone. */
export function indicatorSheets(disclosure: Disclosure): readonly ProjectSheet[] {
  const goals = goalsOf(disclosure);
  return goals.length === 0 ? disclosure.projects : [...disclosure.projects, ...goals.map(indicatorSheet)];
}

function indicatorSheet(goal: DepartmentGoal): ProjectSheet {
  const known = asSheet.get(goal);
  if (known !== undefined) return known;
  const sheet: ProjectSheet = {
    name: goal.title,
    department: goal.department ?? null,
    unit: null,
    attribute: null,
    term: null,
    funds: { period: noFunds, annual: noFunds },
    texts: noTexts,
    textPlaces: {},
    indicators: goal.indicators.map((indicator) => ({ horizon: 'period', ...indicator })),
    filedAt: null,
    year: goal.year ?? null,
    place: goal.place ?? { file: '' },
  };
  asSheet.set(goal, sheet);
  return sheet;
}
