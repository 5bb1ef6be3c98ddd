import { sheetTexts, type SheetText } from '../disclosure.ts';
import { amount, choice, date, long, nameOf, text, type CellKind } from './cellKind.ts';
import type { BookColumn, BookSheetForm, RowRule } from './sheetForm.ts';
import { horizonWords, yesNoWords } from './words.ts';

const sourceWords = [
  ['central', '中央财政'],
  ['provincial', '省级财政'],
  ['local', '市县（区）财政'],
  ['own', '单位自筹'],
  ['other', '其他资金'],
] as const;

const textWords: Readonly<Record<SheetText, string>> = {
  overview: '项目概况',
  basis: '立项依据',
  necessity: '项目设立必要性',
  safeguards: '保证项目实施的制度、措施',
  plan: '项目实施计划',
  periodGoal: '实施期总体目标',
  annualGoal: '年度总体目标',
};

function funds(horizon: 'period' | 'annual', words: string): readonly BookColumn[] {
  return sourceWords.map(([source, name]) => ({
    path: `sheet.funds.${horizon}.${source}`,
    title: `${words}·${name}`,
    cell: amount,
    width: 14,
  }));
}

const column = (path: string, title: string, cell: CellKind, width: number): BookColumn => ({
  ...{ path, title, cell, width },
});

const published = { column: '#sheet', in: ['是'] };
const needed: readonly (readonly [path: string, words: string])[] = [
  ['sheet.attribute', '缺项目属性'],
  ['sheet.term', '缺项目期'],
  ['sheet.filedAt', '缺填报日期'],
  ['sheet.texts.overview', '缺项目概况'],
  ['sheet.texts.annualGoal', '缺年度总体目标'],
];

export const projectListSheet: BookSheetForm = {
  name: '项目',
  hints: [
    '每个项目一行，名称与批复一致。同名的两个项目各填一个编号，“支出”表的项目列就写编号。',
    '公开绩效目标表的项目，年度资金合计应等于“支出”表中该项目的金额；指标在“绩效指标”表填写。',
  ],
  fields: [],
  list: {
    path: 'projects',
    entries: 'records',
    columns: [
      column('name', '项目名称', text, 44),
      column('unit', '单位', nameOf('units'), 28),
      column('#sheet', '公开绩效目标表', choice(yesNoWords), 12),
      column('id', '编号（同名时填）', text, 16),
      column('sheet.attribute', '项目属性', text, 22),
      column('sheet.term', '项目期', text, 10),
      ...funds('annual', '年度'),
      ...funds('period', '实施期'),
      ...sheetTexts.map((key) => column(`sheet.texts.${key}`, textWords[key], long, 40)),
      column('sheet.filedAt', '填报日期', date, 13),
      column('withheld', '不公开决定', nameOf('decisions'), 18),
    ],
    computedAfter: '#sheet',
    computed: [
      { key: 'projectSpending', title: '“支出”表金额', width: 15 },
      { key: 'projectAnnual', title: '年度资金合计', width: 15 },
      { key: 'projectPeriod', title: '实施期资金合计', width: 15 },
    ],
    rules: [
      { column: 'name', words: '缺项目名称' },
      { column: 'unit', words: '缺单位' },
      { column: '#sheet', words: '缺是否公开绩效目标表' },
      ...needed.map(([path, words]): RowRule => ({ column: path, words, when: published })),
    ],
    spare: 100,
  },
};

export const indicatorSheet: BookSheetForm = {
  name: '绩效指标',
  hints: [
    '项目的绩效指标，每个指标一行，同一项目的写在一起。实施期和年度各写一遍。',
    '指标值写明比较、数字和单位，如“≥12公里”“10月底前完成”；满意度写百分比。',
  ],
  fields: [],
  list: {
    path: 'indicators',
    entries: 'indicators',
    columns: [
      column('project', '项目', nameOf('projects'), 44),
      column('horizon', '期间', choice(horizonWords), 10),
      column('level1', '一级指标', text, 16),
      column('level2', '二级指标', text, 20),
      column('level3', '三级指标', text, 32),
      column('value', '指标值', text, 30),
    ],
    rules: [
      { column: 'project', words: '缺项目' },
      { column: 'horizon', words: '缺期间' },
      { column: 'level1', words: '缺一级指标' },
      { column: 'level2', words: '缺二级指标' },
      { column: 'level3', words: '缺三级指标' },
      { column: 'value', words: '缺指标值' },
    ],
    spare: 300,
  },
};

export const departmentGoalSheet: BookSheetForm = {
  name: '整体绩效',
  hints: ['部门整体支出绩效目标。不公开整体绩效目标的，整张表留空。'],
  fields: [
    {
      path: 'departmentGoal.goal',
      title: '年度总体目标',
      cell: long,
      hint: '',
      required: false,
    },
  ],
  list: {
    path: 'departmentGoal.indicators',
    entries: 'records',
    columns: [
      column('level1', '一级指标', text, 20),
      column('level2', '二级指标', text, 24),
      column('level3', '三级指标', text, 36),
      column('value', '指标值', text, 34),
    ],
    rules: [
      { column: 'level1', words: '缺一级指标' },
      { column: 'level2', words: '缺二级指标' },
      { column: 'level3', words: '缺三级指标' },
      { column: 'value', words: '缺指标值' },
    ],
    spare: 40,
  },
};
