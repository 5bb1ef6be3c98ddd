import { itemsOf, moneyOf, revenueItemsOf, type ScopedAmount } from '../model/bookAmounts.ts';
import type { Book } from '../model/book.ts';
import { addFen, fenPerUnit, formatAmount, type MoneyUnit } from '../model/money.ts';
import {
  containing,
  dimensions,
  parentNode,
  scopeKey,
  withNode,
  type Dimension,
  type Scope,
} from '../model/scope.ts';

/** A book's facts, by what asks for them. */
export interface Ledger {
  /** Line by line, with the projects. */
  readonly money: readonly ScopedAmount[];
  /** The same money without the projects: what a book of a thousand of them is asked for again and again. */
  readonly totals: FactIndex;
  readonly revenueItems: readonly ScopedAmount[];
  readonly items: readonly ScopedAmount[];
}

export function ledgerOfBook(book: Book): Ledger {
  const money = moneyOf(book);
  return {
    money,
    totals: factIndex(withoutProjects(money)),
    revenueItems: revenueItemsOf(book),
    items: itemsOf(book),
  };
}

const besidesProject = dimensions.filter((dimension) => dimension !== 'project');

/** Lines that differ in their project only are one line. */
function withoutProjects(money: readonly ScopedAmount[]): readonly ScopedAmount[] {
  const sums = new Map<string, ScopedAmount>();
  for (const { scope, fen } of money) {
    const key = scopeKey(scope, besidesProject);
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { scope: withNode(scope, 'project', ''), fen });
    else sums.set(key, { scope: known.scope, fen: addFen(known.fen, fen) });
  }
  return [...sums.values()];
}

/** The sum over a scope, in 分: items and revenue items stand beside the money, not in it. */
export function amountIn(ledger: Ledger, scope: Scope): number {
  if (scope.item !== undefined) return sumOver(ledger.items, scope);
  if (scope.revenueCode !== undefined) return sumOver(ledger.revenueItems, scope);
  return scope.project === undefined ? sumOf(ledger.totals.within(scope)) : sumOver(ledger.money, scope);
}

/** The facts that belong to a scope. */
export function within(facts: readonly ScopedAmount[], scope: Scope): readonly ScopedAmount[] {
  const isWithin = containing(scope);
  return facts.filter((fact) => isWithin(fact.scope));
}

/** Facts that can be asked for a scope without looking at each of them. */
export interface FactIndex {
  readonly facts: readonly ScopedAmount[];
  /** The same as `within` over all facts of the index. */
  within(scope: Scope): readonly ScopedAmount[];
}

/** Dimensions that tell facts apart, the most telling first. */
const telling = ['project', 'deptEconomic', 'revenueCode', 'function', 'unit'] as const;

/** Facts by every node that they lie under, for the rows of large tables. */
export function factIndex(facts: readonly ScopedAmount[]): FactIndex {
  const known = new Map<Dimension, ReadonlyMap<string, readonly ScopedAmount[]>>();
  return {
    facts,
    within(scope) {
      const dimension = telling.find((each) => (scope[each] ?? '') !== '');
      if (dimension === undefined) return within(facts, scope);
      const byNode = known.get(dimension) ?? factsByNode(facts, dimension);
      known.set(dimension, byNode);
      return within(byNode.get(scope[dimension] ?? '') ?? [], scope);
    },
  };
}

function factsByNode(
  facts: readonly ScopedAmount[],
  dimension: Dimension,
): ReadonlyMap<string, readonly ScopedAmount[]> {
  const byNode = new Map<string, ScopedAmount[]>();
  for (const fact of facts) {
    for (let node = fact.scope[dimension] ?? ''; node !== ''; node = parentNode(dimension, node)) {
      const own = byNode.get(node);
      if (own === undefined) byNode.set(node, [fact]);
      else own.push(fact);
    }
  }
  return byNode;
}

/** The sum over a scope, in 分. */
export function sumOver(facts: readonly ScopedAmount[], scope: Scope): number {
  return sumOf(within(facts, scope));
}

function sumOf(facts: readonly ScopedAmount[]): number {
  return facts.reduce((sum, { fen }) => addFen(sum, fen), 0);
}

/** The amount rounded half up to a multiple of `unitFen`. */
export function roundedFen(fen: number, unitFen: number): number {
  const whole = Math.floor(fen / unitFen);
  return (2 * (fen - whole * unitFen) >= unitFen ? whole + 1 : whole) * unitFen;
}

/** An amount as printed in the unit with so many decimals: rounded once, from the exact sum. */
export function printedAmount(fen: number, unit: MoneyUnit, decimals: number): string {
  return formatAmount(roundedFen(fen, lastDigit(unit, decimals)), unit, decimals);
}

/** 分 of one last digit. */
export function lastDigit(unit: MoneyUnit, decimals: number): number {
  return fenPerUnit[unit] / 10 ** decimals;
}
