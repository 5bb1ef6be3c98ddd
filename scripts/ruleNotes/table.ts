import { amount, cell, shown, type RuleNotes } from './note.ts';

const arithmetic = { severity: 'error', authority: '算术' } as const;

/** Notes on the family `table`. */
export const tableNotes: RuleNotes = {
  'table.row': {
    ...arithmetic,
    zh: '同一行里，几栏把合计分成互不重叠、合起来完整的几份时（基本支出与项目支出，本年与上年结转，各项资金来源），各栏之和应等于合计。空白按零计；只印了其中一栏时不作判断。差额在四舍五入的尾差之内不算错。',
    en: 'Where the columns of a row divide its total completely, they must add up to it. A blank counts as zero; a total beside a single part proves nothing.',
    example: {
      figure: {
        place: cell(3, '行政运行', '合计'),
        reported: amount('320.50'),
        expected: amount('302.50'),
        slip: 'digits',
        evidence: [
          shown('addend', '280.00', cell(3, '行政运行', '基本支出')),
          shown('addend', '22.50', cell(3, '行政运行', '项目支出')),
        ],
      },
    },
  },
  'table.parent': {
    ...arithmetic,
    zh: '同一栏里，类应等于其下各款之和，款应等于其下各项之和；经济分类的类、款同理。表里没有印的下级科目按零计，所以漏印一行也会在这里显出来。',
    en: 'Down one column a class is the sum of its sections and a section of its items. A child that is not printed counts as zero, so a row left out shows here too.',
    example: {
      figure: {
        place: cell(5, '住房保障支出', '合计'),
        reported: amount('86.40'),
        expected: amount('84.60'),
        slip: 'digits',
        evidence: [
          shown('addend', '60.00', cell(5, '住房公积金', '合计')),
          shown('addend', '24.60', cell(5, '购房补贴', '合计')),
        ],
      },
    },
  },
  'table.total': {
    ...arithmetic,
    zh: '合计行、总计行应等于其下一级各行之和（不与更低的级次重复相加）。收支表左右两侧分别核对。',
    en: 'A total line must equal the rows one level below it; lower levels are not counted twice. The two sides of a balance are judged separately.',
    example: {
      figure: {
        place: cell(2, '合计', '2026年合计'),
        reported: amount('1500.00'),
        expected: amount('1530.00'),
        slip: null,
        evidence: [
          shown('addend', '1200.00', cell(2, '一般公共预算', '2026年合计')),
          shown('addend', '330.00', cell(2, '政府性基金预算', '2026年合计')),
        ],
      },
    },
  },
  'table.same': {
    ...arithmetic,
    zh: '两处印的是同一组事实的合计（年度、资金、科目、基本或项目等口径完全一样），两处应当一致。精度相同则必须相等；精度不同按区间比较。若两处只差各自分项的尾差，而文中没有尾差说明，则降为提醒。收入与支出相等也由此推出：同一笔钱，从来处看是收入（本年的、上年结转的），从去处看是支出和结转下年。',
    en: 'Two printings of the sum over the same facts must agree: exactly at equal precision, by intervals otherwise. A difference within the tails of their own parts is a warning unless a note speaks of tails. That revenue equals expenditure follows: the same money, seen by where it comes from and by how it is used.',
    example: {
      figure: {
        place: cell(1, '城乡社区支出', '合计'),
        reported: amount('2130.00'),
        expected: amount('2310.00'),
        slip: 'digits',
        evidence: [shown('same', '2310.00', cell(3, '212 城乡社区支出', '合计'))],
      },
    },
  },
  'table.across': {
    ...arithmetic,
    zh: '一个数的口径被别的表印出的几个数完整分开时，它应等于这些数之和，例如支出总表的合计等于一般公共预算、政府性基金和国有资本经营三张表的支出之和。没有印出的部分只有能证明为零时才计为零；证明不了就不作判断。',
    en: 'A figure whose scope other tables divide completely is their sum. A part that is not printed counts as zero only where the document proves it.',
    example: {
      figure: {
        place: cell(3, '合计', '合计'),
        reported: amount('5100.00'),
        expected: amount('5010.00'),
        slip: null,
        evidence: [
          shown('addend', '4700.00', cell(5, '合计', '合计')),
          shown('addend', '310.00', cell(8, '合计', '合计')),
        ],
      },
    },
  },
  'table.scale': {
    ...arithmetic,
    zh: '一张表或一栏的金额整体乘以 10 的某个幂（10 到 10000 倍或其倒数）后，与其他表不符的关系（至少三处）几乎全部（九成以上）相符：这是一个原因造成的许多矛盾，只报一条。常见的是把万元的表写成元，或者反过来。',
    en: 'When scaling a whole table or column by a power of ten makes the contradictions with other tables vanish, they have one cause and are one finding: usually the wrong unit.',
    example: {
      variant: 'Large',
      words: { table: 12, count: 18, factor: 10000, relations: 9, reported: '1200000', expected: '120.00' },
    },
  },
  'table.shiftedRow': {
    ...arithmetic,
    zh: '一行的金额整体左移或右移一栏后，它所在的各处关系全部相符（其中原先不符的至少两处）：疑为填表时错了一栏。移动时不能挤掉任何金额。',
    en: 'All relations of a row hold once its amounts move one column: the row was entered in the wrong columns.',
    example: {
      words: { place: '表3 培训支出', printed: '8.00 | — | 8.00', shifted: '— | 8.00 | 8.00', relations: 3 },
    },
  },
  'table.codeParent': {
    zh: '科目编码的前几位就是上级科目，因此编码应排在自己的上级之下。编码排错位置、上级没有印出，或者类的编码错了一位，都会使汇总失去依据。多数行都不印上级的表不作判断。',
    en: 'A code begins with its parent’s digits and must stand below it. Tables that leave most parents out are not judged.',
    example: {
      words: {
        place: '表5 第7行',
        code: '2210201',
        name: '住房公积金',
        above: '212 城乡社区支出',
        parent: '22102 住房改革支出',
      },
    },
  },
  'table.codeName': {
    zh: '把编码和名称与当年的科目表对照。名称只差一两个字，或者印的是另一个编码的名称，是提醒；与随附科目表完全不同的名称只作提示，因为随附的表不是官方版本。同类的问题较多时并成一条。',
    en: 'Code against name, by the list of the year. A near miss or the name of another code is a warning; a wholly different name is only advice, since the shipped list is no official edition.',
    example: {
      words: { place: '表6 第12行', code: '30217', reported: '公务招待费', expected: '公务接待费' },
    },
  },
  'table.codeUnknown': {
    zh: '文中的科目编码不在已知的科目表里。随附的科目表不完整，所以只汇总成一条提示；导入当年的正式科目表之后，才作为提醒。',
    en: 'Codes that the known list lacks, told once. Only against an imported official list is it a warning.',
    example: { words: { count: 2, codes: '2999901 其他支出、30999 其他基本建设支出' } },
  },
  'table.codeTwoNames': {
    zh: '同一个编码在不同的表里印了两个名称，其中一个多半是笔误。括号、空格、顿号和末尾的“支出”不算差别。',
    en: 'One code under two names in one document; brackets, spaces and a closing 支出 make no difference.',
    example: {
      words: {
        place: '表4 第9行',
        code: '2080505',
        reported: '养老保险缴费',
        usual: '机关事业单位基本养老保险缴费支出',
      },
    },
  },
  'table.codeTwice': {
    zh: '同一张表、同一侧、同一单位之下，一个编码出现两次：或者重复列示，或者其中一个编码写错。按单位逐一列科目的表不作判断。',
    en: 'One code twice in a table, on the same side and under the same unit. Tables that go through the codes unit by unit are not judged.',
    example: { words: { place: '表3 第20行', code: '2120101', name: '行政运行', table: 3 } },
  },
  'table.negative': {
    zh: '预算支出中出现负数通常是笔误，作提醒；收入或决算中可能是冲减，作提示。上年结转和结转下年的负数不在此列。',
    en: 'A negative amount: odd in a budget’s expenditure (warning), possible elsewhere (advice). Money carried over is not judged.',
    example: { words: { place: '表3 会议费 · 项目支出', reported: '-3.00' } },
  },
  'table.decimals': {
    zh: '表中绝大多数金额是两位小数，个别金额位数更多：常见的原因是小数点错位，或者元与万元混填。少于五个金额的表不作判断。',
    en: 'An amount with more decimals than nine in ten of its table: a misplaced point, or 元 among 万元.',
    example: {
      words: { place: '表12 设备购置 · 合计', reported: '12.3456', decimals: 4, usual: 2, unit: '万元' },
    },
  },
  'table.unreadableAmount': {
    zh: '金额栏里的内容不能读作金额。像数字而读不出的（两个小数点、逗号位置不对）是提醒，文字是提示。读不出的金额不参加核对，并计入“无从核对”。',
    en: 'A cell among amounts that is no amount. It takes part in no relation and counts as not verifiable.',
    example: { words: { place: '表3 培训支出 · 基本支出', reported: '1.2.50' } },
  },
};
