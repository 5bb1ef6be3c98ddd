import type { Scope } from '../../model/scope.ts';
import { sheetForm } from './sheetForm.ts';
import { compileSheetForm } from './sheetTests.ts';
import type { SheetTests } from './sheetTests.ts';
import { labelKey, remembered, wordTest } from './sheetWords.ts';

/** What a label of the department's money stands for. */
export type GoalFund =
  | { readonly slot: 'total' | 'basic' | 'project' }
  | { readonly slot: 'elsewhere'; readonly scope: Scope | null };

export type TaskColumn = 'name' | 'content' | 'total' | 'fiscal' | 'other';

/** The words of the sheets of whole departments, as tests over folded labels. */
export interface GoalTests {
  /** The tests for goals, indicators and footers, with the department's own words for its goals. */
  readonly sheet: SheetTests;
  readonly department: (key: string) => boolean;
  readonly fund: (text: string) => GoalFund | null;
  readonly task: (key: string) => TaskColumn | null;
  readonly tasksTotal: (key: string) => boolean;
}

const totals =
  '(?:部门|单位|整体|总体|部门整体)?(?:年度|当年|本年|20\\d\\d年度?)?(?:部门|单位|整体|部门整体|项目)?(?:支出)?(?:预算|资金|收支|支出|收入)?(?:预算|支出|收入|资金)?(?:总额|总计|合计|总量|总金额|金额合计|总规模)';

const slots: readonly (readonly [readonly string[], GoalFund])[] = [
  [['基本支出(?:预算|金额|小计|合计|总额|经费)?'], { slot: 'basic' }],
  [['项目支出(?:预算|金额|小计|合计|总额|经费)?'], { slot: 'project' }],
  [[totals, '总体资金', '部门预算', '整体支出(?:预算|金额|规模)?'], { slot: 'total' }],
  [['人员(?:经费|支出)'], { slot: 'elsewhere', scope: { nature: 'personnel' } }],
  [['(?:日常)?公用(?:经费|支出)'], { slot: 'elsewhere', scope: { nature: 'operating' } }],
  [['(?:本级)?财政(?:性)?(?:拨款|资金)(?:收入|预算)?', '政府预算资金'], fundOf('fiscal')],
  [['一般公共预算(?:财政)?(?:拨款|资金)?(?:收入)?'], fundOf('general')],
  [['政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?(?:收入)?'], fundOf('governmentFund')],
  [['国有资本经营预算(?:财政)?(?:拨款|资金)?(?:收入)?'], fundOf('stateCapital')],
  [['(?:财政)?专户(?:管理)?资金(?:收入)?|教育收费'], fundOf('fiscalAccount')],
  [['单位(?:自有)?资金(?:收入)?'], fundOf('unitFunds')],
  [
    [
      '(?:其他|其它)(?:资金|收入|支出|来源)?',
      '上年结[转余](?:结[转余])?(?:资金|收入)?',
      '(?:人员类|运转类|特定目标类)(?:项目)?(?:支出|经费)?',
    ],
    { slot: 'elsewhere', scope: null },
  ],
];

function fundOf(fund: string): GoalFund {
  return { slot: 'elsewhere', scope: { fund } };
}

const taskColumns: readonly (readonly [TaskColumn, readonly string[]])[] = [
  ['name', ['(?:年度)?(?:主要|重点|工作|核心|履职|重点工作)?任务(?:名称)', '任务', '工作名称']],
  ['content', ['(?:主要|具体|任务|工作)?(?:任务)?内容', '任务(?:描述|说明|目标)', '具体任务']],
  ['fiscal', ['(?:当年)?财政(?:拨款|资金)', '财政预算(?:资金)?']],
  ['other', ['(?:其他|其它)(?:资金)?']],
  [
    'total',
    [
      '(?:预算|资金|申请|涉及|任务|年度)*(?:预算|资金)(?:总额|金额|总金额|合计|小计|数|安排|情况|额度)?',
      '总额|金额|小计|合计|总计|涉及金额',
    ],
  ],
];

/** `(1)`, `①`, `一、` before a label of money, and what explains it in brackets behind. */
function fundKey(text: string): string {
  return labelKey(text)
    .replace(/^(?:\(?[\d一二三四五六七八九十]{1,3}[).、]|[①-⑳])+/, '')
    .replace(/^其中:?/, '')
    .replace(/\([^()]*\)$/, '');
}

let compiled: GoalTests | undefined;

/** Compiled once, when the first such sheet is read. */
export function goalTests(): GoalTests {
  return (compiled ??= compileGoalTests());
}

function compileGoalTests(): GoalTests {
  const funds = slots.map(([words, fund]) => ({ test: wordTest(words), fund }));
  const tasks = taskColumns.map(([column, words]) => ({ test: wordTest(words), column }));
  const { goals } = sheetForm;
  const own = '(?:部门|单位)?(?:整体|总体)?(?:支出)?';
  const sheet = compileSheetForm({
    ...sheetForm,
    goals: {
      both: [...goals.both, `${own}(?:整体|总体|履职|绩效)(?:绩效)?目标(?:及任务)?`],
      period: [...goals.period, `${own}(?:中长期|长期|中期|规划期)(?:规划)?(?:整体|总体|绩效|履职)*目标`],
      annual: [...goals.annual, `${own}(?:年度|当年|本年度?)(?:整体|总体|履职|支出|绩效)*目标`],
    },
  });
  return {
    sheet,
    department: wordTest(['(?:预算)?(?:部门|单位|部门\\(单位\\)|单位\\(部门\\)|预算单位)(?:名称)?']),
    fund: remembered((text) => {
      const key = fundKey(text);
      return funds.find(({ test }) => test(key))?.fund ?? null;
    }),
    task: remembered((key) => tasks.find(({ test }) => test(key))?.column ?? null),
    tasksTotal: wordTest(['(?:金额|预算|资金|任务)?(?:合计|总计|小计)(?:金额)?']),
  };
}
