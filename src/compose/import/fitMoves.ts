import {
  addToGradient,
  costOf,
  slopeOf,
  standAt,
  type Cost,
  type Move,
  type FitTableau,
} from './fitTableau.ts';
import { addTo, valueAt, type SparseRow } from './sparseRow.ts';

/** A variable meets a break of its cost. */
interface Event {
  readonly distance: number;
  /** The basic row, or -1 for the moving variable itself. */
  readonly row: number;
  readonly break: number;
  readonly steeper: number;
}

/** How a row's basic variable grows with the moving one. */
interface Speed {
  readonly row: number;
  readonly speed: number;
}

/** Moves on until the cost no longer falls; the variable that meets its break there becomes free. */
export function advance(tableau: FitTableau, { column, direction, slope }: Move): void {
  const moved = speedsOf(tableau, column);
  const events = [...ownEvents(tableau, column, direction), ...rowEvents(tableau, moved, direction)];
  events.sort((a, b) => a.distance - b.distance);
  let rest = slope;
  const end = events.findIndex((event) => {
    rest += event.steeper;
    return rest >= -tableau.precision.flat;
  });
  const last = events[end];
  if (last === undefined) return;
  const passed = events.slice(0, end);
  for (const { row, speed } of moved) {
    tableau.values[row] = (tableau.values[row] ?? 0) + direction * last.distance * speed;
  }
  for (const event of passed) pass(tableau, event);
  if (last.row < 0) standAt(tableau, column, last.break);
  else exchange(tableau, last, { column, direction, passed }, moved);
}

function speedsOf({ rows }: FitTableau, column: number): readonly Speed[] {
  const found: Speed[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const own = rows[row];
    const speed = own === undefined ? 0 : valueAt(own, column);
    if (Math.abs(speed) > 1e-9) found.push({ row, speed });
  }
  return found;
}

function ownEvents(tableau: FitTableau, column: number, direction: 1 | -1): readonly Event[] {
  const start = tableau.at[column] ?? 0;
  const cost = costOf(tableau, tableau.free[column] ?? 0);
  return eventsFrom(cost, start + direction, cost.breaks[start] ?? 0, direction, -1);
}

function rowEvents(tableau: FitTableau, moved: readonly Speed[], direction: 1 | -1): readonly Event[] {
  return moved.flatMap(({ row, speed }) => {
    const piece = tableau.pieces[row] ?? 0;
    const cost = costOf(tableau, tableau.basic[row] ?? 0);
    const own = direction * speed;
    return eventsFrom(cost, own > 0 ? piece : piece - 1, tableau.values[row] ?? 0, own, row);
  });
}

/** The breaks that a variable meets on its way from a value, the first of them given. */
function eventsFrom(
  { breaks, slopes }: Cost,
  first: number,
  from: number,
  speed: number,
  row: number,
): readonly Event[] {
  const events: Event[] = [];
  for (let i = first; i >= 0 && i < breaks.length; i += Math.sign(speed)) {
    const distance = Math.max(0, ((breaks[i] ?? 0) - from) / speed);
    const steeper = ((slopes[i + 1] ?? 0) - (slopes[i] ?? 0)) * Math.abs(speed);
    events.push({ distance, row, break: i, steeper });
  }
  return events;
}

/** A basic variable has passed a break: its slope is another. */
function pass(tableau: FitTableau, event: Event): void {
  const row = tableau.rows[event.row];
  if (row === undefined) return;
  const before = slopeOf(tableau, event.row);
  tableau.pieces[event.row] = tableau.pieces[event.row] === event.break ? event.break + 1 : event.break;
  addToGradient(tableau, row, slopeOf(tableau, event.row) - before);
}

interface Passage {
  readonly column: number;
  readonly direction: 1 | -1;
  readonly passed: readonly Event[];
}

/** The basic variable of a row becomes free, the free one of a column basic. */
function exchange(tableau: FitTableau, last: Event, passage: Passage, moved: readonly Speed[]): void {
  const { rows, constants, values, basic, free, pieces, at, gradient } = tableau;
  const { column, direction, passed } = passage;
  const pivotRow = rows[last.row];
  const pivot = moved.find(({ row }) => row === last.row)?.speed ?? 0;
  if (pivotRow === undefined || pivot === 0) return;
  addToGradient(tableau, pivotRow, -slopeOf(tableau, last.row));
  const [entering, start] = [free[column] ?? 0, at[column] ?? 0];
  const own = passed.filter(({ row }) => row < 0).length;
  const from = costOf(tableau, entering).breaks[start] ?? 0;
  const pull = gradient[column] ?? 0;
  free[column] = basic[last.row] ?? 0;
  standAt(tableau, column, last.break);
  basic[last.row] = entering;
  pieces[last.row] = direction > 0 ? start + 1 + own : start - own;
  values[last.row] = from + direction * last.distance;
  turnRow(pivotRow, column, pivot);
  constants[last.row] = -(constants[last.row] ?? 0) / pivot;
  gradient[column] = 0;
  addToGradient(tableau, pivotRow, pull + slopeOf(tableau, last.row));
  substitute(tableau, last.row, column, moved);
}

/** Solves a row for the variable of a column. */
function turnRow({ length, columns, values }: SparseRow, column: number, pivot: number): void {
  for (let i = 0; i < length; i += 1) {
    values[i] = columns[i] === column ? 1 / pivot : -(values[i] ?? 0) / pivot;
  }
}

/** Puts the solved row into all others that its variable moved. */
function substitute(tableau: FitTableau, solved: number, column: number, moved: readonly Speed[]): void {
  const { rows, constants, work } = tableau;
  const pivotRow = rows[solved];
  if (pivotRow === undefined) return;
  for (const { row, speed } of moved) {
    const other = rows[row];
    if (row === solved || other === undefined) continue;
    tableau.entries -= other.length;
    addTo(other, speed, pivotRow, column, work, tableau.precision.nothing);
    tableau.entries += other.length;
    constants[row] = (constants[row] ?? 0) + speed * (constants[solved] ?? 0);
  }
}
