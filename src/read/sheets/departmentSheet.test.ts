import { describe, expect, it } from 'vitest';
import type { SheetAmount } from '../../model/disclosure.ts';
import { textReader } from '../text.ts';
import { readSheets } from './readSheets.ts';

/** The only goal sheet of a text whose cells are divided by "|". */
async function read(text: string) {
  const bytes = new TextEncoder().encode(text.replaceAll('|', '\t'));
  const source = await textReader.read({ name: 't.txt', bytes });
  if (!source.ok) throw new Error(source.problem.code);
  const { goals, uncertain } = readSheets(source.source.blocks);
  const [goal] = goals;
  if (goal === undefined || goals.length !== 1) throw new Error(`${goals.length} goals`);
  const indicators = goal.indicators.map((i) => [i.level1, i.level2, i.level3, i.value].join(' '));
  return { goal, indicators, uncertain };
}

const fen = (amount: SheetAmount | null): number | null => amount?.fen ?? null;

describe('goals of a whole department', () => {
  it('reads the tasks with their money under two rows of heads', async () => {
    const { goal, indicators, uncertain } = await read(`2027年度部门整体支出绩效目标表

单位：万元
部门（单位）名称|某市水务局||||
年度主要任务|任务名称|主要内容|预算金额||
|||总额|财政拨款|其他资金
|河道治理|清淤三条河道|500.00|400.00|100.00
|供水保障|更新管网|300.00|300.00|
|金额合计||800.00|700.00|100.00
年度总体目标|目标1：完成治理。||||
|目标2：保障供水。||||
年度绩效指标|一级指标|二级指标|三级指标|指标值|
|产出指标|数量指标|治理河道|≥3条|
||质量指标|合格率|100%|
|满意度指标|服务对象满意度指标|群众满意度|≥90%|
填表人：|||||`);
    expect(
      goal.tasks?.map(({ name, total, fiscal, other }) => [name, ...[total, fiscal, other].map(fen)]),
    ).toEqual([
      ['河道治理', 500_000_000, 400_000_000, 100_000_000],
      ['供水保障', 300_000_000, 300_000_000, null],
    ]);
    expect([fen(goal.tasksTotal?.total ?? null), goal.department, goal.year]).toEqual([
      800_000_000,
      '某市水务局',
      2027,
    ]);
    expect([goal.goal, uncertain]).toEqual(['目标1：完成治理。\n目标2：保障供水。', []]);
    expect(indicators).toEqual([
      '产出指标 数量指标 治理河道 ≥3条',
      '产出指标 质量指标 合格率 100%',
      '满意度指标 服务对象满意度指标 群众满意度 ≥90%',
    ]);
  });

  it('reads money by source and by kind, and kinds of indicators of its own', async () => {
    const { goal, indicators } = await read(`部门（单位）整体绩效目标表

部门名称|某市水务局||
部门预算情况|部门预算总额（万元）|1,200.50|
|1.资金来源：|（1）政府预算资金|1,000.50
||（2）财政专户管理资金|0
||（3）单位资金|200.00
|2.资金结构：|（1）基本支出|700.50
||（2）项目支出|500.00
年度履职目标|治理河道，保障供水。||
年度主要任务|任务名称|主要内容|
|河道治理|清淤三条河道|
一级指标|二级指标|三级指标|指标值
产出指标|履职目标实现|治理河道|≥3条
效益指标|履职效益|供水保障率|≥99%`);
    const { total, basic, project } = goal.funds;
    expect([total, basic, project].map(fen)).toEqual([1_200_500_000, 700_500_000, 500_000_000]);
    expect(goal.otherFunds?.map(({ scope, amount }) => [scope?.fund, amount.fen])).toEqual([
      ['fiscal', 1_000_500_000],
      ['fiscalAccount', 0],
      ['unitFunds', 200_000_000],
    ]);
    expect([goal.goal, goal.tasks?.map(({ content }) => content)]).toEqual([
      '治理河道，保障供水。',
      ['清淤三条河道'],
    ]);
    expect(indicators).toEqual(['产出指标 履职目标实现 治理河道 ≥3条', '效益指标 履职效益 供水保障率 ≥99%']);
  });

  it('reads a sheet of one row under heads', async () => {
    const { goal, indicators } = await read(`整体支出绩效目标表

单位：万元
单位编码|单位名称|年度预算申请|||||整体绩效目标|部门整体支出年度绩效目标|||
||资金总额|按收入性质分||按支出性质分|||一级指标|二级指标|三级指标|指标值
|||一般公共预算|政府性基金拨款|基本支出|项目支出|||||
101|某市水务局|1200.50|1000.50|200.00|700.50|500.00|治理河道|产出指标|数量指标|治理河道|≥3条
|||||||||质量指标|合格率|100%`);
    const { total, basic, project } = goal.funds;
    expect([total, basic, project].map(fen)).toEqual([1_200_500_000, 700_500_000, 500_000_000]);
    expect([goal.department, goal.goal]).toEqual(['某市水务局', '治理河道']);
    expect(indicators).toEqual(['产出指标 数量指标 治理河道 ≥3条', '产出指标 质量指标 合格率 100%']);
  });

  it('takes the amount of the year beside its share and former years, and goals of both horizons', async () => {
    const { goal } = await read(`部门整体绩效目标表

单位名称|某市水务局||||
部门总体资金情况（万元）|总体资金情况|当年金额|占比|2025年|2026年
|收入构成|财政拨款|1000.50|83.34%|900.00|800.00
||合计|1200.50|100%|1000.00|900.00
|支出构成|基本支出|700.50|58.35%|600.00|500.00
||项目支出|500.00|41.65%|400.00|400.00
整体绩效目标|长期目标|年度目标|||
|全面治理。|治理三条河道。|||
一级指标|二级指标|三级指标|指标值||
产出指标|数量指标|治理河道|10条||`);
    const { total, basic, project } = goal.funds;
    expect([total, basic, project].map(fen)).toEqual([1_200_500_000, 700_500_000, 500_000_000]);
    expect([goal.periodGoal, goal.goal, goal.year]).toEqual(['全面治理。', '治理三条河道。', null]);
  });

  it('takes no amount without a unit, and says so', async () => {
    const { goal, uncertain } = await read(`部门整体支出绩效目标表

部门名称|某局|||
年度资金总额|800.00|||
年度目标|完成|||
一级指标|二级指标|三级指标|指标值|
产出指标|数量指标|会议|9次|`);
    expect([goal.funds.total, uncertain[0]?.reason]).toEqual([
      null,
      '“年度资金总额”的金额没有印出单位，未读取',
    ]);
  });
});
