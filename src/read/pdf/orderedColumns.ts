import type { TextCell, TextRow } from './orderedCells.ts';
import { isAmount, isFigure, textOf } from './orderedCells.ts';

/** Two cells side by side in one row: a border of a column stands between them. In points. */
interface Between {
  readonly from: number;
  readonly to: number;
}

/** What a border costs, one at which nothing is aligned, and each name and each figure that it cuts. */
const price = { border: 1, unlikely: 0.2, name: 2, figure: 40 };
const mostCells = 4000;
/** Boxes of texts that touch overlap by so much. In points. */
const uncut = 0.4;

/**
 * The borders between columns: as few as part all cells that stand side by side, cutting as few cells as can be.
 * Undefined when a figure would be cut.
 */
export function columnBorders(rows: readonly TextRow[]): number[] | undefined {
  const cells = rows.flat();
  const gaps = rows.flatMap(gapsIn);
  if (gaps.length === 0 || cells.length > mostCells) return undefined;
  const points = candidates(cells);
  const costs = points.map((x) => costAt(cells, x));
  const chosen = cheapest(points, costs, gaps);
  const cut = chosen.some((at) => (costs[at] ?? 0) >= price.figure);
  return chosen.length === 0 || cut ? undefined : chosen.map((at) => placed(points[at] ?? 0, cells));
}

function gapsIn(row: TextRow): Between[] {
  return row.slice(1).map((cell, at) => {
    const before = row[at]?.x1 ?? 0;
    // Texts that touch may overlap a little.
    return { from: Math.min(before, cell.x0) - 0.1, to: Math.max(before, cell.x0) + 0.1 };
  });
}

/** Half-way between any two edges that follow each other. */
function candidates(cells: readonly TextCell[]): number[] {
  const edges = [...new Set(cells.flatMap(({ x0, x1 }) => [x0, x1]))].sort((a, b) => a - b);
  return edges.slice(1).map((edge, at) => (edge + (edges[at] ?? edge)) / 2);
}

function costAt(cells: readonly TextCell[], x: number): number {
  const [low, high] = [
    Math.max(...cells.flatMap(({ x0, x1 }) => [x0, x1].filter((edge) => edge < x))),
    Math.min(...cells.flatMap(({ x0, x1 }) => [x0, x1].filter((edge) => edge > x))),
  ];
  const isAt = (edge: number, other: number): boolean => Math.abs(edge - other) < 0.6;
  // Figures end at the right border of their column, names begin at the left one.
  const likely = cells.some((cell) =>
    isFigure(textOf(cell))
      ? isAmount(textOf(cell)) && isAt(cell.x1, low)
      : isAt(cell.x0, high) && !isAt(cell.x1, low),
  );
  let cost = price.border + (likely ? 0 : price.unlikely);
  for (const cell of cells) {
    const inside = cell.x0 < x - uncut && cell.x1 > x + uncut;
    if (inside) cost += isFigure(textOf(cell)) ? price.figure : price.name;
  }
  return cost;
}

/** The cheapest points of which each gap holds one: the best choice that ends at each point, from the left. */
function cheapest(points: readonly number[], costs: readonly number[], gaps: readonly Between[]): number[] {
  const starts = [...gaps].sort((a, b) => a.to - b.to);
  const sums: number[] = [];
  const before: number[] = [];
  // The farthest left edge of a gap that ends before a point: the point chosen before must not be left of it.
  const open = (x: number): number => {
    let latest = -Infinity;
    for (const { from, to } of starts) {
      if (to >= x) break;
      latest = Math.max(latest, from);
    }
    return latest;
  };
  const best = (limit: number, end: number): number => {
    let found = -1;
    for (let at = 0; at < end; at++) {
      if ((points[at] ?? 0) >= limit && (found === -1 || (sums[at] ?? 0) < (sums[found] ?? 0))) found = at;
    }
    return found;
  };
  points.forEach((x, at) => {
    const limit = open(x);
    const found = limit === -Infinity ? -1 : best(limit, at);
    const blocked = limit !== -Infinity && found === -1;
    before.push(found);
    sums.push(blocked ? Infinity : (costs[at] ?? 0) + (found === -1 ? 0 : (sums[found] ?? 0)));
  });
  const chosen: number[] = [];
  for (let at = best(open(Infinity), points.length); at >= 0; at = before[at] ?? -1) chosen.unshift(at);
  return chosen;
}

/** Figures stand at the right border of their column, names at the left border: the same distance off. */
function placed(x: number, cells: readonly TextCell[]): number {
  const left = cells.filter(({ x1 }) => x1 < x + uncut).map((cell) => cell.x1);
  const right = cells.filter(({ x0 }) => x0 > x - uncut).map((cell) => cell.x0);
  const [low, high] = [Math.max(...left), Math.min(...right)];
  const ends = left.filter((edge) => low - edge < 0.6).length > 2;
  const begins = right.filter((edge) => edge - high < 0.6).length > 2;
  const margin = Math.min(3, (high - low) / 2);
  if (high <= low) return (low + high) / 2;
  if (ends && !begins) return low + margin;
  if (begins && !ends) return high - margin;
  return (low + high) / 2;
}
