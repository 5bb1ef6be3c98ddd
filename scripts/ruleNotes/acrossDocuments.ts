import type { RuleNotes } from './note.ts';

/** Notes on the rules between documents (`--across`). */
export const acrossNotes: RuleNotes = {
  'acrossDocuments.unitSum': {
    zh: '部门的每一个数，等于所属各单位同一口径的数之和。只有部门表里列出的（或文中写明个数的）单位的公开文本都在时才核对；单位印了这张表而没有这一行的，按零计。部门与单位之间往来的资金（上级补助、附属单位上缴）存在时，只核对财政拨款。差额相同的许多数只报口径最窄的一个，两边都列为可能有误。自己文本里已经有矛盾的数不参加。',
    en: "Each figure of a department is the sum of its units' figures in the same scope. Checked only when the documents of all units are here. Of many figures that differ by the same amount the narrowest is told, with both sides as alternatives.",
    severity: 'error',
    authority: 'arithmetic',
    example: {
      words: {
        department: '安澜县水务局',
        table: 5,
        item: '行政运行 基本支出',
        total: '300.00',
        sum: '310.00',
        units: '安澜县水务局（本级） 200.00、安澜县河道管理所 110.00',
        gap: '-10.00',
        count: 12,
      },
    },
  },
  'acrossDocuments.unitRow': {
    zh: '部门的表按单位分行时，每个单位的行与该单位自己公开的同一个数一致。不要求单位齐全。',
    en: "Where a department's tables have rows of units, each row agrees with the unit's own document. Not all units need to be here.",
    severity: 'error',
    authority: 'arithmetic',
    example: {
      words: {
        table: 11,
        item: '安澜县河道管理所 合计',
        own: '10.00',
        unit: '安澜县河道管理所',
        theirTable: 11,
        theirs: '11.00',
      },
    },
  },
  'acrossDocuments.sameProject': {
    zh: '一个项目只在一个单位；单位的项目都在部门的项目支出表里，金额和名称一致。单位齐全时，部门的项目也都应在某个单位里。',
    en: "A project belongs to one unit, and stands in the department's table with the same name and amount. When all units are here, each of the department's projects is in one of them.",
    severity: 'warning',
    authority: '财预〔2016〕143号',
    example: {
      variant: 'twice',
      words: {
        name: '东岭泵站维修项目',
        amount: '60.00',
        unit: '安澜县河道管理所',
        other: '安澜县水务局（本级）',
      },
    },
  },
  'acrossDocuments.budgetInAccounts': {
    zh: '同一部门同一年度的预算和决算都在时，决算文本里的“年初预算”与公开的预算一致。有两个以上的数相符时，不符的是错误，否则是提醒。决算表里的“预算数”可能是调整后的全年预算数，只作提示。',
    en: 'The initial budget that final accounts state is the published one: an error where at least two others agree, else a warning. The budget column of a table may be the adjusted budget: advice.',
    severity: 'warning',
    authority: '财预〔2016〕143号',
    example: {
      words: {
        place: '一般公共预算财政拨款支出决算情况说明（第88行）',
        printed: '306.00',
        table: 5,
        item: '合计 基本支出',
        published: '360.00',
        money: '万元',
      },
    },
  },
  'acrossDocuments.regionTotal': {
    zh: '全县汇总（如“三公”经费）按部门分行的，每行与该部门公开的数核对；所列部门齐全的，合计也核对。没有分行的，已有部门合计超过汇总数才是矛盾，少于汇总数不作判断。',
    en: "A county's totals are compared row by row with its departments' documents, and as a sum when all listed departments are here. Where departments are not listed, only a sum that exceeds the total is a contradiction.",
    severity: 'error',
    authority: 'arithmetic',
    example: {
      variant: 'row',
      words: {
        table: 7,
        item: '安澜县水务局 公务接待费',
        total: '2.00',
        unit: '安澜县水务局',
        theirs: '1.00',
      },
    },
  },
  'acrossDocuments.incomplete': {
    zh: '说明还缺哪些公开文本，合计才能核对；同一部门同一年度有两份文本时说明用了哪一份。缺文本从来不是错误，相应的核对记作不适用。',
    en: 'Says which documents are missing to complete a sum, and which of two documents of one body was used. Never an error.',
    severity: 'info',
    authority: '—',
    example: {
      variant: 'named',
      words: { department: '安澜县水务局', count: 2, more: 1, missing: '安澜县河道管理所' },
    },
  },
};
