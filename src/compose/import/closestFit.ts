import { advance } from './fitMoves.ts';
import {
  asGiven,
  bestMove,
  bestMoveAnew,
  costOf,
  inWholeNumbers,
  tableauOf,
  type FitRow,
  type FitTableau,
} from './fitTableau.ts';
import { forEachIn } from './sparseRow.ts';

export type { FitRow } from './fitTableau.ts';

/** More numbers in the tableau than this are not tried: they would take too much memory. */
const mostEntries = 6_000_000;
const mostSteps = 40_000;
/**
 * Up to so many numbers in the full tableau the gradient is summed anew at every step: what is equally close
 * is then chosen by the order of the rows alone. Beyond it the gradient is kept up, which costs far less.
 */
const mostSummed = 500_000;

/**
 * Unknowns ≥ 0 for which the sums come as close to their values as can be: differences within the tolerance
 * count their amount, those beyond it a hundred times as much, and each unknown its own small price, a
 * multiple of 1e-8. Exact values win, and what contradicts the most other rows is left over. Null where the
 * problem is too large.
 *
 * A simplex method over a sparse tableau of differences, whose costs are broken lines: every variable that
 * is not in the basis stands at a break of its cost, every one in it between two. Values are shifted by less
 * than one unit so that no two breaks meet, and the result is computed without the shifts.
 */
export function closestFit(rows: readonly FitRow[], prices: readonly number[]): readonly number[] | null {
  if (rows.reduce((sum, { unknowns }) => sum + unknowns.length, 0) > mostEntries) return null;
  const isLarge = rows.length * prices.length > mostSummed;
  const tableau = isLarge
    ? tableauOf(merged(rows), prices, inWholeNumbers)
    : tableauOf(rows, prices, asGiven);
  for (let step = 0; step < mostSteps; step += 1) {
    if (tableau.entries > mostEntries) return null;
    const move = (isLarge ? bestMove(tableau) : null) ?? bestMoveAnew(tableau);
    if (move === null) break;
    advance(tableau, move);
  }
  return solution(tableau, prices.length);
}

/** Rows that say the same are one, the heavier the more of them there are. */
function merged(rows: readonly FitRow[]): readonly FitRow[] {
  const found = new Map<string, FitRow>();
  for (const row of rows) {
    const key = `${row.value} ${row.tolerance} ${row.unknowns.join(' ')}`;
    found.set(key, { ...row, weight: row.weight + (found.get(key)?.weight ?? 0) });
  }
  return [...found.values()];
}

/** The unknowns with every free variable at its own break, without shifts. */
function solution(tableau: FitTableau, count: number): readonly number[] {
  const result = new Array<number>(count).fill(0);
  const breaks = tableau.free.map((variable, c) => costOf(tableau, variable).plain[tableau.at[c] ?? 0] ?? 0);
  tableau.basic.forEach((variable, r) => {
    const row = tableau.rows[r];
    if (variable >= count || row === undefined) return;
    let sum = tableau.constants[r] ?? 0;
    forEachIn(row, (value, column) => (sum += value * (breaks[column] ?? 0)));
    result[variable] = Math.max(0, sum);
  });
  return result;
}
