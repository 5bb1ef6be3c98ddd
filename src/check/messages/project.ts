import type { RuleMessages } from '../rule.ts';

/** Messages of the family `project`. */
export const projectMessages: Readonly<Record<string, RuleMessages>> = {
  'project.rowWithoutSheet': {
    title: { zh: '项目没有绩效目标表', en: 'Project without a performance sheet' },
    message: {
      '': {
        zh: '表{table} 中项目“{project}”（{amount} {unit}）没有对应的绩效目标表。',
        en: 'Table {table}: the project "{project}" ({amount} {unit}) has no performance sheet.',
      },
      several: {
        zh: '表{table} 中项目“{project}”列了 {count} 行，没有对应的绩效目标表。',
        en: 'Table {table}: the project "{project}" stands in {count} rows and has no performance sheet.',
      },
      misprint: {
        zh: '表{table} 中项目“{project}”（{amount} {unit}）没有对应的绩效目标表；连同这笔金额，“{meant}”各行之和才与其绩效目标表一致，名称应为“{meant}”。',
        en: 'Table {table}: the project "{project}" ({amount} {unit}) has no performance sheet; only with it do the rows of "{meant}" add up to their sheet, so its name should be "{meant}".',
      },
      carriedOver: {
        zh: '表{table} 中上年结转项目“{project}”没有绩效目标表；是否需要公开，按本地要求办理。',
        en: 'Table {table}: the project "{project}", whose money is carried over, has no performance sheet; whether one is required is a local matter.',
      },
      selection: {
        zh: '项目支出表中有 {count} 个项目没有绩效目标表，{matched} 个有；可能只公开了部分项目。',
        en: '{count} projects of the tables have no performance sheet and {matched} have one; perhaps only some are published.',
      },
    },
    remedy: {
      zh: '补上该项目的绩效目标表；如果已有而名称不同，统一名称。',
      en: "Add the project's performance sheet, or give the existing one the same name.",
    },
  },
  'project.sheetWithoutRow': {
    title: { zh: '绩效目标表没有对应的项目', en: 'Performance sheet without a project row' },
    message: {
      '': {
        zh: '绩效目标表“{project}”（年度资金 {amount} 元）在项目支出表中没有对应的项目。',
        en: 'The performance sheet "{project}" (funds of the year: {amount}) has no row in the project tables.',
      },
      selection: {
        zh: '有 {count} 份绩效目标表在项目支出表中没有对应的项目，{matched} 份有；两者的项目可能不是同一层级。',
        en: '{count} performance sheets have no row in the project tables and {matched} have one; perhaps they list different levels of projects.',
      },
    },
    remedy: {
      zh: '核对项目支出表是否漏列该项目；如果已列而名称不同，统一名称。',
      en: 'See whether the project table omits the project, or give both the same name.',
    },
  },
  'project.nameDiffers': {
    title: { zh: '项目名称前后不一致', en: 'Project names that differ' },
    message: {
      '': {
        zh: '项目支出表写作“{tableName}”，绩效目标表写作“{sheetName}”：表中的“{inTable}”在绩效目标表中是“{inSheet}”。',
        en: 'The project table has "{tableName}", the performance sheet "{sheetName}": "{inTable}" in the table is "{inSheet}" on the sheet.',
      },
      case: {
        zh: '项目支出表写作“{tableName}”，绩效目标表写作“{sheetName}”：字母大小写不同（“{inTable}”与“{inSheet}”）。',
        en: 'The project table has "{tableName}", the performance sheet "{sheetName}": the case of letters differs ("{inTable}" and "{inSheet}").',
      },
      onlySheet: {
        zh: '项目支出表写作“{tableName}”，绩效目标表写作“{sheetName}”：绩效目标表多“{inSheet}”。',
        en: 'The project table has "{tableName}", the performance sheet "{sheetName}": the sheet has "{inSheet}" besides.',
      },
      onlyTable: {
        zh: '项目支出表写作“{tableName}”，绩效目标表写作“{sheetName}”：绩效目标表少“{inTable}”。',
        en: 'The project table has "{tableName}", the performance sheet "{sheetName}": the sheet lacks "{inTable}".',
      },
    },
    remedy: {
      zh: '以批复的项目名称为准，把两处改成一致。',
      en: 'Give both the name under which the project was approved.',
    },
  },
  'project.amount': {
    title: { zh: '项目金额与绩效目标表不一致', en: 'Project amount against its performance sheet' },
    message: {
      undecided: {
        zh: '项目“{project}”在项目支出表和绩效目标表中的金额不一致，无法判断哪一个有误。',
        en: 'The amounts of the project "{project}" in the table and on its sheet differ; which one is wrong cannot be decided.',
      },
    },
    remedy: {
      zh: '对照批复的预算，把绩效目标表的年度资金（元）与项目支出表的金额（万元）改成一致。',
      en: "Compare with the approved budget; the sheet's funds of the year (元) must equal the table's amount (万元).",
    },
  },
  'project.duplicateRow': {
    title: { zh: '同一项目重复列示', en: 'Project listed twice' },
    message: {
      '': {
        zh: '表{table} 中项目“{project}”列了 {count} 行，金额相同（{amount}），疑为重复列示。',
        en: 'Table {table}: the project "{project}" stands in {count} rows with the same amount ({amount}); probably a row entered twice.',
      },
      differentAmounts: {
        zh: '表{table} 中项目“{project}”列了 {count} 行，金额分别为 {amounts}；如果是不同的事项，名称最好能区分。',
        en: 'Table {table}: the project "{project}" stands in {count} rows ({amounts}); if they are different matters, their names should tell them apart.',
      },
    },
    remedy: {
      zh: '核对是否重复；重复的删去一行并更正合计，不重复的在名称上加以区分。',
      en: 'If it is a repetition, delete a row and correct the totals; if not, tell the names apart.',
    },
  },
  'project.duplicateSheet': {
    title: { zh: '绩效目标表重复', en: 'Performance sheet published twice' },
    message: {
      '': {
        zh: '项目“{project}”有 {sheets} 份绩效目标表，项目支出表中只有 {rows} 行。',
        en: 'The project "{project}" has {sheets} performance sheets and {rows} rows in the project tables.',
      },
    },
    remedy: {
      zh: '删去重复的绩效目标表，或更正其项目名称。',
      en: 'Delete the repeated sheet or correct its name.',
    },
  },
};
