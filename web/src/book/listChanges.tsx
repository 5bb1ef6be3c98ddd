import { App, Button } from 'antd';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import type { AmountUnit } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import type { GridColumn } from './columns.ts';
import type { CopiedRange } from './copied.ts';
import type { GridChanges } from './gridProps.ts';
import { likelyUnit, paste, type PastedRows } from './paste.ts';
import type { Refusals } from './refusals.ts';
import { sorted } from './sorting.ts';
import { rangeOf, type Range, type Spot } from './spots.ts';
import { bookWords } from './words.ts';

export interface ListLines<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly newRow: (above: Row | undefined) => Row;
  readonly onRows: (rows: readonly Row[]) => void;
  /** The lines as they would be while a cell is typed; null when nothing is. */
  readonly onDraft?: ((rows: readonly Row[] | null) => void) | undefined;
}

interface Chosen {
  readonly spot: Spot;
  readonly anchor: Spot;
  readonly choose: (spot: Spot, anchor: Spot) => void;
  readonly refused: Refusals;
  readonly mark: (rows: unknown, marks: Refusals) => void;
}

export interface ListChanges<Row> extends GridChanges<Row> {
  readonly sort: (direction: 'ascending' | 'descending') => void;
}

/** What can be done to the lines of a list; each is one step to undo. */
export function useListChanges<Row>(lines: ListLines<Row>, chosen: Chosen): ListChanges<Row> {
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

/** One message at a time tells what became of what was pasted. */
const pastedMessage = 'pasted';

type Told = readonly (string | false)[];

/** Takes a copied range and tells what became of it, at the cells and in a message. */
function usePasting<Row>(
  { rows, columns, newRow, onRows }: ListLines<Row>,
  { spot, anchor, choose, mark }: Chosen,
): (copied: CopiedRange) => void {
  const say = useSay(bookWords);
  const { message } = App.useApp();
  const { unit: shownUnit } = useAmountUnit();
  const at = rangeOf(spot, anchor);
  const last = useRef<readonly Row[] | null>(null);
  useEffect(() => {
    // What is told, and the offer to take it otherwise, hold for what was pasted, not for what was done since.
    if (last.current !== null && rows !== last.current) message.destroy(pastedMessage);
  }, [rows, message]);
  const take = (copied: CopiedRange, unit: AmountUnit | null): void => {
    const made = paste({ rows, columns, at, copied, newRow, unit });
    const marks = made.refused.map(
      ({ row, field, title, text }) => [`${row} ${field}`, say('notUnderstood', text, title)] as const,
    );
    mark(made.rows, new Map(marks));
    last.current = made.rows;
    onRows(made.rows);
    choose({ row: at.top, column: at.left }, pastedEnd(made, copied, at, columns.length));
    tell(made, copied, unit);
  };
  const tell = (made: PastedRows<Row>, copied: CopiedRange, unit: AmountUnit | null): void => {
    const told: Told = [
      say('pasted', made.lines),
      made.heads > 0 && say('pastedHeads', made.heads),
      made.sums > 0 && say('pastedSums', made.sums),
      made.unit !== null && made.unit !== shownUnit && say('pastedUnit', say(made.unit)),
      made.refused.length > 0 && say('pasteProblems', made.refused.length),
    ];
    const words = told.filter((each) => each !== false).join(say('listComma'));
    const doubt = made.unit === null && unit === null ? doubtedUnit(made) : null;
    if (doubt === null) void message.info({ key: pastedMessage, content: words });
    else ask(words, copied, doubt);
  };
  const doubtedUnit = ({ fen, rows: all }: PastedRows<Row>): AmountUnit | null => {
    const amount = columns.find(({ fenOf }) => fenOf !== undefined)?.fenOf;
    const before = amount === undefined ? [] : all.filter((row) => rows.includes(row)).map(amount);
    return likelyUnit(shownUnit, fen, before);
  };
  const ask = (words: string, copied: CopiedRange, unit: AmountUnit): void => {
    const again = (
      <Button
        size="small"
        onClick={() => {
          message.destroy(pastedMessage);
          take(copied, unit);
        }}
      >
        {say('pasteAs', say(unit))}
      </Button>
    );
    void message.warning({
      key: pastedMessage,
      duration: 15,
      content: (
        <Asked words={`${words}${say('listComma')}${say('unitDoubt', say(shownUnit), say(unit))}`}>
          {again}
        </Asked>
      ),
    });
  };
  return (copied) => {
    if (copied.some((line) => line.some(({ text }) => text.trim() !== ''))) take(copied, null);
  };
}

function Asked({ words, children }: { readonly words: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      {words} {children}
    </>
  );
}

/** What was pasted is chosen afterwards, so that it is seen and can be summed or deleted at once. */
function pastedEnd<Row>(made: PastedRows<Row>, copied: CopiedRange, at: Range, columns: number): Spot {
  const width = Math.max(...copied.map((line) => line.length));
  const row = Math.max(at.top, Math.min(made.rows.length, at.top + made.lines) - 1);
  return { row, column: Math.max(at.left, Math.min(columns, at.left + width) - 1) };
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
