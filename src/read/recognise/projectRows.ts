import { fold } from '../../model/fold.ts';
import { parseAmount } from '../../model/money.ts';
import type { Names } from './names.ts';
import { isTotalName, type Meaning, type RawRow } from './rawRows.ts';
import { secondScope } from './secondCodes.ts';

/** Department and unit rows share a table with their projects: 部门, 单位, 项目 are levels 1, 2, 3. */
export function projectMeanings(
  rows: readonly RawRow[],
  names: Pick<Names, 'department' | 'sheets'>,
): readonly Meaning[] {
  const heads = groupRows(rows, names);
  const divided = dividedProjects(rows);
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
    const project = count === 1 && !divided.has(name) ? name : `${name}#${count}`;
    return { level: 3, scope: { project, ...(unit === '' ? {} : { unit }) } };
  });
}

/** Projects in several rows, one for each function or economic item: none of them is the whole project. */
function dividedProjects(rows: readonly RawRow[]): ReadonlySet<string> {
  const codes = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = fold(row.name);
    const own = [row.code ?? '', ...Object.values(secondScope(row))].join(' ');
    codes.set(name, (codes.get(name) ?? new Set()).add(own));
  }
  return new Set([...codes].flatMap(([name, own]) => (own.size > 1 ? [name] : [])));
}

/** How the names of public bodies end. */
export const bodySuffix =
  /(?:局|委|委员会|办公室|厅|部|院|中心|所|站|队|校|学|园|馆|会|处|公司|政府|街道|镇|乡|场|社|团|台|厂|库|室|段)(?:\([^)]*\))?(?:本级|机关|本部)?$/;

type Heads = ReadonlyMap<number, 1 | 2>;

/**
 * Which rows of a project table are the department (1) and its units (2), by name and position; where the other
 * rows then do not sum to the department, by what the rows sum to whatever they are called.
 */
function groupRows(rows: readonly RawRow[], names: Pick<Names, 'department' | 'sheets'>): Heads {
  const siblings = unitsInTurn(rows);
  if (siblings.size > 0 && !hidesUnit(rows, siblings, names)) return siblings;
  const named = headsAmong(rows, names, ({ name }) => bodySuffix.test(fold(name)));
  if (named.size === 0 || projectsFill(rows, named)) return named;
  const summed = headsAmong(rows, names, () => true);
  return projectsFill(rows, summed) ? summed : named;
}

/**
 * Units one after the other, each with its projects below it and none above them all: every row but the grand
 * total belongs to a stretch that begins with a public body and sums up to it. Empty where that is not so.
 */
function unitsInTurn(rows: readonly RawRow[]): Heads {
  const heads = new Map<number, 1 | 2>();
  const none: Heads = new Map<number, 1 | 2>();
  if (rows.some((row) => row.unit !== null && row.unit !== row.name)) return none;
  let open = { own: 0, sum: 0, size: 0 };
  const isComplete = (): boolean => open.size > 0 && Math.abs(open.sum - open.own) <= 5_000 * (open.size + 1);
  for (const [i, row] of rows.entries()) {
    if (isTotalName(row.name)) continue;
    const own = total(row) ?? 0;
    if (heads.size > 0 && !isComplete()) {
      open = { ...open, sum: open.sum + own, size: open.size + 1 };
      continue;
    }
    if (own <= 0 || !bodySuffix.test(fold(row.name))) return none;
    heads.set(i, 2);
    open = { own, sum: 0, size: 0 };
  }
  return isComplete() && heads.size > 1 ? heads : none;
}

/** Would a unit be called a project? The department with itself as its first unit is no unit before others. */
function hidesUnit(rows: readonly RawRow[], heads: Heads, { sheets }: Pick<Names, 'sheets'>): boolean {
  return rows.some(({ name }, i) => {
    const above = heads.has(i - 1) && rows[i - 1]?.name === name;
    return !heads.has(i) && (above || sheets.units.has(fold(name)));
  });
}

function headsAmong(
  rows: readonly RawRow[],
  { department, sheets }: Pick<Names, 'department' | 'sheets'>,
  bodyLike: (row: RawRow) => boolean,
): Heads {
  const heads = new Map<number, 1 | 2>();
  const body = rows.map((row) => fold(row.name));
  const start = rows.findIndex((row) => !isTotalName(row.name));
  const first = rows[start];
  if (first === undefined || rows.some((row) => row.unit !== null && row.unit !== row.name)) return heads;
  const isBody = (row: RawRow): boolean => !sheets.projects.has(fold(row.name)) && bodyLike(row);
  // A unit that the sheets name needs no sum to be known: its own may be misprinted.
  const isHead = (i: number): boolean =>
    rows[i] !== undefined && (sheets.units.has(body[i] ?? '') || (isBody(rows[i]) && sumsUp(rows, i)));
  const twice = body[start] === body[start + 1] && isBody(first);
  if (!twice && body[start] !== fold(department ?? '') && !isHead(start)) return heads;
  heads.set(start, 1);
  for (let i = start + 1; i < rows.length; i += 1) {
    if ((i === start + 1 && twice) || isHead(i)) heads.set(i, 2);
  }
  for (const i of unitsOfOneProject(rows, heads, isBody)) heads.set(i, 2);
  return heads;
}

/** The rows below the department that are no head. */
function projectsBelow(rows: readonly RawRow[], heads: Heads): readonly number[] {
  const start = rows.findIndex((row) => !isTotalName(row.name));
  return rows.flatMap((row, i) => (i > start && !heads.has(i) && !isTotalName(row.name) ? [i] : []));
}

/** By how much the projects exceed the department, and the tail of so many amounts, in 分. */
function excessOf(rows: readonly RawRow[], projects: readonly number[]): readonly [number, number] {
  const whole = total(rows.find((row) => !isTotalName(row.name))) ?? 0;
  const sum = projects.reduce((all, i) => all + (total(rows[i]) ?? 0), 0);
  return [sum - whole, 5_000 * (projects.length + 1)];
}

function projectsFill(rows: readonly RawRow[], heads: Heads): boolean {
  const [excess, tail] = excessOf(rows, projectsBelow(rows, heads));
  return Math.abs(excess) <= tail;
}

/**
 * A public body's row with the amount of the row below it is a unit of one project, where without such
 * rows the projects sum to the department, and with them they do not.
 */
function unitsOfOneProject(
  rows: readonly RawRow[],
  heads: Heads,
  isBody: (row: RawRow) => boolean,
): readonly number[] {
  const projects = projectsBelow(rows, heads);
  const below = new Set(projects);
  const found = projects.filter((i) => {
    const [row, next] = [rows[i], rows[i + 1]];
    return (
      row !== undefined &&
      isBody(row) &&
      below.has(i + 1) &&
      total(row) !== null &&
      total(row) === total(next)
    );
  });
  const [excess, tail] = excessOf(rows, projects);
  const units = found.reduce((all, i) => all + (total(rows[i]) ?? 0), 0);
  return found.length > 0 && Math.abs(excess - units) <= tail ? found : [];
}

function total(row: RawRow | undefined): number | null {
  return amountIn(row, 0);
}

/** The amount in the nth column of amounts, in units of two decimals of 万元; null where it is none. */
function amountIn(row: RawRow | undefined, n: number): number | null {
  const printed = row?.cells.filter(({ column }) => column.role === 'amount')[n]?.cell.text ?? '';
  const amount = parseAmount(printed, '万元');
  return typeof amount === 'string' ? null : amount.fen;
}

/**
 * Is the row the sum of the rows that follow it, to within a rounding tail of each? One misprint in the totals
 * does not hide it: then a column beside them still adds up.
 */
export function sumsUp(rows: readonly RawRow[], i: number): boolean {
  const columns = rows[i]?.cells.filter(({ column }) => column.role === 'amount').length ?? 0;
  return Array.from({ length: columns }, (_, n) => n).some((n) => sumsUpIn(rows, i, n));
}

function sumsUpIn(rows: readonly RawRow[], i: number, column: number): boolean {
  const own = amountIn(rows[i], column);
  if (own === null || own === 0) return false;
  let sum = 0;
  for (let at = i + 1; at < rows.length; at += 1) {
    const n = at - i;
    sum += amountIn(rows[at], column) ?? 0;
    if (n > 1 && Math.abs(sum - own) <= 5_000 * n) return true;
    if (sum > own + 5_000 * n) return false;
  }
  return false;
}
