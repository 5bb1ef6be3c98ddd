import type { Fact } from './book.ts';

/** What makes a line of last year the same line of this year. */
function keyOf({
  unit,
  function: code,
  deptEconomic = '',
  nature,
  fund,
  vintage,
  project = '',
}: Fact): string {
  return [unit, code, deptEconomic, nature, fund, vintage, project].join('/');
}

/** Last year's amount of a line in 分; null where last year had no such line. */
export function lastYearAmounts(facts: readonly Fact[]): (fact: Fact) => number | null {
  const sums = new Map<string, number>();
  for (const fact of facts) sums.set(keyOf(fact), (sums.get(keyOf(fact)) ?? 0) + fact.fen);
  return (fact) => sums.get(keyOf(fact)) ?? null;
}
