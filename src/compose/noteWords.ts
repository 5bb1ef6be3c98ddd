import type { Language } from '../model/language.ts';

type Words = Readonly<Record<Language, string>>;

/** What imports and next year's books are told with; {0} {1} are filled in. */
export const noteWords = {
  ownUnit: {
    zh: '公用经费多于机关运行经费，另设“{0}”承担差额，请按实际单位拆分',
    en: 'More operating expenses than 机关运行经费: the unit “{0}” was added for the rest; split it by the real units',
  },
  unitsWithoutBasic: {
    zh: '公开文本没有列明各单位的基本支出明细，人员经费暂记在第一个单位，请按实际单位拆分',
    en: 'The document does not give basic expenditure by unit: personnel stands at the first unit; split it by the real units',
  },
  ofSheet: {
    zh: '绩效目标表“{0}”：{1}',
    en: 'Performance sheet “{0}”: {1}',
  },
  sheetIndicators: {
    zh: '{0}（{1} 个）',
    en: '{0} ({1})',
  },
  sheetTails: {
    zh: '{0} 份绩效目标表的年度资金按表中合计的尾差调整，每份不到100元：{1}',
    en: 'The annual funds of {0} performance sheets were moved by the rounding of the tables, each by less than 100 yuan: {1}',
  },
  indicatorsLeft: {
    zh: '没有名称或指标值的绩效指标没有导入：{0}',
    en: 'Indicators without a name or a value were left out: {0}',
  },
  sheetFunds: {
    zh: '年度资金 {0} 元，与表中项目金额 {1} 元不符，按表中金额',
    en: 'annual funds {0} yuan, but the table has {1} yuan for the project: the table was followed',
  },
  sheetDate: {
    zh: '填报日期没有读到，请填写',
    en: 'the date was not read: fill it in',
  },
  sheetRenamed: {
    zh: '绩效目标表“{0}”与表中项目“{1}”名称不同，按表中名称',
    en: 'Performance sheet “{0}” and the project “{1}” of the table differ in name: the table was followed',
  },
  sheetAlone: {
    zh: '绩效目标表“{0}”在表中没有对应的项目，没有导入',
    en: 'Performance sheet “{0}” has no project in the tables and was left out',
  },
  functionOpen: {
    zh: '公开文本的功能分类只列到“{0}”，按其下的“其他”项记录，请改为实际的项级科目',
    en: 'The document gives the function only as “{0}”: its item “other” was taken; put the real item',
  },
  previousMissing: {
    zh: '没有读到上年的收支总计，“上年数”请另行填写',
    en: 'Last year’s totals were not read: fill in last year’s amounts',
  },
  previousSource: {
    zh: '“上年数”取自情况说明中的上年数和增减额',
    en: 'Last year’s amounts come from the amounts and changes in the text',
  },
  previousFunds: {
    zh: '上年各项资金比支出少{0}万元，暂记入一般公共预算，请核对',
    en: 'Last year’s funds are {0} (10,000 yuan) less than what was spent: put under the general public budget; please check',
  },
  previousClassesMissing: {
    zh: '上年各功能分类的数没有读全，暂记在一类，请按上年预算改正',
    en: 'Last year’s amounts by class were not all read: they stand in one class; put them right by last year’s budget',
  },
  previousClasses: {
    zh: '上年各功能分类相加为{0}万元，与上年总计{1}万元不符，按总计推算科目{2}为{3}万元，请核对',
    en: 'Last year’s classes sum to {0}, its total is {1} (10,000 yuan): class {2} was set to {3}; please check',
  },
  governmentFund: {
    zh: '政府性基金',
    en: 'government funds',
  },
  stateCapital: {
    zh: '国有资本经营预算',
    en: 'state capital',
  },
  revenueItem: {
    zh: '公开文本没有列明{0}的收入科目，暂记为“{1}”，请核对',
    en: 'The document does not give the revenue item of {0}: “{1}” was taken; please check',
  },
  tooLarge: {
    zh: '公开文本太大，金额没有推算，请逐笔填写',
    en: 'The document is too large: its amounts were not worked out; type them line by line',
  },
  projectNature: {
    zh: '公开文本没有列明项目是其他运转类还是特定目标类，都按特定目标类，请核对',
    en: 'The document does not say whether projects are other operating or specific targets: all were taken as the latter; please check',
  },
  projectFunctions: {
    zh: '公开文本没有列明项目的功能科目，{0} 个项目的科目按金额推算，请核对',
    en: 'The document does not give the functions of projects: those of {0} were worked out by their amounts; please check',
  },
  projectsTogether: {
    zh: '公开文本没有列明项目，项目支出合记为“{0}”，请拆分',
    en: 'The document does not list projects: their expenditure stands as “{0}”; split it',
  },
  missing: {
    zh: '没有读到{0}，请填写',
    en: 'Not read: {0}; fill it in',
  },
  departmentCode: {
    zh: '部门代码',
    en: 'code of the department',
  },
  region: {
    zh: '地区',
    en: 'region',
  },
  year: {
    zh: '预算年度',
    en: 'budget year',
  },
  duties: {
    zh: '部门职责',
    en: 'duties',
  },
  glossary: {
    zh: '名词解释',
    en: 'glossary',
  },
  reasons: {
    zh: '增减原因',
    en: 'reasons for changes',
  },
  unplaced: {
    zh: '有 {0} 个金额所在的行或列没有认出，没有导入',
    en: '{0} amounts stand in rows or columns that were not recognised and were left out',
  },
  uncertain: {
    zh: '没有读准：{0}',
    en: 'Not certain: {0}',
  },
  uncertainTimes: {
    zh: '没有读准（{0} 处）：{1}',
    en: 'Not certain ({0} times): {1}',
  },
  datesLeft: {
    zh: '批复日期、公开日期没有导入，请填写',
    en: 'The dates of approval and publication were not imported: fill them in',
  },
  otherStage: {
    zh: '这份文件不是年初预算（是决算或调整预算），请核对选对了文件',
    en: 'This is no adopted budget (but final accounts or an adjustment): check that it is the right file',
  },
  rolledYear: {
    zh: '{0}年的数已转为上年数，年度改为{1}年',
    en: 'The amounts of {0} are last year’s now, the year is {1}',
  },
  rolledKept: {
    zh: '保留了 {0} 行当年支出和 {1} 个延续项目，金额请重新填写',
    en: '{0} lines of the year’s own expenditure and {1} projects that go on were kept: type their amounts anew',
  },
  rolledLeft: {
    zh: '{0} 个一次性项目和上年结转的支出没有保留',
    en: '{0} projects of one year and expenditure carried over were left out',
  },
  rolledCleared: {
    zh: '增减原因、批复日期和公开日期已清空；职责、机构、资产和名词解释沿用上年，请核对',
    en: 'Reasons and dates were emptied; duties, offices, assets and glossary are last year’s: please check',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type NoteCode = keyof typeof noteWords;
