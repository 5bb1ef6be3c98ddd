import type { DepartmentGoal, Disclosure } from './disclosure.ts';

/** The goals of the whole department and of its units, in that order. */
export function goalsOf({ departmentGoal, unitGoals = [] }: Disclosure): readonly DepartmentGoal[] {
  return departmentGoal === undefined ? unitGoals : [departmentGoal, ...unitGoals];
}
