import { fold } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';
import { nodeContains } from '../../model/scope.ts';
import type { SourceCell } from '../../model/source.ts';
import { besideCarryOver } from './carriedColumns.ts';
import { classificationOf, secondLabels } from './classifications.ts';
import { meaningOf, readColumn, type Column } from './heads.ts';
import { blank, distinct, headerPaths, isColumnNumberRow, isDataRow, type Row } from './headerRows.ts';

/**
 * Columns that belong to one label: a two-sided table has two blocks, an economic table printed in
 * two or three strips has as many.
 */
export interface ColumnBlock {
  /** Index of the first column that is no other block's. */
  readonly from: number;
  readonly codes: readonly Column[];
  readonly name: Column | null;
  readonly unit: Column | null;
  readonly unitCode: Column | null;
  readonly project: Column | null;
  readonly texts: readonly Column[];
  readonly amounts: readonly Column[];
}

export interface TableShape {
  readonly columns: readonly Column[];
  readonly blocks: readonly ColumnBlock[];
  readonly data: readonly Row[];
  readonly header: readonly Row[];
}

/** Splits a grid into header and data and says what each column means. */
export function shapeOf(rows: readonly Row[], form: Form, table: TableForm | null): TableShape {
  const found = rows.findIndex((row) => isDataRow(row, form, table));
  const start = found < 0 ? rows.length : found;
  const { header, data: body } = headsInTotalRow(rows.slice(0, start), rows.slice(start), form, table);
  const data = body.filter((row) => !isColumnNumberRow(row));
  const width = rows[0]?.length ?? 0;
  const read = headerPaths(header, width).map((path, i) => readColumn(path, i, form, table));
  const meant = totalsOfItems(wholeParts(besideCarryOver(wholeYear(previousKeys(read), table), data)), table);
  const labelled = nameTheCodes(stripNames(splitHead(meant, data), data), data);
  const columns = uniqueKeys(secondLabels(labelled), table);
  return { columns, blocks: blocksOf(columns), data: amountRows(data, columns), header };
}

/** Below one row of amounts without labels some tables go on with counts of another layout: words, no amounts. */
function amountRows(data: readonly Row[], columns: readonly Column[]): readonly Row[] {
  if (columns.some(isLabel)) return data;
  const end = data.findIndex((row) => distinct(row).some((cell) => /[\u4e00-\u9fff]{2,}/.test(cell.text)));
  return end < 1 ? data : data.slice(0, end);
}

/**
 * Heads that stand in the row of totals, under a head that spans over them (合计 | … | 合计 | 基本支出 |
 * 项目支出): they belong to the header, what else the row holds are amounts.
 */
function headsInTotalRow(
  header: readonly Row[],
  data: readonly Row[],
  form: Form,
  table: TableForm | null,
): { readonly header: readonly Row[]; readonly data: readonly Row[] } {
  const [first, ...rest] = data;
  const label = first?.find((cell) => fold(cell.text) !== '');
  if (first === undefined || !/^(?:合计|总计)$/.test(fold(label?.text ?? ''))) return { header, data };
  const isHead = (cell: SourceCell): boolean =>
    cell !== label &&
    /^[\u4e00-\u9fff]{2,}$/.test(fold(cell.text)) &&
    meaningOf(cell.text, form, table) !== null;
  if (label === undefined || distinct(first).filter(isHead).length < 2) return { header, data };
  // In the row of totals a head's place holds no amount, not a blank one: it is the label's.
  const totals = first.map((cell) => (isHead(cell) ? label : cell));
  return {
    header: [...header, first.map((cell) => (isHead(cell) ? cell : blank(cell)))],
    data: [totals, ...rest],
  };
}

/** Columns of an earlier year beside this year's have keys of their own: previousTotal beside total. */
function previousKeys(columns: readonly Column[]): readonly Column[] {
  const years = columns.flatMap(({ year }) => (typeof year === 'number' ? [year] : []));
  const latest = Math.max(...years);
  return columns.map((column) => {
    const earlier = column.year === 'previous' || (typeof column.year === 'number' && column.year < latest);
    if (!earlier || column.role !== 'amount' || column.key === 'previous') return column;
    const key =
      column.key === 'amount'
        ? 'previous'
        : `previous${column.key.charAt(0).toUpperCase()}${column.key.slice(1)}`;
    return { ...column, key };
  });
}

/**
 * In a balance 本年预算 is this year's money only on the side where 上年结转 has a column of its own; else it is
 * all there is.
 */
function wholeYear(columns: readonly Column[], table: TableForm | null): readonly Column[] {
  if (table?.rows !== 'balance') return columns;
  return columnGroups(columns).flatMap((side) =>
    side.some(({ scope }) => scope.vintage === 'carriedOver')
      ? side
      : side.map((column) =>
          column.key === 'current' ? { ...column, key: 'amount', scope: table.scope } : column,
        ),
  );
}

/**
 * 其中：基本支出 beside 其中：项目支出 are no parts shown alone: together they are the whole. 其中：一般公共预算 beside
 * columns of 财政拨款 says all that it means, where no other fund stands beside it.
 */
function wholeParts(columns: readonly Column[]): readonly Column[] {
  const parts = columns.filter(({ partOnly }) => partOnly);
  const natures = parts.map(({ scope }) => scope.nature);
  const bothNatures = natures.includes('basic') && natures.includes('project');
  const isWhole = ({ scope }: Column): boolean =>
    (bothNatures && (scope.nature === 'basic' || scope.nature === 'project')) || isOnlyFund(parts, columns);
  return parts.length === 0 ? columns : columns.map((c) => (isWhole(c) ? { ...c, partOnly: false } : c));
}

/** Do the parts speak of one fund, and all other amounts of a wider one? */
function isOnlyFund(parts: readonly Column[], columns: readonly Column[]): boolean {
  const fund = parts[0]?.scope.fund;
  const others = columns.filter(({ role, partOnly }) => role === 'amount' && !partOnly);
  return (
    fund !== undefined &&
    parts.every(({ scope }) => scope.fund === fund) &&
    others.every(({ scope }) => scope.fund !== fund && nodeContains('fund', scope.fund ?? '', fund))
  );
}

/** Expenses that some tables list beside the three: their 合计 is more than 三公. */
const otherItems: ReadonlySet<string> = new Set(['meetings', 'training', 'administration']);

/** In a flat table of the three public expenses 合计 is their sum. */
function totalsOfItems(columns: readonly Column[], table: TableForm | null): readonly Column[] {
  if (table?.rows !== 'item' || !columns.some(({ scope }) => scope.item !== undefined)) return columns;
  const more = columns.some(({ scope }) => scope.item !== undefined && otherItems.has(scope.item));
  return columns.map((column) =>
    column.role === 'amount' &&
    column.scope.item === undefined &&
    /^(?:total|previousTotal|previous|amount|current)$/.test(column.key)
      ? { ...column, scope: { ...column.scope, item: more ? 'listed' : 'threePublic' } }
      : column,
  );
}

/** A head 项目 or 科目 over two columns stands for a code column and a name column; 项目编码 may head codes of functions. */
function splitHead(columns: readonly Column[], data: readonly Row[]): readonly Column[] {
  return columns.map((column) => {
    const isLabel = column.role === 'name' || column.role === 'unknown';
    if (column.role === 'unitCode' && holdsFunctions(column, columns, data))
      return { ...column, role: 'code' };
    const shape = isLabel ? /^\d{2,7}$/ : column.role === 'skip' ? /^[235]\d\d(?:\d\d){1,2}$/ : null;
    return shape !== null && mostly(data, column.index, shape, 0.5) ? { ...column, role: 'code' } : column;
  });
}

/** A column headed 单位代码 that also holds the functions' codes, the units and their functions being rows alike. */
function holdsFunctions(column: Column, columns: readonly Column[], data: readonly Row[]): boolean {
  if (columns.some(({ role }) => role === 'code')) return false;
  return data.some((row) => /^2[0-3]\d(?:\d\d){1,2}$/.test(fold(row[column.index]?.text ?? '')));
}

/** A column of words that no header explains, between columns of amounts, names the rows of a strip of its own. */
function stripNames(columns: readonly Column[], data: readonly Row[]): readonly Column[] {
  return columns.map((column, i) => {
    const between = columns[i - 1]?.role === 'amount' && columns[i + 1]?.role === 'amount';
    const named =
      column.role === 'unknown' && between && mostly(data, column.index, /[\u4e00-\u9fff]{2,}/, 0.8);
    return named ? { ...column, role: 'name' } : column;
  });
}

/** Where no header says so, the column with words is the name column. */
function nameTheCodes(columns: readonly Column[], data: readonly Row[]): readonly Column[] {
  const labels = columns.filter((c) => c.role === 'name' || c.role === 'project' || c.role === 'unit');
  if (labels.length > 0) return columns;
  const isOpen = (c: Column): boolean => c.role !== 'code' && c.scope.item === undefined;
  const words = columns.find((c) => isOpen(c) && mostly(data, c.index, /[\u4e00-\u9fff]{2,}/, 0.6));
  return columns.map((c) => (c === words ? { ...c, role: 'name' } : c));
}

function mostly(data: readonly Row[], index: number, shape: RegExp, share: number): boolean {
  const texts = data.map((row) => fold(row[index]?.text ?? '')).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => shape.test(text)).length >= texts.length * share;
}

/** Keys are unique on each side of a balance and in each strip of any other table that lists the same things. */
function uniqueKeys(columns: readonly Column[], table: TableForm | null): readonly Column[] {
  let sides = 0;
  const seen = new Map<string, number>();
  return columns.map((column, i) => {
    if (i > 0 && isLabel(column) && columns[i - 1]?.role === 'amount') {
      sides += 1;
      const goesOn = classificationOf(column) === classificationOf(columns.find(isLabel) ?? column);
      if (table?.rows === 'balance' ? sides === 1 : goesOn) seen.clear();
    }
    if (column.role !== 'amount' && column.role !== 'text') return column;
    const count = (seen.get(column.key) ?? 0) + 1;
    seen.set(column.key, count);
    return count === 1 ? column : { ...column, key: `${column.key}${count}` };
  });
}

function isLabel(column: Column): boolean {
  return ['code', 'name', 'unit', 'unitCode', 'project'].includes(column.role);
}

/** Labels with the amounts that follow them. */
function columnGroups(columns: readonly Column[]): readonly (readonly Column[])[] {
  const groups: Column[][] = [];
  let sawAmount = true;
  for (const column of columns) {
    if (isLabel(column) && sawAmount) {
      groups.push([]);
      sawAmount = false;
    }
    if (column.role === 'amount') sawAmount = true;
    if (groups.length === 0) groups.push([]);
    groups.at(-1)?.push(column);
  }
  return groups;
}

function blocksOf(columns: readonly Column[]): readonly ColumnBlock[] {
  const blocks = labelsLast(columnGroups(columns))
    .map(blockOf)
    .filter((block) => block.amounts.length > 0);
  return blocks.map((block, i) => ({ ...block, from: (blocks[i - 1]?.amounts.at(-1)?.index ?? -1) + 1 }));
}

/** Labels that stand at the right of their amounts, none at the left. */
function labelsLast(groups: readonly (readonly Column[])[]): readonly (readonly Column[])[] {
  const [first = [], second = []] = groups;
  const turned = groups.length === 2 && !first.some(isLabel) && !second.some(({ role }) => role === 'amount');
  return turned ? [[...second, ...first]] : groups;
}

function blockOf(columns: readonly Column[]): Omit<ColumnBlock, 'from'> {
  const first = (role: Column['role']) => columns.find((c) => c.role === role) ?? null;
  return {
    codes: columns.filter((c) => c.role === 'code'),
    name: first('name'),
    unit: first('unit'),
    unitCode: first('unitCode'),
    // Of 一级项目 and 二级项目 the finer one names the row.
    project: columns.findLast((c) => c.role === 'project') ?? null,
    texts: columns.filter((c) => c.role === 'text'),
    amounts: columns.filter((c) => c.role === 'amount'),
  };
}
