import type { XmlReader } from '../../file/xml.ts';
import { eachChild } from '../../file/xml.ts';
import type { NumberFormatter } from '../spreadsheet/numberFormat.ts';
import type { Sheet, SheetRange } from '../spreadsheet/sheet.ts';
import { cellPosition, cleanText, rangePosition } from '../spreadsheet/sheet.ts';
import { localName } from './package.ts';
import { readRichText, unescapeCharacters } from './strings.ts';
import type { CellStyle } from './styles.ts';
import { plainStyle } from './styles.ts';
import { isOn } from './workbook.ts';

/** What the cells of every sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly formatter: NumberFormatter;
}

export interface Worksheet {
  readonly sheet: Sheet;
  /** Cells whose formula has no stored result, by row and column. */
  readonly withoutResult: readonly { row: number; column: number }[];
  readonly cells: number;
}

interface State {
  readonly name: string;
  readonly rows: Map<number, Map<number, string>>;
  readonly merges: SheetRange[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: [first: number, last: number][];
  readonly ruledRows: Set<number>;
  readonly withoutResult: { row: number; column: number }[];
  cells: number;
  /** The row and column that the next element without an address takes. */
  row: number;
  column: number;
  showZeros: boolean;
}

/** More merged ranges than any real sheet has. */
const mostMerges = 200_000;

/** Reads a worksheet part. `room` is how many cells with text may still be kept; more end the reading. */
export function readWorksheet(
  reader: XmlReader,
  name: string,
  context: SheetContext,
  room: number,
): Worksheet {
  const state: State = {
    name,
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    ruledRows: new Set(),
    withoutResult: [],
    cells: 0,
    row: -1,
    column: 0,
    showZeros: true,
  };
  for (let event = reader.next(); event !== 'end'; event = reader.next()) {
    if (event === 'open') readElement(reader, state, context);
    if (state.cells > room || state.merges.length > mostMerges) break;
  }
  return { sheet: state, withoutResult: state.withoutResult, cells: state.cells };
}

function readElement(reader: XmlReader, state: State, context: SheetContext): void {
  switch (localName(reader.name)) {
    case 'sheetView':
      if (reader.attribute('showZeros') !== undefined) state.showZeros = isOn(reader.attribute('showZeros'));
      break;
    case 'col':
      addColumns(reader, state);
      break;
    case 'row':
      beginRow(reader, state);
      break;
    case 'c':
      readCell(reader, state, context);
      break;
    case 'mergeCell':
      addMerge(reader, state);
      break;
  }
}

function addColumns(reader: XmlReader, { hiddenColumns }: State): void {
  if (!isOn(reader.attribute('hidden')) && Number(reader.attribute('width') ?? '1') !== 0) return;
  const first = Number(reader.attribute('min'));
  const last = Number(reader.attribute('max'));
  if (first >= 1 && last >= first && hiddenColumns.length < 16_384) hiddenColumns.push([first - 1, last - 1]);
}

function beginRow(reader: XmlReader, state: State): void {
  const attributes = reader.attributes();
  const number = Number(attributes.get('r') ?? state.row + 2);
  state.row = number >= 1 && number <= 1_048_576 ? number - 1 : state.row + 1;
  state.column = 0;
  if (isOn(attributes.get('hidden')) || Number(attributes.get('ht') ?? '1') === 0)
    state.hiddenRows.add(state.row);
}

function addMerge(reader: XmlReader, { merges }: State): void {
  const range = rangePosition(reader.attribute('ref') ?? '');
  if (range !== undefined) merges.push(range);
}

function readCell(reader: XmlReader, state: State, context: SheetContext): void {
  const attributes = reader.attributes();
  const position = cellPosition(attributes.get('r') ?? '') ?? {
    row: Math.max(0, state.row),
    column: state.column,
  };
  state.column = position.column + 1;
  const style = context.styles[Number(attributes.get('s') ?? '0')] ?? plainStyle;
  if (style.ruled) state.ruledRows.add(position.row);
  const stored = readStored(reader);
  const type = attributes.get('t') ?? 'n';
  if (stored.formula && stored.value === '' && stored.inline === undefined && type !== 'str') {
    state.withoutResult.push(position);
  }
  const text = cleanText(shownText(stored, type, style, state.showZeros, context));
  if (text !== '') setText(state, position.row, position.column, text);
}

function setText(state: State, row: number, column: number, text: string): void {
  const cells = state.rows.get(row) ?? new Map<number, string>();
  cells.set(column, text);
  state.rows.set(row, cells);
  state.cells++;
}

interface StoredCell {
  readonly formula: boolean;
  readonly value: string;
  readonly inline: string | undefined;
}

function readStored(reader: XmlReader): StoredCell {
  let formula = false;
  let value = '';
  let inline: string | undefined;
  eachChild(reader, (name) => {
    const local = localName(name);
    if (local === 'f') formula = true;
    if (local === 'v')
      eachChild(
        reader,
        () => undefined,
        (text) => (value += text),
      );
    if (local === 'is') inline = readRichText(reader);
  });
  return { formula, value, inline };
}

/** What the program shows for the stored value (ECMA-376 part 1, 18.18.11 lists the types). */
function shownText(
  { value, inline }: StoredCell,
  type: string,
  { format }: CellStyle,
  showZeros: boolean,
  { strings, formatter }: SheetContext,
): string {
  if (inline !== undefined) return formatter.text(inline, format);
  if (value === '') return '';
  switch (type) {
    case 's':
      return formatter.text(strings[Number(value)] ?? '', format);
    case 'str':
      return formatter.text(unescapeCharacters(value), format);
    case 'b':
      return isOn(value) ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    default:
      return numberText(type === 'd' ? dayCount(value) : Number(value), value, format, showZeros, formatter);
  }
}

function numberText(
  number: number,
  stored: string,
  format: string,
  showZeros: boolean,
  formatter: NumberFormatter,
): string {
  if (!Number.isFinite(number)) return stored;
  return number === 0 && !showZeros ? '' : formatter.number(number, format);
}

/** An ISO date as days since the start of 1900. */
function dayCount(value: string): number {
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`;
  return Date.parse(zoned) / 86_400_000 + 25_569;
}
