import { parseAmount, type PrintedAmount } from '../../model/money.ts';
import { contains, nodeContains } from '../../model/scope.ts';
import type { Row } from './headerRows.ts';
import type { Column } from './heads.ts';

/**
 * In a table of revenue, funds that stand beside a column of 上年结转 are this year's: what was carried
 * over has its own column, whatever its fund. A column of 财政拨款上年结转 speaks so of its own funds only.
 */
export function besideCarryOver(columns: readonly Column[], data: readonly Row[]): readonly Column[] {
  const carried = columns.filter(
    ({ role, scope, partOnly }) => role === 'amount' && scope.vintage === 'carriedOver' && !partOnly,
  );
  const whole = carried.find(({ scope }) => scope.fund === undefined);
  const isKnown = whole?.scope.flow === 'revenue' || completesFunds(carried, columns, data);
  const ofFund = whole?.scope.fund ?? sharedFund(carried);
  if (!isKnown || ofFund === null) return columns;
  const total = totalOf(columns);
  return columns.map((column) =>
    isOpenFund(column) && column !== total && nodeContains('fund', ofFund, column.scope.fund ?? '')
      ? { ...column, scope: { ...column.scope, vintage: 'current' } }
      : column,
  );
}

/** The fund that all columns of 上年结转 belong to: 财政拨款 for 一般公共预算 beside 政府性基金; null for none. */
function sharedFund(carried: readonly Column[]): string | null {
  const funds = maximal(carried).map(({ scope }) => scope.fund ?? '');
  const [first] = funds;
  return first === undefined ? null : funds.length === 1 ? first : 'fiscal';
}

function isOpenFund({ role, scope }: Column): boolean {
  return role === 'amount' && scope.fund !== undefined && scope.vintage === undefined;
}

function totalOf(columns: readonly Column[]): Column | undefined {
  return columns.find(
    ({ role, key, scope }) => role === 'amount' && key === 'total' && scope.vintage === undefined,
  );
}

/** The columns that lie in no other of them: 财政拨款, not the 一般公共预算 in it. */
function maximal(columns: readonly Column[]): readonly Column[] {
  return columns.filter((own) => !columns.some((other) => other !== own && contains(other.scope, own.scope)));
}

/**
 * Does 上年结转 with the funds beside it make up the total? Then those are what is not carried over. A misprint
 * decides nothing: its row adds up neither so nor with 上年结转 within the funds.
 */
function completesFunds(
  carried: readonly Column[],
  columns: readonly Column[],
  data: readonly Row[],
): boolean {
  const whole = totalOf(columns);
  const funds = maximal(columns.filter((column) => isOpenFund(column) && column !== whole));
  const over = maximal(carried);
  const telling = data.filter((row) => over.some((column) => amountAt(row, column).fen !== 0));
  if (whole === undefined || funds.length === 0) return false;
  const beside = telling.filter((row) => addsUp(row, [...funds, ...over], whole)).length;
  const within = telling.some((row) => addsUp(row, funds, whole));
  return !within && beside > 0 && 2 * beside >= telling.length;
}

function addsUp(row: Row, columns: readonly Column[], whole: Column): boolean {
  const parts = columns.map((column) => amountAt(row, column));
  const total = amountAt(row, whole);
  const sum = parts.reduce((all, { fen }) => all + fen, 0);
  const tail = [...parts, total].reduce((all, { unitFen }) => all + unitFen, 0);
  return 2 * Math.abs(sum - total.fen) <= tail;
}

/** The unit does not matter here: the columns of one row share it. What is no amount counts as none. */
function amountAt(row: Row, { index }: Column): PrintedAmount {
  const amount = parseAmount((row[index]?.text ?? '').trim(), '万元');
  return typeof amount === 'string' ? { fen: 0, unitFen: 0 } : amount;
}
