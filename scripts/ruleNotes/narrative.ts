import type { RuleNotes } from './note.ts';

/** Notes on what the sentences say beside their arithmetic, and on the small families. */
export const narrativeNotes: RuleNotes = {
  'narrative.reason': {
    zh: '增减要说明原因。“主要原因是”之后没有内容，或者只是把增减又说一遍，是提醒；增减达到一成而全节没有任何原因，或者持平的原因只是“没有变化”，是提示。阈值可调。',
    en: 'A change needs a reason. An empty one, or one that only repeats the change, is a warning; a large change without any is advice.',
    example: { words: { place: '支出预算情况说明（第130行）', reported: '减少的原因是支出减少' } },
  },
  'narrative.none': {
    zh: '文中说没有某项收支，而表里印有它的金额；或者文中写了某项资金的金额，而该资金的表是空表。只按句子明确说到的口径比较。',
    en: 'The text denies what a table prints, or states money of a fund whose table is empty.',
    example: {
      words: {
        place: '政府性基金说明（第150行）',
        reported: '没有政府性基金支出',
        table: 8,
        amount: '310.00',
        evidence: '表8 合计 为 310.00',
      },
    },
  },
  'narrative.staleYear': {
    zh: '沿用旧稿时漏改的年份：本年与本年或更晚的年份相比、与前年相比；资产的截止日期是多年以前；日历上没有的日期；把本年的数说成别的年度的。只报没有其他解释的情形，原因说明里的年份不管。',
    en: 'Years left in from an older document, where no other meaning is possible. Years within reasons are not judged.',
    example: {
      variant: 'base',
      words: { place: '收入预算情况说明（第121行）', reported: '比2024年增加', expected: '2025年' },
    },
  },
  'narrative.name': {
    zh: '正文把科目或项目的名称写错一个字（多字、漏字、错字、相邻两字颠倒；十字以上的长名称可错两字）。只在没有其他解释时才报：句中的金额正是表中该名称一行的金额，或者“类、款、项”的下一级正是该科目的下级；写出的词本身不是分类科目中的任何名称。“的、和、与、及”等字的出入不算。',
    en: 'A function or project is misspelt by a character (two in long names). Reported only where the sentence’s amount is that of the row, or the next step of the path lies below it, and what is written is no name of a classification.',
    example: {
      words: {
        place: '支出预算情况说明（第140行）',
        reported: '城乡社会支出',
        expected: '城乡社区支出',
        evidence: '表3 212 为 城乡社区支出',
      },
    },
  },
  'narrative.functionName': {
    zh: '正文用“类、款、项”写出科目，金额与表中某一行相同，而表中这一行的科目是另一个名称，或者在另一个款、类之下。只差一个字的由“名称疑有错字”报，旧名称由“科目已更名”报；简称不算。',
    en: 'A path of class, division and item states the amount of a row that the tables print under another name, division or class. Slips of one character and former names are told by other rules; short forms count as the name.',
    example: {
      words: {
        place: '支出预算情况说明（第140行）',
        reported: '住房保障支出',
        expected: '住房改革支出',
        evidence: '表3 22102 为 住房改革支出',
      },
    },
  },
  'narrative.itemText': {
    zh: '一段只说一个“项”级科目时：原因只说本科目的经费增加或减少，而前面写的增减方向相反；原因或用途写的正是另一个科目的名称，疑从别的段落抄来。名称逐字相同才算；“其他……”科目的用途不查；用途只作提示。',
    en: 'In a paragraph about one item: a reason that only says that the item’s money rose where the change says that it fell, or the reverse; a reason or purpose that is exactly the name of another item. Purposes are advice only.',
    example: {
      variant: 'opposite',
      words: { place: '支出预算情况说明（第140行）', item: '群众体育', reported: '群众体育经费增加' },
    },
  },
  'threePublic.partsStated': {
    zh: '有“三公”经费的部门应当把因公出国（境）费、公务接待费、公务用车购置费、公务用车运行维护费四项都列出来，为零也要写。表中留空只作提示；公务用车一项整体为零时，其下两项不必再写。',
    en: 'Where there are three public expenses, all four parts must be stated, zero included. A blank cell is advice only.',
    example: { words: { place: '表10 合计', total: '5.00', item: '公务接待费' } },
  },
  'threePublic.economicItems': {
    zh: '基本支出表里的公务接待费、公务用车运行维护费等，是“三公”经费同一项的一部分，不应大于它。口径未必写明，所以只作提示。',
    en: 'An item of basic expenditure cannot exceed the public expense that it is part of. Advice, as the scope is not always said.',
    example: {
      words: {
        place: '表6 30217 公务接待费',
        reported: '3.00',
        stated: '2.00',
        evidence: '表10 公务接待费 为 2.00',
      },
    },
  },
  'other.counts': {
    zh: '机构运行信息表、“三公”经费表等所列的数量（车辆及其分类、购置和保有量、接待批次人次、出国团组人次、大型设备）逐行读出：车辆数合计等于各类用车之和（分类以“其他用车”收尾时）；同一数量在两张表中应相同；正文写到的同一数量应与表一致。国有资产中的车辆和“三公”经费中的保有量是两个口径，不相互比较；正文对同一事项给出几个不同的数（分单位说明）时不比较。',
    en: 'Counts of tables (cars by kind, cars bought and kept, guests, journeys, large equipment): all cars are the sum of their kinds where the list is closed, and one count is the same in every table and in the text. Cars of the state’s assets and cars kept for public money are different things; where sentences give several numbers, nothing is compared.',
    example: {
      words: {
        place: '表10 （一）车辆数合计（辆） · 决算数',
        reported: '61',
        expected: '16',
        evidence: '国有资产占用情况为 16',
      },
    },
  },
  'other.operatingFunds': {
    zh: '机关运行经费是行政单位和参公单位的公用经费，不应大于全部公用经费；文件说明没有事业单位时，两者应相等。单位性质往往没有写明，所以只作提示。',
    en: 'The operating funds of offices never exceed all operating expenditure, and equal it where there is no institution. Advice.',
    example: {
      words: {
        place: '表11 合计',
        reported: '80.00',
        all: '75.00',
        unit: '万元',
        evidence: '表6 公用经费 为 75.00',
      },
    },
  },
  'other.timeliness': {
    zh: '部门预算、决算应在财政部门批复后二十日内公开。文中既印了批复日期又印了公开日期时才判断。',
    en: 'Departments publish within twenty days of the approval; judged only where the document gives both dates.',
    example: {
      words: {
        place: '第3页',
        reported: '公开日期：2026年4月20日',
        approved: '批复日期：2026年3月1日',
        days: 50,
        allowed: 20,
      },
    },
  },
  'text.punctuation': {
    zh: '两个标点连在一起，或者两个不能并用的标点相连，多是删改时留下的。整份文件只提示一次。',
    en: 'Two stops in a row, left by editing; one piece of advice for the document.',
    example: {
      words: {
        place: '收入预算情况说明',
        reported: '增加10.00万元。，',
        stops: '。，',
        expected: '增加10.00万元。',
      },
    },
  },
  'text.missingStop': {
    zh: '成句的段落末尾没有句号，有时是文字被截断。标题、编号行和接着下一段的行不算。整份文件只提示一次。',
    en: 'A paragraph of sentences without a full stop; sometimes words are missing. Advice, summed up.',
    example: { words: { place: '绩效管理情况', reported: '…均已编制绩效目标' } },
  },
  'text.brackets': {
    zh: '括号、书名号或引号只有一半。全角与半角的括号可以相配；列表编号的右括号不算。',
    en: 'A bracket or quote without its partner; widths may be mixed, and the closing bracket of a numbering is none.',
    example: { words: { place: '名词解释', reported: '因公出国（境费', sign: '（' } },
  },
  'text.amountUnit': {
    zh: '带小数的数后面紧接标点而没有单位，或者增幅没有百分号，读者无法知道是多少，作提醒；只写“万”不写“元”，作提示。段中已注明单位的不判断。',
    en: 'A decimal number right before a stop without unit or percent sign. 万 without 元 is advice.',
    example: {
      words: {
        place: '支出预算情况说明',
        reported: '60.00',
        expected: '60.00万元',
        words: '比上年增加60.00，',
      },
    },
  },
  'text.templateRemains': {
    zh: '模板里要填写的内容没有换掉：XX、下划线、“待填写”、“（增加内容）”一类写给编制人看的话，或者“增加（减少）”两个词都留着。公开出去最难看，也说明其余部分可能没有核对。',
    en: 'Words that a template asks to be replaced: XX, underscores, notes to whoever fills it in, or both words of a choice before one number.',
    example: {
      variant: 'choice',
      words: { place: '收入预算情况说明', reported: '增加（减少）10.00万元', words: '增加（减少）' },
    },
  },
  'text.levelWords': {
    zh: '名词解释套用了别的层级的模板，例如区级部门的解释里写“指省级部门”。只看解释本部门及其拨款的那几种句式；一般提到省级资金的不算。',
    en: 'A definition taken over from another level of government. Only the wording that speaks of the publishing departments themselves is judged.',
    example: {
      words: {
        place: '名词解释',
        reported: '省级部门',
        expected: '区级部门',
        region: '某市某区',
        words: '指省级部门用财政拨款安排的…',
      },
    },
  },
  'text.personalData': {
    zh: '手机号码、身份证号码（校验位正确的）和写明是账号的长数字不应公开。报告里只显示首尾几位，以免再次扩散。',
    en: 'Mobile numbers, identity numbers with a right check digit, and account numbers. The report shows them masked.',
    example: { variant: 'mobile', words: { place: '绩效目标表“办公设备购置”', reported: '138******00' } },
  },
  'text.renamedTerm': {
    zh: '科目已经更名，文中仍用旧名。按文件的年度判断：旧文件用旧名不算错。整份文件只提示一次。',
    en: 'An item under its former name, judged by the document’s own year. One piece of advice.',
    example: {
      words: {
        place: '表3 第4行',
        reported: '医疗卫生与计划生育支出',
        expected: '卫生健康支出',
        code: '210',
        since: 2019,
      },
    },
  },
};
