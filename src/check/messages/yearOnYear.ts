import type { RuleMessages } from '../rule.ts';

/** Messages of the family `yearOnYear`: against last year's disclosure. */
export const yearOnYearMessages: Readonly<Record<string, RuleMessages>> = {
  'yearOnYear.previousFigure': {
    title: { zh: '上年数与上年公开文本不一致', en: "last year's figure differs from last year's disclosure" },
    message: {
      amount: {
        zh: '{place}写作上年数 {reported}，应为 {expected}：{year}年公开文本表{lastTable}“{lastItem}”为 {last}。',
        en: "{place}: last year's figure is printed {reported}, should be {expected}: the {year} disclosure prints {last} in table {lastTable}, {lastItem}.",
      },
      change: {
        zh: '{place}“{quote}”写作增减 {reported}，应为 {expected}：本年 {current}，{year}年公开文本表{lastTable}“{lastItem}”为 {last}。',
        en: '{place} "{quote}": the change is printed {reported}, should be {expected}: {current} this year, {last} in the {year} disclosure (table {lastTable}, {lastItem}).',
      },
      turned: {
        zh: '{place}“{quote}”的增减方向与上年公开文本相反，增减额应为 {expected}：本年 {current}，{year}年公开文本表{lastTable}“{lastItem}”为 {last}。',
        en: '{place} "{quote}": the direction is the opposite of what last year\'s disclosure gives, and the change is {expected}: {current} this year, {last} in the {year} disclosure (table {lastTable}, {lastItem}).',
      },
      flat: {
        zh: '{place}“{quote}”说与上年持平，但本年为 {current}，{year}年公开文本表{lastTable}“{lastItem}”为 {last}。',
        en: '{place} "{quote}" says that nothing changed, but it is {current} this year and {last} in the {year} disclosure (table {lastTable}, {lastItem}).',
      },
      rate: {
        zh: '{place}“{quote}”写作 {reported}，应为 {expected}：本年 {current}，{year}年公开文本表{lastTable}“{lastItem}”为 {last}。',
        en: '{place} "{quote}": printed {reported}, should be {expected}: {current} this year, {last} in the {year} disclosure (table {lastTable}, {lastItem}).',
      },
    },
    remedy: {
      zh: '对照上年公开的文本改正；如果有意与其他口径（执行数、调整预算、同口径）比较，请写明。',
      en: "Correct it by last year's disclosure; if something else is meant (execution, adjusted budget), say so.",
    },
  },
  'yearOnYear.otherBase': {
    title: {
      zh: '上年数多与上年公开文本不符',
      en: "most of last year's figures differ from last year's disclosure",
    },
    message: {
      '': {
        zh: '文中与上年比较的 {all} 处中有 {count} 处与 {year} 年公开文本不符，例如“{quote}”（上年公开文本表{lastTable}“{lastItem}”为 {last}）。可能是与执行数或调整预算比较，也可能用错了上年的文件。',
        en: '{count} of the {all} comparisons with last year do not fit the {year} disclosure, for example "{quote}" (table {lastTable}, {lastItem}: {last}). Perhaps they compare with execution or an adjusted budget, or the file is the wrong one.',
      },
    },
    remedy: {
      zh: '在文中写明与什么口径的上年数比较；如果是与上年预算比较，按上年公开文本更正。',
      en: "Say which of last year's figures is meant; if it is the budget, correct the figures by last year's disclosure.",
    },
  },
  'yearOnYear.notComparable': {
    title: { zh: '给出的上年文本不能比较', en: "the file given as last year's cannot be compared" },
    message: {
      year: {
        zh: '给出的上年文本是 {given} 年的，本文是 {year} 年的，应给 {expected} 年的；没有与上年比较。',
        en: "The file given as last year's is of {given}, this one of {year}; {expected} is needed. Nothing was compared.",
      },
      stage: {
        zh: '给出的上年文本与本文一份是预算、一份是决算；没有与上年比较。',
        en: "The file given as last year's is of another stage (budget or final accounts). Nothing was compared.",
      },
      department: {
        zh: '给出的上年文本是“{other}”的，本文是“{own}”的，两者的数也对不上；没有与上年比较。',
        en: 'The file given as last year\'s is of "{other}", this one of "{own}", and their figures do not fit. Nothing was compared.',
      },
    },
    remedy: {
      zh: '用 --previous 给出同一部门上一年的公开文本。',
      en: "Give the same department's disclosure of the year before with --previous.",
    },
  },
  'yearOnYear.openingBalance': {
    title: {
      zh: '年初结转与上年年末结转不一致',
      en: "the opening balance differs from last year's closing balance",
    },
    message: {
      '': {
        zh: '{place}写作 {reported}，上年决算表{lastTable}“{lastItem}”年末结转为 {last}；如有年初调整，请说明。',
        en: "{place}: printed {reported}, while last year's final accounts carry {last} forward (table {lastTable}, {lastItem}); an adjustment needs a word.",
      },
    },
    remedy: {
      zh: '核对年初结转和结余；有会计差错更正、收回等调整的，在说明中写明。',
      en: 'Verify the opening balance; explain an adjustment.',
    },
  },
  'yearOnYear.unexplained': {
    title: { zh: '比上年变化大而未说明原因', en: 'a large change against last year without a reason' },
    message: {
      '': {
        zh: '表{table}“{item}”由上年 {last} 变为 {current}（{rate}），正文没有说明原因。',
        en: 'Table {table}, {item}: from {last} last year to {current} ({rate}), and the text gives no reason.',
      },
      many: {
        zh: '有 {count} 项比上年变化较大而正文没有说明原因，例如表{table}“{item}”由 {last} 变为 {current}（{rate}）。',
        en: '{count} items changed much and the text gives no reason, for example table {table}, {item}: from {last} to {current} ({rate}).',
      },
    },
    remedy: { zh: '在情况说明中补充增减原因。', en: 'Add the reason to the narrative.' },
  },
  'yearOnYear.unchangedText': {
    title: { zh: '段落与上年逐字相同', en: "a paragraph that is last year's word for word" },
    message: {
      '': {
        zh: '{place}“{reported}”一段连同其中 {amounts} 个金额与 {year} 年公开文本逐字相同，疑为上年的数没有更新。',
        en: '{place}: the paragraph "{reported}" with its {amounts} amounts is word for word that of {year}; probably not updated.',
      },
    },
    remedy: {
      zh: '核对本段的数是否为本年的数。',
      en: "See whether the figures of the paragraph are this year's.",
    },
  },
  'yearOnYear.renamed': {
    title: { zh: '科目或部门的名称、编码与上年不同', en: 'names or codes that differ from last year' },
    message: {
      '': {
        zh: '{place}科目 {code} 写作“{name}”，上年为“{last}”。',
        en: '{place}: code {code} is called "{name}", last year "{last}".',
      },
      many: {
        zh: '有 {count} 个科目的名称或编码与上年不同，例如 {code}“{name}”上年为“{last}”。',
        en: '{count} items bear another name or code than last year, for example {code} "{name}", last year "{last}".',
      },
      code: {
        zh: '{place}“{name}”的编码为 {code}，上年为 {last}。',
        en: '{place}: "{name}" has the code {code}, last year {last}.',
      },
      codeMany: {
        zh: '有 {count} 个科目的编码与上年不同，例如“{name}”为 {code}，上年为 {last}。',
        en: '{count} items have another code than last year, for example "{name}": {code}, last year {last}.',
      },
      department: {
        zh: '部门名称为“{name}”，上年为“{last}”；两年的数能够衔接，按同一部门比较。',
        en: 'The department is called "{name}", last year "{last}"; their figures fit together, so they were compared.',
      },
    },
    remedy: {
      zh: '核对科目名称和编码是否为本年度的政府收支分类科目。',
      en: "See whether names and codes are those of this year's classification.",
    },
  },
  'yearOnYear.project': {
    title: { zh: '项目与上年不衔接', en: 'projects that do not fit those of last year' },
    message: {
      renamed: {
        zh: '表{table}项目“{name}”上年写作“{last}”，疑为同一项目。',
        en: 'Table {table}: the project "{name}" was "{last}" last year; probably the same.',
      },
      renamedMany: {
        zh: '有 {count} 个项目与上年的名称略有不同，例如“{name}”上年写作“{last}”，疑为同一项目。',
        en: '{count} projects have slightly other names than last year, for example "{name}", last year "{last}".',
      },
      carriedOver: {
        zh: '表{table}结转项目“{name}”（{amount}）在上年的项目支出表中没有；如为年中追加，无须更改。',
        en: 'Table {table}: the carried-over project "{name}" ({amount}) is in no project table of last year; right if it was added during the year.',
      },
      carriedOverMany: {
        zh: '有 {count} 个结转项目在上年的项目支出表中没有，例如“{name}”（{amount}）；如为年中追加，无须更改。',
        en: '{count} carried-over projects are in no project table of last year, for example "{name}" ({amount}); right if they were added during the year.',
      },
    },
    remedy: {
      zh: '核对项目名称；同一项目各年名称应当一致。',
      en: 'Verify the name; a project keeps its name over the years.',
    },
  },
};
