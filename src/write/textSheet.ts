import type { Indicator, ProjectSheet, SheetAmount, SheetFunds } from '../model/disclosure.ts';
import { tabbed } from './textGrid.ts';

const width = 10;

const title = '项目支出绩效目标表';

/** A performance sheet under its title as tab separated rows, amounts in 元. */
export function sheetText(sheet: ProjectSheet): string {
  const { name, department, unit, attribute, term, texts } = sheet;
  const row = (...cells: readonly (string | null)[]): readonly string[] =>
    Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const grid = tabbed([
    row(title),
    ...(sheet.year === null ? [] : [row(`(${sheet.year}年度)`)]),
    row('项目名称', '', name),
    row('主管部门及代码', '', department, '', '实施单位', '', unit),
    row('项目属性', '', attribute, '', '项目期', '', term),
    ...fundRows(sheet.funds).map((cells) => row(...cells)),
    row('项目概况', '', texts.overview),
    row('立项依据', '', texts.basis),
    row('项目设立必要性', '', texts.necessity),
    row('保证项目实施的制度、措施', '', texts.safeguards),
    row('项目实施计划', '', texts.plan),
    row('实施期目标', '', '', '', '年度目标'),
    row('总体目标', '', texts.periodGoal, '', '', '', texts.annualGoal),
    row('绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'),
    ...indicatorRows(sheet.indicators).map((cells) => row(...cells)),
    row('负责人:', '', '经办人:', '', '联系电话:', '', '填报日期:', sheet.filedAt),
  ]);
  return `${title}\n\n${grid}`;
}

const sourceLabels = {
  total: '资金总额:',
  central: '其中:中央财政资金',
  provincial: '省级财政资金',
  local: '市县(区)财政资金',
  own: '单位自筹',
  other: '其他资金',
} as const;

function fundRows({ period, annual }: ProjectSheet['funds']): readonly (readonly string[])[] {
  const cells = (funds: SheetFunds, source: keyof typeof sourceLabels, prefix: string): readonly string[] => [
    `${source === 'total' ? prefix : ''}${sourceLabels[source]}`,
    '',
    printed(funds[source]),
  ];
  return (Object.keys(sourceLabels) as (keyof typeof sourceLabels)[]).map((source) => [
    source === 'total' ? '项目资金(元)' : '',
    '',
    ...cells(period, source, '实施期'),
    '',
    ...cells(annual, source, '年度'),
  ]);
}

function printed(amount: SheetAmount | null): string {
  return amount?.text ?? '';
}

/** The two horizons beside each other, first level by first level. */
function indicatorRows(indicators: readonly Indicator[]): readonly (readonly string[])[] {
  const levels = [...new Set(indicators.map(({ level1 }) => level1))];
  return levels.flatMap((level1) => {
    const of = (horizon: Indicator['horizon']): readonly Indicator[] =>
      indicators.filter((indicator) => indicator.level1 === level1 && indicator.horizon === horizon);
    const [period, annual] = [of('period'), of('annual')];
    const height = Math.max(period.length, annual.length);
    return Array.from({ length: height }, (_, i) => [
      '',
      i === 0 ? level1 : '',
      ...indicatorCells(period[i]),
      ...indicatorCells(annual[i]),
    ]);
  });
}

function indicatorCells(indicator: Indicator | undefined): readonly string[] {
  return [indicator?.level2 ?? '', indicator?.level3 ?? '', indicator?.value ?? ''];
}
