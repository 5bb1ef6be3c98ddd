import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { Fact } from './book.ts';
import type { GridColumn, Offer } from './columns.ts';
import { inside, moved, rangeOf, type Spot } from './spots.ts';

const rowHeight = 30;
const headHeight = 32;
const numberWidth = 52;
/** Rows beyond the visible ones, so that fast scrolling shows no gaps. */
const spare = 8;

export interface GridProps {
  readonly facts: readonly Fact[];
  readonly columns: readonly GridColumn[];
  readonly titles: readonly string[];
  readonly label: string;
  readonly readOnly: boolean;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  readonly spot: Spot;
  readonly anchor: Spot;
  readonly onSpot: (spot: Spot, anchor: Spot) => void;
  readonly onPut: (row: number, column: GridColumn, text: string) => void;
  /** While typing: what the line would be. */
  readonly onDraft: (row: number, column: GridColumn, text: string | null) => void;
  readonly onPaste: (text: string) => void;
  readonly onClear: () => void;
  readonly onAdd: () => void;
  readonly onDelete: () => void;
}

/** A grid that is driven by the keyboard: one field follows the chosen cell and takes what is typed. */
export function Grid(props: GridProps): ReactNode {
  const { facts, columns, titles, label, spot, anchor, onSpot } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    if (scroller.current !== null) reveal(scroller.current, spot, columns);
  }, [spot, columns]);
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const to = Math.min(facts.length, Math.ceil((top + height) / rowHeight) + spare);
  const range = rangeOf(spot, anchor);
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const template = `${numberWidth}px ${columns.map((column) => `${column.width}px`).join(' ')}`;
  const choose = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(',').map(Number);
    if (cell === null || row === undefined || column === undefined) return;
    if (event.type === 'mouseover' && event.buttons !== 1) return;
    // The field keeps the keyboard; what was being typed in it is taken first.
    event.preventDefault();
    const input = scroller.current?.querySelector<HTMLInputElement>('.grid-input');
    input?.blur();
    const chosen = { row, column };
    onSpot(chosen, event.shiftKey || event.type === 'mouseover' ? anchor : chosen);
    input?.focus({ preventScroll: true });
  };
  return (
    <div
      className="grid-scroll"
      ref={scroller}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
      }}
    >
      <div className="grid-canvas" style={{ height: headHeight + facts.length * rowHeight + 2, width }}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={facts.length + 1}
          aria-colcount={columns.length + 1}
          onMouseDown={choose}
          onMouseOver={choose}
        >
          <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: template }}>
            <span role="columnheader">#</span>
            {titles.map((title) => (
              <span role="columnheader" key={title}>
                {title}
              </span>
            ))}
          </div>
          {facts.slice(from, to).map((fact, i) => {
            const row = from + i;
            const isIn = row >= range.top && row <= range.bottom;
            return (
              <GridRow
                key={row}
                row={row}
                fact={fact}
                columns={columns}
                template={template}
                problems={props.problems}
                left={isIn ? range.left : -1}
                right={isIn ? range.right : -1}
              />
            );
          })}
        </div>
        <CellInput {...props} />
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: number;
  readonly fact: Fact;
  readonly columns: readonly GridColumn[];
  readonly template: string;
  readonly problems: ReadonlyMap<string, string>;
  /** Chosen columns; −1 for none. */
  readonly left: number;
  readonly right: number;
}

const GridRow = memo(function GridRow({
  row,
  fact,
  columns,
  template,
  problems,
  left,
  right,
}: RowProps): ReactNode {
  const style = { gridTemplateColumns: template, top: headHeight + row * rowHeight };
  return (
    <div role="row" aria-rowindex={row + 2} className="grid-row" style={style}>
      <span role="rowheader" className="grid-number">
        {row + 1}
      </span>
      {columns.map((column, i) => {
        const problem = problems.get(`${row} ${column.field}`);
        const isIn = i >= left && i <= right;
        const look = [
          isIn ? 'in' : '',
          problem === undefined ? '' : 'wrong',
          column.field === 'fen' ? 'n' : '',
        ];
        return (
          <span
            role="gridcell"
            key={column.field}
            data-cell={`${row},${i}`}
            aria-selected={isIn}
            aria-invalid={problem === undefined ? undefined : true}
            className={look.join(' ')}
            title={problem ?? column.show(fact)}
          >
            {column.show(fact)}
          </span>
        );
      })}
    </div>
  );
});

/** Scrolls just as far as the chosen cell needs. */
function reveal(element: HTMLElement, { row, column }: Spot, columns: readonly GridColumn[]): void {
  const y = row * rowHeight;
  if (y < element.scrollTop) element.scrollTop = y;
  const bottom = y + rowHeight + headHeight + 4 - element.clientHeight;
  if (bottom > element.scrollTop) element.scrollTop = bottom;
  const x = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const right = numberWidth + x + (columns[column]?.width ?? 0) - element.clientWidth;
  if (x < element.scrollLeft) element.scrollLeft = x;
  if (right > element.scrollLeft) element.scrollLeft = right;
}

/** The field over the chosen cell: invisible until something is typed, so that input methods work too. */
function CellInput(props: GridProps): ReactNode {
  const { facts, columns, titles, spot, readOnly, onPut, onDraft, onPaste } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [picked, setPicked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const column = columns[spot.column];
  const fact = facts[spot.row];
  useEffect(() => {
    setDraft(null);
    input.current?.focus({ preventScroll: true });
  }, [spot.row, spot.column]);
  const change = useCallback(
    (text: string | null): void => {
      setDraft(text);
      setPicked(0);
      if (column !== undefined) onDraft(spot.row, column, text);
    },
    [column, onDraft, spot.row],
  );
  if (column === undefined || fact === undefined) return null;
  const offers = draft === null ? [] : (column.offers?.(draft) ?? []).slice(0, 12);
  const commit = (): void => {
    if (draft === null) return;
    const offer = offers[picked];
    onPut(spot.row, column, offer !== undefined && draft.trim() !== '' ? offer.value : draft);
    change(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (draft !== null)
      keyWhileTyping(event, {
        offers,
        picked,
        setPicked,
        commit,
        change,
        move: (step) => {
          move(props, step);
        },
      });
    else
      keyOnCell(event, props, () => {
        change(column.edit(fact));
      });
  };
  const left = numberWidth + columns.slice(0, spot.column).reduce((sum, { width }) => sum + width, 0);
  const place = { left, top: headHeight + spot.row * rowHeight, width: column.width, height: rowHeight };
  return (
    <>
      <input
        ref={input}
        className={draft === null ? 'grid-input idle' : 'grid-input'}
        style={{ ...place, textAlign: column.field === 'fen' ? 'right' : 'left' }}
        value={draft ?? ''}
        readOnly={readOnly}
        aria-label={`${spot.row + 1} ${titles[spot.column] ?? ''} ${column.show(fact)}`}
        aria-expanded={offers.length > 0}
        aria-controls="grid-offers"
        aria-activedescendant={offers.length > 0 ? `offer-${picked}` : undefined}
        aria-autocomplete="list"
        role="combobox"
        autoComplete="off"
        onChange={({ target }) => {
          change(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={commit}
        onDoubleClick={() => {
          if (!readOnly) change(column.edit(fact));
        }}
        onCopy={(event) => {
          copy(event, props, draft);
        }}
        onPaste={(event) => {
          if (draft !== null) return;
          event.preventDefault();
          if (!readOnly) onPaste(event.clipboardData.getData('text/plain'));
        }}
      />
      <ul
        id="grid-offers"
        role="listbox"
        aria-label={titles[spot.column]}
        className="grid-offers"
        hidden={offers.length === 0}
        style={{ left, top: place.top + rowHeight, minWidth: column.width }}
      >
        {offers.map(({ value, label }, i) => (
          <li
            key={value}
            id={`offer-${i}`}
            role="option"
            aria-selected={i === picked}
            onMouseDown={(event) => {
              event.preventDefault();
              onPut(spot.row, column, value);
              change(null);
            }}
          >
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Typing {
  readonly offers: readonly Offer[];
  readonly picked: number;
  readonly setPicked: (index: number) => void;
  readonly commit: () => void;
  readonly change: (text: string | null) => void;
  readonly move: (step: Spot) => void;
}

function keyWhileTyping(
  event: KeyboardEvent,
  { offers, picked, setPicked, commit, change, move }: Typing,
): void {
  const { key, shiftKey } = event;
  const down = key === 'ArrowDown' || key === 'ArrowUp';
  if (down && offers.length > 0) {
    event.preventDefault();
    setPicked((picked + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
  } else if (key === 'Escape') {
    event.preventDefault();
    change(null);
  } else if (key === 'Enter' || key === 'Tab' || down) {
    event.preventDefault();
    commit();
    const back = shiftKey || key === 'ArrowUp' ? -1 : 1;
    move(key === 'Tab' ? { row: 0, column: back } : { row: back, column: 0 });
  }
}

function keyOnCell(event: KeyboardEvent, props: GridProps, begin: () => void): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  const { readOnly, onAdd, onClear, onDelete } = props;
  if (command && key === 'Enter' && !readOnly) onAdd();
  else if (command && key === '-' && !readOnly) onDelete();
  else if ((key === 'Delete' || key === 'Backspace') && !readOnly) onClear();
  else if ((key === 'Enter' || key === 'F2') && !readOnly) begin();
  else if (key === 'Tab' && isAtEnd(props, shiftKey)) return;
  else {
    const spot = moved(props.spot, { key, command, shiftKey }, props.facts.length, props.columns.length);
    if (spot === null) return;
    props.onSpot(spot, shiftKey && key !== 'Tab' ? props.anchor : spot);
  }
  event.preventDefault();
}

/** Tab leaves the grid behind its last cell, and before its first. */
function isAtEnd({ spot, facts, columns }: GridProps, back: boolean): boolean {
  if (back) return spot.row === 0 && spot.column === 0;
  return spot.row === facts.length - 1 && spot.column === columns.length - 1;
}

function move({ spot, facts, columns, onSpot }: GridProps, step: Spot): void {
  const next = inside(
    { row: spot.row + step.row, column: spot.column + step.column },
    facts.length,
    columns.length,
  );
  onSpot(next, next);
}

/** The chosen range as a spreadsheet takes it. */
function copy(
  event: ClipboardEvent,
  { facts, columns, spot, anchor }: GridProps,
  draft: string | null,
): void {
  if (draft !== null) return;
  const { top, bottom, left, right } = rangeOf(spot, anchor);
  const lines = facts.slice(top, bottom + 1).map((fact) =>
    columns
      .slice(left, right + 1)
      .map((column) => column.edit(fact))
      .join('\t'),
  );
  event.preventDefault();
  event.clipboardData.setData('text/plain', lines.join('\r\n'));
}
