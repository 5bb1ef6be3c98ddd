import type { Place } from '../../model/place.ts';
import type { Block, Paragraph, SourceNote, Span } from '../../model/source.ts';
import { rejoinParagraphs } from '../paragraphs.ts';
import type { PlaceOf } from './grid.ts';
import { gridArea, gridOf } from './grid.ts';
import type { SheetPart } from './parts.ts';
import { splitParts } from './parts.ts';
import type { ShapedCell, ShapedRow } from './shape.ts';
import { shapeRows } from './shape.ts';
import type { Sheet } from './sheet.ts';
import { sideBySide } from './sideBySide.ts';
import { cellName, columnName, isHiddenColumn } from './sheet.ts';

/** Positions of all grids of a file; the largest real workbooks have some hundred thousand. */
const mostPositions = 2_000_000;
/** A short cell with line breaks is one title; a long one holds paragraphs. */
const longestTitle = 60;

export interface SheetContent {
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
}

/** The tables and texts of all sheets, in order; undefined when they exceed what memory allows. */
export function sheetsContent(file: string, sheets: readonly Sheet[]): SheetContent | undefined {
  const blocks: Block[] = [];
  const notes: SourceNote[] = [];
  let room = mostPositions;
  for (const sheet of sheets) {
    const base: Place = sheet.name === undefined ? { file } : { file, sheet: sheet.name };
    const placeOf: PlaceOf = (row, column) => ({ ...base, cell: cellName(row, column) });
    const made = sheetBlocks(sheet, placeOf, room);
    if (made === undefined) return undefined;
    room -= made.positions;
    if (made.blocks[0]?.kind === 'grid') blocks.push(...tabTitle(sheet.name, base));
    for (const block of made.blocks) blocks.push(block);
    const hidden = hiddenDetail(sheet);
    if (hidden !== '') notes.push({ code: 'hiddenCells', place: base, detail: hidden });
  }
  return { blocks: rejoinParagraphs(blocks), notes };
}

/** The blocks of one sheet and how many grid positions they take; undefined beyond `room`. */
export function sheetBlocks(
  sheet: Sheet,
  placeOf: PlaceOf,
  room: number = mostPositions,
): { blocks: Block[]; positions: number } | undefined {
  const blocks: Block[] = [];
  let positions = 0;
  for (const part of sideBySide(sheet)) {
    const made = columnBlocks(part, placeOf, room - positions);
    if (made === undefined) return undefined;
    positions += made.positions;
    for (const block of made.blocks) blocks.push(block);
  }
  return { blocks, positions };
}

function columnBlocks(
  sheet: Sheet,
  placeOf: PlaceOf,
  room: number,
): { blocks: Block[]; positions: number } | undefined {
  const shaped = shapeRows(sheet);
  if (shaped === undefined) return undefined;
  // Hidden rows below all others are the author's own checks; among others they are rows of the table.
  const rows = shaped.slice(0, shaped.findLastIndex(({ hidden }) => !hidden) + 1);
  const blocks: Block[] = [];
  let positions = 0;
  for (const part of splitParts(rows)) {
    positions += gridArea(part.table);
    if (positions > room) return undefined;
    for (const block of partBlocks(sheet, part, placeOf)) blocks.push(block);
  }
  return { blocks, positions };
}

function partBlocks(sheet: Sheet, { captions, table, notes }: SheetPart, placeOf: PlaceOf): Block[] {
  const grid = gridOf(sheet, table, placeOf);
  const above = captions.flatMap((row) => rowParagraphs(row, placeOf));
  const below = notes.flatMap((row) => rowParagraphs(row, placeOf));
  return grid === undefined ? [...above, ...below] : [...above, grid, ...below];
}

/** A line of text: the row's cells side by side, or the paragraphs inside its only cell. */
function rowParagraphs({ cells }: ShapedRow, placeOf: PlaceOf): Paragraph[] {
  const [cell] = cells;
  if (cells.length === 1 && cell !== undefined) {
    const place = placeOf(cell.top, cell.left);
    return lines(cell.text).map((text) => lineParagraph(text, place));
  }
  return [joinedParagraph(cells, placeOf)];
}

function lines(text: string): string[] {
  if (text.length <= longestTitle) return [text.replace(/\n+/g, '')];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function lineParagraph(text: string, place: Place): Paragraph {
  return { kind: 'paragraph', text, place, spans: [{ start: 0, end: text.length, place }] };
}

function joinedParagraph(cells: readonly ShapedCell[], placeOf: PlaceOf): Paragraph {
  const spans: Span[] = [];
  let text = '';
  for (const cell of cells) {
    const start = text.length;
    text += `${start === 0 ? '' : '  '}${cell.text.replace(/\n+/g, '')}`;
    spans.push({ start, end: text.length, place: placeOf(cell.top, cell.left) });
  }
  const [first] = cells;
  return { kind: 'paragraph', text, place: placeOf(first?.top ?? 0, first?.left ?? 0), spans };
}

/** A sheet without a title of its own is named by its tab. */
function tabTitle(name: string | undefined, place: Place): Paragraph[] {
  if (name === undefined || /^(?:sheet|table|工作表)\s*\d*$/i.test(name.trim())) return [];
  return [lineParagraph(name.trim(), place)];
}

/** The hidden rows and columns that hold text, as "3:3, 5:7, D:D"; at most the first twenty. */
function hiddenDetail(sheet: Sheet): string {
  const rows = [...sheet.hiddenRows].filter((row) => sheet.rows.has(row)).sort((a, b) => a - b);
  const columns = new Set<number>();
  if (sheet.hiddenColumns.length > 0) {
    for (const cells of sheet.rows.values()) {
      for (const column of cells.keys()) if (isHiddenColumn(sheet, column)) columns.add(column);
    }
  }
  const names = [
    ...stretches(rows).map(([first, last]) => `${first + 1}:${last + 1}`),
    ...stretches([...columns].sort((a, b) => a - b)).map(([a, b]) => `${columnName(a)}:${columnName(b)}`),
  ];
  return names.slice(0, 20).join(', ');
}

function stretches(sorted: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
