import type { OtherFund, ProjectSheet, SheetAmount } from '../../model/disclosure.ts';
import type { Place } from '../../model/place.ts';
import type { LayoutCell, LayoutRow, TableBlock } from './block.ts';
import { amountCell, cell, row } from './grid.ts';
import { indicatorRows } from './indicators.ts';
import { sheetTable } from './sheetTable.ts';
import { printable } from './titles.ts';

/** 绩效指标, 一级, 二级, 三级 and 指标值 of the whole period, then 二级, 三级 and 指标值 of the year. */
const columnWidths = [5, 10, 10.5, 16, 12.5, 10.5, 16, 12.5];
const last = columnWidths.length;

const sheetTitle = '项目支出绩效目标表';

/** A project's performance sheet: one grid of merged cells on a page of its own, amounts in 元. */
export function performanceSheet(sheet: ProjectSheet, number: number): TableBlock {
  const { year, name } = sheet;
  return sheetTable({
    role: 'performance',
    number,
    target: `sheet-${number}`,
    title: sheetTitle,
    bookmark: `${sheetTitle}：${printable(name)}`,
    year,
    columns: columnWidths,
    body: [
      ...identityRows(sheet),
      ...fundRows(sheet),
      ...textRows(sheet),
      ...goalRows(sheet),
      ...endRows(sheet),
    ],
  });
}

/** A header over `colspan` columns from `column`. */
function label(text: string, column: number, colspan = 1, rowspan = 1): LayoutCell {
  return cell(text, column, { kind: 'label', align: 'center', colspan, rowspan });
}

function value(text: string | null, column: number, end: number, place: Place): LayoutCell {
  return cell(text ?? '', column, { colspan: end - column, place });
}

function identityRows({
  name,
  department,
  unit,
  attribute,
  term,
  place,
}: ProjectSheet): readonly LayoutRow[] {
  const pair = (left: string, first: string | null, right: string, second: string | null): LayoutRow =>
    row([label(left, 0, 2), value(first, 2, 4, place), label(right, 4), value(second, 5, last, place)]);
  return [
    row([label('项目名称', 0, 2), value(name, 2, last, place)]),
    pair('主管部门及代码', department, '实施单位', unit),
    pair('项目属性', attribute, '项目期', term),
  ];
}

const sources = [
  ['total', '资金总额'],
  ['central', '其中：中央财政资金'],
  ['provincial', '省级财政资金'],
  ['local', '市县（区）财政资金'],
  ['own', '单位自筹'],
  ['other', '其他资金'],
] as const;

interface FundLine {
  readonly words: readonly [period: string, annual: string];
  readonly amounts: readonly [period: SheetAmount | null, annual: SheetAmount | null];
}

/** The sources of both horizons beside each other. */
function fundRows(sheet: ProjectSheet): readonly LayoutRow[] {
  const { period, annual } = sheet.funds;
  const lines: readonly FundLine[] = [
    ...sources.map(([source, words]): FundLine => {
      const own: FundLine['words'] = source === 'total' ? [`实施期${words}`, `年度${words}`] : [words, words];
      return { words: own, amounts: [period[source], annual[source]] };
    }),
    ...otherLines(sheet.otherFunds ?? []),
  ];
  return lines.map(({ words, amounts }, i) =>
    row([
      ...(i === 0 ? [label('项目资金（元）', 0, 2, lines.length)] : []),
      cell(words[0], 2, { kind: 'label', colspan: 2 }),
      money(amounts[0], 4, sheet.place),
      cell(words[1], 5, { kind: 'label', colspan: 2 }),
      money(amounts[1], 7, sheet.place),
    ]),
  );
}

function otherLines(funds: readonly OtherFund[]): readonly FundLine[] {
  const labels = [...new Set(funds.map((fund) => fund.label))];
  const of = (words: string, horizon: OtherFund['horizon']): SheetAmount | null =>
    funds.find((fund) => fund.label === words && fund.horizon === horizon)?.amount ?? null;
  return labels.map((words) => ({
    words: [words, words],
    amounts: [of(words, 'period'), of(words, 'annual')],
  }));
}

function money(amount: SheetAmount | null, column: number, place: Place): LayoutCell {
  return amountCell(amount?.text ?? '', column, amount?.fen ?? null, amount?.place ?? place);
}

const textLabels = [
  ['overview', '项目概况'],
  ['basis', '立项依据'],
  ['necessity', '项目设立必要性'],
  ['safeguards', '保证项目实施的制度、措施'],
  ['plan', '项目实施计划'],
] as const;

function textRows({ texts, textPlaces, place }: ProjectSheet): readonly LayoutRow[] {
  return textLabels.map(([key, words]) =>
    row([label(words, 0, 2), value(texts[key], 2, last, textPlaces[key] ?? place)]),
  );
}

function goalRows({ texts, indicators, place }: ProjectSheet): readonly LayoutRow[] {
  return [
    row([label('总体目标', 0, 2, 2), label('实施期目标', 2, 3), label('年度目标', 5, 3)]),
    row([value(texts.periodGoal, 2, 5, place), value(texts.annualGoal, 5, last, place)]),
    ...indicatorRows(indicators, place),
  ];
}

/** Names and telephone numbers of persons are not published; their places are left for the signed original. */
function endRows({ filedAt, filedAtPlace, place }: ProjectSheet): readonly LayoutRow[] {
  return [
    row([
      cell('负责人：', 0, { kind: 'label', colspan: 3 }),
      cell('经办人：', 3, { kind: 'label' }),
      cell('联系电话：', 4, { kind: 'label', colspan: 2 }),
      cell('填报日期：', 6, { kind: 'label' }),
      value(filedAt, 7, last, filedAtPlace ?? place),
    ]),
  ];
}
