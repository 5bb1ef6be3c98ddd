import type { RuleMessages } from '../rule.ts';

/** The messages of the narrative's rules that are not arithmetic. */
export const narrativeMessages: Readonly<Record<string, RuleMessages>> = {
  'narrative.reason': {
    title: { zh: '增减原因缺失或循环', en: 'a missing or circular reason' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，只是重复了增减本身，没有说明原因。',
        en: '{place}: "{reported}" only repeats the change and gives no reason.',
      },
      many: {
        zh: '有{count}处原因只是重复了增减本身，例如{place}“{reported}”。',
        en: '{count} reasons only repeat the change, for example {place}: "{reported}".',
      },
      empty: {
        zh: '{place}写作“{reported}”，“原因是”后面没有内容。',
        en: '{place}: "{reported}" announces a reason and gives none.',
      },
      unchanged: {
        zh: '{place}写作“{reported}”，只是重复了持平本身。',
        en: '{place}: "{reported}" only repeats that nothing changed.',
      },
      unchangedMany: {
        zh: '有{count}处原因只是重复了持平本身，例如{place}“{reported}”。',
        en: '{count} reasons only repeat that nothing changed, for example {place}: "{reported}".',
      },
      missing: {
        zh: '{place}写作“{reported}”，增减较大而没有说明原因。',
        en: '{place}: "{reported}" is a large change without a reason.',
      },
      missingMany: {
        zh: '有{count}处增减较大而没有说明原因，例如{place}“{reported}”。',
        en: '{count} large changes have no reason, for example {place}: "{reported}".',
      },
    },
    remedy: {
      zh: '请写明具体原因，例如人员、政策、项目的变化（依据财预〔2016〕143号）。',
      en: 'State what changed: staff, policy, projects.',
    },
  },
  'narrative.none': {
    title: { zh: '“无”与表格不符', en: '"none" against the tables' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，而表{table}印有 {amount}（{evidence}）。',
        en: '{place}: "{reported}", but table {table} prints {amount} ({evidence}).',
      },
      emptyTable: {
        zh: '{place}写作 {reported}，而表{table} {title}是空表。',
        en: '{place}: {reported}, but table {table} {title} is empty.',
      },
    },
    remedy: { zh: '请核对表格，使文字与表格一致。', en: 'Compare with the table and make both agree.' },
  },
  'narrative.staleYear': {
    title: { zh: '年份没有更新', en: 'a year that was left in' },
    message: {
      '': {
        zh: '{place}把 {amount} 写作{reported}的数，应为{expected}（{evidence}）。',
        en: '{place}: {amount} is said of {reported}, should be {expected} ({evidence}).',
      },
      head: {
        zh: '{place}写作“{reported}”，而这句说的是本年的数，应为“{expected}”。',
        en: '{place} says {reported}, but the sentence gives this year’s figures: it should be {expected}.',
      },
      base: {
        zh: '{place}写作“{reported}”，比较的年份应为{expected}。',
        en: '{place}: "{reported}" should compare with {expected}.',
      },
      date: {
        zh: '{place}写作“{reported}”，与本文件的年度不符。',
        en: '{place}: "{reported}" does not fit the document’s year.',
      },
      impossible: {
        zh: '{place}写作“{reported}”，没有这一天。',
        en: '{place}: "{reported}" is no day of the calendar.',
      },
    },
    remedy: {
      zh: '请改正年份，并检查同句的数字是否也是往年的。',
      en: 'Correct the year, and look whether the sentence’s figures are last year’s too.',
    },
  },
  'narrative.name': {
    title: { zh: '正文中的名称疑有错字', en: 'a misspelt name in the text' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，疑为表中的“{expected}”（{evidence}）。',
        en: '{place}: "{reported}" is probably the table’s "{expected}" ({evidence}).',
      },
    },
    remedy: {
      zh: '请与表中的名称核对；两者应一字不差。',
      en: 'Compare with the name in the table; both should be the same.',
    },
  },
  'narrative.functionName': {
    title: { zh: '正文中的科目与表中不同', en: 'a function under another name or class than in the tables' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，与金额所在的行核对，表中是“{expected}”（{evidence}）。',
        en: '{place}: "{reported}", by the row of that amount the tables print "{expected}" ({evidence}).',
      },
    },
    remedy: {
      zh: '请与表中的科目名称核对，按政府收支分类科目改成一致。',
      en: 'Compare with the table and write both as in the classification.',
    },
  },
  'narrative.itemText': {
    title: { zh: '说明与本科目不符', en: 'a text that does not fit its item' },
    message: {
      opposite: {
        zh: '{place}“{item}”的原因写作“{reported}”，与前面所说的增减方向相反。',
        en: '{place}: the reason for "{item}" is "{reported}", which goes the other way than the change.',
      },
      otherReason: {
        zh: '{place}“{item}”的原因写作“{reported}”，说的是另一个科目“{source}”。',
        en: '{place}: the reason for "{item}" is "{reported}", which speaks of another item, "{source}".',
      },
      otherPurpose: {
        zh: '{place}“{item}”的用途写作“{reported}”，说的是另一个科目“{source}”。',
        en: '{place}: the purpose of "{item}" is "{reported}", which is another item, "{source}".',
      },
    },
    remedy: {
      zh: '请核对增减方向，按本科目的实际情况写明用途和原因。',
      en: 'Check the direction, and state the purpose and the reason of this item.',
    },
  },
};
