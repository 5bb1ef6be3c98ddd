import type { Language } from '../../../model/language.ts';
import type { FundSource, SheetText } from '../../../model/disclosure.ts';
import type { FigureState } from '../../../model/trace.ts';

/** The fixed words of the HTML report in one language. */
export interface HtmlWords {
  readonly title: string;
  readonly skip: string;
  readonly contents: string;
  readonly overview: string;
  readonly glossary: string;
  readonly rules: string;
  readonly findings: string;
  readonly document: string;
  readonly figure: string;
  readonly hint: string;
  readonly noFindings: string;
  readonly unit: string;
  readonly code: string;
  readonly item: string;
  readonly state: Readonly<Record<FigureState, string>>;
  readonly blank: string;
  readonly rule: string;
  readonly filters: string;
  readonly severity: string;
  readonly family: string;
  readonly all: string;
  readonly shown: string;
  readonly nothingShown: string;
  readonly duties: string;
  readonly offices: string;
  readonly sheets: string;
  readonly sheet: string;
  readonly funds: string;
  readonly period: string;
  readonly annual: string;
  readonly fund: Readonly<Record<FundSource, string>>;
  readonly text: Readonly<Record<SheetText, string>>;
  readonly attributes: Readonly<Record<'department' | 'unit' | 'attribute' | 'term' | 'filedAt', string>>;
  readonly indicator: readonly [string, string, string];
  readonly indicators: string;
  readonly toFinding: string;
  readonly print: string;
  readonly made: (version: string) => string;
  /** What the script in the page says. */
  readonly script: Readonly<Record<string, string>>;
  readonly index: {
    readonly title: string;
    readonly head: readonly [string, string, string, string, string, string, string, string];
  };
  readonly families: Readonly<Record<string, string>>;
}

const zh: HtmlWords = {
  title: '审核报告',
  skip: '跳到问题清单',
  contents: '目录',
  overview: '部门概况',
  glossary: '名词解释',
  rules: '规则说明',
  findings: '问题清单',
  document: '公开文本',
  figure: '这个数',
  hint: '点文中任何一个数，这里会显示它还写在哪里、由什么构成、与什么核对过。',
  noFindings: '没有发现问题。',
  unit: '单位：',
  code: '编码',
  item: '项目',
  state: { verified: '核对无误', contradicted: '有矛盾', unverified: '无从核对' },
  blank: '空白',
  rule: '规则',
  filters: '筛选',
  severity: '级别',
  family: '类别',
  all: '全部',
  shown: '显示 {0} 条，共 {1} 条',
  nothingShown: '这样筛选没有问题可显示。',
  duties: '部门职责',
  offices: '机构设置',
  sheets: '项目支出绩效目标表',
  sheet: '绩效目标表',
  funds: '资金',
  period: '实施期',
  annual: '年度',
  fund: {
    total: '资金总额',
    central: '中央资金',
    provincial: '省级资金',
    local: '市县资金',
    own: '自有资金',
    other: '其他资金',
  },
  text: {
    overview: '项目概况',
    basis: '立项依据',
    necessity: '立项必要性',
    safeguards: '保证措施',
    plan: '实施计划',
    periodGoal: '实施期目标',
    annualGoal: '年度目标',
  },
  attributes: {
    department: '主管部门',
    unit: '实施单位',
    attribute: '项目属性',
    term: '项目期',
    filedAt: '填报日期',
  },
  indicator: ['一级指标', '二级指标', '三级指标'],
  indicators: '绩效指标',
  toFinding: '看第 {0} 条问题',
  print: '打印',
  made: (version) => `明算 ${version}`,
  script: {
    verified: '核对无误',
    contradicted: '有矛盾',
    unverified: '无从核对：没有别的数可以与它比较',
    same: '同一个数还写在',
    made: '由这些数构成',
    part: '是这个合计的一部分',
    rate: '由这些数算出',
    ratio: '用来计算这个比率',
    holds: '相符',
    rounding: '在四舍五入范围内相符',
    fail: '不相符',
    problem: '有关的问题',
    outside: '上年公开文本',
    outsideFails: '与上年公开文本不一致',
    picture: '第 {0} 页，方框处是这个数',
    spot: '第 {0} 页，方框处有问题',
    whole: '看整页',
    near: '放大方框处',
    showPage: '看页面图',
    hidePage: '收起页面图',
    this: '本数',
    none: '没有与它有关系的数。',
    close: '关闭',
    back: '回到文中',
    shown: '显示 {0} 条，共 {1} 条',
    empty: '空白',
  },
  index: {
    title: '审核报告汇总',
    head: ['文件', '部门', '年度', '结论', '错误', '提醒', '提示', '已豁免'],
  },
  families: {
    table: '报表',
    claim: '说明中的数',
    narrative: '情况说明',
    document: '文本结构',
    performance: '绩效目标',
    project: '项目',
    text: '文字',
    threePublic: '“三公”经费',
    other: '其他',
    yearOnYear: '与上年比较',
    acrossDocuments: '文件之间',
  },
};

const en: HtmlWords = {
  title: 'Check report',
  skip: 'Skip to the findings',
  contents: 'Contents',
  overview: 'Overview of the department',
  glossary: 'Glossary',
  rules: 'The rules',
  findings: 'Findings',
  document: 'The document',
  figure: 'This figure',
  hint: 'Select any figure of the document: where else it stands, what it is made of and what it was checked against appears here.',
  noFindings: 'Nothing was found.',
  unit: 'Unit: ',
  code: 'Code',
  item: 'Item',
  state: { verified: 'verified', contradicted: 'contradicted', unverified: 'not verifiable' },
  blank: 'blank',
  rule: 'Rule',
  filters: 'Filter',
  severity: 'Severity',
  family: 'Kind',
  all: 'All',
  shown: '{0} of {1} shown',
  nothingShown: 'No finding matches the filter.',
  duties: 'Duties',
  offices: 'Offices',
  sheets: 'Performance sheets of projects',
  sheet: 'Performance sheet',
  funds: 'Funds',
  period: 'Whole term',
  annual: 'This year',
  fund: {
    total: 'Total funds',
    central: 'Central funds',
    provincial: 'Provincial funds',
    local: 'Local funds',
    own: 'Own funds',
    other: 'Other funds',
  },
  text: {
    overview: 'Overview',
    basis: 'Basis',
    necessity: 'Necessity',
    safeguards: 'Safeguards',
    plan: 'Plan',
    periodGoal: 'Goal of the whole term',
    annualGoal: 'Goal of this year',
  },
  attributes: {
    department: 'Department',
    unit: 'Unit',
    attribute: 'Attribute',
    term: 'Term',
    filedAt: 'Filed at',
  },
  indicator: ['Level 1', 'Level 2', 'Level 3'],
  indicators: 'Indicators',
  toFinding: 'See finding {0}',
  print: 'Print',
  made: (version) => `mingsuan ${version}`,
  script: {
    verified: 'verified',
    contradicted: 'contradicted',
    unverified: 'not verifiable: there is no other figure to compare it with',
    same: 'The same figure also stands in',
    made: 'Made of',
    part: 'Part of this total',
    rate: 'Computed from',
    ratio: 'Used for this rate',
    holds: 'holds',
    rounding: 'holds within rounding',
    fail: 'does not hold',
    problem: 'Findings on it',
    outside: "Last year's document",
    outsideFails: "differs from last year's document",
    picture: 'Page {0}, the figure is in the frame',
    spot: 'Page {0}, the finding is in the frame',
    whole: 'Whole page',
    near: 'Enlarge the frame',
    showPage: 'Show the page',
    hidePage: 'Hide the page',
    this: 'this figure',
    none: 'No other figure is related to it.',
    close: 'Close',
    back: 'Back to the document',
    shown: '{0} of {1} shown',
    empty: 'blank',
  },
  index: {
    title: 'Check reports',
    head: ['File', 'Department', 'Year', 'Result', 'Errors', 'Warnings', 'Advice', 'Waived'],
  },
  families: {
    table: 'Tables',
    claim: 'Figures in the text',
    narrative: 'Narrative',
    document: 'Structure',
    performance: 'Performance',
    project: 'Projects',
    text: 'Wording',
    threePublic: 'Three public expenses',
    other: 'Other',
    yearOnYear: 'Against last year',
    acrossDocuments: 'Across documents',
  },
};

/** The words of the HTML report. */
export function htmlWords(language: Language): HtmlWords {
  return language === 'zh' ? zh : en;
}

/** The family of a rule (table.column → 报表). */
export function familyWords(rule: string, words: HtmlWords): string {
  const family = familyOf(rule);
  return words.families[family] ?? family;
}

export function familyOf(rule: string): string {
  return rule.split('.')[0] ?? rule;
}
