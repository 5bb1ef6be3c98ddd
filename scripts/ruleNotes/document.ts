import type { RuleNotes } from './note.ts';

/** Notes on the family `document`. */
export const documentNotes: RuleNotes = {
  'document.formUnrecognised': {
    zh: '各表标题与已知的表样都对不上，表格按表头的含义读取。这不是错误；但少认一张表就少核对一张表，请看报告末尾“无从核对”的数目。',
    en: 'The document fits no known form and is read by the meaning of its headers. No fault, but look at how much could be verified.',
    example: { words: { reason: '没有一种表样的各表齐全', tables: 7 } },
  },
  'document.picturePages': {
    zh: 'PDF 里有的页是扫描件或截图，只有图像没有文字。整份都是图片的文件不读取并说明原因；只有几页时照常检查其余各页，并在这里列出没有读到的页。',
    en: 'Some pages of a PDF are scans or screenshots. The other pages are checked; these are listed as not read.',
    example: { words: { pages: '3、5–6' } },
  },
  'document.alignedTable': {
    zh: 'PDF 里没有竖线的表（三线表、无框线的表）只能按文字的对齐分列，有时会分错。与这样一张表有关的矛盾多于两处，或者表中有几个金额读不出含义时，多半是读错了，于是不逐处报错，只在这里说明一次；只有一两处不符的，仍然照常指出。',
    en: 'Columns of a table without lines are read from how the text is aligned, which may fail. More than two contradictions, or one beside several amounts without a meaning, are told once here and accuse nothing; one or two are located as in any table.',
    severity: 'info',
    authority: '—',
    example: { words: { tables: '“部门收支总表”', count: 1 } },
  },
  'document.tableMissing': {
    zh: '表样规定要有的表没有找到；没有数据也应公开空表。文中有没认出的表或同名标题时只作提示，因为可能是程序没有读出来。',
    en: 'A table that the form requires is not there. Advice only where something may have been left unread.',
    example: { words: { title: '国有资本经营预算支出表', number: 9 } },
  },
  'document.sectionMissing': {
    zh: '财预〔2016〕143号要求说明的内容（部门职责、机构设置、“三公”经费、机关运行经费、政府采购、名词解释），全文任何地方都没有提到。',
    en: 'What every department must explain is mentioned nowhere in the document.',
    example: { words: { title: '政府采购说明' } },
  },
  'document.emptyWithoutNote': {
    zh: '一张表没有任何金额，又没有说明是空表：读者分不清是没有这项收支，还是漏填了。印了 0.00 的表不算空。',
    en: 'A table without any amount and without a note that says so. A printed zero is a statement.',
    example: { words: { table: 9, title: '国有资本经营预算支出表' } },
  },
  'document.noteOnFullTable': {
    zh: '表中有金额，表下的说明却说本表是空表，多是沿用旧稿。',
    en: 'A table with amounts whose note says that it is empty.',
    example: { words: { table: 8, title: '政府性基金预算支出表', note: '本表无数据', evidence: '310.00' } },
  },
  'document.noteOfOtherFund': {
    zh: '空表的说明写的是另一种预算（例如国有资本经营预算的表，说明却写政府性基金），多是复制时没有改。',
    en: 'The note of an empty table speaks of another fund.',
    example: {
      words: {
        table: 9,
        title: '国有资本经营预算支出表',
        named: '政府性基金',
        own: '国有资本经营',
        reported: '本部门没有政府性基金预算',
      },
    },
  },
  'document.labelMissing': {
    zh: '有的表印了编号，有的没有，合并成一条列出缺编号的表。全部都没有编号的文件不判断。',
    en: 'Some tables bear a label and others do not; one finding lists the others.',
    example: { words: { labels: '公开表1、公开表2', count: 1, tables: '表3', tablesEn: '3' } },
  },
  'document.labelOfOtherSeries': {
    zh: '个别表的编号与其余各表不是同一系列，多半是从别的文件复制来的表。',
    en: 'A label of another series than the rest: the table was probably copied from elsewhere.',
    example: {
      words: {
        place: '表4',
        reported: '附表4',
        usual: '公开表',
        others: '公开表1、公开表2、公开表3',
        expected: '公开表4',
      },
    },
  },
  'document.labelOrder': {
    zh: '两张表编号相同，或者编号没有依次增大。报告的是打乱次序的那几张，而不是其后所有的表。',
    en: 'Two tables with one label, or labels that do not rise; only those out of order are named.',
    example: {
      variant: 'repeated',
      words: { place: '表6', reported: '公开表5', other: '公开表5', position: 6 },
    },
  },
  'document.contentsEntry': {
    zh: '目录的条目与正文标题不一致。能找到相近标题的是提醒，哪一处有误由表样规定的标题判断，判断不了的两处都列出；找不到的只是提示。目录写“部门”而标题写部门名称、只差年份的不算（年份另有检查）。',
    en: 'An entry of the contents page that no title repeats. With a near title it is a warning: the form’s own titles decide which of the two is wrong, else both places are named. Without one it is advice.',
    example: { words: { entry: '部门收入总表', title: '部门收入预算总表' } },
  },
  'document.contentsOmitsTable': {
    zh: '目录列出了多数的表，唯独没有这一张。目录不列表、或漏列过半的不判断。',
    en: 'The contents page lists most tables, but not this one.',
    example: { words: { table: 10, title: '“三公”经费支出预算表' } },
  },
  'document.titleYear': {
    zh: '封面、标题、目录或页眉上的年度与本文不同，多是沿用旧稿；标题下的内容也值得再看一遍。',
    en: 'A cover line, title, contents entry or header bears another year than the document.',
    example: { words: { reported: '2025年部门收支总表', printed: 2025, year: 2026 } },
  },
  'document.otherYear': {
    zh: '栏目标题里出现既不是本年也不是上年的年度，或者多数绩效目标表是本年的而个别是别年的。比较三年以上的表不判断。',
    en: 'A column, or a performance sheet among others of this year, of a year that is neither this one nor the last.',
    example: { words: { place: '表12', reported: '2024年预算数', printed: 2024, year: 2026 } },
  },
  'document.departmentName': {
    zh: '封面、表头、绩效目标表或正文句首的部门名称与通常的写法略有不同，或者整个换成了别的部门（正文多半是照抄别的部门的）。简称、带“本级”“机关”的写法和所属单位不算。',
    en: 'The department’s name differs slightly, or is that of another department, on the cover, above a table, on a sheet or at the beginning of a sentence. Short forms and units of the department are not judged.',
    example: { words: { reported: '某区住房和城乡建没局', usual: '某区住房和城乡建设局' } },
  },
  'document.staleWaiver': {
    severity: 'info',
    authority: '程序自身的规则',
    zh: '豁免文件里的一条已经到期，或者不再对应任何问题，或者写得不对。豁免不能悄悄失效，也不能悄悄留着，所以在报告里说出来。',
    en: 'A waiver that expired, fits nothing any more, or is written wrongly. It neither lapses nor stays in silence.',
    example: {
      variant: 'expired',
      words: {
        by: '张三',
        date: '2026-01-10',
        place: '表5',
        title: '表间勾稽不符',
        titleEn: 'Figures of different tables do not fit',
        reason: '系统口径不同',
        expires: '2026-06-30',
      },
    },
  },
};
