import type { Severity } from '../src/model/finding.ts';

/** The families of rules, in the order of the index. */
export const families: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  table: ['表格', 'Tables'],
  narrative: ['正文', 'Narrative'],
  document: ['整份文件', 'The document'],
  project: ['项目', 'Projects'],
  performance: ['绩效目标表', 'Performance sheets'],
  threePublic: ['“三公”经费', 'The three public expenses'],
  other: ['其他', 'Other'],
  text: ['文字', 'Wording'],
  yearOnYear: ['与上年比较', 'Against last year'],
  acrossDocuments: ['文件之间', 'Across documents'],
};

/** As the text report marks them. */
export const severities: Readonly<Record<Severity, readonly [zh: string, en: string]>> = {
  error: ['✕ 错误', 'error'],
  warning: ['! 提醒', 'warning'],
  info: ['○ 提示', 'advice'],
};

const blanks: Readonly<Record<string, string>> = {
  place: '位置',
  reported: '所印',
  expected: '应为',
  evidence: '依据',
  quote: '原句',
  formula: '算式',
  difference: '差额',
  count: '数目',
  table: '表号',
  title: '标题',
  project: '项目',
  factor: '倍数',
  relations: '处数',
  code: '编码',
  name: '名称',
  words: '原文',
  usual: '通常',
  year: '年度',
  printed: '所印',
  kind: '种类',
  source: '来源',
  funds: '资金',
  unit: '单位',
  amount: '金额',
  whole: '总数',
  part: '部分',
  sheets: '份数',
  all: '全部',
  region: '地区',
  reason: '理由',
  by: '经办人',
  date: '日期',
  last: '上年',
  current: '本年',
  item: '项目',
  given: '所给',
  own: '本部门',
  other: '另一部门',
  lastTable: '表号',
  lastItem: '项目',
  rate: '幅度',
  amounts: '个数',
  department: '部门',
  total: '合计',
  sum: '之和',
  units: '各单位',
  gap: '差额',
  theirs: '单位所印',
  missing: '所缺',
  money: '单位',
  published: '公开数',
};

/** Template with its blanks named: 〈位置〉写作〈所印〉; a rare one is only a gap. */
export function readable(template: string): string {
  return template.replace(/ ?\{(\w+)\} ?/g, (_, name: string) => {
    const words = blanks[name];
    return words === undefined ? '……' : `〈${words}〉`;
  });
}
