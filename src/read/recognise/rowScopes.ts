import { fold } from '../../model/fold.ts';
import type { RowMeaning, TableForm } from '../../model/form.ts';
import { lexicon } from '../../model/forms.ts';
import { parseAmount } from '../../model/money.ts';
import type { Scope } from '../../model/scope.ts';
import { pattern } from './heads.ts';
import type { Names } from './names.ts';
import { balanceLabel, isTotalName, type RawRow } from './rawRows.ts';

/** A row with its meaning; scope null: the words are not understood, the row's amounts stay unplaced. */
export interface ScopedRow {
  readonly raw: RawRow;
  readonly side: 'revenue' | 'expenditure' | null;
  readonly level: number;
  readonly scope: Scope | null;
  /** The business key of the row: its code, else its name, repetitions as name#2. */
  readonly key: string;
}

interface Meaning {
  readonly level: number;
  readonly scope: Scope | null;
  readonly side?: ScopedRow['side'];
}

/** Gives every row its scope by the axis that the form declares. */
export function scopeRows(
  rows: readonly RawRow[],
  table: TableForm,
  names: Names,
  sides: readonly ScopedRow['side'][],
): readonly ScopedRow[] {
  const seen = new Map<string, number>();
  const meanings = rowMeanings(rows, table, names, sides);
  return rows.map((raw, i) => {
    const meaning = meanings[i] ?? { level: 1, scope: null };
    const side = meaning.side ?? sides[raw.block] ?? null;
    const base = raw.code ?? raw.name;
    const count = (seen.get(`${side} ${base}`) ?? 0) + 1;
    seen.set(`${side} ${base}`, count);
    return {
      raw,
      side,
      level: meaning.level,
      scope: meaning.scope,
      key: count === 1 ? base : `${base}#${count}`,
    };
  });
}

function rowMeanings(
  rows: readonly RawRow[],
  table: TableForm,
  names: Names,
  sides: readonly ScopedRow['side'][],
): readonly Meaning[] {
  switch (table.rows) {
    case 'balance':
      return balanceMeanings(rows, names, sides);
    case 'function':
    case 'revenueCode':
      return codeMeanings(rows, table.rows, sides);
    case 'deptEconomic':
    case 'govEconomic':
      return economicMeanings(rows, table.rows, names);
    case 'item':
      return rows.map(itemMeaning);
    case 'unit':
      return rows.map((row) => unitMeaning(row));
    case 'project':
      return projectMeanings(rows, names.department);
    case 'none':
      return rows.map((row) => ({
        level: isTotalName(row.name) ? 0 : 1,
        scope: isTotalName(row.name) ? {} : null,
      }));
  }
}

/** A row of a table of the three public expenses: an item, or in a flat table a unit or nothing at all. */
function itemMeaning(row: RawRow): Meaning {
  const flat = row.cells.some(({ column }) => column.scope.item !== undefined);
  const item = listed(lexicon.itemRows, row.name);
  if (item !== null || row.name === '') return item ?? { level: 1, scope: {} };
  return flat ? unitMeaning(row) : { level: 1, scope: null };
}

function listed(meanings: readonly RowMeaning[], name: string): Meaning | null {
  const words = balanceLabel(name);
  return meanings.find((meaning) => pattern(meaning.pattern).test(words)) ?? null;
}

/** Revenue rows before 本年收入合计 speak of this year's money; rows after 上年结转 of carried-over money. */
function balanceMeanings(
  rows: readonly RawRow[],
  names: Names,
  sides: readonly ScopedRow['side'][],
): readonly Meaning[] {
  return rows.map((row, i) => {
    const side = sides[row.block] ?? 'revenue';
    if (side === 'expenditure') return expenditureMeaning(row, names);
    const own = listed(lexicon.revenueRows, row.name);
    if (own === null) return { level: 1, scope: null };
    if (own.scope?.fund === undefined || own.scope.vintage !== undefined) return own;
    return vintageOf(rows, i, own);
  });
}

function vintageOf(rows: readonly RawRow[], i: number, own: Meaning): Meaning {
  const block = rows[i]?.block;
  const isVintageRow = (row: RawRow, vintage: string): boolean =>
    row.block === block && listed(lexicon.revenueRows, row.name)?.scope?.vintage === vintage;
  const afterCarryOver = rows.slice(0, i).some((row) => isVintageRow(row, 'carriedOver'));
  const current = rows.some((row) => isVintageRow(row, 'current') || isVintageRow(row, 'carriedOver'));
  if (afterCarryOver) return { level: 2, scope: { ...own.scope, vintage: 'carriedOver' } };
  return current ? { ...own, scope: { ...own.scope, vintage: 'current' } } : own;
}

function expenditureMeaning(row: RawRow, names: Names): Meaning {
  const own = listed(lexicon.expenditureRows, row.name);
  if (own !== null) return own;
  const words = balanceLabel(row.name);
  const node = names.functionClass(words);
  const known = /^\d{3}$/.test(node) || /支出$/.test(words);
  return { level: 1, scope: known ? { function: node, use: 'spent' } : null };
}

function codeMeanings(
  rows: readonly RawRow[],
  axis: 'function' | 'revenueCode',
  sides: readonly ScopedRow['side'][],
): readonly Meaning[] {
  return rows.map((row) => {
    const dimension =
      axis === 'function' && sides[row.block] === 'revenue' && isRevenueCode(row) ? 'revenueCode' : axis;
    if (row.code === null) return isTotalName(row.name) ? { level: 0, scope: {} } : unitMeaning(row);
    const scope: Scope = { [dimension]: row.code, ...(row.unit === null ? {} : { unit: fold(row.unit) }) };
    return { level: (row.code.length - 1) / 2, scope };
  });
}

function isRevenueCode(row: RawRow): boolean {
  return row.code?.startsWith('1') ?? false;
}

function economicMeanings(
  rows: readonly RawRow[],
  axis: 'deptEconomic' | 'govEconomic',
  names: Names,
): readonly Meaning[] {
  let parent = '';
  return rows.map((row) => {
    if (isTotalName(row.name) && row.code === null) return { level: 0, scope: {} };
    const subtotal = /^(人员|公用)经费(?:合计|小计)$/.exec(fold(row.name))?.[1];
    if (subtotal !== undefined) {
      return { level: 0, scope: { nature: subtotal === '人员' ? 'personnel' : 'operating' } };
    }
    if (row.code !== null) return { level: row.code.length > 3 ? 2 : 1, scope: { [axis]: row.code } };
    const isClass = names.isEconomicClass(axis, row.name);
    const node = names.economic(axis, row.name, isClass ? '' : parent);
    if (isClass) parent = node;
    return { level: isClass ? 1 : 2, scope: { [axis]: node } };
  });
}

function unitMeaning(row: RawRow): Meaning {
  if (isTotalName(row.name)) return { level: 0, scope: {} };
  return { level: 2, scope: { unit: fold(row.unit ?? row.name) } };
}

/** Department and unit rows share a table with their projects: 部门, 单位, 项目 are levels 1, 2, 3. */
function projectMeanings(rows: readonly RawRow[], department: string | null): readonly Meaning[] {
  const heads = groupRows(rows, department);
  let unit = '';
  const seen = new Map<string, number>();
  return rows.map((row, i) => {
    if (isTotalName(row.name)) return { level: 0, scope: {} };
    if (row.unit !== null && row.unit !== row.name) unit = fold(row.unit);
    const head = heads.get(i);
    if (head === 1) return { level: 1, scope: {} };
    if (head === 2) {
      unit = fold(row.name);
      return { level: 2, scope: { unit } };
    }
    const name = fold(row.name);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const project = count === 1 ? name : `${name}#${count}`;
    return { level: 3, scope: { project, ...(unit === '' ? {} : { unit }) } };
  });
}

const bodySuffix =
  /(?:局|委|委员会|办公室|厅|部|院|中心|所|站|队|校|学|园|馆|会|处|公司|政府|街道|镇|乡|场|社|团|台|厂|库|室)(?:\([^)]*\))?$/;

/** Which rows of a project table are the department (1) and its units (2), by name and position. */
function groupRows(rows: readonly RawRow[], department: string | null): ReadonlyMap<number, 1 | 2> {
  const heads = new Map<number, 1 | 2>();
  const body = rows.map((row) => fold(row.name));
  const start = rows.findIndex((row) => !isTotalName(row.name));
  if (start < 0 || rows.some((row) => row.unit !== null && row.unit !== row.name)) return heads;
  const isHead = (i: number): boolean => bodySuffix.test(body[i] ?? '') && sumsUp(rows, i);
  const twice = body[start] === body[start + 1] && bodySuffix.test(body[start] ?? '');
  if (!twice && body[start] !== fold(department ?? '') && !isHead(start)) return heads;
  heads.set(start, 1);
  for (let i = start + 1; i < rows.length; i += 1) {
    if ((i === start + 1 && twice) || isHead(i)) heads.set(i, 2);
  }
  return heads;
}

function total(row: RawRow | undefined): number | null {
  const printed = row?.cells.find(({ column }) => column.role === 'amount')?.cell.text ?? '';
  const amount = parseAmount(printed, '万元');
  return typeof amount === 'string' ? null : amount.fen;
}

/** Is the row the sum of the rows that follow it, to within a rounding tail of each? */
function sumsUp(rows: readonly RawRow[], i: number): boolean {
  const own = total(rows[i]);
  if (own === null || own === 0) return false;
  let sum = 0;
  for (const [n, row] of rows.slice(i + 1).entries()) {
    sum += total(row) ?? 0;
    if (n > 0 && Math.abs(sum - own) <= 5_000 * (n + 1)) return true;
    if (sum > own + 5_000 * (n + 1)) return false;
  }
  return false;
}
