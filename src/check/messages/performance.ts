import type { RuleMessages } from '../rule.ts';

/** The messages of the family `performance`: the performance sheets of projects. */
export const performanceMessages: Readonly<Record<string, RuleMessages>> = {
  'performance.fundsTotal': {
    title: { zh: '资金总额不等于各来源之和', en: 'total funds differ from the sum of their sources' },
    // The engine's own sentence names the culprit, or the tied figures.
    message: {},
    remedy: {
      zh: '核对各来源金额和总额，改正其中有误的一个。',
      en: 'Compare the sources with the total and correct the wrong one.',
    },
  },
  'performance.departmentFunds': {
    title: { zh: '整体绩效目标表的金额不符', en: 'the money of the whole department’s goals does not agree' },
    // The engine's own sentence names the culprit, or the tied figures.
    message: {},
    remedy: {
      zh: '核对整体支出绩效目标表的总额、基本支出、项目支出和任务金额，使其与预算表一致。',
      en: 'Compare the totals and the tasks of the sheet with each other and with the tables.',
    },
  },
  'performance.selfEvaluation': {
    title: { zh: '绩效自评表的数不符', en: 'the figures of a self-evaluation do not agree' },
    message: {
      '': {
        zh: '绩效自评表{sheet}：{reported} 应为 {expected}（{formula}）。',
        en: 'Self-evaluation {sheet}: {reported} should be {expected} ({formula}).',
      },
      above: {
        zh: '绩效自评表{sheet}：“{label}”得分 {reported}，高于分值 {weight}。',
        en: 'Self-evaluation {sheet}: "{label}" got {reported} of {weight} points.',
      },
      total: {
        zh: '绩效自评表{sheet}：合计 {reported}，各行相加为 {expected}。',
        en: 'Self-evaluation {sheet}: the total is {reported}, the rows add up to {expected}.',
      },
    },
    remedy: {
      zh: '核对执行率（执行数÷全年预算数）、资金合计、分值合计与得分合计。',
      en: 'Compare the rate with its amounts, and each total with the sum of its column.',
    },
  },
  'performance.periodFunds': {
    title: { zh: '实施期资金小于年度资金', en: 'funds of the whole term below those of the year' },
    message: {
      '': {
        zh: '{place}写作 {reported}，小于年度资金总额 {annual}。',
        en: '{place}: printed {reported}, less than the year’s {annual}.',
      },
    },
    remedy: {
      zh: '实施期资金包含年度资金，核对两栏金额。',
      en: 'The whole term includes the year: compare both amounts.',
    },
  },
  'performance.horizonsDiffer': {
    title: { zh: '一年期项目的实施期与年度内容不同', en: 'a one-year project states two different things' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，与另一栏不同（{evidence}）；项目期为一年，两栏应一致。',
        en: '{place}: "{reported}" differs from the other horizon ({evidence}); the project lasts one year.',
      },
      many: {
        zh: '一年期项目中有{count}处实施期与年度内容不同，例如{place}“{reported}”。',
        en: '{count} statements of one-year projects differ between the horizons, for example {place}: "{reported}".',
      },
      funds: {
        zh: '{place}写作 {reported}，实施期资金总额为 {period}；项目期为一年，两者应相等。',
        en: '{place}: printed {reported}, the whole term has {period}; the project lasts one year, so both are equal.',
      },
    },
    remedy: { zh: '确认哪一栏正确，使两栏一致。', en: 'Decide which one is right and make both agree.' },
  },
  'performance.horizonsMisaligned': {
    title: { zh: '两套指标没有对齐', en: 'the two lists of indicators are misaligned' },
    message: {
      '': {
        zh: '{place}：实施期指标{period}条、年度指标{annual}条，种类或顺序没有对应。',
        en: '{place}: {period} indicators for the whole term, {annual} for the year, not in the same kinds and order.',
      },
      many: {
        zh: '{count}张绩效目标表的实施期指标与年度指标没有对应，例如{place}。',
        en: '{count} sheets have lists of indicators that do not correspond, for example {place}.',
      },
    },
    remedy: {
      zh: '逐行对照两套指标，补齐或删去多余的行。',
      en: 'Compare the lists row by row; add or remove rows.',
    },
  },
  'performance.columnCutOff': {
    title: { zh: '指标文字被导出截断', en: 'words of indicators cut off by the export' },
    message: {
      '': {
        zh: '有{count}处指标只印出了前一部分，另一栏印有全文，例如{place}“{reported}”。',
        en: '{count} indicators print only the beginning of what the other horizon prints in full, for example {place}: "{reported}".',
      },
    },
    remedy: {
      zh: '调整导出列宽或从系统重新导出，补全文字。',
      en: 'Export again with wider columns, or complete the words.',
    },
  },
  'performance.kindMissing': {
    title: { zh: '应设的指标空缺', en: 'a required indicator is empty' },
    message: {
      '': { zh: '{place}：没有填写{kind}。', en: '{place}: no {kind} is stated.' },
      many: {
        zh: '有{count}处应设的指标没有填写，例如{place}的{kind}。',
        en: '{count} required indicators are empty, for example {kind} at {place}.',
      },
    },
    remedy: {
      zh: '补充指标和指标值；确不适用的，写明原因。',
      en: 'State an indicator and its value, or say why there is none.',
    },
  },
  'performance.unmeasured': {
    title: { zh: '指标值没有数值或明确等级', en: 'values without a number or a named grade' },
    message: {
      '': {
        zh: '{all}个指标值中有{count}个（{share}%）没有数值、时间或明确的等级，例如{place}“{reported}”。',
        en: '{count} of {all} values ({share}%) have no number, time or named grade, for example {place}: "{reported}".',
      },
    },
    remedy: {
      zh: '写成“≥90%”“12月底前”“达标”这样可以核对的值。',
      en: 'Write a value that can be checked: a number with a unit, a date, or a defined grade.',
    },
  },
  'performance.unitMissing': {
    title: { zh: '指标值有数字没有单位', en: 'a number without a unit' },
    message: {
      '': { zh: '{place}写作“{reported}”，没有单位。', en: '{place}: "{reported}" has no unit.' },
      many: {
        zh: '有{count}个指标值只有数字没有单位，例如{place}“{reported}”。',
        en: '{count} values have a number but no unit, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '补上单位（元、万元、人、平方米等）。', en: 'Add the unit.' },
  },
  'performance.numberMissing': {
    title: { zh: '指标值有单位没有数字', en: 'a unit without a number' },
    message: {
      '': { zh: '{place}写作“{reported}”，没有数字。', en: '{place}: "{reported}" has no number.' },
      many: {
        zh: '有{count}个指标值只有单位没有数字，例如{place}“{reported}”。',
        en: '{count} values have a unit but no number, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '补上数字。', en: 'Add the number.' },
  },
  'performance.repeatsName': {
    title: { zh: '指标值重复指标名称', en: 'a value that repeats the indicator’s name' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，只是重复了指标名称。',
        en: '{place}: the value "{reported}" only repeats the name.',
      },
      many: {
        zh: '有{count}个指标值只是重复指标名称，例如{place}“{reported}”。',
        en: '{count} values only repeat the name, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '填写可以核对的指标值。', en: 'State a value that can be checked.' },
  },
  'performance.costLowerBound': {
    title: { zh: '成本指标写成下限', en: 'a cost stated as a lower bound' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，是成本的下限；成本应当是上限。',
        en: '{place}: the cost "{reported}" is a lower bound; a cost is an upper bound.',
      },
    },
    remedy: { zh: '改为“≤”加金额和单位。', en: 'Write "≤" with the amount and its unit.' },
  },
  'performance.moneyAgainstFunds': {
    title: { zh: '指标金额与项目资金不一致', en: 'money in an indicator against the sheet’s funds' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，而年度资金总额为 {funds}，两者矛盾。',
        en: '{place}: "{reported}" contradicts the year’s funds of {funds}.',
      },
      other: {
        zh: '{place}写作“{reported}”，与年度资金总额 {funds} 不同；若为分年支付或多渠道安排，宜写明。',
        en: '{place}: "{reported}" differs from the year’s funds of {funds}; say so if it is paid over years or from several sources.',
      },
      otherMany: {
        zh: '有{count}个指标中的金额与本表年度资金总额不同，例如{place}“{reported}”（资金 {funds}）；若为分年支付或多渠道安排，宜写明。',
        en: 'In {count} indicators the money differs from the sheet’s funds, for example {place}: "{reported}" (funds {funds}); say so where it is paid over years or from several sources.',
      },
    },
    remedy: {
      zh: '核对指标金额与项目资金，改正有误的一个。',
      en: 'Compare the amount with the funds and correct the wrong one.',
    },
  },
  'performance.timeOutsideYear': {
    title: { zh: '时效指标不在预算年度内', en: 'a time outside the budget year' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，不在{year}年内。',
        en: '{place}: "{reported}" does not lie in {year}.',
      },
      many: {
        zh: '有{count}个时效指标的时间不在{year}年内，例如{place}“{reported}”。',
        en: '{count} times do not lie in {year}, for example {place}: "{reported}".',
      },
    },
    remedy: {
      zh: '填写本年度要完成的时间；属于支付以前年度工程款的，写明付款时间。',
      en: 'State when this year’s work is done; for arrears, when they are paid.',
    },
  },
  'performance.satisfactionShare': {
    title: { zh: '满意度不是百分比', en: 'satisfaction is not a percentage' },
    message: {
      '': { zh: '{place}写作“{reported}”，不是百分比。', en: '{place}: "{reported}" is not a percentage.' },
      many: {
        zh: '有{count}个满意度不是百分比，例如{place}“{reported}”。',
        en: '{count} satisfactions are no percentages, for example {place}: "{reported}".',
      },
      over: { zh: '{place}写作“{reported}”，超过100%。', en: '{place}: "{reported}" is above 100%.' },
    },
    remedy: { zh: '写成“≥x%”，x不超过100。', en: 'Write "≥ x%" with x up to 100.' },
  },
  'performance.wrongKind': {
    title: { zh: '指标放错类别', en: 'an indicator under the wrong kind' },
    message: {
      '': {
        zh: '{place}“{reported}”放在{kind}下，按内容应为{better}。',
        en: '{place}: "{reported}" stands under {kind}; by its words it is {better}.',
      },
      level: {
        zh: '{place}“{reported}”印在{level}下面。',
        en: '{place}: "{reported}" is printed under {level}.',
      },
    },
    remedy: { zh: '把指标移到对应的类别下。', en: 'Move the indicator to its kind.' },
  },
  'performance.otherProject': {
    title: { zh: '文字写的是别的项目', en: 'a text about another project' },
    message: {
      '': {
        zh: '{place}写的是“{reported}”，不是本项目。',
        en: '{place} speaks of "{reported}", which is not this project.',
      },
      known: {
        zh: '{place}写的是“{reported}”，疑自“{source}”的绩效目标表抄来。',
        en: '{place} speaks of "{reported}"; it was probably copied from the sheet of "{source}".',
      },
    },
    remedy: { zh: '按本项目的实际情况重写。', en: 'Write the text for this project.' },
  },
  'performance.copiedText': {
    title: { zh: '不同项目的文字雷同', en: 'texts copied between projects' },
    message: {
      '': {
        zh: '{place}与“{source}”的文字雷同：“{reported}”。',
        en: '{place} has the text of "{source}": "{reported}".',
      },
      many: {
        zh: '有{count}处文字在不同项目间雷同，例如{place}与“{source}”：“{reported}”。',
        en: '{count} texts stand in sheets of different projects, for example {place} and "{source}": "{reported}".',
      },
      formula: {
        zh: '{count}张绩效目标表使用同一段套话，例如{place}“{reported}”。',
        en: '{count} sheets use the same formula, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '按各项目的实际情况填写，不要互相复制。', en: 'Describe each project by itself.' },
  },
  'performance.shiftedFields': {
    title: { zh: '内容错栏', en: 'fields shifted' },
    message: {
      '': {
        zh: '{place}起有{count}栏内容疑向上错了一栏：本栏写的是“{reported}”（{evidence}）。',
        en: 'From {place} on, {count} fields seem to hold the next field’s text: "{reported}" ({evidence}).',
      },
      goal: {
        zh: '{place}写的是保障措施，不是目标：“{reported}”。',
        en: '{place} holds the safeguards, not a goal: "{reported}".',
      },
    },
    remedy: {
      zh: '把各段文字移回对应的栏目，补上缺少的一栏。',
      en: 'Move each text to its field and fill the one that is missing.',
    },
  },
  'performance.textCutOff': {
    title: { zh: '文字没有写完', en: 'texts that break off' },
    message: {
      '': {
        zh: '有{count}段文字在句中断开，例如{place}“{reported}”。',
        en: '{count} texts break off in the middle of a sentence, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '从系统重新导出或补全文字。', en: 'Export again, or complete the text.' },
  },
  'performance.goalRepeatsName': {
    title: { zh: '总体目标只重复项目名称', en: 'the goal only repeats the name' },
    message: {
      '': {
        zh: '{place}“{reported}”只是重复项目名称。',
        en: '{place}: "{reported}" only repeats the project’s name.',
      },
      many: {
        zh: '有{count}个总体目标只是重复项目名称，例如{place}“{reported}”。',
        en: '{count} goals only repeat the name, for example {place}: "{reported}".',
      },
    },
    remedy: { zh: '写明要达到的结果。', en: 'State what is to be achieved.' },
  },
  'performance.filedAt': {
    title: { zh: '填报日期不是可能的时间', en: 'an impossible filing time' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，不是可能的日期时间。',
        en: '{place}: the filing time "{reported}" is no possible date and time.',
      },
    },
    remedy: { zh: '按“年-月-日”填写实际填报日期。', en: 'State the date of filing as year, month, day.' },
  },
};
