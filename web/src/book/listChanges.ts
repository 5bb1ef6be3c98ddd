import { App } from 'antd';
import { useCallback } from 'react';
import { useSay } from '../language.tsx';
import type { GridColumn } from './columns.ts';
import type { ChosenCells, GridChanges, ListLines } from './gridProps.ts';
import { usePasting } from './pasting.tsx';
import { sorted } from './sorting.ts';
import { rangeOf, type Range } from './spots.ts';
import { bookWords } from './words.ts';

export interface ListChanges<Row> extends GridChanges<Row> {
  readonly sort: (direction: 'ascending' | 'descending') => void;
}

/** What can be done to the lines of a list; each is one step to undo. */
export function useListChanges<Row>(lines: ListLines<Row>, chosen: ChosenCells): ListChanges<Row> {
  const { rows, columns, newRow, onRows, onDraft } = lines;
  const { spot, anchor, choose, refused, mark } = chosen;
  const say = useSay(bookWords);
  const { message } = App.useApp();
  const takePasted = usePasting(lines, chosen);
  const range = rangeOf(spot, anchor);
  const to = (row: number, column: number): void => {
    choose({ row, column }, { row, column });
  };
  const draft = useCallback(
    (row: number, column: GridColumn<Row>, text: string | null) => {
      onDraft?.(text === null ? null : replaced(rows, row, column, text));
    },
    [onDraft, rows],
  );
  return {
    draft,
    put(row, column, text) {
      const changed = replaced(rows, row, column, text);
      onDraft?.(null);
      const marks = new Map(refused);
      const key = `${row} ${column.field}`;
      if (changed === null) marks.set(key, say('notUnderstood', text, column.title));
      else marks.delete(key);
      mark(changed ?? rows, marks);
      if (changed !== null && changed !== rows) onRows(changed);
    },
    paste: takePasted,
    clear() {
      onRows(cleared(rows, columns, range));
    },
    fillDown() {
      onRows(filledDown(rows, columns, range));
    },
    add() {
      const at = rows.length === 0 ? 0 : spot.row + 1;
      onRows(rows.toSpliced(at, 0, newRow(rows[spot.row])));
      to(at, 0);
    },
    remove() {
      onRows(rows.toSpliced(range.top, range.bottom - range.top + 1));
      to(Math.max(0, range.top - 1), spot.column);
    },
    sort(direction) {
      const column = columns[spot.column];
      if (column === undefined) return;
      onRows(sorted(rows, column, direction));
      to(0, spot.column);
      void message.info(say('sortedBy', column.title));
    },
  };
}

/** The lines with one cell changed; null when what was typed is not understood. */
function replaced<Row>(
  rows: readonly Row[],
  at: number,
  column: GridColumn<Row>,
  text: string,
): readonly Row[] | null {
  const row = rows[at];
  const put = row === undefined ? null : column.put(row, text);
  if (row === undefined || put === null) return null;
  return JSON.stringify(put) === JSON.stringify(row) ? rows : rows.with(at, put);
}

function cleared<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  { top, bottom, left, right }: Range,
): readonly Row[] {
  const chosen = columns.slice(left, right + 1);
  return rows.map((row, i) =>
    i < top || i > bottom ? row : chosen.reduce((each, column) => column.put(each, '') ?? each, row),
  );
}

/** The first chosen line's cells in the lines below it; of a single line the cells of the one above. */
export function filledDown<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  { top, bottom, left, right }: Range,
): readonly Row[] {
  const first = top === bottom ? top - 1 : top;
  const source = rows[first];
  if (source === undefined) return rows;
  const chosen = columns.slice(left, right + 1);
  return rows.map((row, i) =>
    i <= first || i > bottom
      ? row
      : chosen.reduce((each, column) => column.put(each, column.edit(source)) ?? each, row),
  );
}
