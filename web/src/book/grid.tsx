import {
  memo,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { GridColumn, Offer } from './columns.ts';
import { inside, moved, rangeOf, type Spot } from './spots.ts';

const rowHeight = 30;
const headHeight = 32;
const numberWidth = 52;
/** Rows beyond the visible ones, so that fast scrolling shows no gaps. */
const spare = 8;
const mostOffers = 12;
/** A line of what is offered, as the style sheet sets it. */
const offerHeight = 28;

export interface GridProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly label: string;
  /** As high as its lines, up to a limit; otherwise as high as the page allows. */
  readonly fit: boolean;
  readonly readOnly: boolean;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  readonly spot: Spot;
  readonly anchor: Spot;
  readonly onSpot: (spot: Spot, anchor: Spot) => void;
  readonly onPut: (row: number, column: GridColumn<Row>, text: string) => void;
  /** While typing: what the line would be. */
  readonly onDraft: (row: number, column: GridColumn<Row>, text: string | null) => void;
  readonly onPaste: (text: string) => void;
  readonly onClear: () => void;
  readonly onAdd: () => void;
  readonly onDelete: () => void;
}

/** A grid that is driven by the keyboard: one field follows the chosen cell and takes what is typed. */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { rows, columns, label, spot, anchor, onSpot } = props;
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
  const lineBottom = headHeight + (spot.row + 1) * rowHeight - top;
  const opensUp = height - lineBottom < mostOffers * offerHeight && lineBottom > height / 2;
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const to = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + spare);
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
      className={props.fit ? 'grid-scroll fit' : 'grid-scroll'}
      ref={scroller}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
      }}
    >
      <div className="grid-canvas" style={{ height: headHeight + rows.length * rowHeight + 2, width }}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onMouseDown={choose}
          onMouseOver={choose}
        >
          <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: template }}>
            <span role="columnheader">#</span>
            {columns.map(({ field, title, amount, fixed }) => (
              <span
                role="columnheader"
                key={field}
                className={amount === true ? 'n' : ''}
                aria-readonly={fixed === true}
              >
                {title}
              </span>
            ))}
          </div>
          {rows.slice(from, to).map((line, i) => {
            const row = from + i;
            const isIn = row >= range.top && row <= range.bottom;
            return (
              <GridRow
                key={row}
                row={row}
                line={line}
                columns={columns}
                template={template}
                problems={props.problems}
                left={isIn ? range.left : -1}
                right={isIn ? range.right : -1}
              />
            );
          })}
        </div>
        <CellInput {...props} opensUp={opensUp} />
      </div>
    </div>
  );
}

interface RowProps<Row> {
  readonly row: number;
  readonly line: Row;
  readonly columns: readonly GridColumn<Row>[];
  readonly template: string;
  readonly problems: ReadonlyMap<string, string>;
  /** Chosen columns; −1 for none. */
  readonly left: number;
  readonly right: number;
}

const GridRow = memo(GridLine) as typeof GridLine;

function GridLine<Row>({ row, line, columns, template, problems, left, right }: RowProps<Row>): ReactNode {
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
          column.amount === true ? 'n' : '',
          column.fixed === true ? 'fixed' : '',
        ];
        const shown = column.show(line);
        return (
          <span
            role="gridcell"
            key={column.field}
            data-cell={`${row},${i}`}
            aria-selected={isIn}
            aria-invalid={problem === undefined ? undefined : true}
            className={look.join(' ')}
            title={problem ?? shown}
          >
            {shown}
          </span>
        );
      })}
    </div>
  );
}

/** Scrolls just as far as the chosen cell needs. */
function reveal<Row>(element: HTMLElement, { row, column }: Spot, columns: readonly GridColumn<Row>[]): void {
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
function CellInput<Row>(props: GridProps<Row> & { readonly opensUp: boolean }): ReactNode {
  const { rows, columns, spot, onPut, onDraft, onPaste } = props;
  const list = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [picked, setPicked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const column = columns[spot.column];
  const line = rows[spot.row];
  const readOnly = props.readOnly || column?.fixed === true;
  const seen = useRef(spot);
  useEffect(() => {
    // A grid that has just come does not take the keyboard away from where it is.
    if (seen.current.row === spot.row && seen.current.column === spot.column) return;
    seen.current = spot;
    setDraft(null);
    input.current?.focus({ preventScroll: true });
  }, [spot]);
  const change = useCallback(
    (text: string | null): void => {
      setDraft(text);
      setPicked(0);
      if (column !== undefined) onDraft(spot.row, column, text);
    },
    [column, onDraft, spot.row],
  );
  if (column === undefined || line === undefined) return null;
  const offers = draft === null ? [] : (column.offers?.(draft) ?? []).slice(0, mostOffers);
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
        change(column.edit(line));
      });
  };
  const left = numberWidth + columns.slice(0, spot.column).reduce((sum, { width }) => sum + width, 0);
  const place = { left, top: headHeight + spot.row * rowHeight, width: column.width, height: rowHeight };
  return (
    <>
      <input
        ref={input}
        className={draft === null ? 'grid-input idle' : 'grid-input'}
        style={{ ...place, textAlign: column.amount === true ? 'right' : 'left' }}
        value={draft ?? ''}
        readOnly={readOnly}
        aria-label={`${spot.row + 1} ${column.title} ${column.show(line)}`}
        aria-expanded={offers.length > 0}
        aria-controls={list}
        aria-activedescendant={offers.length > 0 ? `${list}-${picked}` : undefined}
        aria-autocomplete="list"
        role="combobox"
        autoComplete="off"
        onChange={({ target }) => {
          change(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={commit}
        onDoubleClick={() => {
          if (!readOnly) change(column.edit(line));
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
        id={list}
        role="listbox"
        aria-label={column.title}
        className="grid-offers"
        hidden={offers.length === 0}
        style={{ left, minWidth: column.width, ...offersPlace(place.top, props.opensUp) }}
      >
        {offers.map(({ value, label }, i) => (
          <li
            key={value}
            id={`${list}-${i}`}
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

/** Below the cell, or above it where the grid ends. */
function offersPlace(cellTop: number, opensUp: boolean): CSSProperties {
  return opensUp ? { top: cellTop, transform: 'translateY(-100%)' } : { top: cellTop + rowHeight };
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

function keyOnCell<Row>(event: KeyboardEvent, props: GridProps<Row>, begin: () => void): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  const { onAdd, onClear, onDelete } = props;
  const readOnly = props.readOnly;
  const canType = !readOnly && props.columns[props.spot.column]?.fixed !== true;
  if (command && key === 'Enter' && !readOnly) onAdd();
  else if (command && key === '-' && !readOnly) onDelete();
  else if ((key === 'Delete' || key === 'Backspace') && !readOnly) onClear();
  else if ((key === 'Enter' || key === 'F2') && canType) begin();
  else if (key === 'Tab' && isAtEnd(props, shiftKey)) return;
  else {
    const spot = moved(props.spot, { key, command, shiftKey }, props.rows.length, props.columns.length);
    if (spot === null) return;
    props.onSpot(spot, shiftKey && key !== 'Tab' ? props.anchor : spot);
  }
  event.preventDefault();
}

/** Tab leaves the grid behind its last cell, and before its first. */
function isAtEnd<Row>({ spot, rows, columns }: GridProps<Row>, back: boolean): boolean {
  if (back) return spot.row === 0 && spot.column === 0;
  return spot.row === rows.length - 1 && spot.column === columns.length - 1;
}

function move<Row>({ spot, rows, columns, onSpot }: GridProps<Row>, step: Spot): void {
  const next = inside(
    { row: spot.row + step.row, column: spot.column + step.column },
    rows.length,
    columns.length,
  );
  onSpot(next, next);
}

/** The chosen range as a spreadsheet takes it. */
function copy<Row>(
  event: ClipboardEvent,
  { rows, columns, spot, anchor }: GridProps<Row>,
  draft: string | null,
): void {
  if (draft !== null) return;
  const { top, bottom, left, right } = rangeOf(spot, anchor);
  const lines = rows.slice(top, bottom + 1).map((line) =>
    columns
      .slice(left, right + 1)
      .map((column) => column.edit(line))
      .join('\t'),
  );
  event.preventDefault();
  event.clipboardData.setData('text/plain', lines.join('\r\n'));
}
