import type { ScopedAmount } from '../model/bookAmounts.ts';
import type { ColumnForm, TableForm } from '../model/form.ts';
import { contains, nodeContains, type Scope } from '../model/scope.ts';

/** A column to fill: what it is called and what it speaks of. */
export interface ScopedColumn {
  readonly form: ColumnForm;
  readonly scope: Scope;
}

const fundNames: Readonly<Record<string, string>> = {
  general: '一般公共预算',
  governmentFund: '政府性基金预算',
  stateCapital: '国有资本经营预算',
  fiscalAccount: '财政专户管理资金',
  serviceIncome: '事业收入',
  businessIncome: '经营收入',
  superiorGrant: '上级补助收入',
  affiliatedRemittance: '附属单位上缴收入',
  otherIncome: '其他收入',
};

/** The name of a fund as a heading. */
export function fundName(fund: string): string {
  return fundNames[fund] ?? fund;
}

const keyScopes: Readonly<Record<string, Scope>> = {
  current: { vintage: 'current' },
  carriedOver: { vintage: 'carriedOver' },
  ...Object.fromEntries([...Object.keys(fundNames), 'fiscal', 'unitFunds'].map((fund) => [fund, { fund }])),
  ...Object.fromEntries(['basic', 'project', 'personnel', 'operating'].map((nature) => [nature, { nature }])),
  ...Object.fromEntries(
    ['threePublic', 'abroad', 'reception', 'vehicles', 'vehiclePurchase', 'vehicleRunning'].map((item) => [
      item,
      { item },
    ]),
  ),
  operatingFunds: { nature: 'operating', unitKind: 'administrative' },
};

/** The columns of one side with their scopes, and one for every fund that the form has no column for. */
export function columnsOf(
  table: TableForm,
  side: ColumnForm['side'] | null,
  facts: readonly ScopedAmount[],
): readonly ScopedColumn[] {
  const forms = table.columns.filter((column) => (column.side ?? null) === side);
  const columns = forms.map((form) => ({ form, scope: columnScope(form, forms, table) }));
  return [...columns, ...missingFunds(columns, facts)];
}

/** Funds beside a column of 上年结转 are this year's, and so is the total of 本年收入. */
function columnScope(form: ColumnForm, beside: readonly ColumnForm[], table: TableForm): Scope {
  const listsItems = table.rows === 'item' && table.layout?.labels.length === 0;
  if (listsItems && form.key === 'total') return { item: 'threePublic' };
  const scope = keyScopes[form.key] ?? {};
  const splitsYears = beside.some(({ key }) => key === 'carriedOver') && scope.fund !== undefined;
  const current = splitsYears || form.title[0] === '本年收入';
  return current && scope.vintage === undefined ? { ...scope, vintage: 'current' } : scope;
}

function missingFunds(
  columns: readonly ScopedColumn[],
  facts: readonly ScopedAmount[],
): readonly ScopedColumn[] {
  const total = columns.find(({ form }) => form.key === 'total');
  const shown = columns.flatMap(({ scope }) => scope.fund ?? []);
  if (total === undefined || shown.length === 0) return [];
  const counted = facts.filter((fact) => contains(total.scope, fact.scope));
  const funds = uncovered(shown, counted);
  return funds.map((fund) => ({
    form: { ...total.form, key: fund, title: [...total.form.title.slice(0, -1), fundName(fund)] },
    scope: { ...total.scope, fund },
  }));
}

/** Funds of the facts that no shown fund contains, in the order of their names' list. */
export function uncovered(shown: readonly string[], facts: readonly ScopedAmount[]): readonly string[] {
  const present = new Set(facts.map(({ scope }) => scope.fund ?? ''));
  return Object.keys(fundNames).filter(
    (fund) => present.has(fund) && !shown.some((node) => nodeContains('fund', node, fund)),
  );
}
