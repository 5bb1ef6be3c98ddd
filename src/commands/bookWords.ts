/** What the commands about books say. {0} {1} are filled in. */
export const bookSentences = {
  newBook: { zh: '新建一本空白的预算簿', en: 'make an empty book to fill in' },
  newBookPath: { zh: '预算簿（xlsx 或 json）', en: 'the book (xlsx or json)' },
  newBookYear: { zh: '预算年度', en: 'budget year' },
  importBook: {
    zh: '由公开文本生成预算簿；由上年的预算簿生成今年的',
    en: "make a book of a disclosure, or this year's book of last year's",
  },
  importPath: { zh: '公开文本，或上年的预算簿', en: "a disclosure, or last year's book" },
  importOut: { zh: '生成的预算簿（xlsx 或 json）', en: 'the book to make (xlsx or json)' },
  importNext: {
    zh: '把公开文本当作上年，生成下一年的预算簿',
    en: "take the disclosure as last year's and make the next year's book",
  },
  mergeBooks: { zh: '把各单位的预算簿合成部门的预算簿', en: "merge units' books into the department's" },
  mergePaths: {
    zh: '各单位的预算簿，含部门本级的，先后不限',
    en: "the units' books with the department's own, in any order",
  },
  bookName: {
    zh: '预算簿的文件名应以 .xlsx 或 .json 结尾，现在是“{0}”。',
    en: 'A book is named .xlsx or .json, not “{0}”.',
  },
  wrongYear: {
    zh: '预算年度应为四位数字，现在是“{0}”。',
    en: '“{0}” is no budget year of four digits.',
  },
  writtenBook: { zh: '预算簿已写入 {0}', en: 'The book is in {0}' },
  mergeProblems: { zh: '{0} 有 {1} 处要改正：', en: '{0} has {1} places to put right:' },
  differentYears: {
    zh: '这几本预算簿不是同一年度的，不能合并。',
    en: 'These books are not of one year and cannot be merged.',
  },
  mergeConflicts: { zh: '各簿有 {0} 处说法不同：', en: 'The books differ in {0} places:' },
  stillToPutRight: {
    zh: '还有 {0} 处要填写或改正：',
    en: '{0} places are still to be filled in or put right:',
  },
  imported: { zh: '读到支出 {0} 笔、项目 {1} 个。', en: 'Found {0} lines of expenditure and {1} projects.' },
  importNotes: { zh: '请核对下列 {0} 点：', en: 'Please look at these {0} points:' },
  importDifferences: {
    zh: '原文有 {0} 个格子与全表其他数或表样不一致，预算簿给出的数是：',
    en: 'In {0} cells the document disagrees with itself or with its form; the book gives:',
  },
  importContradictions: {
    zh: '原文自相矛盾 {0} 处，预算簿里只有一个数，写出的公开文本不再矛盾：',
    en: 'The document contradicts itself in {0} places; the book holds one figure each:',
  },
  reasonsMissing: {
    zh: '提示：这些事项与上年有增减，“增减原因”表还没有写原因：{0}。',
    en: 'Advice: these changed against last year, and the sheet “增减原因” gives no reason: {0}.',
  },
  rollNotes: { zh: '由上年生成今年：', en: "This year's book from last year's:" },
} as const;
