import type { DepartmentGoal, GoalTask, SheetAmount } from '../../model/disclosure.ts';
import type { MoneyUnit } from '../../model/money.ts';
import { isAmountCell, readGoalAmount } from './goalAmounts.ts';
import type { GoalMoney } from './goalAmounts.ts';
import type { GoalTests, TaskColumn } from './goalWords.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import { longText, oneLine, unitInLabel } from './sheetWords.ts';

interface TaskHead {
  readonly column: number;
  readonly end: number;
  readonly unit: MoneyUnit | null;
}

/** The table of the year's main tasks, while its rows are read. */
export interface TaskTable {
  heads: Map<TaskColumn, TaskHead>;
  readonly tasks: GoalTask[];
  total: DepartmentGoal['tasksTotal'];
  /** The rows of the table are over. */
  closed: boolean;
}

/** The row that heads the tasks: 任务名称 with 主要内容 or the money beside it; null for another row. */
export function taskHeads(row: SheetRow, tests: GoalTests): Map<TaskColumn, TaskHead> | null {
  const heads = headsOf(row, tests);
  return heads.has('name') && heads.size > 1 ? heads : null;
}

function headsOf(row: SheetRow, tests: GoalTests): Map<TaskColumn, TaskHead> {
  const heads = new Map<TaskColumn, TaskHead>();
  for (const cell of row.cells) {
    const column = tests.task(cell.key);
    if (column === null || heads.has(column)) continue;
    heads.set(column, { column: cell.column, end: cell.end, unit: unitInLabel(cell.text) });
  }
  return heads;
}

/** Takes a row below the tasks' head; false where the table is over. */
export function takeTask(table: TaskTable, row: SheetRow, money: GoalMoney, tests: GoalTests): boolean {
  if (table.closed) return false;
  if (table.tasks.length === 0 && refineHeads(table, row, tests)) return true;
  if (row.cells.some((cell) => tests.tasksTotal(cell.key))) {
    table.total = amountsOf(table, row, '金额合计', money);
    table.closed = true;
    return true;
  }
  const name = cellAt(row, table.heads.get('name'));
  if (name === null || isAmountCell(name)) return false;
  const content = cellAt(row, table.heads.get('content'));
  const words = oneLine(name.text);
  table.tasks.push({
    name: words,
    content: content === null ? null : longText(content.text),
    ...amountsOf(table, row, words, money),
  });
  return true;
}

/** A second row of heads divides 预算金额 into 总额, 财政拨款 and 其他资金. */
function refineHeads(table: TaskTable, row: SheetRow, tests: GoalTests): boolean {
  if (!row.cells.every((cell) => ['total', 'fiscal', 'other'].includes(tests.task(cell.key) ?? '')))
    return false;
  const above = table.heads.get('total')?.unit ?? null;
  for (const [column, head] of headsOf(row, tests))
    table.heads.set(column, { ...head, unit: head.unit ?? above });
  return true;
}

function cellAt(row: SheetRow, head: TaskHead | undefined): RowCell | null {
  if (head === undefined) return null;
  return row.cells.find((cell) => cell.column <= head.end && cell.end >= head.column) ?? null;
}

function amountsOf(
  table: TaskTable,
  row: SheetRow,
  name: string,
  money: GoalMoney,
): Pick<GoalTask, 'total' | 'fiscal' | 'other'> {
  const at = (column: 'total' | 'fiscal' | 'other'): SheetAmount | null => {
    const head = table.heads.get(column);
    const cell = cellAt(row, head);
    return cell === null || !isAmountCell(cell)
      ? null
      : readGoalAmount(money, cell, name, head?.unit ?? null);
  };
  return { total: at('total'), fiscal: at('fiscal'), other: at('other') };
}
