import { words, type BookCell, type BookProblem, type Words } from '../../model/bookProblem.ts';
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
  if (found === undefined) return undefined;
  if (found.coveredBy !== null) {
    problems.push({ path, message: coveredWords(found.coveredBy, found.raw?.text) });
    return undefined;
  }
  if (found.raw === null) return undefined;
  const read = cellValue(found.raw, cell, reading);
  if (read.ok) return read.value;
  problems.push({ path, message: read.message });
  return undefined;
}

/** Merged cells keep one value for all: the others look filled in and are not, or hold something unseen. */
function coveredWords(by: string, hidden: string | undefined): Words {
  return hidden === undefined
    ? words(
        `这一格与 ${by} 合并了，请取消合并，每一格都填写`,
        `This cell is merged with ${by}: part them, and fill in each cell`,
      )
    : words(
        `这一格被合并的 ${by} 盖住，里面还有看不见的“${hidden.trim()}”，请取消合并后核对`,
        `This cell is covered by the merged ${by} and holds “${hidden.trim()}”, which cannot be seen: part them`,
      );
}
