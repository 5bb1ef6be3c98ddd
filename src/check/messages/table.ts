import type { RuleMessages } from '../rule.ts';

const undecided = {
  zh: '有 {relations} 处勾稽关系互相矛盾，不能断定是哪一个数有误：{evidence}。',
  en: '{relations} relations contradict each other, and which figure is wrong cannot be decided: {evidence}.',
} as const;

const tail = {
  zh: '{place}写作 {reported}，另一处写作 {expected}，相差不超过四舍五入的尾差，但文中没有尾差说明。',
  en: '{place}: printed {reported}, elsewhere {expected}; the difference is within rounding tails, of which the document says nothing.',
} as const;

/** Sums within a table and across tables: the engine's evidence is the sentence. */
function arithmetic(zh: string, en: string, remedyZh: string, remedyEn: string): RuleMessages {
  return { title: { zh, en }, message: { undecided, tail }, remedy: { zh: remedyZh, en: remedyEn } };
}

const many = {
  zh: '有 {count} 个科目的编码与名称不符，例如编码 {code} 的名称写作“{reported}”，科目表中是“{expected}”。',
  en: '{count} codes bear names that are not theirs, for example {code} "{reported}", in the classification "{expected}".',
} as const;
const manyNames = { Many: many, otherMany: many, ofOtherMany: many } as const;

/** Messages of the family `table`. */
export const tableMessages: Readonly<Record<string, RuleMessages>> = {
  'table.row': arithmetic(
    '本行各栏相加不等于合计',
    "A row's columns do not add up to its total",
    '核对本行各栏与合计，改正有误的一个，并检查引用它的其他各处。',
    'Compare the columns of the row with its total, correct the wrong one and what refers to it.',
  ),
  'table.parent': arithmetic(
    '下级科目相加不等于上级科目',
    'Children do not add up to their parent',
    '核对上级科目与各下级科目，改正有误的一个，并检查引用它的其他各处。',
    'Compare the parent with its children, correct the wrong one and what refers to it.',
  ),
  'table.total': arithmetic(
    '各行相加不等于合计',
    'Rows do not add up to the total',
    '核对合计与各行，改正有误的一个，并检查引用它的其他各处。',
    'Compare the total with the rows, correct the wrong one and what refers to it.',
  ),
  'table.same': arithmetic(
    '同一个数前后不一致',
    'One figure printed in two ways',
    '核实哪一处正确，把各处改成一致。',
    'Find out which is right and make them agree.',
  ),
  'table.across': arithmetic(
    '表间勾稽不符',
    'Figures of different tables do not fit',
    '核对有关各表，改正有误的一个，并检查引用它的其他各处。',
    'Compare the tables, correct the wrong figure and what refers to it.',
  ),
  'table.scale': {
    title: { zh: '金额单位或数量级有误', en: 'Amounts at another scale' },
    message: {
      Small: {
        zh: '表{table}的 {count} 个金额与其他表相比都小了 {factor} 倍（{relations} 处关系不符，放大后全部相符）；例如 {reported} 应为 {expected}。疑为金额单位写错。',
        en: 'All {count} amounts of table {table} are {factor} times too small against the other tables ({relations} relations fail and hold once scaled); {reported} should be {expected}, for example. Probably the wrong unit.',
      },
      Large: {
        zh: '表{table}的 {count} 个金额与其他表相比都大了 {factor} 倍（{relations} 处关系不符，缩小后全部相符）；例如 {reported} 应为 {expected}。疑为金额单位写错。',
        en: 'All {count} amounts of table {table} are {factor} times too large against the other tables ({relations} relations fail and hold once scaled); {reported} should be {expected}, for example. Probably the wrong unit.',
      },
      columnSmall: {
        zh: '{place}一栏的 {count} 个金额都小了 {factor} 倍（{relations} 处关系不符，放大后全部相符）；例如 {reported} 应为 {expected}。',
        en: '{place}: all {count} amounts of the column are {factor} times too small ({relations} relations); {reported} should be {expected}, for example.',
      },
      columnLarge: {
        zh: '{place}一栏的 {count} 个金额都大了 {factor} 倍（{relations} 处关系不符，缩小后全部相符）；例如 {reported} 应为 {expected}。',
        en: '{place}: all {count} amounts of the column are {factor} times too large ({relations} relations); {reported} should be {expected}, for example.',
      },
    },
    remedy: {
      zh: '核对表头注明的金额单位和表中金额，二者改成一致。',
      en: 'Compare the unit that the head of the table states with its amounts and make them agree.',
    },
  },
  'table.shiftedRow': {
    title: { zh: '整行金额错了一栏', en: 'Amounts of a row in the wrong columns' },
    message: {
      '': {
        zh: '{place}各栏写作 {printed}，整行右移一栏为 {shifted}，{relations} 处勾稽关系即全部相符；疑为错栏。',
        en: '{place} is printed {printed}; moved one column to the right ({shifted}) all {relations} relations hold.',
      },
      right: {
        zh: '{place}各栏写作 {printed}，整行左移一栏为 {shifted}，{relations} 处勾稽关系即全部相符；疑为错栏。',
        en: '{place} is printed {printed}; moved one column to the left ({shifted}) all {relations} relations hold.',
      },
    },
    remedy: {
      zh: '核对该行各金额所在的栏。',
      en: 'Check the columns in which the amounts of the row stand.',
    },
  },
  'table.codeParent': {
    title: { zh: '科目编码不在其上级之下', en: 'Code not under its parent' },
    message: {
      '': {
        zh: '{place}：编码 {code} {name}列在“{above}”之下，按编码应在“{parent}”之下。',
        en: '{place}: the code {code} ({name}) stands below "{above}"; by its digits it belongs below "{parent}".',
      },
      missing: {
        zh: '{place}：编码 {code} {name}之上没有它的上级科目 {parent}。',
        en: '{place}: the parent {parent} of the code {code} ({name}) is not printed above it.',
      },
      misprint: {
        zh: '{place}：{name}的编码写作“{code}”，应为“{expected}”。',
        en: '{place}: the code of {name} is printed "{code}", should be "{expected}".',
      },
    },
    remedy: {
      zh: '核对科目编码，或把该行移到其上级科目之下。',
      en: 'Check the code, or move the row below its parent.',
    },
  },
  'table.codeName': {
    title: { zh: '科目名称与编码不符', en: 'Name of a code' },
    message: {
      '': {
        zh: '{place}：编码 {code} 的名称写作“{reported}”，科目表中是“{expected}”。',
        en: '{place}: the code {code} is named "{reported}", in the classification "{expected}".',
      },
      ofOther: {
        zh: '{place}：编码 {code} 的名称写作“{reported}”，这是 {own} 的名称；{code} 是“{expected}”。',
        en: '{place}: the code {code} is named "{reported}", the name of {own}; {code} is "{expected}".',
      },
      ...manyNames,
      other: {
        zh: '{place}：编码 {code} 的名称写作“{reported}”，已知的科目表中是“{expected}”；请按当年的科目表核对。',
        en: '{place}: the code {code} is named "{reported}", in the known list "{expected}"; please compare with the list of the year.',
      },
    },
    remedy: {
      zh: '按当年《政府收支分类科目》核对编码和名称。',
      en: "Compare code and name with the year's classification.",
    },
  },
  'table.codeUnknown': {
    title: { zh: '科目编码不在已知的科目表中', en: 'Code not in the known lists' },
    message: {
      '': {
        zh: '有 {count} 个科目编码不在已知的科目表中：{codes}。',
        en: '{count} codes are not in the known lists: {codes}.',
      },
    },
    remedy: {
      zh: '按当年《政府收支分类科目》核对；可导入当年的正式科目表。',
      en: "Compare with the year's classification; the official list can be imported.",
    },
  },
  'table.codeTwoNames': {
    title: { zh: '同一编码有两个名称', en: 'One code under two names' },
    message: {
      '': {
        zh: '{place}：编码 {code} 的名称写作“{reported}”，其他各处是“{usual}”。',
        en: '{place}: the code {code} is named "{reported}", elsewhere "{usual}".',
      },
    },
    remedy: { zh: '核对编码和名称，把各处改成一致。', en: 'Check code and name and make them agree.' },
  },
  'table.codeTwice': {
    title: { zh: '同一编码在一张表中出现两次', en: 'One code twice in a table' },
    message: {
      '': {
        zh: '{place}：编码 {code} {name}在表{table}中出现两次。',
        en: '{place}: the code {code} ({name}) stands twice in table {table}.',
      },
    },
    remedy: { zh: '合并两行，或更正其中一个编码。', en: 'Join the rows, or correct one of the codes.' },
  },
  'table.negative': {
    title: { zh: '金额为负数', en: 'Negative amount' },
    message: {
      '': { zh: '{place}写作 {reported}，是负数。', en: '{place}: printed {reported}, a negative amount.' },
    },
    remedy: {
      zh: '核实是否应为正数；确为冲减的，请注明。',
      en: 'Check the sign; where it is a reversal, say so in a note.',
    },
  },
  'table.decimals': {
    title: { zh: '小数位数多于表中其他金额', en: 'More decimals than the table prints' },
    message: {
      '': {
        zh: '{place}写作 {reported}，有 {decimals} 位小数，表中其他金额是 {usual} 位（{unit}）。',
        en: '{place}: printed {reported} with {decimals} decimals; the table prints {usual} ({unit}).',
      },
    },
    remedy: {
      zh: '核对小数点的位置，按表的精度填写。',
      en: "Check the decimal point and use the table's precision.",
    },
  },
  'table.unreadableAmount': {
    title: { zh: '金额无法识别', en: 'Amount that cannot be read' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，不是可以识别的金额。',
        en: '{place}: "{reported}" cannot be read as an amount.',
      },
      unshown: {
        zh: '{place}显示为“{reported}”：列太窄，金额没有印出来，因此本表的勾稽关系不作判断。',
        en: '{place} shows "{reported}": the column is too narrow for the amount, so the table is not judged.',
      },
    },
    remedy: {
      zh: '改成规范的数字；显示为 ### 的，加宽该列后重新输出。',
      en: 'Print a plain number; where ### is shown, widen the column and export again.',
    },
  },
};
