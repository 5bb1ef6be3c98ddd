/** A column of a resource: its name in the file, what readers see, and what it means (Fiscal Data Package). */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'number';
  /** A type of the budget taxonomy, or one of our own that the package declares. */
  readonly columnType?: string;
  readonly required?: boolean;
}

const functional = 'functional-classification:generic';
const economic = 'economic-classification:generic';
const government = 'government-economic-classification:generic';
const revenue = 'revenue-classification:generic';

/** The columns of a budget line, in order. Those that are empty in a whole resource are left out of it. */
export const lineFields = [
  { name: 'line_id', title: '行标识', type: 'string', columnType: 'budget-line-id', required: true },
  { name: 'fiscal_year', title: '年度', type: 'integer', columnType: 'date:fiscal-year' },
  ...pair('department', '部门', 'administrative-classification:generic:level1'),
  ...pair('unit', '单位', 'administrative-classification:generic:level2'),
  ...pair('function_class', '支出功能分类类', `${functional}:level1`),
  ...pair('function_division', '支出功能分类款', `${functional}:level2`),
  ...pair('function_item', '支出功能分类项', `${functional}:level3`),
  ...pair('economic_class', '部门预算支出经济分类类', `${economic}:level1`),
  ...pair('economic_division', '部门预算支出经济分类款', `${economic}:level2`),
  ...pair('government_economic_class', '政府预算支出经济分类类', `${government}:level1`),
  ...pair('government_economic_division', '政府预算支出经济分类款', `${government}:level2`),
  ...pair('revenue_class', '收入分类', `${revenue}:level1`),
  ...pair('revenue_division', '收入分类款', `${revenue}:level2`),
  ...pair('revenue_item', '收入分类项', `${revenue}:level3`),
  ...pair('fin_source', '资金来源', 'fin-source:generic'),
  ...pair('expenditure_type', '支出性质', 'expenditure-type'),
  ...pair('purpose', '三公经费和政府采购事项', 'purpose:generic'),
  ...pair('project', '项目', 'activity:generic:project'),
  ...pair('horizon', '实施期或年度', 'horizon:generic'),
  { name: 'amount', title: '金额（元）', type: 'number', columnType: 'value', required: true },
  { name: 'precision', title: '金额末位单位（元）', type: 'number', columnType: 'value-precision' },
  { name: 'currency', title: '币种', type: 'string', columnType: 'value-currency:code' },
  { name: 'direction', title: '收入或支出', type: 'string', columnType: 'direction' },
  { name: 'phase', title: '预算阶段', type: 'string', columnType: 'phase:id' },
  { name: 'source_table', title: '来源表', type: 'string', columnType: 'source-place:table' },
  { name: 'source_row', title: '来源行', type: 'string', columnType: 'source-place:row' },
  { name: 'source_column', title: '来源列', type: 'string', columnType: 'source-place:column' },
  { name: 'source_page', title: '来源页', type: 'integer', columnType: 'source-place:page' },
  { name: 'source_cell', title: '来源单元格', type: 'string', columnType: 'source-place:cell' },
] as const satisfies readonly Field[];

export type LineField = (typeof lineFields)[number]['name'];
/** A budget line: the columns that it fills. */
export type Line = Readonly<Partial<Record<LineField, string | number>>>;

interface CodeField<Name extends string> extends Field {
  readonly name: `${Name}_code`;
}
interface LabelField<Name extends string> extends Field {
  readonly name: `${Name}_label`;
}

function pair<Name extends string>(
  name: Name,
  title: string,
  columnType: string,
): readonly [CodeField<Name>, LabelField<Name>] {
  return [
    { name: `${name}_code`, title: `${title}编码`, type: 'string', columnType: `${columnType}:code` },
    { name: `${name}_label`, title, type: 'string', columnType: `${columnType}:label` },
  ];
}
