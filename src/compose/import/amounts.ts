import type { Figure } from '../../model/figure.ts';
import { scopeKey, type Scope } from '../../model/scope.ts';
import type { Candidate } from './candidates.ts';
import type { FitRow } from './closestFit.ts';
import { consistentFit } from './consistentFit.ts';
import { coverIndex, type CoverIndex } from './coverIndex.ts';
import { isBlank, isMoney, withoutFlow } from './imported.ts';

/** An amount that is known more exactly than the tables print it, in 分. */
export interface ExactAmount {
  readonly scope: Scope;
  readonly fen: number;
  readonly unitFen: number;
}

export interface FoundAmounts {
  /** One for each candidate, in 分. */
  readonly amounts: readonly number[];
  /** False where the document is too large to fit its tails: amounts are those printed last. */
  readonly fitted: boolean;
}

/** Amounts whose sums, rounded once, are the printed ones wherever the document agrees with itself. */
export function amountsFor(
  candidates: readonly Candidate[],
  figures: readonly Figure[],
  exact: readonly ExactAmount[],
): FoundAmounts {
  const meant = coverIndex(candidates.map(({ scope }) => scope));
  const rows = [...figureRows(meant, figures), ...exact.map((amount) => exactRow(meant, amount))];
  const useful = rows.filter(({ unknowns }) => unknowns.length > 0);
  const fit = consistentFit(useful, candidates.map(priceOf));
  if (fit === null) return { amounts: candidates.map(() => 0), fitted: false };
  return { amounts: fit.amounts, fitted: true };
}

/** Figures of one scope and amount are one row, the heavier the more of them there are. */
function figureRows(meant: CoverIndex, figures: readonly Figure[]): readonly FitRow[] {
  const merged = new Map<string, { figure: Figure; count: number }>();
  for (const figure of figures) {
    if (!isMoney(figure) || isBlank(figure)) continue;
    const key = `${scopeKey(withoutFlow(figure.scope))} ${figure.fen} ${figure.unitFen}`;
    merged.set(key, { figure, count: (merged.get(key)?.count ?? 0) + 1 });
  }
  return [...merged.values()].map(({ figure, count }) =>
    rowOf(meant, { ...figure, scope: withoutFlow(figure.scope) }, count),
  );
}

/** Where tables and sheets cannot both be met to the 元, the tables are. */
function exactRow(meant: CoverIndex, amount: ExactAmount): FitRow {
  return { ...rowOf(meant, amount, 0.01), tolerance: 0 };
}

/** Amounts stay in whole 元, and a little inside the interval, so that they round to what is printed. */
function rowOf(meant: CoverIndex, { scope, fen, unitFen }: ExactAmount, weight: number): FitRow {
  return {
    unknowns: meant(scope),
    value: fen,
    tolerance: unitFen > 100 ? Math.floor(unitFen * 0.49) : 0,
    weight,
  };
}

/** Where economic items usually stand, by 功能分类: the tables print the two only apart. */
const usualFunctions: readonly (readonly [item: RegExp, functions: RegExp])[] = [
  [/^30108/, /^2080505/],
  [/^30109/, /^2080506/],
  [/^3011[01]/, /^21011/],
  [/^30113/, /^22102/],
  [/^30302/, /^208050[12]/],
];

/** A price so small that it only chooses among equally close amounts. */
function priceOf({ deptEconomic, function: code, nature }: Candidate): number {
  if (deptEconomic === null) return nature === 'carriedForward' ? 2e-8 : 1e-8;
  const usual = usualFunctions.find(([item]) => item.test(deptEconomic));
  if (usual?.[1].test(code) === true) return 0;
  const special = usualFunctions.some(([, functions]) => functions.test(code));
  return special ? 3e-8 : 1e-8;
}
