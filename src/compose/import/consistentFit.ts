import { closestFit, type FitRow } from './closestFit.ts';

export interface Fit {
  /** Whole, not negative. */
  readonly amounts: readonly number[];
  /** Indexes of rows that the amounts leave further off than their tolerance. */
  readonly contradicted: readonly number[];
}

const rounds = 4;

/**
 * The closest fit without the rows that contradict the others: they would pull the rest to the ends of their
 * tolerances. Null where the problem is too large.
 */
export function consistentFit(rows: readonly FitRow[], prices: readonly number[]): Fit | null {
  let kept = rows.map((_, i) => i);
  for (let round = 0; round < rounds; round += 1) {
    const result = closestFit(
      kept.flatMap((i) => rows[i] ?? []),
      prices,
    );
    if (result === null) return null;
    const amounts = result.map((amount) => Math.round(amount));
    const fits = kept.filter((i) => isWithin(rows[i], amounts));
    if (fits.length === kept.length || round === rounds - 1) {
      return { amounts, contradicted: rows.flatMap((row, i) => (isWithin(row, amounts) ? [] : [i])) };
    }
    kept = fits;
  }
  return null;
}

function isWithin(row: FitRow | undefined, amounts: readonly number[]): boolean {
  if (row === undefined) return true;
  const sum = row.unknowns.reduce((total, index) => total + (amounts[index] ?? 0), 0);
  return Math.abs(sum - row.value) <= row.tolerance + 1;
}
