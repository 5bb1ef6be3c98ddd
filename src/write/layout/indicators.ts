import type { Indicator } from '../../model/disclosure.ts';
import type { Place } from '../../model/place.ts';
import type { LayoutCell, LayoutRow } from './block.ts';
import { cell, row } from './grid.ts';

/** First columns of the two horizons: 二级指标, 三级指标, 指标值. */
const starts = { period: 2, annual: 5 } as const;

const columns = ['二级指标', '三级指标', '指标值'];

/** The indicators of both horizons beside each other, first level by first level. */
export function indicatorRows(indicators: readonly Indicator[], place: Place): readonly LayoutRow[] {
  const levels = [...new Set(indicators.map(({ level1 }) => level1))];
  const lines = levels.flatMap((level1) => levelLines(indicators, level1, place));
  const title = head('绩效指标', 0, lines.length + 1);
  const heads = [...columns, ...columns].map((words, i) => head(words, starts.period + i));
  return [[title, head('一级指标', 1), ...heads], ...lines].map((cells) => row(cells));
}

function head(text: string, column: number, rowspan = 1): LayoutCell {
  return cell(text, column, { kind: 'label', align: 'center', rowspan });
}

function levelLines(
  indicators: readonly Indicator[],
  level1: string,
  place: Place,
): readonly (readonly LayoutCell[])[] {
  const of = (horizon: Indicator['horizon']): readonly Indicator[] =>
    indicators.filter((indicator) => indicator.level1 === level1 && indicator.horizon === horizon);
  const [period, annual] = [of('period'), of('annual')];
  const height = Math.max(period.length, annual.length);
  return Array.from({ length: height }, (_, i) => [
    ...(i === 0 ? [head(level1, 1, height)] : []),
    ...indicatorCells(period, i, height, starts.period, place),
    ...indicatorCells(annual, i, height, starts.annual, place),
  ]);
}

/** One indicator; the second level stands once over indicators that share it. */
function indicatorCells(
  list: readonly Indicator[],
  i: number,
  height: number,
  column: number,
  place: Place,
): readonly LayoutCell[] {
  const own = list[i];
  if (own === undefined) {
    const isFirst = i === list.length;
    return isFirst ? [0, 1, 2].map((n) => cell('', column + n, { rowspan: height - i })) : [];
  }
  const shared = list[i - 1]?.level2 === own.level2;
  const next = list.findIndex(({ level2 }, n) => n > i && level2 !== own.level2);
  const rowspan = (next < 0 ? list.length : next) - i;
  return [
    ...(shared ? [] : [head(own.level2, column, rowspan)]),
    cell(own.level3, column + 1, { place: own.place }),
    cell(own.value, column + 2, { place: own.place }),
  ].map((made) => ({ ...made, place: made.place ?? place }));
}
