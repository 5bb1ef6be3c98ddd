import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Offer } from './columns.ts';
import type { GridProps } from './gridProps.ts';
import { inside, moved, rangeOf, type Spot } from './spots.ts';

/** Keys of an input method that is at work: its Enter chooses a word and does not end the cell. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  const composing = 229;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari ends the composition before it tells the key: nothing else says whose Enter it is.
  return nativeEvent.isComposing || nativeEvent.keyCode === composing;
}

interface Typing {
  readonly offers: readonly Offer[];
  readonly picked: number;
  readonly setPicked: (index: number) => void;
  readonly commit: () => void;
  readonly change: (text: string | null) => void;
  readonly move: (step: Spot) => void;
}

export function keyWhileTyping(event: KeyboardEvent, typing: Typing): void {
  const { offers, picked, setPicked, commit, change, move } = typing;
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

export function keyOnCell<Row>(event: KeyboardEvent, props: GridProps<Row>, begin: () => void): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  const act = actionOf(command ? `Ctrl+${key.toLowerCase()}` : key, props, begin);
  if (act !== null) act();
  else if (key === 'Tab' && isAtEnd(props, shiftKey)) return;
  else {
    const spot = moved(props.spot, { key, command, shiftKey }, props.rows.length, props.columns.length);
    if (spot === null) return;
    props.onSpot(spot, shiftKey && key !== 'Tab' ? props.anchor : spot);
  }
  event.preventDefault();
}

function actionOf<Row>(key: string, props: GridProps<Row>, begin: () => void): (() => void) | null {
  const { rows, columns, readOnly, changes, onSpot, onFind, spot } = props;
  const reading: Readonly<Record<string, () => void>> = {
    'Ctrl+f': onFind,
    'Ctrl+a': () => {
      onSpot({ row: 0, column: 0 }, { row: rows.length - 1, column: columns.length - 1 });
    },
  };
  const writing: Readonly<Record<string, () => void>> = {
    'Ctrl+enter': changes.add,
    'Ctrl+-': changes.remove,
    'Ctrl+d': changes.fillDown,
    Delete: changes.clear,
    Backspace: changes.clear,
    ...(columns[spot.column]?.fixed === true ? {} : { Enter: begin, F2: begin }),
  };
  return reading[key] ?? (readOnly ? null : (writing[key] ?? null));
}

/** Tab leaves the grid behind its last cell, and before its first. */
function isAtEnd<Row>({ spot, rows, columns }: GridProps<Row>, back: boolean): boolean {
  if (back) return spot.row === 0 && spot.column === 0;
  return spot.row === rows.length - 1 && spot.column === columns.length - 1;
}

export function move<Row>({ spot, rows, columns, onSpot }: GridProps<Row>, step: Spot): void {
  const wanted = { row: spot.row + step.row, column: spot.column + step.column };
  const next = inside(wanted, rows.length, columns.length);
  onSpot(next, next);
}

/** The chosen range as a spreadsheet takes it. */
export function copy<Row>(event: ClipboardEvent, { rows, columns, spot, anchor }: GridProps<Row>): void {
  const { top, bottom, left, right } = rangeOf(spot, anchor);
  const lines = rows.slice(top, bottom + 1).map((line) =>
    columns
      .slice(left, right + 1)
      .map((column) => quoted(column.edit(line)))
      .join('\t'),
  );
  event.preventDefault();
  event.clipboardData.setData('text/plain', lines.join('\r\n'));
}

function quoted(text: string): string {
  return /[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
