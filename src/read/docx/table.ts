import { eachChild } from '../../file/xml.ts';
import type { XmlReader } from '../../file/xml.ts';
import type { SourceCell } from '../../model/source.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import { plainCell, readCellProperties, spanOf, widestSpan } from './cell.ts';
import type { CellProperties } from './cell.ts';
import { note, placeOf } from './content.ts';
import type { ReadBlocks, Walk, WordTable } from './content.ts';
import { readAlternative } from './paragraph.ts';
import { isOn } from './properties.ts';

interface Cell {
  readonly cell: SourceCell;
  readonly span: number;
  /** Covered by the cell above it. */
  readonly covered: boolean;
}

interface Row {
  readonly cells: Cell[];
  before: number;
  after: number;
  hidden: boolean;
  deleted: boolean;
}

interface TableContent {
  readonly rows: SourceCell[][];
  /** Tables inside cells: they stand behind the outer table. */
  readonly nested: WordTable[];
  readonly readBlocks: ReadBlocks;
}

/** Over all tables, after padding. */
const mostCells = 2_000_000;

/** Reads w:tbl, the element just opened: the table and behind it the tables nested in its cells. */
export function readTable(reader: XmlReader, walk: Walk, readBlocks: ReadBlocks): readonly WordTable[] {
  const content: TableContent = { rows: [], nested: [], readBlocks };
  walk.tablesOpen++;
  readRows(reader, walk, content);
  walk.tablesOpen--;
  const rows = pad(content.rows, walk);
  return rows.length === 0 ? content.nested : [{ kind: 'table', rows }, ...content.nested];
}

function readRows(reader: XmlReader, walk: Walk, content: TableContent): void {
  eachChild(reader, (name) => {
    if (name === 'w:tr') addRow(readRow(reader, walk, content), walk, content);
    else if (name === 'mc:AlternateContent')
      readAlternative(reader, () => {
        readRows(reader, walk, content);
      });
    else if (isWrapper(name)) readRows(reader, walk, content);
  });
}

function isWrapper(name: string): boolean {
  return name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:customXml' || name === 'w:ins';
}

function readRow(reader: XmlReader, walk: Walk, content: TableContent): Row {
  const row: Row = { cells: [], before: 0, after: 0, hidden: false, deleted: false };
  readCells(reader, walk, content, row);
  return row;
}

function readCells(reader: XmlReader, walk: Walk, content: TableContent, row: Row): void {
  eachChild(reader, (name) => {
    if (name === 'w:tc') readCell(reader, walk, content, row);
    else if (name === 'w:trPr') readRowProperties(reader, row);
    else if (name === 'mc:AlternateContent')
      readAlternative(reader, () => {
        readCells(reader, walk, content, row);
      });
    else if (isWrapper(name)) readCells(reader, walk, content, row);
  });
}

function readRowProperties(reader: XmlReader, row: Row): void {
  eachChild(reader, (name) => {
    if (name === 'w:gridBefore') row.before = spanOf(reader);
    else if (name === 'w:gridAfter') row.after = spanOf(reader);
    else if (name === 'w:hidden') row.hidden = isOn(reader);
    else if (name === 'w:del') row.deleted = true;
  });
}

function readCell(reader: XmlReader, walk: Walk, content: TableContent, row: Row): void {
  let properties = plainCell;
  const lines: string[] = [];
  const blocks = content.readBlocks(reader, (name) => {
    if (name === 'w:tcPr') properties = readCellProperties(reader);
  });
  for (const block of blocks) {
    if (block.kind === 'paragraph') lines.push(block.text);
    else content.nested.push(block);
  }
  if (properties.deleted) {
    note(walk, 'revisionsAccepted');
    return;
  }
  addCell(row, properties, { text: lines.join('\n').trim(), place: placeOf(walk) });
}

function addCell(row: Row, properties: CellProperties, cell: SourceCell): void {
  const last = row.cells.at(-1);
  if (properties.horizontal === 'continue' && last !== undefined) {
    row.cells[row.cells.length - 1] = { ...last, span: Math.min(widestSpan, last.span + properties.span) };
    return;
  }
  row.cells.push({ cell, span: properties.span, covered: properties.merge === 'continue' });
}

/** Lays a row out on the grid; a covered cell is the object that stands above it. */
function addRow(row: Row, walk: Walk, content: TableContent): void {
  if (row.deleted) {
    note(walk, 'revisionsAccepted');
    return;
  }
  if (row.hidden) note(walk, 'hiddenCells');
  const above = content.rows.at(-1);
  const cells: SourceCell[] = blanks(row.before, walk);
  for (const { cell, span, covered } of row.cells) {
    const upper = covered ? above?.[cells.length] : undefined;
    const place = cellPlace(walk, cells.length, content.rows.length);
    const shown = upper ?? { ...cell, place, ...(row.hidden ? { hidden: true } : {}) };
    for (let column = 0; column < span; column++) cells.push(shown);
  }
  cells.push(...blanks(row.after, walk));
  walk.cells += cells.length;
  if (walk.cells > mostCells) walk.problem = 'tooComplex';
  else content.rows.push(cells);
}

/** The A1 address of a cell within its table, for the tables of the body; one inside a cell has none. */
function cellPlace(walk: Walk, column: number, row: number): SourceCell['place'] {
  const place = placeOf(walk);
  return walk.tablesOpen === 1 && walk.block !== undefined
    ? { ...place, cell: cellName(row, column) }
    : place;
}

function blanks(count: number, walk: Walk): SourceCell[] {
  return Array.from({ length: count }, () => ({ text: '', place: placeOf(walk) }));
}

function pad(rows: readonly SourceCell[][], walk: Walk): SourceCell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  walk.cells += rows.reduce((missing, row) => missing + width - row.length, 0);
  if (walk.cells > mostCells) walk.problem = 'tooComplex';
  if (walk.problem !== undefined) return [];
  return rows.map((row) => [...row, ...blanks(width - row.length, walk)]);
}
