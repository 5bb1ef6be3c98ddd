/** A cell by its row and column, from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between two cells. */
export function rangeOf(a: Spot, b: Spot): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** The nearest cell that there is. */
export function inside({ row, column }: Spot, rows: number, columns: number): Spot {
  const fit = (value: number, most: number): number => Math.max(0, Math.min(value, most - 1));
  return { row: fit(row, rows), column: fit(column, columns) };
}

interface Key {
  readonly key: string;
  readonly command: boolean;
  readonly shiftKey: boolean;
}

const page = 15;

/** Where a key leads; null for a key that does not move. */
export function moved(
  spot: Spot,
  { key, command, shiftKey }: Key,
  rows: number,
  columns: number,
): Spot | null {
  const to = (row: number, column: number): Spot => inside({ row, column }, rows, columns);
  const { row, column } = spot;
  switch (key) {
    case 'ArrowUp':
      return to(command ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(command ? rows : row + 1, column);
    case 'ArrowLeft':
      return to(row, command ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, command ? columns : column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(command ? 0 : row, 0);
    case 'End':
      return to(command ? rows : row, columns);
    case 'Tab':
      return tabbed(spot, shiftKey, rows, columns);
    default:
      return null;
  }
}

/** To the next cell in reading order. */
function tabbed({ row, column }: Spot, back: boolean, rows: number, columns: number): Spot {
  const at = row * columns + column + (back ? -1 : 1);
  const last = rows * columns - 1;
  const next = Math.max(0, Math.min(at, last));
  return { row: Math.floor(next / columns), column: next % columns };
}
