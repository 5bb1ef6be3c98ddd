import { extend } from '../../model/extend.ts';
import type { DepartmentGoal, GoalAmount, SheetAmount, Uncertain } from '../../model/disclosure.ts';
import { parseAmount, type MoneyUnit } from '../../model/money.ts';
import type { GoalFund, GoalTests } from './goalWords.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import { oneLine, unitInLabel } from './sheetWords.ts';

interface Labelled {
  readonly label: RowCell;
  readonly fund: GoalFund;
}

/** The money of a whole department, as its rows give it. */
export interface GoalMoney {
  readonly title: string;
  /** The unit that the lines above or a label over the amounts print; null where none is printed. */
  unit: MoneyUnit | null;
  readonly funds: Map<'total' | 'basic' | 'project', SheetAmount>;
  readonly others: GoalAmount[];
  readonly uncertain: Uncertain[];
  /** Labels that stood over the next rows: their amounts are below them. */
  heads: readonly Labelled[];
}

export function noMoney(title: string): GoalMoney {
  return { title, unit: null, funds: new Map(), others: [], uncertain: [], heads: [] };
}

const printedAmount = /^-?[\d,，.．０-９]+(?:元|万元)?$/;

export function isAmountCell(cell: RowCell): boolean {
  return printedAmount.test(oneLine(cell.text).replace(/\s/g, ''));
}

/** Takes a row of labels with their amounts behind them, or of labels over the amounts of the next rows. */
export function takeMoney(money: GoalMoney, row: SheetRow, tests: GoalTests): boolean {
  for (const cell of row.cells) money.unit = unitInLabel(cell.text) ?? money.unit;
  const labels = labelsOf(row, tests);
  const amounts = row.cells.filter(isAmountCell);
  if (labels.length === 0) return amounts.length > 0 && takeBelow(money, amounts);
  if (amounts.length === 0) {
    const above = money.heads.filter((head) => !labels.some(({ label }) => overlap(head.label, label)));
    money.heads = [...above, ...labels.filter(({ label }) => label.column > 0 || labels.length > 1)];
    return true;
  }
  for (const { label, fund } of labels) {
    const next = row.cells[row.cells.indexOf(label) + 1];
    if (next !== undefined && isAmountCell(next)) addAmount(money, label, fund, next);
  }
  money.heads = [];
  return true;
}

function overlap(a: RowCell, b: RowCell): boolean {
  return a.column <= b.end && b.column <= a.end;
}

function labelsOf(row: SheetRow, tests: GoalTests): readonly Labelled[] {
  return row.cells.flatMap((label) => {
    const fund = tests.fund(label.text);
    return fund === null ? [] : [{ label, fund }];
  });
}

function takeBelow(money: GoalMoney, amounts: readonly RowCell[]): boolean {
  const found = amounts.flatMap((cell) => {
    const head = money.heads.find(({ label }) => overlap(label, cell));
    return head === undefined ? [] : [{ head, cell }];
  });
  for (const { head, cell } of found) addAmount(money, head.label, head.fund, cell);
  return found.length > 0;
}

function addAmount(money: GoalMoney, label: RowCell, fund: GoalFund, cell: RowCell): void {
  const words = oneLine(label.text);
  const amount = readGoalAmount(money, cell, words, unitInLabel(label.text));
  if (amount === null) return;
  if (fund.slot === 'elsewhere') money.others.push({ label: words, scope: fund.scope, amount });
  else if (!money.funds.has(fund.slot)) money.funds.set(fund.slot, amount);
  else if (money.funds.get(fund.slot)?.fen !== amount.fen)
    money.others.push({ label: words, scope: null, amount });
}

/** An amount in the unit of its own text, its label or the sheet; null, with a reason, where there is none. */
export function readGoalAmount(
  money: GoalMoney,
  cell: RowCell,
  row: string,
  labelUnit: MoneyUnit | null,
): SheetAmount | null {
  const text = oneLine(cell.text);
  const own = /^(.*\d)(元|万元|亿元)$/.exec(text);
  const unit = own === null ? (labelUnit ?? money.unit) : (own[2] as MoneyUnit);
  const place = extend(cell.place, { project: money.title, row });
  const amount = unit === null ? null : parseAmount(own?.[1] ?? text, unit);
  if (amount !== null && typeof amount !== 'string') return { text, ...amount, place };
  const reason = unit === null ? `“${row}”的金额没有印出单位，未读取` : `“${row}”后的“${text}”不是金额`;
  money.uncertain.push({ place, reason });
  return null;
}

export function goalFunds({ funds }: GoalMoney): DepartmentGoal['funds'] {
  return {
    total: funds.get('total') ?? null,
    basic: funds.get('basic') ?? null,
    project: funds.get('project') ?? null,
  };
}
