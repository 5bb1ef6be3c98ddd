import type { GridColumn } from './columns.ts';
import type { Spot } from './spots.ts';

function folded(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '').replace(/−/g, '-').toLowerCase();
}

/** What each cell shows, as it is looked for: made once for thousands of lines, not at each keystroke. */
export function shownTexts<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
): readonly (readonly string[])[] {
  return rows.map((line) => columns.map((column) => folded(column.show(line))));
}

/** The cells that show the text, in reading order; separators and spaces do not count. */
export function matches(texts: readonly (readonly string[])[], wanted: string): readonly Spot[] {
  const text = folded(wanted);
  if (text === '') return [];
  return texts.flatMap((line, row) =>
    line.flatMap((shown, column) => (shown.includes(text) ? [{ row, column }] : [])),
  );
}

/** The match after a cell, or before it, and from the other end when there is none. */
export function nextMatch(all: readonly Spot[], { row, column }: Spot, step: 1 | -1): Spot | null {
  const after = (each: Spot): number => each.row - row || each.column - column;
  const found = step === 1 ? all.find((each) => after(each) > 0) : all.findLast((each) => after(each) < 0);
  return found ?? (step === 1 ? all[0] : all.at(-1)) ?? null;
}
