import type { Figure } from '../model/figure.ts';
import type { Neighbours } from './localise.ts';

/** The values printed beside each figure: left and right in its row, above and below in its column. */
export function neighboursOf(figures: readonly Figure[]): Neighbours {
  const beside = new Map<number, number[]>();
  const link = (a: Figure | undefined, b: Figure): void => {
    if (a === undefined || a.text === '' || b.text === '') return;
    beside.set(a.id, [...(beside.get(a.id) ?? []), b.fen]);
    beside.set(b.id, [...(beside.get(b.id) ?? []), a.fen]);
  };
  const lastIn = new Map<string, Figure>();
  for (const figure of figures) {
    if (figure.origin !== 'cell') continue;
    const { table, row, column } = figure.place;
    const side = figure.scope.flow ?? '';
    for (const line of [`${table} ${side} row ${row}`, `${table} ${side} column ${column}`]) {
      link(lastIn.get(line), figure);
      lastIn.set(line, figure);
    }
  }
  const none: readonly number[] = [];
  return (figure) => beside.get(figure) ?? none;
}
