import type { Place } from '../../model/place.ts';
import type { Block, SourceCell } from '../../model/source.ts';
import { indicatorKey, labelKey } from './sheetWords.ts';

/** A cell with text, once for all positions that it covers in its row. */
export interface RowCell {
  readonly text: string;
  /** The text as a label, and as an indicator word (see sheetWords.ts). */
  readonly key: string;
  readonly word: string;
  readonly column: number;
  /** The last column it covers. */
  readonly end: number;
  readonly place: Place;
}

/** The cells with text of one printed row; a cell that already stood in the row above is left out. */
export interface SheetRow {
  readonly cells: readonly RowCell[];
  readonly place: Place;
  readonly block: Block;
}

/** The rows of a block; a paragraph is a row of one cell. */
export function rowsOf(block: Block): SheetRow[] {
  if (block.kind === 'paragraph') {
    const text = block.text.trim();
    const cells = text === '' ? [] : [{ ...withKeys(text), column: 0, end: 0, place: block.place }];
    return [{ cells, place: block.place, block }];
  }
  return block.rows.map((row, index) => ({
    cells: distinctCells(row, block.rows[index - 1] ?? []),
    place: row[0]?.place ?? block.place,
    block,
  }));
}

/** A cell's text with its meanings as a label. */
export function withKeys(text: string): Pick<RowCell, 'text' | 'key' | 'word'> {
  return { text, key: labelKey(text), word: indicatorKey(text) };
}

function distinctCells(row: readonly SourceCell[], above: readonly SourceCell[]): RowCell[] {
  const cells: RowCell[] = [];
  let left: SourceCell | null = null;
  row.forEach((cell, column) => {
    const repeated = cell === left || cell === above[column];
    left = cell;
    const text = cell.text.trim();
    if (repeated || text === '') return;
    const end = cell === row[column + 1] ? row.lastIndexOf(cell) : column;
    cells.push({ text, key: labelKey(text), word: indicatorKey(text), column, end, place: cell.place });
  });
  return cells;
}
