import type { RuleMessages } from '../rule.ts';

/** Messages of the family `document`. */
export const documentMessages: Readonly<Record<string, RuleMessages>> = {
  'document.formUnrecognised': {
    title: { zh: '没有认出表样', en: 'Form not recognised' },
    message: {
      '': {
        zh: '{reason}；读出 {tables} 张表，其余检查照常进行。',
        en: 'The document fits no known form ({tables} tables were read by the meaning of their headers); the other checks go on.',
      },
    },
    remedy: {
      zh: '如果本地有统一的表样，请核对各表标题是否与规定一致。',
      en: 'If your region prescribes a form, compare the titles of the tables with it.',
    },
  },
  'document.picturePages': {
    title: { zh: '有的页是图片', en: 'Pages that are pictures' },
    message: {
      '': {
        zh: '第{pages}页是图片，没有文字：其中的表格和说明没有读取，也没有检查。',
        en: 'Page {pages}: a picture without text. Its tables and words were neither read nor checked.',
      },
    },
    remedy: {
      zh: '请用 Word 或 WPS 直接导出这些页，或先做文字识别（OCR），再检查一遍。',
      en: 'Export these pages from the word processor, or run OCR on them, and check again.',
    },
  },
  'document.alignedTable': {
    title: { zh: '表格缺少框线，没有判断对错', en: 'Tables without lines, not judged' },
    message: {
      '': {
        zh: '{tables}在 PDF 里框线不全，各列是按文字对齐读取的，读出的数字有多处互相矛盾，很可能是读错了列：这 {count} 张表只读取，不判断对错。',
        en: 'The lines of {tables} are missing in the PDF. The columns were read from how the text is aligned and contradict each other in many places, probably because they were misread: {count} tables were not judged.',
      },
    },
    remedy: {
      zh: '请用 Word 或 Excel 原件再检查一遍，或给表格加上全部框线后重新导出 PDF。',
      en: 'Check the Word or Excel original, or draw all lines of the tables and export the PDF again.',
    },
  },
  'document.tableMissing': {
    title: { zh: '缺少规定的表', en: 'Required table missing' },
    message: {
      '': {
        zh: '没有找到“{title}”（表样中的表{number}）；没有数据也要公开空表并说明。',
        en: 'The table "{title}" (number {number} of the form) is not there; an empty table must be shown with a note.',
      },
      unread: {
        zh: '没有读出“{title}”（表样中的表{number}）；文中有没能认出的表或同名标题，请人工核对。',
        en: 'The table "{title}" (number {number} of the form) was not read; there is a table or title that is not understood, please look.',
      },
    },
    remedy: {
      zh: '补上这张表；没有数据的，公开空表并注明。',
      en: 'Add the table; if there is no data, show it empty with a note.',
    },
  },
  'document.sectionMissing': {
    title: { zh: '缺少规定的说明', en: 'Required section missing' },
    message: { '': { zh: '正文没有“{title}”部分。', en: 'The text has no section "{title}".' } },
    remedy: {
      zh: '补上这一部分；没有相关事项的，也要写明。',
      en: 'Add the section; where there is nothing to report, say so.',
    },
  },
  'document.emptyWithoutNote': {
    title: { zh: '空表没有说明', en: 'Empty table without a note' },
    message: {
      '': {
        zh: '表{table} {title}没有任何金额，也没有注明是空表。',
        en: 'Table {table} ({title}) holds no amount and no note says that it is empty.',
      },
    },
    remedy: {
      zh: '在表下注明没有数据及原因，例如“注：本表无数据”。',
      en: 'Add a note below the table that says that there is no data, and why.',
    },
  },
  'document.noteOnFullTable': {
    title: { zh: '有数据的表注明为空表', en: 'Note of emptiness on a table that is not empty' },
    message: {
      '': {
        zh: '表{table} {title}下注明“{note}”，但表中有金额（{evidence}）。',
        en: 'The note below table {table} ({title}) says "{note}", but the table holds amounts ({evidence}).',
      },
    },
    remedy: { zh: '删去这条说明，或核对表中金额。', en: 'Delete the note, or check the amounts.' },
  },
  'document.noteOfOtherFund': {
    title: { zh: '空表说明写的是另一种预算', en: 'Note that speaks of another fund' },
    message: {
      '': {
        zh: '表{table} {title}的说明写的是“{named}”，应为“{own}”：“{reported}”。',
        en: 'The note of table {table} ({title}) speaks of {named} instead of {own}: "{reported}".',
      },
    },
    remedy: { zh: '把说明中的预算名称改为本表的预算。', en: 'Name the fund of this table in the note.' },
  },
  'document.labelMissing': {
    title: { zh: '表格缺少编号', en: 'Tables without a label' },
    message: {
      '': {
        zh: '有的表印有编号（{labels}），下列 {count} 张表没有：{tables}。',
        en: 'Some tables bear a label ({labels}); these {count} do not: {tablesEn}.',
      },
    },
    remedy: { zh: '给缺少编号的表补上同一系列的编号。', en: 'Give them labels of the same series.' },
  },
  'document.labelOfOtherSeries': {
    title: { zh: '表格编号不属于同一系列', en: 'Label of another series' },
    message: {
      '': {
        zh: '{place}的编号写作“{reported}”，其他表是“{usual}”系列（{others}），应为“{expected}”。',
        en: '{place} is labelled "{reported}" while the others are "{usual}" ({others}); it should be "{expected}".',
      },
    },
    remedy: { zh: '改成与其他表相同的编号系列。', en: 'Use the series of the other tables.' },
  },
  'document.labelOrder': {
    title: { zh: '表格编号重复或次序不对', en: 'Labels repeated or out of order' },
    message: {
      '': {
        zh: '{place}的编号“{reported}”排在“{other}”之后，次序不对；按位置是第 {position} 张表。',
        en: '{place} is labelled "{reported}" after "{other}", out of order; it is table {position} by position.',
      },
      repeated: {
        zh: '{place}的编号“{reported}”与另一张表的“{other}”重复；按位置是第 {position} 张表。',
        en: '{place} is labelled "{reported}" like another table ("{other}"); it is table {position} by position.',
      },
    },
    remedy: { zh: '按表的次序重新编号。', en: 'Number the tables in their order.' },
  },
  'document.contentsEntry': {
    title: { zh: '目录与标题不一致', en: 'Contents page against titles' },
    message: {
      '': {
        zh: '目录写作“{entry}”，正文标题是“{title}”。',
        en: 'The contents page has "{entry}", the title in the text is "{title}".',
      },
      heading: {
        zh: '正文标题写作“{title}”，目录是“{entry}”。',
        en: 'The title in the text is "{title}", the contents page has "{entry}".',
      },
      either: {
        zh: '目录写作“{entry}”，正文标题是“{title}”，两处有一处有误。',
        en: 'The contents page has "{entry}", the title in the text is "{title}": one of them is wrong.',
      },
      missing: {
        zh: '目录中的“{entry}”在正文中没有找到相同的标题。',
        en: 'No title in the text repeats the contents entry "{entry}".',
      },
    },
    remedy: { zh: '把目录与正文标题改成一致。', en: 'Make the contents page and the titles agree.' },
  },
  'document.contentsOmitsTable': {
    title: { zh: '目录漏列表格', en: 'Table not in the contents' },
    message: {
      '': {
        zh: '目录列了其他表，没有列表{table} {title}。',
        en: 'The contents page lists other tables but not table {table} ({title}).',
      },
    },
    remedy: { zh: '在目录中补上这张表。', en: 'Add the table to the contents page.' },
  },
  'document.titleYear': {
    title: { zh: '标题年度与本文不一致', en: 'Year of a title' },
    message: {
      '': {
        zh: '“{reported}”写的是 {printed} 年，本文是 {year} 年。',
        en: '"{reported}" bears the year {printed}; this document is of {year}.',
      },
    },
    remedy: {
      zh: '核实后改为本年度，并检查该处内容是否也是往年的。',
      en: 'Put the right year, and see whether what stands below is of last year too.',
    },
  },
  'document.otherYear': {
    title: { zh: '出现不该有的年度', en: 'A year that makes no sense here' },
    message: {
      '': {
        zh: '{place}的“{reported}”写的是 {printed} 年，本文是 {year} 年。',
        en: '{place}: "{reported}" is of {printed}; this document is of {year}.',
      },
    },
    remedy: {
      zh: '核实年度；如果是往年的内容，换成本年的。',
      en: 'Check the year; replace what is left from an earlier one.',
    },
  },
  'document.departmentName': {
    title: { zh: '部门名称前后不一致', en: "The department's name differs" },
    message: {
      '': {
        zh: '此处写作“{reported}”，其他各处是“{usual}”。',
        en: 'Here the name is "{reported}", elsewhere "{usual}".',
      },
    },
    remedy: { zh: '统一为部门的规范名称。', en: "Use the department's proper name everywhere." },
  },
  'document.staleWaiver': {
    title: { zh: '豁免已失效', en: 'Waiver no longer in force' },
    message: {
      '': {
        zh: '{by}于 {date} 对{place}“{title}”的豁免（{reason}）不再对应任何问题：原文或检查结果已经改变。',
        en: 'The waiver of "{titleEn}" at {place} by {by}, {date} ({reason}) fits no finding any more: the document or the result has changed.',
      },
      expired: {
        zh: '{by}于 {date} 对{place}“{title}”的豁免（{reason}）已于 {expires} 到期，不再起作用。',
        en: 'The waiver of "{titleEn}" at {place} by {by}, {date} ({reason}) expired on {expires} and has no effect.',
      },
      mistake: {
        zh: '豁免文件 {waivers} 有误，这一条没有起作用：{mistake}',
        en: 'The waiver file {waivers} is wrong, this entry has no effect: {mistakeEn}',
      },
    },
    remedy: {
      zh: '重新核实：问题仍在的，更新豁免；已经改正的，从豁免文件中删去。',
      en: 'Look again: renew the waiver if it is still right, else delete it from the waiver file.',
    },
  },
};
