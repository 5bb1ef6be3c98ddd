/** A sum of unknowns that should be `value`, and may differ by `tolerance` as a rounding tail. */
export interface FitRow {
  /** Indexes of the unknowns; each counts once. */
  readonly unknowns: readonly number[];
  readonly value: number;
  readonly tolerance: number;
  readonly weight: number;
}

/** More than this is not tried: the tableau would take too much memory. */
const mostEntries = 6_000_000;
const mostSteps = 6_000;
/** What a unit beyond the tolerance costs, where one within it costs 1. */
const beyond = 100;
const tiny = 1e-10;

/**
 * Unknowns ≥ 0 for which the sums come as close to their values as can be: differences within the tolerance
 * count their amount, those beyond it a hundred times as much, and each unknown its own small price. Exact
 * values win, and what contradicts the most other rows is left over. Null where the problem is too large.
 *
 * A simplex method over a tableau of differences, whose costs are broken lines: every variable that is not
 * in the basis stands at a break of its cost. Values are shifted by less than one unit so that no two
 * breaks meet, and the result is computed without the shifts.
 */
export function closestFit(rows: readonly FitRow[], prices: readonly number[]): readonly number[] | null {
  const count = prices.length;
  if (rows.length * count > mostEntries) return null;
  const state = stateOf(rows, prices);
  for (let step = 0; step < mostSteps; step += 1) {
    const move = bestMove(state);
    if (move === null) break;
    advance(state, move);
  }
  return solution(state, count);
}

/** The cost of a variable: slopes between breaks. */
interface Cost {
  readonly breaks: readonly number[];
  readonly slopes: readonly number[];
  /** The breaks without shifts. */
  readonly plain: readonly number[];
}

interface State {
  /** coefficient[r][c]: how the basic variable r grows with the free one c. */
  readonly coefficients: Float64Array[];
  /** Constants with and without shifts. */
  readonly shifted: Float64Array;
  readonly constants: Float64Array;
  readonly values: Float64Array;
  readonly basic: number[];
  readonly free: number[];
  /** Which break a free variable stands at. */
  readonly at: number[];
  readonly costs: readonly Cost[];
  readonly gradient: Float64Array;
}

/** Unknowns are numbered first, then the differences of the rows. */
function stateOf(rows: readonly FitRow[], prices: readonly number[]): State {
  const shifts = rows.map((_, i) => 0.4 * Math.sin(12.9898 * (i + 1)));
  const differences = rows.map((row, i): Cost => {
    const { tolerance, weight } = row;
    const shift = 0.3 + 0.2 * Math.sin(78.233 * (i + 1));
    return {
      breaks: [-tolerance - shift, 0, tolerance + shift],
      plain: [-tolerance, 0, tolerance],
      slopes: [-beyond * weight, -weight, weight, beyond * weight],
    };
  });
  const unknowns = prices.map((price): Cost => ({ breaks: [0], plain: [0], slopes: [-Infinity, price] }));
  const shifted = Float64Array.from(rows, ({ value }, i) => -value + (shifts[i] ?? 0));
  const state: State = {
    coefficients: rows.map((row) => coefficientsOf(row, prices.length)),
    shifted,
    constants: Float64Array.from(rows, ({ value }) => -value),
    values: Float64Array.from(shifted),
    basic: rows.map((_, i) => prices.length + i),
    free: prices.map((_, i) => i),
    at: prices.map(() => 0),
    costs: [...unknowns, ...differences],
    gradient: new Float64Array(prices.length),
  };
  return state;
}

function coefficientsOf({ unknowns }: FitRow, count: number): Float64Array {
  const row = new Float64Array(count);
  for (const index of unknowns) row[index] = 1;
  return row;
}

/** How many breaks of the cost lie below the value: the index of its slope. */
function pieceOf({ breaks }: Cost, value: number): number {
  let piece = 0;
  while (piece < breaks.length && value > (breaks[piece] ?? 0)) piece += 1;
  return piece;
}

function costOf({ costs }: State, variable: number): Cost {
  return costs[variable] ?? { breaks: [], plain: [], slopes: [0] };
}

interface Move {
  readonly column: number;
  readonly direction: 1 | -1;
  readonly slope: number;
}

/** The free variable whose move lowers the cost most steeply; null at the best solution. */
function bestMove(state: State): Move | null {
  const { coefficients, values, basic, free, at, gradient } = state;
  gradient.fill(0);
  coefficients.forEach((row, r) => {
    const cost = costOf(state, basic[r] ?? 0);
    const slope = cost.slopes[pieceOf(cost, values[r] ?? 0)] ?? 0;
    if (slope === 0) return;
    for (let c = 0; c < row.length; c += 1) gradient[c] = (gradient[c] ?? 0) + slope * (row[c] ?? 0);
  });
  let best: Move | null = null;
  free.forEach((variable, column) => {
    const { slopes } = costOf(state, variable);
    const position = at[column] ?? 0;
    const pull = gradient[column] ?? 0;
    const up = (slopes[position + 1] ?? Infinity) + pull;
    const down = -((slopes[position] ?? -Infinity) + pull);
    if (up < (best?.slope ?? -tiny)) best = { column, direction: 1, slope: up };
    if (down < (best?.slope ?? -tiny)) best = { column, direction: -1, slope: down };
  });
  return best;
}

interface Event {
  readonly distance: number;
  /** The basic row, or -1 for the moving variable itself. */
  readonly row: number;
  readonly break: number;
  readonly steeper: number;
}

/** Moves on until the cost no longer falls; the variable that meets its break there becomes free. */
function advance(state: State, { column, direction, slope }: Move): void {
  const events = [...ownEvents(state, column, direction), ...rowEvents(state, column, direction)];
  events.sort((a, b) => a.distance - b.distance);
  let rest = slope;
  const last = events.find((event) => {
    rest += event.steeper;
    return rest >= -tiny;
  });
  if (last === undefined) return;
  state.coefficients.forEach((row, r) => {
    state.values[r] = (state.values[r] ?? 0) + direction * last.distance * (row[column] ?? 0);
  });
  if (last.row < 0) state.at[column] = last.break;
  else exchange(state, last.row, column, last.break, direction * last.distance);
}

function ownEvents(state: State, column: number, direction: 1 | -1): readonly Event[] {
  const { breaks, slopes } = costOf(state, state.free[column] ?? 0);
  const start = state.at[column] ?? 0;
  const from = breaks[start] ?? 0;
  const events: Event[] = [];
  for (let i = start + direction; i >= 0 && i < breaks.length; i += direction) {
    const distance = direction * ((breaks[i] ?? 0) - from);
    events.push({ distance, row: -1, break: i, steeper: (slopes[i + 1] ?? 0) - (slopes[i] ?? 0) });
  }
  return events;
}

function rowEvents(state: State, column: number, direction: 1 | -1): readonly Event[] {
  return state.coefficients.flatMap((row, r): readonly Event[] => {
    const speed = direction * (row[column] ?? 0);
    if (Math.abs(speed) < 1e-9) return [];
    const { breaks, slopes } = costOf(state, state.basic[r] ?? 0);
    const value = state.values[r] ?? 0;
    return breaks.flatMap((point, i) => {
      const distance = (point - value) / speed;
      const steeper = ((slopes[i + 1] ?? 0) - (slopes[i] ?? 0)) * Math.abs(speed);
      return distance > 0 ? [{ distance, row: r, break: i, steeper }] : [];
    });
  });
}

/** The basic variable of a row becomes free, the free one of a column basic. */
function exchange(state: State, row: number, column: number, at: number, moved: number): void {
  const { coefficients, shifted, constants, values, basic, free } = state;
  const pivotRow = coefficients[row];
  const pivot = pivotRow?.[column] ?? 0;
  if (pivotRow === undefined || pivot === 0) return;
  const entering = free[column] ?? 0;
  const { breaks } = costOf(state, entering);
  const value = (breaks[state.at[column] ?? 0] ?? 0) + moved;
  for (let c = 0; c < pivotRow.length; c += 1) pivotRow[c] = -(pivotRow[c] ?? 0) / pivot;
  pivotRow[column] = 1 / pivot;
  shifted[row] = -(shifted[row] ?? 0) / pivot;
  constants[row] = -(constants[row] ?? 0) / pivot;
  coefficients.forEach((other, r) => {
    const factor = other[column] ?? 0;
    if (r === row || factor === 0) return;
    for (let c = 0; c < other.length; c += 1) {
      const own = c === column ? 0 : (other[c] ?? 0);
      other[c] = own + factor * (pivotRow[c] ?? 0);
    }
    shifted[r] = (shifted[r] ?? 0) + factor * (shifted[row] ?? 0);
    constants[r] = (constants[r] ?? 0) + factor * (constants[row] ?? 0);
  });
  free[column] = basic[row] ?? 0;
  basic[row] = entering;
  values[row] = value;
  state.at[column] = at;
}

/** The unknowns with every free variable at its own break, without shifts. */
function solution(state: State, count: number): readonly number[] {
  const result = new Array<number>(count).fill(0);
  const breaks = state.free.map((variable, c) => costOf(state, variable).plain[state.at[c] ?? 0] ?? 0);
  state.basic.forEach((variable, r) => {
    if (variable >= count) return;
    const row = state.coefficients[r] ?? new Float64Array();
    const sum = breaks.reduce((total, point, c) => total + point * (row[c] ?? 0), state.constants[r] ?? 0);
    result[variable] = Math.max(0, sum);
  });
  return result;
}
