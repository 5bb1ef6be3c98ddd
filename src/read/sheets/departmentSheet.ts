import type { DepartmentGoal, GoalIndicator, Uncertain } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import { extend } from '../../model/extend.ts';
import { goalFunds, noMoney, takeMoney } from './goalAmounts.ts';
import type { GoalMoney } from './goalAmounts.ts';
import { goalHeads, noGoalHeads, readGoals, startsWithGoal } from './goals.ts';
import type { GoalHeads } from './goals.ts';
import { taskHeads, takeTask } from './goalTasks.ts';
import type { TaskTable } from './goalTasks.ts';
import { goalTests } from './goalWords.ts';
import type { GoalTests } from './goalWords.ts';
import { indicatorHeader } from './indicatorHeader.ts';
import { readIndicators, startsIndicators } from './indicators.ts';
import { moneyUnitAbove, type RowCell, type SheetRow } from './sheetRows.ts';
import { longText, oneLine, unitInLabel } from './sheetWords.ts';

export interface ReadGoal {
  readonly goal: DepartmentGoal;
  readonly uncertain: readonly Uncertain[];
}

/** What the rows of the sheet have given so far. */
interface Draft {
  readonly money: GoalMoney;
  readonly goals: Record<'period' | 'annual', string[]>;
  readonly indicatorRows: SheetRow[];
  /** Indicators stand from here on, in a row that has the money in the columns before it. */
  indicatorColumn: number;
  /** Where the department's name and its goal are heads over columns. */
  readonly columns: { department: number | null; goal: number | null };
  tasks: TaskTable | null;
  heads: GoalHeads;
  /** A row without a label goes on with the goal above it. */
  inGoal: boolean;
  department: string | null;
  year: number | null;
  place: SheetRow['place'] | null;
}

/** Reads the goals of a whole department (部门整体支出绩效目标表) by its labels. Amounts are in 分. */
export function readDepartmentSheet(rows: readonly SheetRow[]): ReadGoal {
  const tests = goalTests();
  const title = titleOf(rows, tests) ?? '部门整体支出绩效目标表';
  const draft: Draft = {
    money: noMoney(title),
    goals: { period: [], annual: [] },
    indicatorRows: [],
    indicatorColumn: 0,
    columns: { department: null, goal: null },
    tasks: null,
    heads: noGoalHeads,
    inGoal: false,
    department: null,
    year: null,
    place: null,
  };
  draft.money.unit = moneyUnitAbove(rows);
  for (const row of rows) takeRow(draft, row, tests);
  return finish(draft, title, rows, tests);
}

function titleOf(rows: readonly SheetRow[], tests: GoalTests): string | null {
  const cells = rows.slice(0, 6).flatMap((row) => row.cells);
  return oneLine(cells.find((cell) => tests.sheet.departmentTitle(fold(cell.text)))?.text ?? '') || null;
}

function takeRow(draft: Draft, row: SheetRow, tests: GoalTests): void {
  const { sheet } = tests;
  if (row.cells.length === 0 || takeHeading(draft, row, tests)) return;
  if (draft.indicatorRows.length > 0) takeIndicators(draft, row, tests);
  else if (indicatorHeader(row, sheet) !== null || startsIndicators(row, sheet)) {
    const columns = (indicatorHeader(row, sheet)?.cells ?? []).map((cell) => cell.column);
    draft.indicatorColumn = columns.length === 0 ? 0 : Math.min(...columns);
    takeIndicators(draft, row, tests);
  } else takeFields(draft, row, tests);
}

/** The part of the row before the columns of the indicators speaks of money and goals under their heads. */
function takeIndicators(draft: Draft, row: SheetRow, tests: GoalTests): void {
  const before = row.cells.filter((cell) => cell.end < draft.indicatorColumn);
  const wide = draft.money.heads.length > 0 || before.some((cell) => tests.fund(cell.text) !== null);
  if (wide) takeColumns(draft, { ...row, cells: before }, tests);
  const cells = wide ? row.cells.filter((cell) => cell.end >= draft.indicatorColumn) : row.cells;
  if (cells.length > 0 && !isFooter(row, tests)) draft.indicatorRows.push({ ...row, cells });
}

/** The name, the goal and the money under their heads, beside the indicators. */
function takeColumns(draft: Draft, row: SheetRow, tests: GoalTests): void {
  const { department, goal } = draft.columns;
  for (const cell of row.cells) {
    if (cell.column === department) draft.department ??= oneLine(cell.text);
    else if (cell.column === goal) draft.goals.annual.push(...textsOf([cell]));
  }
  if (row.cells.length > 0) takeMoney(draft.money, row, tests);
}

function isFooter(row: SheetRow, tests: GoalTests): boolean {
  const [first] = row.cells;
  const words = first === undefined ? '' : (/^([^:：]{2,8})[:：]/.exec(first.text)?.[1] ?? first.key);
  const kind = tests.sheet.field(words)?.kind;
  return kind === 'footer' || kind === 'filedAt' || /^(?:备?注|说明)[:：]/.test(first?.text ?? '');
}

/** The title, the year, the unit line. */
function takeHeading(draft: Draft, row: SheetRow, { sheet }: GoalTests): boolean {
  const [first, second] = row.cells;
  if (first === undefined) return true;
  const text = fold(first.text);
  if (second !== undefined) return false;
  draft.year ??= yearIn(text);
  return /^\(?20\d\d年度?\)?$/.test(text) || sheet.departmentTitle(text) || /^(?:金额)?单位:/.test(text);
}

function yearIn(text: string): number | null {
  const year = /^\(?(20\d\d)年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

function takeFields(draft: Draft, row: SheetRow, tests: GoalTests): void {
  const tasks = taskHeads(row, tests);
  if (tasks !== null) {
    draft.tasks = { heads: tasks, tasks: [], total: null, closed: false };
    for (const cell of row.cells) draft.money.unit = unitInLabel(cell.text) ?? draft.money.unit;
    draft.inGoal = false;
    return;
  }
  if (takeGoal(draft, row, tests)) return;
  if (draft.tasks !== null && takeTask(draft.tasks, row, draft.money, tests)) return;
  noteColumns(draft, row, tests);
  const named = takeDepartment(draft, row, tests);
  const money = takeMoney(draft.money, row, tests);
  if (named || money) draft.inGoal = false;
  else if (draft.inGoal) continueGoal(draft, row, tests);
}

/** A row of heads over columns: the name and the goal stand below them. */
function noteColumns({ columns }: Draft, row: SheetRow, tests: GoalTests): void {
  if (row.cells.length < 4) return;
  const goal = row.cells.find((cell) => tests.sheet.goal(cell.key) !== null);
  if (goal === undefined) return;
  columns.goal = goal.column;
  columns.department = row.cells.find((cell) => tests.department(cell.key))?.column ?? null;
}

function takeDepartment(draft: Draft, row: SheetRow, tests: GoalTests): boolean {
  const at = row.cells.findIndex((cell) => tests.department(cell.key));
  const value = row.cells[at + 1];
  if (at < 0 || value === undefined || row.cells[at]?.column === draft.columns.department) return at >= 0;
  draft.department ??= oneLine(value.text);
  draft.place ??= value.place;
  return true;
}

function takeGoal(draft: Draft, row: SheetRow, tests: GoalTests): boolean {
  const heads = goalHeads(row, tests.sheet);
  if (heads !== null) {
    draft.heads = heads;
    draft.inGoal = true;
    if (draft.tasks !== null) draft.tasks.closed = true;
    return true;
  }
  if (!startsWithGoal(row, tests.sheet)) return false;
  if (draft.tasks !== null) draft.tasks.closed = true;
  draft.inGoal = true;
  addGoals(draft, row, tests);
  return true;
}

function addGoals(draft: Draft, row: SheetRow, tests: GoalTests): void {
  const named = draft.heads.annual !== null || draft.heads.period !== null;
  const own = row.cells.some((cell) => ['period', 'annual'].includes(tests.sheet.goal(cell.key) ?? ''));
  if (!named && !own) {
    draft.goals.annual.push(...textsOf(row.cells.filter((cell) => tests.sheet.goal(cell.key) === null)));
    return;
  }
  for (const { horizon, cell } of readGoals(row, draft.heads, tests.sheet).goals)
    draft.goals[horizon].push(...textsOf([cell]));
}

function textsOf(cells: readonly RowCell[]): string[] {
  return cells.map((cell) => longText(cell.text)).filter((text) => !/^目标\d*[:：]?$/.test(text));
}

function continueGoal(draft: Draft, row: SheetRow, tests: GoalTests): void {
  if (draft.heads.annual !== null || draft.heads.period !== null) addGoals(draft, row, tests);
  else draft.goals.annual.push(...textsOf(row.cells));
}

function finish(draft: Draft, title: string, rows: readonly SheetRow[], tests: GoalTests): ReadGoal {
  const list = readIndicators(draft.indicatorRows, title, tests.sheet);
  const place = extend(draft.place ?? rows[0]?.place ?? { file: '' }, { project: title });
  const { money, tasks } = draft;
  return {
    goal: {
      title,
      department: draft.department,
      year: draft.year,
      goal: draft.goals.annual.join('\n'),
      ...(draft.goals.period.length === 0 ? {} : { periodGoal: draft.goals.period.join('\n') }),
      funds: goalFunds(money),
      ...(money.others.length === 0 ? {} : { otherFunds: money.others }),
      ...(tasks === null ? {} : { tasks: tasks.tasks, tasksTotal: tasks.total ?? null }),
      indicators: goalIndicators(list.indicators),
      place,
    },
    uncertain: [...money.uncertain, ...list.uncertain],
  };
}

/** One list has no horizon of its own. */
function goalIndicators(
  indicators: ReturnType<typeof readIndicators>['indicators'],
): readonly GoalIndicator[] {
  if (indicators.some(({ horizon }) => horizon === 'annual')) return indicators;
  return indicators.map(({ level1, level2, level3, value, place }) => ({
    level1,
    level2,
    level3,
    value,
    place,
  }));
}
