import type { Figure } from './figure.ts';
import type { Place } from './place.ts';

/**
 * The figure of a cell, by the cell's place. Both sides of a table may print the same row and column (总计), so
 * that the place itself counts first and its business key where the disclosure is a copy.
 */
export function figuresByPlace(figures: readonly Figure[]): (place: Place) => Figure | undefined {
  const same = new Map(figures.map((figure) => [figure.place, figure]));
  const byKey = new Map<string, Figure>();
  for (const figure of figures) {
    const key = keyOf(figure.place);
    if (!byKey.has(key)) byKey.set(key, figure);
  }
  return (place) => same.get(place) ?? byKey.get(keyOf(place));
}

function keyOf({ table, row, column, sheet, cell, page, box }: Place): string {
  return [table, row, column, sheet, cell, page, box?.join()].join('\n');
}
