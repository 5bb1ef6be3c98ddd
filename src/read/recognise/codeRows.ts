import { fold } from '../../model/fold.ts';
import type { Scope } from '../../model/scope.ts';
import type { Names } from './names.ts';
import { isTotalName, type Meaning, type RawRow } from './rawRows.ts';
import { bodySuffix, sumsUp } from './projectRows.ts';

type Side = 'revenue' | 'expenditure' | null;

/**
 * Rows by codes, with units between them: a unit's row opens its block, the functions below it are that
 * unit's until the next. A unit's node is the path of the units above it, so that a department's row is
 * not counted beside its units.
 */
export function codeMeanings(
  rows: readonly RawRow[],
  axis: 'function' | 'revenueCode',
  sides: readonly Side[],
  names: Names,
): readonly Meaning[] {
  const units = unitPaths(rows, axis);
  let open = '';
  return rows.map((row, i) => {
    if (row.code === null && isTotalName(row.name)) {
      open = '';
      return { level: 0, scope: {} };
    }
    const path = units.get(i);
    if (path !== undefined) {
      open = path;
      return { level: path.split('›').length, scope: { unit: path } };
    }
    if (row.code === null) return namedClass(row, axis, names);
    const isRevenue = axis === 'function' && sides[row.block] === 'revenue' && row.code.startsWith('1');
    const unit = ownUnit(row, rows, units) ?? open;
    const scope: Scope = { [isRevenue ? 'revenueCode' : axis]: row.code, ...(unit === '' ? {} : { unit }) };
    return { level: (row.code.length - 1) / 2, scope };
  });
}

/** A class printed by its name alone; any other words are not understood. */
function namedClass(row: RawRow, axis: 'function' | 'revenueCode', names: Names): Meaning {
  const node = axis === 'function' ? names.functionClass(row.name) : '';
  return { level: 1, scope: /^\d{3}$/.test(node) ? { function: node } : row.name === '' ? {} : null };
}

/** The unit that a function's row names itself. */
function ownUnit(row: RawRow, rows: readonly RawRow[], units: ReadonlyMap<number, string>): string | null {
  if (row.unitCode !== null) {
    for (const [i, path] of units) if (rows[i]?.unitCode === row.unitCode) return path;
    return row.unit === null ? row.unitCode : fold(row.unit);
  }
  return row.unit === null ? null : fold(row.unit);
}

function isFunctionCode(code: string): boolean {
  return /^2[0-3]\d(?:\d\d){0,2}$/.test(code);
}

function isUnitRow(row: RawRow, axis: 'function' | 'revenueCode'): boolean {
  if (isTotalName(row.name)) return false;
  if (row.code !== null)
    return (
      axis === 'function' &&
      /^\d{3,9}$/.test(row.code) &&
      !isFunctionCode(row.code) &&
      !row.code.startsWith('1030')
    );
  return row.unitCode !== null || row.unit !== null || bodySuffix.test(fold(row.name));
}

/** 103 above 10301 or 10306 is 非税收入, no unit's number. */
function opensRevenue(rows: readonly RawRow[], i: number): boolean {
  return rows[i]?.code === '103' && /^103(?:0[1-9]|[1-9]\d)(?:\d\d)?$/.test(rows[i + 1]?.code ?? '');
}

/** The path of every unit row: below the unit whose code begins its own, or that sums it up. */
function unitPaths(rows: readonly RawRow[], axis: 'function' | 'revenueCode'): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  const byCode: { code: string; path: string }[] = [];
  let department = '';
  for (const [i, row] of rows.entries()) {
    if (!isUnitRow(row, axis) || opensRevenue(rows, i)) continue;
    const code = row.unitCode ?? row.code ?? '';
    const above = byCode.filter((unit) => code !== unit.code && code.startsWith(unit.code)).at(-1)?.path;
    const name = fold(row.unit ?? row.name);
    const parent = above ?? (code === '' ? department : '');
    const path = parent === '' ? name : `${parent}›${name}`;
    paths.set(i, path);
    if (code !== '') byCode.push({ code, path });
    else if (department === '' && rows[i + 1] !== undefined && followedByUnits(rows, i, axis))
      department = path;
  }
  return paths;
}

/** A department's row without code: units follow at once, and they sum up to it. */
function followedByUnits(rows: readonly RawRow[], i: number, axis: 'function' | 'revenueCode'): boolean {
  const next = rows[i + 1];
  if (next === undefined || !isUnitRow(next, axis)) return false;
  return sumsUp(
    rows.filter((row, k) => k === i || (k > i && isUnitRow(row, axis))),
    0,
  );
}
