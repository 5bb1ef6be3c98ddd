import { App, Button } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { copiedCells, paste, type GridColumn } from './columns.ts';
import { Grid } from './grid.tsx';
import { inside, rangeOf, type Spot } from './spots.ts';
import { bookWords } from './words.ts';

export interface ListEditorProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly label: string;
  readonly readOnly: boolean;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  readonly newRow: (above: Row | undefined) => Row;
  readonly onRows: (rows: readonly Row[]) => void;
  /** The lines as they would be while a cell is typed; null when nothing is. */
  readonly onDraft?: (rows: readonly Row[] | null) => void;
  /** An amount of a line in 分, for the sum of what is chosen. */
  readonly fenOf?: (row: Row) => number;
  /** The line that a problem leads to. */
  readonly target?: Spot | null;
  readonly empty: string;
  readonly fit?: boolean;
  readonly hint?: string;
}

const start: Spot = { row: 0, column: 0 };

/** Lines of one kind in a grid: typed, pasted from a spreadsheet, added and deleted. */
export function ListEditor<Row>(props: ListEditorProps<Row>): ReactNode {
  const { rows, columns, label, readOnly, problems, fit = true, hint = '', empty } = props;
  const say = useSay(bookWords);
  const [spot, setSpot] = useState<Spot>(start);
  const [anchor, setAnchor] = useState<Spot>(spot);
  const choose = useCallback((next: Spot, from: Spot) => {
    setSpot(next);
    setAnchor(from);
  }, []);
  const { target = null } = props;
  const [row, column] = [target?.row ?? -1, target?.column ?? 0];
  useEffect(() => {
    if (row >= 0) choose({ row, column }, { row, column });
  }, [choose, row, column]);
  const shown = inside(spot, rows.length, columns.length);
  const from = inside(anchor, rows.length, columns.length);
  const changes = useListChanges(props, shown, from, choose);
  return (
    <div className="list-editor">
      <div className="toolbar">
        <Button size="small" disabled={readOnly} onClick={changes.add}>
          {say('addRow')}
        </Button>
        <Button size="small" disabled={readOnly || rows.length === 0} onClick={changes.remove}>
          {say('deleteRows')}
        </Button>
        <span className="soft small">{hint}</span>
      </div>
      {rows.length === 0 ? (
        <EmptyList words={empty} readOnly={readOnly} onPaste={changes.pasteText} label={label} />
      ) : (
        <>
          <Grid
            {...{ rows, columns, label, readOnly, problems, fit }}
            spot={shown}
            anchor={from}
            onSpot={choose}
            onPut={changes.put}
            onDraft={changes.draft}
            onPaste={changes.pasteText}
            onClear={changes.clear}
            onAdd={changes.add}
            onDelete={changes.remove}
          />
          <ChosenSum rows={rows} columns={columns} fenOf={props.fenOf} from={shown} to={from} />
        </>
      )}
    </div>
  );
}

interface EmptyProps {
  readonly words: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onPaste: (text: string) => void;
}

/** Nothing yet: a range of a spreadsheet may be pasted here at once. */
function EmptyList({ words, label, readOnly, onPaste }: EmptyProps): ReactNode {
  const say = useSay(bookWords);
  return (
    <div
      className="empty-list"
      tabIndex={0}
      role="group"
      aria-label={label}
      onPaste={(event) => {
        event.preventDefault();
        if (!readOnly) onPaste(event.clipboardData.getData('text/plain'));
      }}
    >
      {words} {!readOnly && <span className="soft">{say('emptyHint')}</span>}
    </div>
  );
}

interface ListChanges<Row> {
  readonly put: (row: number, column: GridColumn<Row>, text: string) => void;
  readonly draft: (row: number, column: GridColumn<Row>, text: string | null) => void;
  readonly pasteText: (text: string) => void;
  readonly clear: () => void;
  readonly add: () => void;
  readonly remove: () => void;
}

function useListChanges<Row>(
  { rows, columns, newRow, onRows, onDraft }: ListEditorProps<Row>,
  spot: Spot,
  anchor: Spot,
  choose: (spot: Spot, anchor: Spot) => void,
): ListChanges<Row> {
  const say = useSay(bookWords);
  const { message } = App.useApp();
  const told = (words: string): void => void message.info(words);
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
      if (changed === null) told(say('notUnderstood', text, column.title));
      else if (changed !== rows) onRows(changed);
    },
    pasteText(text) {
      if (text.trim() === '') return;
      const at = { row: range.top, column: range.left };
      const { rows: changed, refused } = paste(rows, columns, at, text, newRow);
      onRows(changed);
      const lines = say('pasted', copiedCells(text).length);
      told(refused === 0 ? lines : `${lines}；${say('pasteProblems', refused)}`);
    },
    clear() {
      onRows(cleared(rows, columns, range));
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
  };
}

/** The lines with one cell changed; null when what was typed is not understood. */
export function replaced<Row>(
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
  { top, bottom, left, right }: ReturnType<typeof rangeOf>,
): readonly Row[] {
  const chosen = columns.slice(left, right + 1);
  return rows.map((row, i) =>
    i < top || i > bottom ? row : chosen.reduce((each, column) => column.put(each, '') ?? each, row),
  );
}

interface ChosenProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly fenOf: ((row: Row) => number) | undefined;
  readonly from: Spot;
  readonly to: Spot;
}

/** What the chosen amounts sum to, as in a spreadsheet's bottom line; all of them when one cell is chosen. */
function ChosenSum<Row>({ rows, columns, fenOf, from, to }: ChosenProps<Row>): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  if (fenOf === undefined) return null;
  const { top, bottom, left, right } = rangeOf(from, to);
  const some = bottom > top && columns.slice(left, right + 1).some(({ amount }) => amount === true);
  const sum = (some ? rows.slice(top, bottom + 1) : rows).reduce((all, row) => all + fenOf(row), 0);
  const money = `${amountText(sum, unit)} ${say(unit)}`;
  return (
    <p className="selected numbers small" role="status">
      {some ? say('selected', bottom - top + 1, money) : say('allRows', rows.length, money)}
    </p>
  );
}
