import { fold } from '../../model/fold.ts';
import type { Scope } from '../../model/scope.ts';
import { isCodeOf } from './classifications.ts';
import type { Names } from './names.ts';
import { bodySuffix } from './projectRows.ts';
import { isTotalName, type Meaning, type RawRow } from './rawRows.ts';
import { repeatsCodes, secondScope } from './secondCodes.ts';

type EconomicAxis = 'deptEconomic' | 'govEconomic';

const economicAxes: readonly EconomicAxis[] = ['deptEconomic', 'govEconomic'];

/** Rows by the economic classification, by code or by name alone; a public body's row opens its own list. */
export function economicMeanings(
  rows: readonly RawRow[],
  axis: EconomicAxis,
  names: Names,
): readonly Meaning[] {
  const bothCodes = repeatsCodes(rows);
  let parent = '';
  let unit: Scope = {};
  return rows.map((row) => {
    if ((isTotalName(row.name) || row.name === '') && row.code === null) return { level: 0, scope: {} };
    const subtotal = /^(人员|公用)经费(?:合计|小计)$/.exec(fold(row.name))?.[1];
    if (subtotal !== undefined) {
      return { level: 0, scope: { nature: subtotal === '人员' ? 'personnel' : 'operating' } };
    }
    if (row.code !== null) {
      const own = economicAxes.find((other) => isCodeOf(other, row.code ?? '')) ?? axis;
      const narrowed = bothCodes ? secondScope(row) : {};
      return { level: row.code.length > 3 ? 2 : 1, scope: { ...unit, ...narrowed, [own]: row.code } };
    }
    if (isBody(row, axis, names)) {
      unit = { unit: fold(row.unit ?? row.name) };
      return { level: 1, scope: unit };
    }
    const isClass = names.isEconomicClass(axis, row.name);
    const node = names.economic(axis, row.name, isClass ? '' : parent);
    if (isClass) parent = node;
    return { level: isClass ? 1 : 2, scope: { ...unit, [axis]: node } };
  });
}

/** 公务接待费 is no body; 南山区农业农村局 is, and no item bears its name. */
function isBody(row: RawRow, axis: EconomicAxis, names: Names): boolean {
  const name = fold(row.name);
  return (
    bodySuffix.test(name) && !/(?:经费|费|支出)$/.test(name) && !/^\d/.test(names.economic(axis, name, ''))
  );
}
