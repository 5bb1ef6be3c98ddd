import type { Compared, Comparison, IndicatorChange } from '../../model/diff/comparison.ts';
import { byPart } from './amounts.ts';
import type { DiffWords } from './words.ts';

/** Whose book or disclosure it is, and of which year. */
export function comparedName({ department, year }: Compared, { unnamed }: DiffWords): string {
  return `${department ?? unnamed}${year === null ? '' : ` ${year}`}`;
}

/** Changed indicators by their project, in order. */
export function byProject(
  indicators: Comparison['indicators'],
): readonly (readonly [project: string, changes: readonly IndicatorChange[]])[] {
  return byPart(indicators.map((change) => ({ ...change, part: change.project })));
}

/** 年度 · 产出指标 › 数量指标 › 次数. */
export function indicatorName({ horizon, path }: IndicatorChange, words: DiffWords): string {
  return `${words.horizons[horizon]} · ${path.filter((name) => name !== '').join(' › ')}`;
}
