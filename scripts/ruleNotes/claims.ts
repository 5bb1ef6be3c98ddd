import type { RuleNotes } from './note.ts';

const arithmetic = { severity: 'error', authority: '算术' } as const;
const place = '收入预算情况说明（第120行）';

/** Notes on what the sentences claim: amounts, changes, rates, shares, lists. */
export const claimNotes: RuleNotes = {
  'narrative.amount': {
    zh: '句子里的金额若与某张表的某个数说的是同一件事，应当一致；由表内其他关系证实了的数，与它不符的句子就是错的，并据此找出随之算错的增减额和增减幅度。以万元为单位的句子截去尾数而没有四舍五入，不是错误，全文只提示一次。',
    en: 'An amount in a sentence against the tables. A sentence that contradicts a table whose own relations hold is wrong, and the change and rate computed from it with it. Cutting digits off instead of rounding is advice, told once.',
    example: {
      words: {
        place,
        quote: '本年收入2,130.00万元',
        reported: '2,130.00',
        expected: '2,310.00',
        evidence: '表2 合计 为 2310.00',
      },
    },
  },
  'narrative.mention': {
    ...arithmetic,
    zh: '同一个数在正文里说了两次而不一样，而表里没有可以证明的数。同样的增减额除以同样的上年数，幅度也应一样。',
    en: 'One figure said in two ways in the text, where no table decides. The same change over the same base is the same rate.',
    example: {
      words: {
        place,
        quote: '政府采购预算45.00万元',
        reported: '45.00',
        expected: '54.00',
        evidence: '另一处为 54.00',
      },
    },
  },
  'narrative.change': {
    ...arithmetic,
    zh: '增减额应等于本年数减上年数。本年数取自本句，或取自表中同一口径的数；上年数须印在文中才能判断。本年数写错时，按它算出的增减额也一并指出。',
    en: 'A change is this year less last year. Where this year’s amount is wrong, the change computed from it is told with it.',
    example: {
      words: {
        place,
        quote: '增加60.00万元',
        reported: '60.00',
        expected: '66.00',
        formula: '1,066.00 − 1,000.00 = 66.00',
      },
    },
  },
  'narrative.previous': {
    ...arithmetic,
    zh: '没有印上年数时，本年数减去增减额就是上年数。几处说法推算出的上年数应当相同。',
    en: 'A previous amount that is not printed follows from amount and change; every way to get at it must agree.',
    example: {
      words: {
        place,
        quote: '减少15.00万元',
        reported: '15.00',
        expected: '51.00',
        evidence: '另一处推算的上年数为 551.00',
      },
    },
  },
  'narrative.rate': {
    ...arithmetic,
    zh: '增减幅度应等于增减额除以上年数，按印出的位数用区间比较。最常见的错是拿本年数作分母，程序会认出来并说明。幅度是由写错的数算出来的，也会指出。',
    en: 'A rate is the change divided by last year’s amount, compared by intervals. This year taken as the base is recognised and said.',
    example: {
      variant: 'wrongBase',
      words: {
        place,
        quote: '增长9.09%',
        reported: '9.09%',
        expected: '10.00%',
        formula: '100.00 ÷ 1,000.00 = 10.00%',
      },
    },
  },
  'narrative.share': {
    ...arithmetic,
    zh: '占比应等于部分除以总数。总数取自本段，或取自句子点名的那个合计。部分大于总数时由 narrative.part 报告。',
    en: 'A share is the part divided by the whole that the words name.',
    example: {
      words: {
        place,
        quote: '占40.00%',
        reported: '40.00%',
        expected: '45.00%',
        formula: '450.00 ÷ 1,000.00 = 45.00%',
      },
    },
  },
  'narrative.completion': {
    ...arithmetic,
    zh: '决算里“完成预算的百分之几”应等于决算数除以同一口径的预算数，可以大于 100%。',
    en: 'In final accounts the degree of completion is the final account divided by the budget of the same scope; it may exceed 100%.',
    example: {
      words: {
        place: '支出决算情况说明（第88行）',
        quote: '完成预算的98.00%',
        reported: '98.00%',
        expected: '96.00%',
        formula: '480.00 ÷ 500.00 = 96.00%',
      },
    },
  },
  'narrative.list': {
    ...arithmetic,
    zh: '句子给出总数并逐项列出时，各项之和应等于总数。带“等”字、只作说明、或有一项没有读出的列举不作判断。',
    en: 'The items of a list that claims to be complete add up to its total. A list with 等, or with an item that was not read, is not judged.',
    example: {
      words: {
        place,
        quote: '支出共计90.00万元',
        reported: '90.00',
        expected: '95.00',
        evidence: '各项为 50.00、30.00、15.00',
      },
    },
  },
  'narrative.zeroBase': {
    zh: '上年数为零时，增长百分之几没有意义，写 100% 也不对。增减额恰好等于本年数时，上年数就是零。',
    en: 'No rate can be given over a previous amount of zero; 100% is no better than any other number.',
    example: { words: { place, quote: '增长100%', reported: '100%' } },
  },
  'narrative.part': {
    zh: '句中说某数占总数的百分之几，而这个数比总数还大：两个数至少错一个，占比也不成立。通常是混入了别的资金或上年结转。',
    en: 'A part larger than the whole it is said to be a share of: one of the two is wrong, and the share with it.',
    example: { words: { place, quote: '项目支出1,200.00万元', reported: '1,200.00', whole: '1,000.00' } },
  },
  'narrative.previousExceeds': {
    zh: '由某一科目的本年数与增减额推算出的上年数，比全部门同一口径的上年数还大，不可能成立：增减额多半写错。能由本段其他各项算出的，一并给出。',
    en: 'The previous amount implied for one class exceeds that of the whole department: the change is wrong. What the paragraph’s other items leave is given where it follows.',
    example: {
      words: { place, quote: '减少900.00万元', reported: '900.00', previous: '1,300.00', whole: '1,250.00' },
    },
  },
  'narrative.direction': {
    zh: '两年的数相减恰好等于所写的增减额，方向却相反：错的是“增加”或“减少”这个词，数字不用改。',
    en: 'The two amounts differ by just the stated change, the other way round: the word is wrong, not a number.',
    example: { words: { place, reported: '增加', expected: '减少', evidence: '本年 940.00，上年 1,000.00' } },
  },
  'narrative.sheetCount': {
    zh: '正文说公开了几个项目的绩效目标，应与所附绩效目标表的份数一致。文件里一份也没有时不作判断（可能另附文件）。',
    en: 'The number of performance sheets that the text announces against those attached; without any sheet nothing is judged.',
    example: {
      words: { place: '绩效管理情况（第200行）', quote: '公开绩效目标10个', reported: '10', sheets: 9 },
    },
  },
};
