import { onesAt, workspace, type SparseRow } from './sparseRow.ts';

/** A sum of unknowns that should be `value`, and may differ by `tolerance` as a rounding tail. */
export interface FitRow {
  /** Indexes of the unknowns, rising; each counts once. */
  readonly unknowns: readonly number[];
  readonly value: number;
  readonly tolerance: number;
  readonly weight: number;
}

/** What a unit beyond the tolerance costs, where one within it costs 1. */
const beyond = 100;

/** How numbers are kept: costs as multiples of a unit, what slope and what coefficient count as none. */
export interface Precision {
  readonly costUnit: number;
  readonly flat: number;
  readonly nothing: number;
}

export const asGiven: Precision = { costUnit: 1, flat: 1e-10, nothing: 0 };
/** Costs in whole multiples of the smallest price: a gradient that is kept up then loses nothing. */
export const inWholeNumbers: Precision = { costUnit: 1e-8, flat: 0.01, nothing: 1e-11 };

/** The cost of a variable: slopes between breaks. */
export interface Cost {
  readonly breaks: readonly number[];
  readonly slopes: readonly number[];
  /** The breaks without shifts. */
  readonly plain: readonly number[];
}

export interface FitTableau {
  /** How the basic variable of each row grows with the free ones. */
  readonly rows: readonly SparseRow[];
  /** How many numbers the rows hold. */
  entries: number;
  /** What the basic variables are where all free ones are 0, without shifts. */
  readonly constants: Float64Array;
  readonly values: Float64Array;
  readonly basic: number[];
  /** How many breaks of its cost the basic variable of each row has passed. */
  readonly pieces: number[];
  readonly free: number[];
  /** Which break a free variable stands at. */
  readonly at: number[];
  readonly costs: readonly Cost[];
  /** What a free variable costs itself when it rises, and saves when it falls. */
  readonly rising: Float64Array;
  readonly falling: Float64Array;
  /** How the cost of the basic variables grows with the free ones. */
  readonly gradient: Float64Array;
  readonly work: SparseRow;
  readonly precision: Precision;
}

/** Unknowns are numbered first, then the differences of the rows. */
export function tableauOf(
  rows: readonly FitRow[],
  prices: readonly number[],
  precision: Precision,
): FitTableau {
  const differences = rows.map((row, i) => differenceCost(row, i, precision));
  const unknowns = prices.map((price): Cost => ({
    breaks: [0],
    plain: [0],
    slopes: [-Infinity, inUnits(price, precision)],
  }));
  const values = Float64Array.from(rows, ({ value }, i) => -value + 0.4 * Math.sin(12.9898 * (i + 1)));
  const tableau: FitTableau = {
    rows: rows.map((row) => onesAt(row.unknowns)),
    entries: rows.reduce((sum, row) => sum + row.unknowns.length, 0),
    constants: Float64Array.from(rows, ({ value }) => -value),
    values,
    basic: rows.map((_, i) => prices.length + i),
    pieces: differences.map((cost, i) => pieceOf(cost, values[i] ?? 0)),
    free: prices.map((_, i) => i),
    at: prices.map(() => 0),
    rising: new Float64Array(prices.length),
    falling: new Float64Array(prices.length),
    costs: [...unknowns, ...differences],
    gradient: new Float64Array(prices.length),
    work: workspace(prices.length),
    precision,
  };
  prices.forEach((_, column) => {
    standAt(tableau, column, 0);
  });
  return tableau;
}

function inUnits(cost: number, { costUnit }: Precision): number {
  return costUnit === 1 ? cost : Math.round(cost / costUnit);
}

function differenceCost({ tolerance, weight }: FitRow, i: number, precision: Precision): Cost {
  const shift = 0.3 + 0.2 * Math.sin(78.233 * (i + 1));
  const own = inUnits(weight, precision);
  return {
    breaks: [-tolerance - shift, 0, tolerance + shift],
    plain: [-tolerance, 0, tolerance],
    slopes: [-beyond * own, -own, own, beyond * own],
  };
}

/** How many breaks of the cost lie below the value: the index of its slope. */
function pieceOf({ breaks }: Cost, value: number): number {
  let piece = 0;
  while (piece < breaks.length && value > (breaks[piece] ?? 0)) piece += 1;
  return piece;
}

export function costOf({ costs }: FitTableau, variable: number): Cost {
  return costs[variable] ?? { breaks: [], plain: [], slopes: [0] };
}

/** The slope at which the basic variable of a row stands. */
export function slopeOf(tableau: FitTableau, row: number): number {
  return costOf(tableau, tableau.basic[row] ?? 0).slopes[tableau.pieces[row] ?? 0] ?? 0;
}

export interface Move {
  readonly column: number;
  readonly direction: 1 | -1;
  readonly slope: number;
}

/** The best move by a gradient that is summed anew: what many small changes of it lose is found here. */
export function bestMoveAnew(tableau: FitTableau): Move | null {
  tableau.gradient.fill(0);
  tableau.rows.forEach((row, r) => {
    addToGradient(tableau, row, slopeOf(tableau, r));
  });
  return bestMove(tableau);
}

export function addToGradient(
  { gradient }: FitTableau,
  { length, columns, values }: SparseRow,
  factor: number,
): void {
  if (factor === 0) return;
  for (let i = 0; i < length; i += 1) {
    const column = columns[i] ?? 0;
    gradient[column] = (gradient[column] ?? 0) + factor * (values[i] ?? 0);
  }
}

/** The free variable whose move lowers the cost most steeply; null at the best solution. */
export function bestMove({ gradient, rising, falling, precision }: FitTableau): Move | null {
  let column = -1;
  let direction: 1 | -1 = 1;
  let slope = -precision.flat;
  for (let c = 0; c < gradient.length; c += 1) {
    const pull = gradient[c] ?? 0;
    const up = (rising[c] ?? 0) + pull;
    const down = -((falling[c] ?? 0) + pull);
    if (up >= slope && down >= slope) continue;
    column = c;
    direction = up < slope && up <= down ? 1 : -1;
    slope = direction > 0 ? up : down;
  }
  return column < 0 ? null : { column, direction, slope };
}

/** A free variable stands at a break of its cost: what it costs to move from there. */
export function standAt(tableau: FitTableau, column: number, at: number): void {
  const { slopes } = costOf(tableau, tableau.free[column] ?? 0);
  tableau.at[column] = at;
  tableau.rising[column] = slopes[at + 1] ?? Infinity;
  tableau.falling[column] = slopes[at] ?? -Infinity;
}
