import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { copiedRange } from './copied.ts';
import { copy, isComposing, keyOnCell, keyWhileTyping, move } from './gridKeys.ts';
import type { GridProps } from './gridProps.ts';
import { headHeight, numberWidth, rowHeight } from './gridSizes.ts';

export const mostOffers = 12;

/** The field over the chosen cell: invisible until something is typed, so that input methods work too. */
export function CellInput<Row>(props: GridProps<Row> & { readonly opensUp: boolean }): ReactNode {
  const { rows, columns, spot, changes } = props;
  const { put, draft: tell } = changes;
  const list = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [picked, setPicked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const column = columns[spot.column];
  const line = rows[spot.row];
  const readOnly = props.readOnly || column?.fixed === true;
  const seen = useRef(spot);
  const escaped = useRef(false);
  useEffect(() => {
    // A grid that has just come does not take the keyboard away from where it is.
    if (seen.current.row === spot.row && seen.current.column === spot.column) return;
    seen.current = spot;
    setDraft(null);
    // Who looks for something goes on typing there.
    if (document.activeElement?.closest('.find-bar') == null) input.current?.focus({ preventScroll: true });
  }, [spot]);
  const change = useCallback(
    (text: string | null): void => {
      setDraft(text);
      setPicked(0);
      if (column !== undefined) tell(spot.row, column, text);
    },
    [column, tell, spot.row],
  );
  if (column === undefined || line === undefined) return null;
  const offers = draft === null ? [] : (column.offers?.(draft) ?? []).slice(0, mostOffers);
  const commit = (): void => {
    if (draft === null) return;
    const offer = offers[picked];
    put(spot.row, column, offer !== undefined && draft.trim() !== '' ? offer.value : draft);
    change(null);
  };
  const begin = (): void => {
    if (!readOnly) change(column.edit(line));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    if (draft === null) {
      // Tab goes through the cells; after Escape it leaves the grid.
      const leaves = event.key === 'Tab' && escaped.current;
      escaped.current = event.key === 'Escape' || (event.key === 'Shift' && escaped.current);
      if (!leaves) keyOnCell(event, props, begin);
    } else
      keyWhileTyping(event, {
        ...{ offers, picked, setPicked, commit, change },
        move: (step) => {
          move(props, step);
        },
      });
  };
  const left = numberWidth + columns.slice(0, spot.column).reduce((sum, { width }) => sum + width, 0);
  const place = { left, top: headHeight + spot.row * rowHeight, width: column.width, height: rowHeight };
  const problem = props.problems.get(`${spot.row} ${column.field}`);
  return (
    <>
      <input
        ref={input}
        className={draft === null ? 'grid-input idle' : 'grid-input'}
        style={{ ...place, textAlign: column.amount === true ? 'right' : 'left' }}
        value={draft ?? ''}
        readOnly={readOnly}
        aria-label={[spot.row + 1, column.title, column.show(line), problem].join(' ').trim()}
        aria-invalid={problem === undefined ? undefined : true}
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
        onDoubleClick={begin}
        onCopy={(event) => {
          if (draft === null) copy(event, props);
        }}
        onCut={(event) => {
          if (draft !== null) return;
          copy(event, props);
          if (!props.readOnly) changes.clear();
        }}
        onPaste={(event) => {
          if (draft !== null) return;
          event.preventDefault();
          if (!props.readOnly) changes.paste(copiedRange(event.clipboardData));
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
              put(spot.row, column, value);
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
