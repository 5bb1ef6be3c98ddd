import { cell, type RuleNotes } from './note.ts';

const sheet = '绩效目标表“办公设备购置”';
const fund = (row: string): ReturnType<typeof cell> => ({
  file: 'example',
  project: '办公设备购置',
  row,
  column: 'annual',
});
const yuan = (text: string): { text: string; fen: number } => ({
  text,
  fen: Number(text.replaceAll(',', '')) * 100,
});

const totalOverItsPart = {
  figure: {
    place: fund('total'),
    reported: yuan('500,000'),
    expected: yuan('300,000'),
    slip: null,
    evidence: [{ role: 'addend', ...yuan('300,000'), place: fund('local') }],
  },
} as const;

/** Notes on the families `project` and `performance`. */
export const performanceNotes: RuleNotes = {
  'project.rowWithoutSheet': {
    zh: '项目支出表里的项目没有对应的绩效目标表。只有上年结转资金的项目是提示；多数项目都没有表时，视为只公开了一部分，合成一条提示。文件里一份绩效目标表都没有时不判断。',
    en: 'A project of the tables without a performance sheet. Advice for money carried over, and summed up where only some sheets are published.',
    example: { words: { table: 12, project: '办公设备购置', amount: '30.00', unit: '万元' } },
  },
  'project.sheetWithoutRow': {
    zh: '绩效目标表里的项目在项目支出表中找不到：表中漏列，或者名称改得太多。',
    en: 'A performance sheet whose project stands in no project table.',
    example: { words: { project: '办公设备购置', amount: '300,000' } },
  },
  'project.nameDiffers': {
    zh: '项目支出表与绩效目标表里的名称差几个字，金额相同或名称极近，应是同一个项目。哪一个对要看批复，所以两处并列。金额不同而只差一个数字的名称（一期、二期）视为不同的项目。',
    en: 'A row and a sheet whose names differ slightly are one project; the approval decides which is right, so both are named.',
    example: {
      words: { tableName: '东街路灯改造', sheetName: '东街路灯改选', inTable: '造', inSheet: '选' },
    },
  },
  'project.amount': {
    zh: '绩效目标表的年度资金（元）应等于项目支出表里该项目的金额（万元），按各自的精度用区间比较；一个项目分列几行时取其和，必要时加上结转表中的行。多数项目都不符时，说明两处口径不同，不作判断。',
    en: 'A sheet’s funds of the year in 元 against the project’s rows in 万元, by intervals. Where most projects disagree the scopes differ, and nothing is accused.',
    example: {
      figure: {
        place: fund('total'),
        reported: yuan('320,000'),
        expected: yuan('230,000'),
        slip: 'digits',
        evidence: [{ role: 'same', text: '23.00', fen: 23_000_000, place: cell(12, '办公设备购置', '合计') }],
      },
    },
  },
  'project.duplicateRow': {
    zh: '同一张表、同一单位之下，同名项目列了两行。金额也相同，疑为重复录入；金额不同只作提示，请在名称上加以区分。',
    en: 'One project twice in a table. With the same amount probably entered twice; with different amounts advice to tell them apart.',
    example: { words: { table: 12, project: '办公设备购置', count: 2, amount: '30.00' } },
  },
  'project.duplicateSheet': {
    zh: '同名的绩效目标表比项目支出表里的行还多：重复附了，或者忘了改项目名称。',
    en: 'More performance sheets of one name than the tables have rows of it.',
    example: { words: { project: '办公设备购置', sheets: 2, rows: 1 } },
  },
  'performance.departmentFunds': {
    zh: '部门整体支出绩效目标表的总额应等于基本支出与项目支出之和，任务金额应加总到金额合计，并与预算表的支出一致（含不含上年结转、是否只指财政拨款，以表上多数金额与哪一口径相符为准）。没有金额相符的口径时不判断。',
    en: 'The total is basic plus project expenditure, the tasks add up to theirs, and both are what the tables print, in the reading (with or without the carry-over, all funds or the appropriation) that most amounts agree with. Where none agrees nothing is said.',
    example: totalOverItsPart,
  },
  'performance.selfEvaluation': {
    zh: '绩效自评表里：执行率应等于执行数除以全年预算数；年度资金总额应等于并列的各资金来源之和（来源互相包含时不判断）；分值合计、得分合计应等于各行之和（预算执行的分是否计入合计，按分值合计看）；任何一行的得分不高于分值。',
    en: 'In a table of self-evaluation the rate is what was spent over the year’s budget, the total of the money its sources side by side, the totals of points the sums of their columns (with the points for spending where the total of points shows it), and no row gets more points than it is worth.',
    example: totalOverItsPart,
  },
  'performance.fundsTotal': {
    zh: '绩效目标表的资金总额应等于中央、省级、市县、自有、其他各来源之和，空白按零计。表上另有自定来源名称、可能重叠时不判断。一年期项目的实施期与年度是同一笔钱，一栏不平时用另一栏帮助判断错在哪里。',
    en: 'A sheet’s total funds are the sum of their sources; a blank is zero. Sources under words of their own may overlap and are not judged.',
    example: totalOverItsPart,
  },
  'performance.periodFunds': {
    zh: '实施期资金包含年度资金，不会比年度资金少。',
    en: 'The funds of the whole term include those of the year.',
    example: { words: { place: `${sheet} 实施期资金总额`, reported: '200,000', annual: '300,000' } },
  },
  'performance.horizonsDiffer': {
    zh: '只做一年的项目，实施期与年度的资金、目标、指标应当一样。资金或指标值中的数不同是提醒，文字不同是提示。',
    en: 'In a one-year project both horizons state the same. Different money or numbers are a warning, different words advice.',
    example: { words: { place: `${sheet} 数量指标`, reported: '电脑 20台', evidence: '电脑 30台' } },
  },
  'performance.horizonsMisaligned': {
    zh: '实施期与年度两套指标的条数、种类或顺序不对应，常见于漏行或多行。',
    en: 'The two lists of indicators differ in length, kinds or order.',
    example: { words: { place: sheet, period: 9, annual: 8 } },
  },
  'performance.columnCutOff': {
    zh: '一年期项目的某条指标在一栏里只印出了前半截，另一栏是全文：导出时列太窄。整份文件合成一条。',
    en: 'One horizon prints only the beginning of the other’s words: the export cut the column off.',
    example: { words: { count: 3, place: sheet, reported: '设备验收合格' } },
  },
  'performance.kindMissing': {
    zh: '本文件多数绩效目标表都填写的指标种类（数量、质量、时效、成本、满意度），个别表空着；效益至少要有一种。是否应填以本文件自己的惯例为准，尊重没有这一栏的表样。',
    en: 'A kind of indicator that most sheets of the document state stays empty; of the benefits one is enough.',
    example: { words: { place: sheet, kind: '时效指标' } },
  },
  'performance.unmeasured': {
    zh: '指标值既没有数，也没有时间和明确的等级，事后无法考核。整份文件合成一条，并给出比例。',
    en: 'Values without a number, a time or a named grade cannot be judged afterwards. One finding with the share.',
    example: { words: { all: 40, count: 6, share: 15, place: sheet, reported: '有所改善' } },
  },
  'performance.unitMissing': {
    zh: '指标值只有数，没有单位：20 是台、套还是万元？',
    en: 'A value with a number and no unit.',
    example: { words: { place: `${sheet} 数量指标`, reported: '20' } },
  },
  'performance.numberMissing': {
    zh: '指标值只有单位，没有数。',
    en: 'A value with a unit and no number.',
    example: { words: { place: `${sheet} 数量指标`, reported: '台' } },
  },
  'performance.repeatsName': {
    zh: '指标值栏里重复了指标名称或指标种类，没有给出目标值。',
    en: 'The value repeats the indicator’s name or kind and states no target.',
    example: { words: { place: `${sheet} 质量指标`, reported: '设备质量' } },
  },
  'performance.costLowerBound': {
    zh: '成本指标写成“≥”：花得越多越好，与控制成本的本意相反。节约、降低、收入一类指标除外。',
    en: 'A cost is an upper bound; a lower bound invites spending. Savings and income are excepted.',
    example: { words: { place: `${sheet} 成本指标`, reported: '≥30万元' } },
  },
  'performance.moneyAgainstFunds': {
    zh: '指标里的金额与本表的资金不符。说的是本年而又不等于年度资金，或者下限高于资金，是提醒；合同、贷款、总投资等可能分年支付的，是提示。',
    en: 'Money in an indicator against the sheet’s funds. A warning where it speaks of this year; a contract or a loan may be paid over years.',
    example: { words: { place: `${sheet} 成本指标`, reported: '本年支出50万元', funds: '300,000' } },
  },
  'performance.timeOutsideYear': {
    zh: '时效指标的时间与预算年度没有交集，多是沿用上年的表。支付以前年度工程款的项目可能合理，所以是提示。',
    en: 'A time of completion that does not touch the budget year. Advice: arrears may be paid later.',
    example: { words: { place: `${sheet} 时效指标`, reported: '2024年12月底前', year: 2026 } },
  },
  'performance.satisfactionShare': {
    zh: '满意度应是百分比或分数；超过 100% 是提醒，没有数是提示。',
    en: 'Satisfaction is a share or a mark; above 100% is a warning, no number advice.',
    example: { words: { place: `${sheet} 满意度指标`, reported: '满意' } },
  },
  'performance.wrongKind': {
    zh: '按文字看放错了类别的指标：成本指标下写合格率、效益指标下写投资额；或者二级指标印在不对应的一级指标之下。',
    en: 'An indicator under another kind than its words say, or a second level under the wrong first level.',
    example: { words: { place: sheet, reported: '验收合格率 ≥98%', kind: '成本指标', better: '质量指标' } },
  },
  'performance.otherProject': {
    zh: '文字里写的是别的项目的名称，或者只提到别的项目所在的地点：复制后没有改。同一项目的分期不算。',
    en: 'A text that names another project, or only another project’s place. Parts of one project are not judged.',
    example: {
      variant: 'known',
      words: { place: `${sheet} 项目概况`, reported: '东街路灯改造', source: '东街路灯改造' },
    },
  },
  'performance.copiedText': {
    zh: '互不相干的项目用了同一段文字。项目概况雷同是提醒（概况只能写自己），其他栏目是提示；在很多表里出现的视为本部门的套话，只提示一次。判断雷同的比例可调。',
    en: 'Unrelated projects share a text. A copied overview is a warning, other fields advice; a formula used everywhere is told once.',
    example: {
      words: {
        place: `${sheet} 项目概况`,
        source: '会议室改造',
        reported: '按照年度工作安排，对原有设施进行更新…',
      },
    },
  },
  'performance.shiftedFields': {
    zh: '立项依据栏里写的是必要性、必要性栏里写的是保证措施……两栏以上各错一位，是填报时粘贴错了格。',
    en: 'Two or more texts stand one field too early: they were pasted into the wrong fields.',
    example: {
      words: {
        place: `${sheet} 立项依据`,
        count: 3,
        reported: '该项目十分必要',
        evidence: '立项必要性栏写的是保证措施',
      },
    },
  },
  'performance.textCutOff': {
    zh: '长文字在句中断开，多是系统导出时的字数限制。整份文件合成一条。',
    en: 'Long texts that end in mid sentence, usually at the limit of an export. One finding for the document.',
    example: {
      words: { count: 2, place: `${sheet} 项目概况`, reported: '…改造范围包括办公楼一层、二层以及' },
    },
  },
  'performance.goalRepeatsName': {
    zh: '总体目标只是把项目名称又写了一遍，没有说要达到什么结果。',
    en: 'The overall goal says nothing but the project’s name.',
    example: { words: { place: `${sheet} 年度目标`, reported: '办公设备购置' } },
  },
  'performance.filedAt': {
    zh: '填报日期在日历上不存在（十三月、三十二日），或者少了一位数字。',
    en: 'The filing date is no day of the calendar, or a digit is missing.',
    example: { words: { place: `${sheet} 填报日期`, reported: '2026-13-05' } },
  },
};
