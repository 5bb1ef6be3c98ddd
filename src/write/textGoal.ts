import type { DepartmentGoal } from '../model/disclosure.ts';
import { tabbed } from './textGrid.ts';

const width = 4;

/** The goals of the whole department under their title as tab separated rows, amounts in 元. */
export function goalText(goal: DepartmentGoal, department: string, year: number | null): string {
  const { title, funds, indicators } = goal;
  const row = (...cells: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const grid = tabbed([
    ...(year === null ? [] : [row(`(${year}年度)`)]),
    row('部门名称', department),
    row('年度资金总额(元)', funds.total?.text ?? ''),
    row('其中:基本支出', funds.basic?.text ?? '', '项目支出', funds.project?.text ?? ''),
    row('年度总体目标', goal.goal),
    row('一级指标', '二级指标', '三级指标', '指标值'),
    ...indicators.map(({ level1, level2, level3, value }) => row(level1, level2, level3, value)),
  ]);
  return `${title}\n\n${grid}`;
}
