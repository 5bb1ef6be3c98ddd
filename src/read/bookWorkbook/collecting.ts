import type { BookCell, BookProblem } from '../../model/bookProblem.ts';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import { cellValue, type Reading } from './cellValues.ts';
import type { FoundCell } from './sheetCells.ts';
import type { Tree } from './tree.ts';

/** What is collected while the sheets are read. */
export interface Collecting {
  readonly book: Tree;
  readonly cells: Map<string, BookCell>;
  readonly problems: BookProblem[];
  readonly reading: Reading;
}

/** The value of a cell; undefined for a blank one and for one that is reported. */
export function valueOf(
  found: FoundCell | undefined,
  cell: CellKind,
  path: string,
  { problems, reading }: Collecting,
): string | number | undefined {
  if (found === undefined || found.raw === null) return undefined;
  const read = cellValue(found.raw, cell, reading);
  if (read.ok) return read.value;
  problems.push({ path, message: read.message });
  return undefined;
}
