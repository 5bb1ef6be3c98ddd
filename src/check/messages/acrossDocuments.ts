import type { RuleMessages } from '../rule.ts';

/** Messages of the family `acrossDocuments`: between the documents of a folder. */
export const acrossMessages: Readonly<Record<string, RuleMessages>> = {
  'acrossDocuments.unitSum': {
    title: { zh: '部门数不等于所属单位数之和', en: "a department's figure is not the sum of its units'" },
    message: {
      '': {
        zh: '{department}表{table}“{item}”为 {total}，所属单位合计为 {sum}（{units}），相差 {gap}；两者必有一处有误（同样的差额共 {count} 处）。',
        en: '{department}, table {table}, {item}: {total}, while its units add up to {sum} ({units}), a difference of {gap}; one of them is wrong ({count} figures differ by as much).',
      },
    },
    remedy: {
      zh: '对照批复核对部门汇总数和各单位的数，改正有误的一份。',
      en: "Compare the department's and the units' figures with the approved budgets and correct the wrong one.",
    },
  },
  'acrossDocuments.unitRow': {
    title: {
      zh: '部门表中单位的数与单位公开的数不一致',
      en: "a unit's row in the department's table differs from the unit's own document",
    },
    message: {
      '': {
        zh: '部门表{table}“{item}”为 {own}，{unit}自己公开的表{theirTable}为 {theirs}。',
        en: "Table {table} of the department, {item}: {own}; {unit}'s own table {theirTable} prints {theirs}.",
      },
    },
    remedy: {
      zh: '对照批复，把两份文本改成一致。',
      en: 'Make both documents agree with the approved budget.',
    },
  },
  'acrossDocuments.sameProject': {
    title: { zh: '部门与单位的项目不一致', en: "a department's projects against its units'" },
    message: {
      twice: {
        zh: '项目“{name}”（{amount}）在{unit}和{other}的公开文本中都有，金额相同，疑为重复列示。',
        en: 'The project "{name}" ({amount}) stands with the same amount in the documents of {unit} and {other}; probably listed twice.',
      },
      missing: {
        zh: '{unit}的项目“{name}”（{amount}）在{department}的项目支出表中没有。',
        en: 'The project "{name}" ({amount}) of {unit} is not in the project table of {department}.',
      },
      renamed: {
        zh: '部门项目支出表中的“{name}”（{amount}），在{unit}的公开文本中写作“{other}”。',
        en: 'The project "{name}" ({amount}) of the department is "{other}" in the document of {unit}.',
      },
      noUnit: {
        zh: '{department}的项目“{name}”（{amount}）不在任何所属单位的公开文本中。',
        en: 'The project "{name}" ({amount}) of {department} is in no document of its units.',
      },
      amount: {
        zh: '项目“{name}”在部门的项目支出表中为 {own}，在{unit}的公开文本中为 {theirs}。',
        en: 'The project "{name}": {own} in the department\'s table, {theirs} in the document of {unit}.',
      },
    },
    remedy: {
      zh: '对照项目批复，把部门和单位的文本改成一致。',
      en: 'Make both documents agree with the approved project.',
    },
  },
  'acrossDocuments.budgetInAccounts': {
    title: {
      zh: '决算所列预算数与公开的预算不一致',
      en: 'the budget in final accounts differs from the published budget',
    },
    message: {
      '': {
        zh: '{place}年初预算写作 {printed}，公开的预算表{table}“{item}”为 {published} {money}。',
        en: '{place}: the initial budget is printed {printed}, while the published budget has {published} {money} (table {table}, {item}).',
      },
      adjusted: {
        zh: '{place}预算数写作 {printed}，公开的预算表{table}“{item}”为 {published} {money}；如为调整后的全年预算数，请注明。',
        en: '{place}: the budget is printed {printed}, while the published one has {published} {money} (table {table}, {item}); say so if it is the adjusted budget.',
      },
    },
    remedy: {
      zh: '核对年初批复的预算；引用调整预算数的，在说明中写明口径。',
      en: 'Compare with the approved budget; where the adjusted budget is meant, say so.',
    },
  },
  'acrossDocuments.regionTotal': {
    title: { zh: '全县汇总数与各部门数不一致', en: "a county's total against its departments'" },
    message: {
      '': {
        zh: '汇总表{table}“{item}”为 {total}，所列 {count} 个部门公开的数合计为 {sum}，相差 {gap}。',
        en: 'Table {table}, {item}: {total}, while the {count} listed departments add up to {sum}, a difference of {gap}.',
      },
      exceeds: {
        zh: '汇总表{table}“{item}”为 {total}，仅已有的 {count} 个部门合计已达 {sum}，多出 {gap}。',
        en: 'Table {table}, {item}: {total}, while the {count} departments at hand alone add up to {sum}, {gap} more.',
      },
      row: {
        zh: '汇总表{table}“{item}”为 {total}，{unit}自己公开的为 {theirs}。',
        en: 'Table {table}, {item}: {total}; the document of {unit} prints {theirs}.',
      },
    },
    remedy: {
      zh: '对照各部门的公开文本核对汇总数。',
      en: "Compare the total with the departments' documents.",
    },
  },
  'acrossDocuments.incomplete': {
    title: { zh: '文件之间的核对还缺什么', en: 'what is missing to compare the documents' },
    message: {
      named: {
        zh: '{department}的表中有 {count} 个单位，缺 {more} 份公开文本：{missing}；部门数与单位数之和没有核对。',
        en: "The tables of {department} name {count} units; {more} documents are missing: {missing}. The department's sums were not checked.",
      },
      counted: {
        zh: '{department}说明共有 {count} 个单位，这里有 {here} 份单位公开文本；部门数与单位数之和没有核对。',
        en: "{department} says that it has {count} units; {here} of their documents are here. The department's sums were not checked.",
      },
      unknown: {
        zh: '{department}没有写明共有几个单位（这里有 {here} 份单位公开文本）；部门数与单位数之和没有核对。',
        en: "{department} does not say how many units it has ({here} of their documents are here). The department's sums were not checked.",
      },
      departments: {
        zh: '{department}的汇总表列有部门，缺 {more} 份部门公开文本：{missing}；汇总数没有全部核对。',
        en: 'The table of {department} lists departments; {more} documents are missing: {missing}. The totals were not all checked.',
      },
      region: {
        zh: '{department}的汇总没有列出各部门，这里有 {here} 份部门公开文本；只核对部门合计不超过汇总数。',
        en: 'The totals of {department} do not list the departments; {here} documents are here. Only that they do not exceed the totals was checked.',
      },
      twice: {
        zh: '{department}在同一年度有两份公开文本，文件之间只用“{other}”核对。',
        en: '{department} has two documents of the year; "{other}" was compared.',
      },
    },
    remedy: {
      zh: '把缺的公开文本放进来，一个部门有两份的只留有效的一份，再审核一次。',
      en: 'Add the missing documents, keep one where a department has two, and check again.',
    },
  },
};
