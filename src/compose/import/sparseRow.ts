/** A row of numbers most of which are 0: the columns that are not, rising, with their values. */
export interface SparseRow {
  length: number;
  columns: Int32Array;
  values: Float64Array;
}

/** A row with 1 in each of the rising columns. */
export function onesAt(columns: readonly number[]): SparseRow {
  return {
    length: columns.length,
    columns: Int32Array.from(columns),
    values: new Float64Array(columns.length).fill(1),
  };
}

export function valueAt({ length, columns, values }: SparseRow, column: number): number {
  if (length === 0 || column < (columns[0] ?? 0) || column > (columns[length - 1] ?? 0)) return 0;
  let low = 0;
  for (let high = length; low < high;) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low < length && columns[low] === column ? (values[low] ?? 0) : 0;
}

export function forEachIn(row: SparseRow, each: (value: number, column: number) => void): void {
  const { length, columns, values } = row;
  for (let i = 0; i < length; i += 1) each(values[i] ?? 0, columns[i] ?? 0);
}

/** Where sums of rows are made before they are kept: one for all rows of a tableau. */
export function workspace(columns: number): SparseRow {
  return { length: 0, columns: new Int32Array(columns), values: new Float64Array(columns) };
}

/** After the last column of a row. */
const end = 0x7fffffff;

/** row += factor × other, but for one column of the row, which counts as 0 before; sums up to `nothing` are 0. */
export function addTo(
  row: SparseRow,
  factor: number,
  other: SparseRow,
  without: number,
  work: SparseRow,
  nothing: number,
): void {
  const { columns, values } = work;
  let [length, own, its] = [0, 0, 0];
  let a = columnAt(row, 0);
  let b = columnAt(other, 0);
  while (a !== end || b !== end) {
    const column = a < b ? a : b;
    let sum = 0;
    if (a === column) {
      if (column !== without) sum = row.values[own] ?? 0;
      own += 1;
      a = columnAt(row, own);
    }
    if (b === column) {
      sum += factor * (other.values[its] ?? 0);
      its += 1;
      b = columnAt(other, its);
    }
    if (Math.abs(sum) <= nothing) continue;
    columns[length] = column;
    values[length] = sum;
    length += 1;
  }
  work.length = length;
  copyInto(row, work);
}

function columnAt({ length, columns }: SparseRow, index: number): number {
  return index < length ? (columns[index] ?? end) : end;
}

function copyInto(row: SparseRow, { length, columns, values }: SparseRow): void {
  if (row.columns.length < length) {
    const capacity = Math.min(columns.length, length + (length >> 1) + 8);
    row.columns = new Int32Array(capacity);
    row.values = new Float64Array(capacity);
  }
  row.columns.set(columns.subarray(0, length));
  row.values.set(values.subarray(0, length));
  row.length = length;
}
