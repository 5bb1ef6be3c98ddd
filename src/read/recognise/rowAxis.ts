import { codeList } from '../../model/codes/codes.ts';
import { withoutNumbering, fold } from '../../model/fold.ts';
import type { RowAxis, TableForm } from '../../model/form.ts';
import { withNode, type Scope } from '../../model/scope.ts';
import { classifications, isCodeOf, type Classification } from './classifications.ts';
import { balanceLabel, isTotalName, type RawRow } from './rawRows.ts';
import { secondScope } from './secondCodes.ts';

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
    hasProjects && (table.rows === 'project' || isCrossed(rows))
      ? 'project'
      : (axisOfCodes(rows) ?? axisOfNames(table, rows));
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

/** Rows by project, function and economic item at once: each has all codes, and no row sums up others but 合计. */
function isCrossed(rows: readonly RawRow[]): boolean {
  const items = rows.filter(({ name }) => !isTotalName(name));
  return (
    items.length > 0 && items.every((row) => row.code !== null && Object.keys(secondScope(row)).length > 0)
  );
}

function axisOfCodes(rows: readonly RawRow[]): RowAxis | null {
  const codes = rows.flatMap(({ code }) => (code === null ? [] : [code]));
  if (codes.length === 0) return null;
  const share = (axis: Classification): number =>
    codes.filter((code) => isCodeOf(axis, code)).length / codes.length;
  return classifications.find((axis) => share(axis) > 0.6) ?? null;
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
