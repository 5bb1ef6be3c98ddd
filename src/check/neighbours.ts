import type { Neighbours } from './localise.ts';
import type { Variable } from './variable.ts';

/** The values printed beside each figure: left and right in its row, above and below in its column. */
export function neighboursOf(figures: readonly Variable[]): Neighbours {
  const beside = new Map<number, number[]>();
  const link = (a: Variable | undefined, b: Variable): void => {
    if (a === undefined || a.text === '' || b.text === '') return;
    push(beside, a.id, b.value);
    push(beside, b.id, a.value);
  };
  const lastIn = new Map<string, Variable>();
  for (const figure of figures) {
    if (figure.origin !== 'cell') continue;
    const { table, row, column } = figure.place;
    for (const line of [`${table} row ${row}`, `${table} column ${column}`]) {
      link(lastIn.get(line), figure);
      lastIn.set(line, figure);
    }
  }
  const none: readonly number[] = [];
  return (figure) => beside.get(figure) ?? none;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
