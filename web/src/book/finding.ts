import type { GridColumn } from './columns.ts';
import type { Spot } from './spots.ts';

function folded(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '').replace(/−/g, '-').toLowerCase();
}

/** The cells that show the text, in reading order; separators and spaces do not count. */
export function matches<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  wanted: string,
): readonly Spot[] {
  const text = folded(wanted);
  if (text === '') return [];
  return rows.flatMap((line, row) =>
    columns.flatMap((each, column) => (folded(each.show(line)).includes(text) ? [{ row, column }] : [])),
  );
}

/** The match after a cell, or before it, and from the other end when there is none. */
export function nextMatch(all: readonly Spot[], { row, column }: Spot, step: 1 | -1): Spot | null {
  const after = (each: Spot): number => each.row - row || each.column - column;
  const found = step === 1 ? all.find((each) => after(each) > 0) : all.findLast((each) => after(each) < 0);
  return found ?? (step === 1 ? all[0] : all.at(-1)) ?? null;
}
