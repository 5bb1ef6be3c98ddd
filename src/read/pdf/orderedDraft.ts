import { joinLines } from './cells.ts';
import type { DraftCell } from './draft.ts';
import { boundsOf } from './glyphLines.ts';
import type { TextCell } from './orderedCells.ts';

/** The cell of a table that holds these lines. */
export function draftOf(cell: TextCell, page: number): DraftCell {
  const last = cell.lines.at(-1);
  const text = joinLines(cell.lines.map((line) => ({ text: line.text, full: true })));
  return { text, page, box: boundsOf([cell]), full: last !== undefined && cell.x1 - last.x1 < last.em };
}
