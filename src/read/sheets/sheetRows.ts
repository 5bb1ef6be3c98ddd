import { fold } from '../../model/fold.ts';
import { gather } from '../../model/gather.ts';
import type { MoneyUnit } from '../../model/money.ts';
import type { Place } from '../../model/place.ts';
import type { Block, SourceCell } from '../../model/source.ts';
import { indicatorKey, labelKey, remembered, unitInLabel } from './sheetWords.ts';

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

/** The rows of a block that hold any text; a paragraph is a row of one cell. */
export function rowsOf(block: Block): SheetRow[] {
  if (block.kind === 'paragraph') {
    const text = block.text.trim();
    if (text === '') return [];
    const { key, word } = keysOf(text);
    const cell = { text, key, word, column: 0, end: 0, place: block.place };
    return [{ cells: [cell], place: block.place, block }];
  }
  return gather(block.rows, (row, index) => {
    const cells = distinctCells(row, block.rows[index - 1] ?? []);
    return cells.length === 0 ? [] : [{ cells, place: row[0]?.place ?? block.place, block }];
  });
}

/** A cell's text with its meanings as a label. */
export function withKeys(text: string): Pick<RowCell, 'text' | 'key' | 'word'> {
  const { key, word } = keysOf(text);
  return { text, key, word };
}

const keysOf = remembered((text) => ({ key: labelKey(text), word: indicatorKey(text) }));

function distinctCells(row: readonly SourceCell[], above: readonly SourceCell[]): RowCell[] {
  const cells: RowCell[] = [];
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (cell === undefined || cell.text === '' || cell === row[column - 1] || cell === above[column])
      continue;
    const text = cell.text.trim();
    if (text === '') continue;
    const end = cell === row[column + 1] ? row.lastIndexOf(cell) : column;
    const { key, word } = keysOf(text);
    cells.push({ text, key, word, column, end, place: cell.place });
  }
  return cells;
}

/** The money unit of the line above a sheet's rows (单位：万元); null where none prints one. */
export function moneyUnitAbove(rows: readonly SheetRow[]): MoneyUnit | null {
  const cells = rows.slice(0, 6).flatMap((row) => row.cells);
  const line = cells.find((cell) => /^[(]?(?:金额)?单位[:：]/.test(fold(cell.text)));
  return line === undefined ? null : unitInLabel(line.text);
}
