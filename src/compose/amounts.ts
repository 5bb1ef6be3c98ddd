import { itemsOf, moneyOf, revenueItemsOf, type ScopedAmount } from '../model/bookAmounts.ts';
import type { Book } from '../model/book.ts';
import { addFen, fenPerUnit, formatAmount, type MoneyUnit } from '../model/money.ts';
import { contains, parentNode, type Dimension, type Scope } from '../model/scope.ts';

/** A book's facts, by what asks for them. */
export interface Ledger {
  readonly money: readonly ScopedAmount[];
  readonly revenueItems: readonly ScopedAmount[];
  readonly items: readonly ScopedAmount[];
}

export function ledgerOfBook(book: Book): Ledger {
  return { money: moneyOf(book), revenueItems: revenueItemsOf(book), items: itemsOf(book) };
}

/** The facts that can belong to a scope: items and revenue items stand beside the money, not in it. */
export function factsFor(ledger: Ledger, scope: Scope): readonly ScopedAmount[] {
  if (scope.item !== undefined) return ledger.items;
  return scope.revenueCode === undefined ? ledger.money : ledger.revenueItems;
}

/** The facts that belong to a scope. */
export function within(facts: readonly ScopedAmount[], scope: Scope): readonly ScopedAmount[] {
  return facts.filter((fact) => contains(scope, fact.scope));
}

/** Facts that can be asked for a scope without looking at each of them. */
export interface FactIndex {
  /** The same as `within` over all facts of the index. */
  within(scope: Scope): readonly ScopedAmount[];
}

/** Dimensions that tell facts apart, the most telling first. */
const telling = ['project', 'deptEconomic', 'revenueCode', 'function', 'unit'] as const;

/** Facts by every node that they lie under, for the rows of large tables. */
export function factIndex(facts: readonly ScopedAmount[]): FactIndex {
  const known = new Map<Dimension, ReadonlyMap<string, readonly ScopedAmount[]>>();
  return {
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
  return within(facts, scope).reduce((sum, { fen }) => addFen(sum, fen), 0);
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
