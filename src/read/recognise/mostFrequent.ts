import type { MoneyUnit } from '../../model/money.ts';

/** The unit that most tables are printed in; null without tables. */
export function commonUnit(units: readonly (MoneyUnit | null)[]): MoneyUnit | null {
  return mostFrequent(units.filter((unit) => unit !== null));
}

/** The value that occurs most often, the first of equals; null for none. */
export function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
