import { fold } from '../../model/fold.ts';
import type { RowMeaning, TableForm } from '../../model/form.ts';
import { lexicon } from '../../model/forms.ts';
import { childNodes, nodeContains, parentNode, type Scope } from '../../model/scope.ts';
import { pattern } from './heads.ts';
import type { Names } from './names.ts';
import { isCodeOf } from './classifications.ts';
import { codeMeanings, listsUnits, unitPaths } from './codeRows.ts';
import { economicMeanings } from './economicRows.ts';
import { projectMeanings } from './projectRows.ts';
import { balanceLabel, isTotalName, type Meaning, type RawRow } from './rawRows.ts';

/** A row with its meaning; scope null: the words are not understood, the row's amounts stay unplaced. */
export interface ScopedRow {
  readonly raw: RawRow;
  readonly side: 'revenue' | 'expenditure' | null;
  readonly level: number;
  readonly scope: Scope | null;
  /** The business key of the row: its code, else its name, repetitions as name#2. */
  readonly key: string;
}

/** Words that are not understood. */
const noMeaning: Meaning = { level: 1, scope: null };

/** Gives every row its scope by the axis that the form declares. */
export function scopeRows(
  rows: readonly RawRow[],
  table: TableForm,
  names: Names,
  sides: readonly ScopedRow['side'][],
): readonly ScopedRow[] {
  const seen = new Map<string, number>();
  const meanings = rowMeanings(rows, table, names, sides);
  const whole = new Set([...wholeParts(rows, meanings), ...besideParts(rows, meanings)]);
  return rows.map((printed, i) => {
    const raw = whole.has(i) ? { ...printed, partOnly: false } : printed;
    const meaning = meanings[i] ?? { level: 1, scope: null };
    const side = meaning.side ?? sides[raw.block] ?? null;
    const base = withoutUnitCode(raw, meaning).code ?? raw.name;
    const count = (seen.get(`${side} ${base}`) ?? 0) + 1;
    seen.set(`${side} ${base}`, count);
    return {
      raw: withoutUnitCode(raw, meaning),
      side,
      level: meaning.level,
      scope: meaning.scope,
      key: count === 1 ? base : `${base}#${count}`,
    };
  });
}

/** Rows printed as 其中 that are all there are (其中：购置费, 运行维护费): no parts shown beside others. */
function wholeParts(rows: readonly RawRow[], meanings: readonly Meaning[]): ReadonlySet<number> {
  const items = rows.map(({ partOnly }, i) => (partOnly ? (meanings[i]?.scope?.item ?? '') : ''));
  const complete = items.map((item) => {
    const parts = item === '' ? null : childNodes('item', parentNode('item', item));
    return parts?.every((part) => items.includes(part)) ?? false;
  });
  return new Set([...complete.flatMap((isWhole, i) => (isWhole ? [i] : [])), ...wholeFunds(rows, meanings)]);
}

/** 其中：一般公共预算, 政府性基金预算, 国有资本经营预算 one after the other: all that their parent is made of. */
function wholeFunds(rows: readonly RawRow[], meanings: readonly Meaning[]): readonly number[] {
  const fundOf = (i: number): string => (rows[i]?.partOnly === true ? (meanings[i]?.scope?.fund ?? '') : '');
  return rows.flatMap((_, i) => {
    const parts = fundOf(i) === '' ? null : childNodes('fund', parentNode('fund', fundOf(i)));
    const at = parts?.indexOf(fundOf(i)) ?? -1;
    return at >= 0 && parts?.every((part, k) => fundOf(i - at + k) === part) === true ? [i] : [];
  });
}

/**
 * Rows that 其中 seems to go on over, though they lie beside the row that it divides: 公务接待费 below
 * 公务用车购置及运行费, 其中：公务用车购置费, 公务用车运行费. Where one does, so do those that follow it.
 */
function besideParts(rows: readonly RawRow[], meanings: readonly Meaning[]): readonly number[] {
  let divided: Scope = {};
  let left = false;
  return rows.flatMap(({ partOnly, name, block }, i) => {
    const scope = meanings[i]?.scope ?? null;
    if (!partOnly || block !== rows[i - 1]?.block) {
      divided = scope ?? {};
      left = false;
      return [];
    }
    left = !fold(name).startsWith('其中') && (left || (scope !== null && liesBeside(divided, scope)));
    return left ? [i] : [];
  });
}

/** Do the two speak of different items or funds? */
function liesBeside(divided: Scope, own: Scope): boolean {
  return (['item', 'fund'] as const).some(
    (d) =>
      (divided[d] ?? '') !== '' && (own[d] ?? '') !== '' && !nodeContains(d, divided[d] ?? '', own[d] ?? ''),
  );
}

const classifications = ['function', 'revenueCode', 'deptEconomic', 'govEconomic'] as const;

/** The number of a unit is no code of the classification. */
function withoutUnitCode(raw: RawRow, { scope }: Meaning): RawRow {
  const isUnit =
    raw.code !== null &&
    scope?.unit !== undefined &&
    scope.project === undefined &&
    classifications.every((axis) => scope[axis] === undefined);
  return isUnit ? { ...raw, code: null, unitCode: raw.code } : raw;
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
      return codeMeanings(rows, table.rows, sides, names, table.scope.nature === 'project');
    case 'deptEconomic':
    case 'govEconomic':
      return listsUnits(rows, table.rows)
        ? codeMeanings(rows, table.rows, sides, names)
        : economicMeanings(rows, table.rows, names);
    case 'item': {
      const units = unitMeanings(rows);
      return rows.map((row, i) => itemMeaning(row, units[i] ?? noMeaning));
    }
    case 'unit':
      return rows.some(({ code }) => code !== null && isCodeOf('deptEconomic', code))
        ? economicMeanings(rows, 'deptEconomic', names)
        : unitMeanings(rows);
    case 'project':
      return projectMeanings(rows, names);
    case 'none':
      if (table.scope.item === 'procurement') return procurementMeanings(rows, names);
      return rows.map((row) => ({
        level: isTotalName(row.name) ? 0 : 1,
        scope: isTotalName(row.name) ? {} : null,
      }));
  }
}

/** 政府采购 by goods, works and services; else a list of purchases, each a part of its unit and of the total. */
function procurementMeanings(rows: readonly RawRow[], names: Names): readonly Meaning[] {
  const kinds = rows.map(({ name }) =>
    isTotalName(name) ? { level: 0, scope: {} } : listed(lexicon.itemRows, name),
  );
  const hasKinds = kinds.some((kind) => kind !== null && kind.level > 0);
  return hasKinds ? kinds.map((kind) => kind ?? noMeaning) : projectMeanings(rows, names);
}

/** A row of a table of the three public expenses: an item, or in a flat table a unit or nothing at all. */
function itemMeaning(row: RawRow, ofUnit: Meaning): Meaning {
  const flat = row.cells.some(({ column }) => column.scope.item !== undefined);
  const year = /^(20\d\d)年?度?(?:预算|决算)?数?$/.exec(fold(row.name))?.[1];
  if (flat && year !== undefined) return { level: 1, scope: { year } };
  if (flat && isTotalName(row.name)) return { level: 0, scope: {} };
  const item = listed(lexicon.itemRows, row.name);
  if (item !== null || row.name === '') return item ?? { level: 1, scope: {} };
  return flat ? ofUnit : noMeaning;
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
    if (side === 'expenditure')
      return (
        subtotalOf(rows, i, 'expenditure') ?? underNature(rows, i, expenditureMeaning(row, names), names)
      );
    const own =
      subtotalOf(rows, i, 'revenue') ??
      restOfFunds(stretchOf(rows, i), row, listed(lexicon.revenueRows, row.name));
    if (own === null || isOutside(rows, i, own)) return { level: 1, scope: null };
    if (own.scope?.fund === undefined || own.scope.vintage !== undefined) return own;
    return vintageOf(rows, i, own);
  });
}

/** 小计 that stands for 本年收入合计 or 本年支出合计: no such row is printed, and a total follows. */
function subtotalOf(rows: readonly RawRow[], i: number, side: 'revenue' | 'expenditure'): Meaning | null {
  const row = rows[i];
  if (row === undefined || fold(row.name) !== '小计') return null;
  const known = side === 'revenue' ? lexicon.revenueRows : lexicon.expenditureRows;
  const totals = rows.flatMap((other, at) => {
    if (other.block !== row.block || at === i) return [];
    const meaning = listed(known, other.name);
    return meaning?.level === 0 || fold(other.name) === '小计' ? [{ at, meaning }] : [];
  });
  const only = totals.every(({ at, meaning }) => at > i && Object.keys(meaning?.scope ?? {}).length === 0);
  if (!only || totals.length === 0) return null;
  return { level: 0, scope: side === 'revenue' ? { vintage: 'current' } : { use: 'spent' } };
}

/** The rows around one up to the nearest sums: what stands below 本年收入合计 is no part of it. */
function stretchOf(rows: readonly RawRow[], i: number): readonly RawRow[] {
  const isSum = (row: RawRow): boolean =>
    row.block !== rows[i]?.block || listed(lexicon.revenueRows, row.name)?.level === 0;
  const from = rows.slice(0, i).findLastIndex(isSum);
  const to = rows.findIndex((row, at) => at > i && isSum(row));
  return rows.slice(from + 1, to < 0 ? rows.length : to);
}

/** 其他资金 beside 上级补助收入 and its like is what they leave, not their whole. */
function restOfFunds(rows: readonly RawRow[], row: RawRow, own: Meaning | null): Meaning | null {
  if (
    own?.scope?.fund !== 'unitFunds' ||
    !/^其他资金/.test(balanceLabel(row.name)) ||
    numberingOf(row) === ''
  )
    return own;
  const beside = rows.some(
    (other) =>
      other.block === row.block &&
      numberingOf(other) === numberingOf(row) &&
      unitFunds.has(listed(lexicon.revenueRows, other.name)?.scope?.fund ?? ''),
  );
  return beside ? { ...own, scope: { ...own.scope, fund: 'otherIncome' } } : own;
}

const unitFunds: ReadonlySet<string> = new Set(childNodes('fund', 'unitFunds') ?? []);

/** The kind of a row's list numbering: 一、 and （一） are different levels. */
function numberingOf({ name }: RawRow): string {
  const folded = fold(name);
  return /^[一二三四五六七八九十]+、/.test(folded)
    ? '一、'
    : /^\(/.test(folded)
      ? '('
      : /^\d/.test(folded)
        ? '1'
        : '';
}

/** 二、本年收入 above （一）一般公共预算拨款收入: a sum that its parts follow. */
function opensParts(rows: readonly RawRow[], i: number): boolean {
  const [row, next] = [rows[i], rows[i + 1]];
  return row !== undefined && next !== undefined && numberingOf(row) === '一、' && numberingOf(next) === '(';
}

/** Money below 本年收入合计 that is neither carried over nor a surplus: no printed sum tells where it belongs. */
function isOutside(rows: readonly RawRow[], i: number, own: Meaning): boolean {
  const row = rows[i];
  if (row === undefined || own.scope?.fund === undefined || own.scope.vintage !== undefined) return false;
  const before = rows
    .slice(0, i)
    .filter(({ block }) => block === row.block)
    .map(({ name }) => listed(lexicon.revenueRows, name));
  const summed = before.findLastIndex(
    (meaning) => meaning?.level === 0 && meaning.scope?.vintage === 'current',
  );
  const isBelow =
    summed > 0 &&
    !opensParts(rows, i - before.length + summed) &&
    before.slice(summed).every((meaning) => meaning?.scope?.vintage !== 'carriedOver');
  const besideRest = before.some((meaning) => meaning?.scope?.fund === 'unitFunds');
  return isBelow && (besideRest || row.cells.some(({ cell }) => /[1-9]/.test(cell.text)));
}

/** Economic classes below 基本支出 or 项目支出 are that nature's, unless they are numbered like it. */
function underNature(rows: readonly RawRow[], i: number, own: Meaning, names: Names): Meaning {
  const row = rows[i];
  if (row === undefined || own.scope === null || own.scope.nature !== undefined) return own;
  if (own.scope.deptEconomic === undefined && own.scope.govEconomic === undefined) return own;
  const above = rows
    .slice(0, i)
    .filter((other) => other.block === row.block && numberingOf(other) !== numberingOf(row))
    .map((other) => expenditureMeaning(other, names).scope?.nature)
    .findLast((nature) => nature !== undefined);
  return above === undefined ? own : { level: 2, scope: { ...own.scope, nature: above } };
}

function vintageOf(rows: readonly RawRow[], i: number, own: Meaning): Meaning {
  const block = rows[i]?.block;
  const isVintageRow = (row: RawRow, vintage: string): boolean =>
    row.block === block && listed(lexicon.revenueRows, row.name)?.scope?.vintage === vintage;
  const above = rows.slice(0, i);
  const carriedAt = above.findLastIndex((row) => isVintageRow(row, 'carriedOver'));
  const currentAt = above.findLastIndex((row) => isVintageRow(row, 'current'));
  const afterCarryOver = carriedAt >= 0 && !(currentAt > carriedAt && opensParts(rows, currentAt));
  const current = rows.some((row) => isVintageRow(row, 'current') || isVintageRow(row, 'carriedOver'));
  if (afterCarryOver) return { level: 2, scope: { ...own.scope, vintage: 'carriedOver' } };
  return current ? { ...own, scope: { ...own.scope, vintage: 'current' } } : own;
}

/** A class of the economic classification, where the head says so or the name is no function's. */
function economicClass(row: RawRow, words: string, names: Names): Scope | null {
  const headed = row.axisWords.includes('经济');
  const axes = row.axisWords.includes('政府')
    ? (['govEconomic', 'deptEconomic'] as const)
    : (['deptEconomic', 'govEconomic'] as const);
  if (!headed && /^\d{3}$/.test(names.functionClass(words))) return null;
  const axis = axes.find((candidate) => names.isEconomicClass(candidate, words)) ?? (headed ? axes[0] : null);
  return axis === null ? null : { [axis]: names.economic(axis, words, '') };
}

function expenditureMeaning(row: RawRow, names: Names): Meaning {
  const own = listed(lexicon.expenditureRows, row.name);
  if (own !== null) return own;
  const words = balanceLabel(row.name);
  const economic = economicClass(row, words, names);
  if (economic !== null) return { level: 1, scope: { ...economic, use: 'spent' } };
  const node = names.functionClass(words);
  const known = /^\d{3}$/.test(node) || /支出$/.test(words);
  return { level: 1, scope: known ? { function: node, use: 'spent' } : null };
}

/** Rows of units, below their department where a row sums them up or its number begins theirs. */
function unitMeanings(rows: readonly RawRow[]): readonly Meaning[] {
  const paths = unitPaths(rows, 'function');
  const nested = [...paths.values()].some((path) => path.includes('›'));
  return rows.map((row, i) => {
    if (isTotalName(row.name)) return { level: 0, scope: {} };
    const unit = paths.get(i) ?? fold(row.unit ?? row.name);
    return { level: nested ? unit.split('›').length : 2, scope: { unit } };
  });
}
