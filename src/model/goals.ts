import type { DepartmentGoal, Disclosure } from './disclosure.ts';

export type WithGoals = Pick<Disclosure, 'departmentGoal' | 'unitGoals'>;

/** The goals of the whole department and of its units, in that order. */
export function goalsOf({ departmentGoal, unitGoals = [] }: WithGoals): readonly DepartmentGoal[] {
  return departmentGoal === undefined ? unitGoals : [departmentGoal, ...unitGoals];
}
