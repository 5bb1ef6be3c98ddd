import { amount, choice, code, nameOf, text } from './cellKind.ts';
import type { BookSheetForm, RowRule } from './sheetForm.ts';
import {
  basicWords,
  fiscalFundWords,
  fundWords,
  natureWords,
  projectWords,
  publicItemWords,
  unitKindWords,
  vintageWords,
} from './words.ts';

const required = (column: string, words: string): RowRule => ({ column, words });

/** Units, and the amounts by line. */
export const unitSheet: BookSheetForm = {
  name: '单位',
  hints: [
    '本部门的全部预算单位（含部门本级），按公开时的顺序填写全称。',
    '行政和参公单位的公用经费就是机关运行经费。',
  ],
  fields: [],
  list: {
    path: 'units',
    entries: 'records',
    columns: [
      { path: 'name', title: '单位全称', cell: text, width: 46 },
      { path: 'kind', title: '单位性质', cell: choice(unitKindWords), width: 18 },
    ],
    rules: [required('name', '缺单位全称'), required('kind', '缺单位性质')],
    spare: 30,
  },
};

export const factSheet: BookSheetForm = {
  name: '支出',
  hints: [
    '每笔支出填一行，各张表由这里汇总。科目从下拉列表选，也可以直接输入编码。',
    '基本支出填部门经济分类、不填项目；项目支出填项目，项目先在“项目”表登记。政府经济分类只在与通常对应关系不同时填写。',
  ],
  fields: [],
  list: {
    path: 'facts',
    entries: 'records',
    columns: [
      { path: 'unit', title: '单位', cell: nameOf('units'), width: 34 },
      { path: 'function', title: '支出功能分类（项）', cell: code('function', 7), width: 42 },
      { path: 'nature', title: '支出性质', cell: choice(natureWords), width: 16 },
      { path: 'deptEconomic', title: '部门经济分类（款）', cell: code('deptEconomic', 5), width: 36 },
      { path: 'project', title: '项目', cell: nameOf('projects'), width: 44 },
      { path: 'fund', title: '资金来源', cell: choice(fundWords), width: 18 },
      { path: 'vintage', title: '当年或结转', cell: choice(vintageWords), width: 12 },
      { path: 'fen', title: '金额', cell: amount, width: 16 },
      { path: 'govEconomic', title: '政府经济分类（款）', cell: code('govEconomic', 5), width: 24 },
      { path: 'withheld', title: '不公开决定', cell: nameOf('decisions'), width: 18 },
    ],
    rules: [
      required('unit', '缺单位'),
      required('function', '缺功能分类'),
      required('nature', '缺支出性质'),
      { column: 'deptEconomic', words: '基本支出缺经济分类', when: { column: 'nature', in: basicWords } },
      { column: 'project', words: '项目支出缺项目', when: { column: 'nature', in: projectWords } },
      {
        column: 'project',
        words: '基本支出不填项目',
        when: { column: 'nature', in: basicWords },
        mustBeBlank: true,
      },
      required('fund', '缺资金来源'),
      required('vintage', '缺当年或结转'),
      required('fen', '缺金额'),
    ],
    spare: 300,
  },
};

export const revenueSheet: BookSheetForm = {
  name: '收入',
  hints: [
    '一般公共预算的收入就是它安排的支出，不用填。政府性基金、国有资本经营预算在这里写明收入科目，合计应等于当年支出。',
    '单位自己的收入（财政专户、事业收入等）写明用于哪个功能科目；收入多于支出的部分就是年终结转。',
  ],
  fields: [],
  list: {
    path: 'revenue',
    entries: 'records',
    columns: [
      { path: 'unit', title: '单位', cell: nameOf('units'), width: 34 },
      { path: 'fund', title: '资金来源', cell: choice(fundWords), width: 20 },
      { path: 'revenueCode', title: '收入科目（财政拨款填写）', cell: code('revenue', 7), width: 34 },
      { path: 'function', title: '用于的功能分类（自有收入填写）', cell: code('function', 7), width: 34 },
      { path: 'fen', title: '金额', cell: amount, width: 18 },
    ],
    rules: [
      required('unit', '缺单位'),
      required('fund', '缺资金来源'),
      {
        column: 'revenueCode',
        words: '缺收入科目',
        when: { column: 'fund', in: fiscalFundWords.map(([, word]) => word) },
      },
      {
        column: 'function',
        words: '缺功能分类',
        when: { column: 'fund', in: fundWords.slice(3).map(([, word]) => word) },
      },
      required('fen', '缺金额'),
    ],
    spare: 60,
  },
};

export const publicSheet: BookSheetForm = {
  name: '三公经费',
  hints: [
    '财政拨款安排的“三公”经费，按单位和种类填写；这些钱已经包含在“支出”表中，这里只作说明。没有的不填。',
  ],
  fields: [],
  list: {
    path: 'threePublic',
    entries: 'records',
    columns: [
      { path: 'unit', title: '单位', cell: nameOf('units'), width: 36 },
      { path: 'item', title: '种类', cell: choice(publicItemWords), width: 22 },
      { path: 'fund', title: '资金来源', cell: choice(fiscalFundWords), width: 20 },
      { path: 'fen', title: '金额', cell: amount, width: 18 },
    ],
    rules: [
      required('unit', '缺单位'),
      required('item', '缺种类'),
      required('fund', '缺资金来源'),
      required('fen', '缺金额'),
    ],
    spare: 40,
  },
};
