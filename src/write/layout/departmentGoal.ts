import type { DepartmentGoal, Disclosure } from '../../model/disclosure.ts';
import type { LayoutCell, LayoutRow, TableBlock } from './block.ts';
import { amountCell, cell, row } from './grid.ts';
import { sheetTable } from './sheetTable.ts';

/** 一级指标, 二级指标, 三级指标, 指标值. */
const columnWidths = [14, 18, 30, 24];
const last = columnWidths.length;

/** 部门整体支出绩效目标表: the department's money, its goal and its indicators, amounts in 元. */
export function departmentGoalTable(goal: DepartmentGoal, { department, year }: Disclosure): TableBlock {
  return sheetTable({
    role: 'departmentGoal',
    number: 1,
    target: 'department-goal',
    title: goal.title,
    bookmark: goal.title,
    year,
    columns: columnWidths,
    body: [
      row([label('部门名称'), cell(department.name ?? '', 1, { colspan: last - 1 })]),
      ...fundRows(goal),
      row([label('年度总体目标'), cell(goal.goal, 1, { colspan: last - 1 })]),
      row(['一级指标', '二级指标', '三级指标', '指标值'].map((words, i) => label(words, i))),
      ...indicatorLines(goal),
    ],
  });
}

function label(text: string, column = 0, rowspan = 1): LayoutCell {
  return cell(text, column, { kind: 'label', align: 'center', rowspan });
}

function fundRows({ funds }: DepartmentGoal): readonly LayoutRow[] {
  const lines = [
    ['年度资金总额', funds.total],
    ['其中：基本支出', funds.basic],
    ['项目支出', funds.project],
  ] as const;
  return lines.map(([words, amount], i) =>
    row([
      ...(i === 0 ? [label('年度资金（元）', 0, lines.length)] : []),
      label(words, 1),
      amountCell(amount?.text ?? '', 2, amount?.fen ?? null, amount?.place ?? { file: '' }, last - 2),
    ]),
  );
}

/** A level stands once over the indicators that share it. */
function indicatorLines({ indicators }: DepartmentGoal): readonly LayoutRow[] {
  return indicators.map(({ level1, level2, level3, value, place }, i) => {
    const before = indicators[i - 1];
    const first = before?.level1 !== level1;
    return row([
      ...(first
        ? [
            label(
              level1,
              0,
              runFrom(i, (one) => one.level1 === level1, indicators),
            ),
          ]
        : []),
      ...(first || before.level2 !== level2
        ? [
            label(
              level2,
              1,
              runFrom(i, (one) => one.level1 === level1 && one.level2 === level2, indicators),
            ),
          ]
        : []),
      cell(level3, 2, { place }),
      cell(value, 3, { place }),
    ]);
  });
}

/** How many indicators from here on share a level. */
function runFrom(
  start: number,
  shares: (indicator: DepartmentGoal['indicators'][number]) => boolean,
  indicators: DepartmentGoal['indicators'],
): number {
  const end = indicators.findIndex((indicator, i) => i > start && !shares(indicator));
  return (end < 0 ? indicators.length : end) - start;
}
