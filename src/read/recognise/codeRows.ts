import { codeList } from '../../model/codes/codes.ts';
import { fold } from '../../model/fold.ts';
import type { Scope } from '../../model/scope.ts';
import { isCodeOf } from './classifications.ts';
import type { Names } from './names.ts';
import { isTotalName, type Meaning, type RawRow } from './rawRows.ts';
import { bodySuffix, sumsUp } from './projectRows.ts';
import { repeatsCodes, secondScope } from './secondCodes.ts';

type Side = 'revenue' | 'expenditure' | null;
type CodeAxis = 'function' | 'revenueCode' | 'deptEconomic' | 'govEconomic';

/**
 * Rows by codes, with units between them: a unit's row opens its block, the functions below it are that
 * unit's until the next. A unit's node is the path of the units above it, so that a department's row is
 * not counted beside its units.
 */
export function codeMeanings(
  rows: readonly RawRow[],
  axis: CodeAxis,
  sides: readonly Side[],
  names: Names,
  listsProjects = false,
): readonly Meaning[] {
  const units = unitPaths(rows, axis);
  const narrowed = repeatsCodes(rows);
  const projects = listsProjects ? projectRows(rows, units) : new Map<number, string>();
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
    const project = projects.get(i);
    if (row.code === null && project === undefined) return namedClass(row, axis, names);
    const unit = ownUnit(row, rows, units) ?? open;
    const ofUnit: Scope = unit === '' ? {} : { unit };
    const code = row.code ?? codeAbove(rows, i);
    if (project !== undefined) return { level: 4, scope: { [axis]: code, ...ofUnit, project } };
    const isRevenue = axis === 'function' && sides[row.block] === 'revenue' && code.startsWith('1');
    const beside = narrowed ? secondScope(row) : {};
    return {
      level: (code.length - 1) / 2,
      scope: { ...beside, [isRevenue ? 'revenueCode' : axis]: code, ...ofUnit },
    };
  });
}

function codeAbove(rows: readonly RawRow[], i: number): string {
  return rows.slice(0, i).findLast(({ code }) => code !== null)?.code ?? '';
}

/** The projects below an item: rows that repeat its code, or print none, under another name. */
function projectRows(
  rows: readonly RawRow[],
  units: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let item: RawRow | null = null;
  for (const [i, row] of rows.entries()) {
    if (units.has(i) || isTotalName(row.name)) item = null;
    else if (item?.code?.length === 7 && (row.code ?? item.code) === item.code && row.name !== '')
      found.set(i, fold(row.name));
    else item = row.code === null ? null : row;
  }
  return found;
}

/** A class printed by its name alone; any other words are not understood. */
function namedClass(row: RawRow, axis: CodeAxis, names: Names): Meaning {
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

/**
 * Rows of departments whose numbers look like classes (205): the numbers of units (205001) begin with them, and no
 * class bears the row's name.
 */
function departmentRows(rows: readonly RawRow[], axis: CodeAxis): ReadonlySet<RawRow> {
  const codes = rows.flatMap(({ code }) => (code === null ? [] : [code]));
  const isDepartment = ({ code, name }: RawRow): boolean =>
    code?.length === 3 &&
    codes.some((other) => other.length >= 6 && other.startsWith(code) && !isOwnCode(other, axis)) &&
    fold(codeList(axis === 'revenueCode' ? 'revenue' : axis, null).find(code)?.name ?? '') !== fold(name);
  return new Set(rows.filter(isDepartment));
}

/** Is the code one of the classification that the rows are listed by? */
function isOwnCode(code: string, axis: CodeAxis): boolean {
  if (axis === 'function' || axis === 'revenueCode')
    return isCodeOf('function', code) || code.startsWith('1030');
  return isCodeOf('deptEconomic', code) || isCodeOf('govEconomic', code);
}

/** Do numbers of units stand among the codes of the economic classification? */
export function listsUnits(rows: readonly RawRow[], axis: CodeAxis): boolean {
  return rows.some(
    ({ code, unitCode }) =>
      code !== null && (unitCode !== null || (/^\d{6,9}$/.test(code) && !isOwnCode(code, axis))),
  );
}

function isUnitRow(row: RawRow, axis: CodeAxis, departments: ReadonlySet<RawRow>): boolean {
  if (isTotalName(row.name)) return false;
  if (row.code !== null)
    return (
      axis !== 'revenueCode' &&
      /^\d{3,9}$/.test(row.code) &&
      (departments.has(row) || !isOwnCode(row.code, axis))
    );
  return row.unitCode !== null || row.unit !== null || bodySuffix.test(fold(row.name));
}

/** 103 above 10301 or 10306 is 非税收入, no unit's number. */
function opensRevenue(rows: readonly RawRow[], i: number): boolean {
  return rows[i]?.code === '103' && /^103(?:0[1-9]|[1-9]\d)(?:\d\d)?$/.test(rows[i + 1]?.code ?? '');
}

/** The path of every unit row: below the unit whose code begins its own, or that sums it up. */
export function unitPaths(rows: readonly RawRow[], axis: CodeAxis): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  const byCode: { code: string; path: string }[] = [];
  const departments = departmentRows(rows, axis);
  let department = '';
  for (const [i, row] of rows.entries()) {
    if (!isUnitRow(row, axis, departments) || opensRevenue(rows, i)) continue;
    const code = row.unitCode ?? row.code ?? '';
    const above = byCode.filter((unit) => code !== unit.code && code.startsWith(unit.code)).at(-1)?.path;
    const name = fold(row.unit ?? row.name);
    const parent = above ?? (code === '' ? department : '');
    const path = parent === '' ? name : `${parent}›${name}`;
    paths.set(i, path);
    if (code !== '') byCode.push({ code, path });
    else if (department === '' && rows[i + 1] !== undefined && followedByUnits(rows, i, axis, departments))
      department = path;
  }
  return paths;
}

/** A department's row without code: units follow at once, and they sum up to it. */
function followedByUnits(
  rows: readonly RawRow[],
  i: number,
  axis: CodeAxis,
  departments: ReadonlySet<RawRow>,
): boolean {
  const next = rows[i + 1];
  if (next === undefined || !isUnitRow(next, axis, departments)) return false;
  return sumsUp(
    rows.filter((row, k) => k === i || (k > i && isUnitRow(row, axis, departments))),
    0,
  );
}
