import type { Language } from '../../../model/language.ts';

/** The fixed words of the rectification workbook in one language. */
export interface WorkbookWords {
  readonly summary: string;
  readonly list: string;
  readonly title: string;
  readonly head: Readonly<Record<ListColumn, string>>;
  readonly states: readonly [pending: string, done: string, notApplicable: string];
  readonly stateHint: string;
  readonly document: string;
  readonly byDocument: readonly string[];
  readonly byKind: readonly string[];
  readonly byDepartment: readonly string[];
  readonly subtotal: string;
  readonly rules: string;
  readonly ruleHead: readonly string[];
  readonly total: string;
  readonly wholeDocument: string;
  readonly blank: string;
  readonly none: string;
  readonly page: string;
}

export const listColumns = [
  'number',
  'department',
  'year',
  'file',
  'place',
  'kind',
  'severity',
  'reported',
  'expected',
  'reason',
  'remedy',
  'person',
  'state',
  'remark',
] as const;
export type ListColumn = (typeof listColumns)[number];

const zh: WorkbookWords = {
  summary: '汇总',
  list: '整改清单',
  title: '审核问题整改清单',
  head: {
    number: '序号',
    department: '部门',
    year: '年度',
    file: '文件',
    place: '位置',
    kind: '问题类型',
    severity: '级别',
    reported: '写作',
    expected: '应为',
    reason: '依据/说明',
    remedy: '整改建议',
    person: '责任人',
    state: '整改情况',
    remark: '备注',
  },
  states: ['待整改', '已整改', '不适用'],
  stateHint: '请从列表中选择：待整改、已整改、不适用。',
  document: '文档',
  byDocument: ['部门', '年度', '文件', '结论', '错误', '提醒', '提示', '问题合计', '其中已豁免'],
  byKind: ['问题类型', '规则', '错误', '提醒', '提示', '合计'],
  byDepartment: ['部门', '问题类型', '规则', '文件数', '错误', '提醒', '提示', '问题合计', '其中已豁免'],
  subtotal: '小计',
  rules: '规则说明',
  ruleHead: ['规则', '名称', '说明'],
  total: '合计',
  wholeDocument: '全文',
  blank: '（空白）',
  none: '没有发现问题。',
  page: '第 &P 页，共 &N 页',
};

const en: WorkbookWords = {
  summary: 'Summary',
  list: 'Findings',
  title: 'Findings to put right',
  head: {
    number: 'No.',
    department: 'Department',
    year: 'Year',
    file: 'File',
    place: 'Place',
    kind: 'Kind',
    severity: 'Severity',
    reported: 'Printed',
    expected: 'Expected',
    reason: 'Reason',
    remedy: 'To put it right',
    person: 'Responsible',
    state: 'State',
    remark: 'Remark',
  },
  states: ['to do', 'done', 'not applicable'],
  stateHint: 'Choose from the list: to do, done, not applicable.',
  document: 'Document',
  byDocument: [
    'Department',
    'Year',
    'File',
    'Result',
    'Errors',
    'Warnings',
    'Advice',
    'All',
    'Of these waived',
  ],
  byKind: ['Kind', 'Rule', 'Errors', 'Warnings', 'Advice', 'All'],
  byDepartment: [
    'Department',
    'Kind',
    'Rule',
    'Files',
    'Errors',
    'Warnings',
    'Advice',
    'All',
    'Of these waived',
  ],
  subtotal: 'Subtotal',
  rules: 'Rules',
  ruleHead: ['Rule', 'Name', 'What it finds'],
  total: 'Total',
  wholeDocument: 'whole document',
  blank: '(blank)',
  none: 'Nothing was found.',
  page: 'Page &P of &N',
};

export function workbookWords(language: Language): WorkbookWords {
  return language === 'zh' ? zh : en;
}
