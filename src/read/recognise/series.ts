import type { DisclosureName } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import { parseAmount } from '../../model/money.ts';
import type { Place } from '../../model/place.ts';
import type { Block } from '../../model/source.ts';
import { departmentOf, yearOf } from './identity.ts';
import { printedMoney } from './printedAmount.ts';
import type { FoundTable } from './table.ts';

/** So many tables of the first series must come again: fewer are repeated within one disclosure. */
const fewestCommon = 4;

/** The tables of one disclosure in a file, and the blocks that it reaches over. */
interface Series extends DisclosureName {
  readonly tables: readonly FoundTable[];
  readonly text: string;
  /** It begins under a title of its own: 某局2026年部门预算. */
  readonly titled: boolean;
  /** A page of contents stands before its tables. */
  readonly listed: boolean;
  /** The greatest amount of its first table in 分: the total of revenue and expenditure. Null where none is read. */
  readonly total: number | null;
}

/**
 * The disclosures that one file holds one after another; empty where it holds one. Certain only: whole series
 * of tables come again for a department of another name that no other part of the file speaks of, or with
 * another total under a cover or in a layout of their own, or each series has contents of its own. A department's
 * tables and its units' tables are one.
 * `tables`: all that bear a title of the form, in printed order; `skip`: pages of contents.
 */
export function separateDisclosures(
  tables: readonly FoundTable[],
  blocks: readonly Block[],
  skip: ReadonlySet<Block>,
): readonly DisclosureName[] {
  const stretches = stretchesOf(tables);
  const at = blocksOfPlaces(blocks);
  if (stretches.length < 2 || !standApart(stretches, at)) return [];
  const series = seriesOf(stretches, { blocks, skip, at });
  const strangers = unrelated(series);
  const foreign = strangers.length > 0 && (strangers.every(({ titled }) => titled) || !canBeParts(series));
  if (!foreign && !beginsAnew(series) && !areWhole(series)) return [];
  return series.map(({ department, year }) => ({ department, year }));
}

/** A series begins with the table that the first one begins with, and repeats several of its tables. */
function stretchesOf(tables: readonly FoundTable[]): readonly (readonly FoundTable[])[] {
  const filled = tables.filter(({ raw, table }) => raw.length > 0 && table.number > 0);
  const opening = filled[0]?.table.key;
  const stretches: FoundTable[][] = [];
  for (const table of filled) {
    if (table.table.key === opening) stretches.push([table]);
    else stretches.at(-1)?.push(table);
  }
  const whole: FoundTable[][] = [];
  for (const stretch of stretches) {
    const [first] = whole;
    if (first === undefined || common(first, stretch).length >= fewestCommon) whole.push(stretch);
    else whole.at(-1)?.push(...stretch);
  }
  return whole;
}

/** Index of the block at each place: tables that share a sheet begin at rows of one block. */
function blocksOfPlaces(blocks: readonly Block[]): ReadonlyMap<Place, number> {
  const at = new Map<Place, number>();
  for (const [i, block] of blocks.entries()) {
    at.set(block.place, i);
    if (block.kind === 'grid') for (const [cell] of block.rows) if (cell !== undefined) at.set(cell.place, i);
  }
  return at;
}

/** Every series begins in a block of its own and ends before the next one. */
function standApart(stretches: readonly (readonly FoundTable[])[], at: ReadonlyMap<Place, number>): boolean {
  const ends = stretches.map((tables) => [tables[0], tables.at(-1)].map((table) => placed(table, at)));
  return ends.every(
    ([first = -1, last = -1], k) => first >= 0 && last >= first && first > (ends[k - 1]?.[1] ?? -1),
  );
}

function placed(table: FoundTable | undefined, at: ReadonlyMap<Place, number>): number {
  return table === undefined ? -1 : (at.get(table.place) ?? -1);
}

/** Tables of the first that stand in the other too, as pairs. */
function common(
  first: readonly FoundTable[],
  other: readonly FoundTable[],
): readonly (readonly [FoundTable, FoundTable])[] {
  const keys = [...new Set(first.map(({ table }) => table.key))];
  return keys.flatMap((key) => {
    const own = first.find(({ table }) => table.key === key);
    const twin = other.find(({ table }) => table.key === key);
    return own === undefined || twin === undefined ? [] : [[own, twin] as const];
  });
}

interface Within {
  readonly blocks: readonly Block[];
  readonly skip: ReadonlySet<Block>;
  readonly at: ReadonlyMap<Place, number>;
}

function seriesOf(
  stretches: readonly (readonly FoundTable[])[],
  { blocks, skip, at }: Within,
): readonly Series[] {
  const opened = stretches.map((tables, k) => {
    const from = placed(stretches[k - 1]?.at(-1), at) + 1;
    const before = blocks.slice(from, Math.max(from, placed(tables[0], at)));
    return { tables, listed: before.some(isContentsPage), ...openingOf(tables, before, from) };
  });
  return opened.map(({ tables, listed, department, title, start }, k) => ({
    department,
    year: yearOf(tables, title === undefined ? [] : [title]),
    tables,
    titled: title !== undefined && isCover(title),
    listed,
    total: totalOf(tables[0]),
    text: textOf(blocks.slice(k === 0 ? 0 : start, opened[k + 1]?.start).filter((block) => !skip.has(block))),
  }));
}

function isContentsPage(block: Block): boolean {
  return block.kind === 'paragraph' && fold(block.text) === '目录';
}

interface Opening {
  readonly department: string | null;
  /** The line that names the department, where one does. */
  readonly title: Block | undefined;
  /** Index of the block that the series begins with. */
  readonly start: number;
}

/** Whose the tables are, and where the text before them begins to speak of it. `from`: index of `before`'s first. */
function openingOf(tables: readonly FoundTable[], before: readonly Block[], from: number): Opening {
  const lines = before.map((block, i) => wholeTitle(block, before[i + 1]));
  const named = lines.map((line) => departmentOf([], [line]));
  const department = departmentOf(tables, []) ?? named.findLast((name) => name !== null) ?? null;
  const own = fold(department ?? '');
  const owned = lines.map((line, i) => (own !== '' && fold(named[i] ?? '') === own ? line : undefined));
  const cover = owned.findIndex((line) => line !== undefined && isCover(line));
  const first = cover < 0 ? owned.findIndex((line) => line !== undefined) : cover;
  return {
    department,
    title: lines[first],
    start: from + (first < 0 ? before.length : first),
  };
}

/** A cover may print the name on one line and 2026年部门预算 on the next. */
function wholeTitle(block: Block, next: Block | undefined): Block {
  const goesOn =
    block.kind === 'paragraph' && next?.kind === 'paragraph' && /^20\d\d年/.test(fold(next.text));
  return goesOn ? { ...block, text: block.text + next.text } : block;
}

/** 某局2026年部门预算公开: a unit's title says 单位预算, a part's is numbered. */
function isCover(line: Block): boolean {
  const pattern = /^(?!第.部分).{4,60}部门(?:预算|决算)(?:信息)?(?:公开)?(?:说明|报告|文本)?$/;
  return line.kind === 'paragraph' && pattern.test(fold(line.text));
}

function textOf(blocks: readonly Block[]): string {
  const lines = blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows.map((row) => row.map(({ text }) => text).join('\n')).join('\n'),
  );
  return fold(lines.join('\n'));
}

function totalOf(table: FoundTable | undefined): number | null {
  if (table === undefined) return null;
  const unit = table.captions.unit ?? table.table.unit;
  const cells = table.raw.flatMap((row) => row.cells.map(({ cell }) => cell));
  const amounts = cells.flatMap(({ text }) => {
    const amount = parseAmount(printedMoney(text).digits, unit);
    return typeof amount === 'string' ? [] : [amount.fen];
  });
  return amounts.length === 0 ? null : Math.max(...amounts);
}

/** The series that nothing ties to the first: neither their names nor what the parts of the file speak of. */
function unrelated(series: readonly Series[]): readonly Series[] {
  const reached = new Set(series.slice(0, 1));
  for (const known of reached) for (const other of series) if (isRelated(known, other)) reached.add(other);
  return series.filter((one) => !reached.has(one));
}

/** A series without a name is related to every other. */
function isRelated(a: Series, b: Series): boolean {
  const [first, second] = [fold(a.department ?? ''), fold(b.department ?? '')];
  return a.text.includes(second) || b.text.includes(first);
}

/** A department's total is that of its units, or more. An amount that is not read proves nothing. */
function canBeParts(series: readonly Series[]): boolean {
  const totals = series.flatMap(({ total }) => total ?? []);
  const sum = totals.reduce((so, total) => so + total, 0);
  return totals.length < series.length || 2 * Math.max(...totals) >= sum;
}

/**
 * The same department with another total: another disclosure of it, where the file begins anew with a cover,
 * or where the tables bear other titles. A department's units print its layout.
 */
function beginsAnew([first, ...others]: readonly Series[]): boolean {
  return others.some(
    (other) =>
      first !== undefined &&
      first.total !== null &&
      other.total !== null &&
      first.total !== other.total &&
      ((other.titled && isNamedLike(first, other)) || isLaidOutOtherwise(first, other)),
  );
}

/** Each with contents of its own, and of another name or total: whole disclosures, whoever speaks of whom. */
function areWhole(series: readonly Series[]): boolean {
  const [first, ...others] = series;
  if (first === undefined || !series.every(({ listed }) => listed)) return false;
  return others.some((other) => !isNamedLike(first, other) || first.total !== other.total);
}

function isNamedLike(first: Series, other: Series): boolean {
  return fold(first.department ?? '') === fold(other.department ?? '');
}

function isLaidOutOtherwise(first: Series, other: Series): boolean {
  const pairs = common(first.tables, other.tables);
  const retitled = pairs.filter(([own, twin]) => layoutTitle(own) !== layoutTitle(twin)).length;
  return retitled >= fewestCommon && retitled * 2 > pairs.length;
}

function layoutTitle({ captions }: FoundTable): string {
  return fold(captions.title ?? '').replace(/20\d\d年(?:度)?|部门|单位|本级|预算|决算/g, '');
}
