import type { Place } from '../../model/place.ts';
import type { Block, SourceNote } from '../../model/source.ts';
import { withoutFieldCodes } from '../fieldCodes.ts';
import { rejoinParagraphs } from '../paragraphs.ts';
import { sheetBlocks } from '../spreadsheet/document.ts';
import type { PlaceOf } from '../spreadsheet/grid.ts';
import { wholeGrid } from '../spreadsheet/grid.ts';
import { shapeRows } from '../spreadsheet/shape.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import type { TableTexts } from './table.ts';
import { cellsOf, isLayout, measureTables, rowsOf, tableSheet } from './table.ts';
import { cellText, collapseSpace } from './text.ts';
import type { HtmlDocument, HtmlElement, HtmlNode } from './tree.ts';
import { attributeOf, isBlock, isElement, isIgnored, isInvisible } from './tree.ts';

/** Positions of all grids of a page. */
const mostPositions = 2_000_000;

export interface PageContent {
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
}

interface Walk {
  readonly file: string;
  readonly sheets: boolean;
  readonly blocks: Block[];
  readonly texts: TableTexts;
  /** Counts the paragraphs and tables of the page, for places. */
  count: number;
  line: string;
  heading: number | undefined;
  room: number;
  hiddenCells: boolean;
}

/**
 * The content of a page in reading order; undefined when its tables are too large. `sheets`: the page was
 * saved by a spreadsheet program, so its tables are whole sheets.
 */
export function pageBlocks(page: HtmlDocument, file: string, sheets: boolean): PageContent | undefined {
  const walk: Walk = {
    file,
    sheets,
    blocks: [],
    texts: measureTables(page.childNodes),
    count: 0,
    line: '',
    heading: undefined,
    room: mostPositions,
    hiddenCells: false,
  };
  walkAll(walk, page.childNodes);
  endLine(walk);
  if (walk.room < 0) return undefined;
  const notes: SourceNote[] = walk.hiddenCells ? [{ code: 'hiddenCells', place: { file } }] : [];
  return { blocks: rejoinParagraphs(walk.blocks), notes };
}

function walkAll(walk: Walk, nodes: readonly HtmlNode[]): void {
  for (const node of nodes) {
    if ('value' in node) walk.line += node.value;
    else if (isElement(node) && !isIgnored(node) && !isInvisible(node)) walkElement(walk, node);
    if (walk.room < 0) return;
  }
}

function walkElement(walk: Walk, element: HtmlElement): void {
  const { tagName, childNodes } = element;
  if (tagName === 'br') {
    if (walk.heading === undefined) endLine(walk);
  } else if (tagName === 'table') {
    endLine(walk);
    walkTable(walk, element);
  } else if (/^h[1-6]$/.test(tagName)) {
    walkHeading(walk, element);
  } else if (tagName === 'pre') {
    walkLines(walk, element);
  } else if (isBlock(element)) {
    endLine(walk);
    walkAll(walk, tagName === 'ol' ? numbered(element) : childNodes);
    endLine(walk);
  } else {
    walkAll(walk, childNodes);
  }
}

/** Ends the paragraph that is being gathered, when it has text. */
function endLine(walk: Walk): void {
  const text = withoutFieldCodes(
    collapseSpace(walk.line)
      .replace(/\u00a0/g, ' ')
      .trim(),
  );
  walk.line = '';
  if (text === '') return;
  const place: Place = { file: walk.file, block: walk.count++ };
  const spans = [{ start: 0, end: text.length, place }];
  const { heading } = walk;
  walk.blocks.push({ kind: 'paragraph', text, place, spans, ...(heading === undefined ? {} : { heading }) });
}

function walkHeading(walk: Walk, element: HtmlElement): void {
  endLine(walk);
  walk.heading = Number(element.tagName.charAt(1));
  walkAll(walk, element.childNodes);
  endLine(walk);
  walk.heading = undefined;
}

/** Preformatted text keeps its lines. */
function walkLines(walk: Walk, element: HtmlElement): void {
  endLine(walk);
  const text = element.childNodes.map((node) =>
    'value' in node ? node.value : isElement(node) ? cellText(node) : '',
  );
  for (const line of text.join('').split(/\r\n?|\n/)) {
    walk.line = line;
    endLine(walk);
  }
}

/** A browser prints the numbers of an ordered list. */
function numbered(list: HtmlElement): HtmlNode[] {
  let number = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1;
  return list.childNodes.flatMap((node): HtmlNode[] => {
    if (!isElement(node) || node.tagName !== 'li') return [node];
    const label = `${number++}.`;
    const text: HtmlNode = { nodeName: '#text', parentNode: null, value: label };
    return [{ ...node, childNodes: [text, ...node.childNodes] }];
  });
}

function walkTable(walk: Walk, table: HtmlElement): void {
  for (const child of table.childNodes) {
    if (isElement(child) && child.tagName === 'caption') walkAll(walk, [child]);
  }
  if (isLayout(table, walk.texts)) {
    walkAll(
      walk,
      rowsOf(table)
        .filter((row) => !isInvisible(row))
        .flatMap(cellsOf),
    );
    return;
  }
  addTable(walk, table);
  for (const inner of innerTables(table)) if (walk.room >= 0) walkTable(walk, inner);
}

function addTable(walk: Walk, table: HtmlElement): void {
  const { sheet, rows, columns } = tableSheet(table);
  if (sheet.rows.size === 0) return;
  const block = walk.count++;
  const placeOf: PlaceOf = (row, column) => ({ file: walk.file, block, cell: cellName(row, column) });
  const made = walk.sheets
    ? sheetBlocks(sheet, placeOf, walk.room)
    : wholeTable(walk, sheet, { rows, columns }, placeOf);
  walk.room -= made?.positions ?? Infinity;
  if (sheet.hiddenRows.size + sheet.hiddenColumns.length > 0) walk.hiddenCells = true;
  for (const each of made?.blocks ?? []) walk.blocks.push(each);
}

/** A table of a page is one table as it stands; only a sheet holds captions and several tables. */
function wholeTable(
  { room }: Walk,
  sheet: Sheet,
  size: { readonly rows: number; readonly columns: number },
  placeOf: PlaceOf,
): { blocks: readonly Block[]; positions: number } | undefined {
  const positions = size.rows * size.columns;
  const shaped = positions > room ? undefined : shapeRows(sheet);
  const grid = shaped === undefined ? undefined : wholeGrid(sheet, shaped, size, placeOf);
  return grid === undefined ? undefined : { blocks: [grid], positions };
}

/** The tables nearest inside the cells of a table. */
function innerTables(table: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const search = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || isIgnored(node) || isInvisible(node)) continue;
      if (node.tagName === 'table') found.push(node);
      else search(node.childNodes);
    }
  };
  search(rowsOf(table).flatMap(cellsOf));
  return found;
}
