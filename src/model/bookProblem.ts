/** Something in a book that must be put right before it is composed. */
export interface BookProblem {
  /** The field: facts[3].function. */
  readonly path: string;
  /** What to enter, in Chinese. */
  readonly message: string;
  /** The cell of the workbook that holds the field. */
  readonly place?: BookCell;
}

/** A cell of the book's workbook, A1 style. */
export interface BookCell {
  readonly sheet: string;
  readonly cell: string;
}

/** Where a field stands: its own cell, else the first cell below it, else that of what holds it. */
export function cellOfPath(path: string, cells: ReadonlyMap<string, BookCell>): BookCell | null {
  const own = cells.get(path);
  if (own !== undefined) return own;
  for (const [known, cell] of cells) {
    if (known.startsWith(`${path}.`) || known.startsWith(`${path}[`)) return cell;
  }
  const above = path.replace(/(?:\.[^.[\]]+|\[\d+\])$/, '');
  return above === path || above === '' ? null : cellOfPath(above, cells);
}
