import type { RuleNotes } from './note.ts';

/** Notes on the rules that compare with last year's disclosure (`--previous`). */
export const yearOnYearNotes: RuleNotes = {
  'yearOnYear.previousFigure': {
    zh: '用 --previous 给出上年公开文本后，正文和表格里写的上年数、“比上年增减”“比上年增长百分之几”“与上年持平”所隐含的上年数，都与上年文本中同一口径的数核对。口径由正文同一处的本年数确定，有几种可能又都对不上时不作判断。写明与执行数、调整预算、同口径比较的不核对。至少有两个不同的数与上年文本相符、且相符的占多数时，说明比较的就是这份文本，不符的才是错误，否则只是提醒。',
    en: "What the document says of last year (an amount, a change, a rate, 持平) is checked against last year's disclosure in the same scope. Comparisons with execution, an adjusted budget or a restated scope are left alone. A difference is an error only where at least two other figures, and most of them, fit last year's disclosure.",
    example: {
      variant: 'change',
      words: {
        place: '收入预算情况说明（第84行）',
        quote: '比2026年预算增加107.62万元',
        reported: '107.62',
        expected: '17.62',
        current: '3121.42',
        year: 2026,
        lastTable: 1,
        lastItem: '收入总计',
        last: '3103.80',
      },
    },
  },
  'yearOnYear.otherBase': {
    zh: '文中与上年比较的数大多对不上上年公开文本，又没有两个以上相符的数时，多半不是逐个写错，而是与别的口径比较，或者上年的文件给错了。只报一条，把各处列在证据里。',
    en: "Where most comparisons differ from last year's disclosure, the base is probably another one, or the file is wrong. One finding names them all.",
    example: {
      words: {
        all: 5,
        count: 4,
        year: 2026,
        quote: '比上年增加52.00万元',
        lastTable: 1,
        lastItem: '收入总计',
        last: '728.00',
      },
    },
  },
  'yearOnYear.notComparable': {
    zh: '给出的“上年文本”不是上一年的、预算与决算不同，或者不是这个部门的而且数也对不上时，不作任何比较，并说明原因。部门改了名而数能衔接的，照常比较。',
    en: "Nothing is compared where the file is not last year's, is of another stage, or is another department's and the figures do not fit.",
    example: { variant: 'year', words: { given: 2025, year: 2027, expected: 2026 } },
  },
  'yearOnYear.openingBalance': {
    zh: '决算的年初结转和结余，应当等于上年决算的年末结转和结余。会计差错更正、收回存量资金等会调整年初数，所以是提醒。预算里的结转只是预计，不核对。',
    en: 'The opening balance of final accounts is the closing balance of the year before; adjustments are possible, so it is a warning. Budgets only estimate both.',
    example: {
      words: {
        place: '表1 年初结转和结余',
        reported: '20.00',
        lastTable: 1,
        lastItem: '年末结转和结余',
        last: '25.00',
      },
    },
  },
  'yearOnYear.unexplained': {
    zh: '收支总额、各项资金、各类支出、“三公”经费及其各项、机关运行经费，比上年增减达到三成而正文没有一句说明原因的，作为提示。说明按句子说的口径对应，不看字面。阈值可调。',
    en: 'A change of three tenths or more of a total, a fund, a class, a public expense or the operating funds for which no sentence gives a reason. Advice.',
    example: { words: { table: 10, item: '公务接待费', last: '2.00', current: '1.00', rate: '−50.0%' } },
  },
  'yearOnYear.unchangedText': {
    zh: '一段话连同其中的金额与上年逐字相同（年份按各自年度换算），而且写着增减额，或者有两个以上的金额在本年的表里得不到证实，多半是上年的数没有更新。金额都与本年的表相符的不报。',
    en: "A paragraph that repeats last year's words and amounts, and states a change or at least two amounts that this year's tables do not confirm.",
    example: {
      words: { place: '政府采购情况', reported: '2027年政府采购预算123.00万元…', amounts: 4, year: 2026 },
    },
  },
  'yearOnYear.renamed': {
    zh: '同一编码的科目名称与上年不同、同名科目换了编码、部门换了名称。政府收支分类科目每年有修订，所以只作提示；已知的统一更名不报。',
    en: 'A code with another name than last year, a name under another code, a department under another name. Advice, since the classification is revised every year.',
    example: {
      words: { place: '表2', code: '2130306', name: '水利工程运行与维护', last: '水利工程运行维护费' },
    },
  },
  'yearOnYear.project': {
    zh: '项目名称与上年某个项目只差一两个字，疑为同一项目；上年结转的项目在上年的项目支出表里没有。年中追加的项目会出现后一种情形，所以都是提示。',
    en: "A project whose name differs slightly from one of last year's, and a carried-over project that last year's tables do not name. Advice.",
    example: { variant: 'renamed', words: { table: 12, name: '东岭泵站维护项目', last: '东岭泵站维修项目' } },
  },
};
