import { codeList } from '../../model/codes/codes.ts';
import { withoutNumbering, fold } from '../../model/fold.ts';
import type { RowAxis, TableForm } from '../../model/form.ts';
import { withNode, type Scope } from '../../model/scope.ts';
import { balanceLabel, isTotalName, type RawRow } from './rawRows.ts';

const codesOf: readonly (readonly [RowAxis, RegExp])[] = [
  ['function', /^2[0-3]\d(?:\d\d){0,2}$/],
  ['deptEconomic', /^3(?:0[1-9]|1[0-3]|99)(?:\d\d)?$/],
  ['govEconomic', /^5(?:0\d|1[0-5]|99)(?:\d\d)?$/],
];

/** What the rows of the other tables are is not read from codes. */
const axesByCode: ReadonlySet<RowAxis> = new Set(['function', 'deptEconomic', 'govEconomic', 'project']);

/**
 * The table with the axis that its rows show: codes go before what the form expects, since one title heads
 * functions in one place and economic items in another. Without codes, sums such as 本年收入合计 show a
 * balance with one side, and names of the economic classification its items.
 */
export function fittedTable(table: TableForm, rows: readonly RawRow[], hasProjects: boolean): TableForm {
  if (!axesByCode.has(table.rows) || rows.length === 0) return table;
  const axis =
    hasProjects && table.rows === 'project' ? table.rows : (axisOfCodes(rows) ?? axisOfNames(table, rows));
  if (axis === table.rows) return table;
  if (axis !== 'balance') return { ...table, rows: axis };
  const isTwoSided = rows.some(({ block }) => block > 0);
  const open = (scope: Scope): Scope => withNode(isTwoSided ? withNode(scope, 'flow', '') : scope, 'use', '');
  const alternatives = table.alternatives?.map(open);
  return {
    ...table,
    rows: axis,
    scope: open(table.scope),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
}

function axisOfCodes(rows: readonly RawRow[]): RowAxis | null {
  const codes = rows.flatMap(({ code }) => (code === null ? [] : [code]));
  if (codes.length === 0) return null;
  const found = codesOf.find(
    ([, shape]) => codes.filter((code) => shape.test(code)).length > codes.length * 0.6,
  );
  return found?.[0] ?? null;
}

const sums = /^(?:(?:本年|当年)?(?:收入|支出)(?:预算)?(?:合计|总计)|(?:收入|支出)总计)$/;

function axisOfNames(table: TableForm, rows: readonly RawRow[]): RowAxis {
  if (rows.some(({ code }) => code !== null)) return table.rows;
  const names = rows.map(({ name }) => fold(name));
  const numbered = names.filter((name) => /^[一二三四五六七八九十]+、/.test(name)).length;
  if (table.rows === 'function' && numbered > 1 && names.some((name) => sums.test(balanceLabel(name))))
    return 'balance';
  const items = names.filter((name) => !isTotalName(name) && isEconomicName(withoutNumbering(name)));
  const listsItems = items.length > 1 && items.length * 2 >= names.length;
  return listsItems && table.scope.nature !== 'project' ? 'deptEconomic' : table.rows;
}

function isEconomicName(name: string): boolean {
  return codeList('deptEconomic', null).named(name).length > 0;
}
