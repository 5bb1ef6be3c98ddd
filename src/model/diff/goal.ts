import type { BookDepartmentGoal } from '../book.ts';
import { lines } from './projects.ts';

/** The goals of the whole department as lines: the text, then an indicator each. */
export function goalLines(goal: BookDepartmentGoal | undefined): readonly string[] {
  if (goal === undefined) return [];
  const indicators = goal.indicators.map(
    ({ level1, level2, level3, value }) => `${level1} › ${level2} › ${level3}：${value}`,
  );
  return [...lines(goal.goal), ...indicators];
}
