import type { Sheet, SheetRange } from '../spreadsheet/sheet.ts';
import { cleanText } from '../spreadsheet/sheet.ts';
import { cellText } from './text.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';
import { attributeOf, isElement, isIgnored, isInvisible } from './tree.ts';

/** HTML allows 1000 columns for one cell; a table has hardly more. */
const mostColumns = 2000;
const mostSpan = 1000;

/** The rows of a table, without those of tables inside it. */
export function rowsOf(table: HtmlElement): HtmlElement[] {
  const rows: HtmlElement[] = [];
  for (const child of table.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') rows.push(child);
    if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...rowsOf(child));
  }
  return rows;
}

export function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(isElement).filter((child) => child.tagName === 'td' || child.tagName === 'th');
}

export interface TableSheet {
  readonly sheet: Sheet;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The table as a sheet: texts at their positions, spans as merges within the table. Cells beyond the
 * widest table there is are left out, so spans cannot blow it up.
 */
export function tableSheet(table: HtmlElement): TableSheet {
  const rows = rowsOf(table);
  const texts = new Map<number, Map<number, string>>();
  const merges: SheetRange[] = [];
  const hiddenRows = new Set<number>();
  /** First row in which a column is free of spans from above. */
  const freeFrom: number[] = [];
  for (const [top, row] of rows.entries()) {
    if (isInvisible(row)) hiddenRows.add(top);
    let left = 0;
    for (const cell of cellsOf(row)) {
      while ((freeFrom[left] ?? 0) > top) left++;
      const right = left + spanOf(cell, 'colspan', mostSpan) - 1;
      if (right >= mostColumns) break;
      const bottom = Math.min(rows.length, top + spanOf(cell, 'rowspan', rows.length - top)) - 1;
      for (let column = left; column <= right; column++) freeFrom[column] = bottom + 1;
      if (right > left || bottom > top) merges.push({ top, left, bottom, right });
      addText(texts, top, left, cell);
      left = right + 1;
    }
  }
  const sheet = { rows: texts, merges, hiddenRows, hiddenColumns: hiddenColumns(table) };
  return { sheet, rows: rows.length, columns: freeFrom.length };
}

function addText(
  texts: Map<number, Map<number, string>>,
  row: number,
  column: number,
  cell: HtmlElement,
): void {
  const text = cleanText(cellText(cell));
  if (text === '') return;
  const cells = texts.get(row) ?? new Map<number, string>();
  cells.set(column, text);
  texts.set(row, cells);
}

/** A span of 0 reaches to the end; what is no number counts as 1. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  if (value === 0 && name === 'rowspan') return most;
  return value >= 1 ? Math.min(value, most) : 1;
}

/** Columns that the table's `col` elements hide, as spreadsheet programs export them. */
function hiddenColumns(table: HtmlElement): [first: number, last: number][] {
  const found: [number, number][] = [];
  let column = 0;
  for (const element of columnElements(table)) {
    const span = Math.min(
      mostSpan,
      Math.max(1, Number.parseInt(attributeOf(element, 'span') ?? '1', 10) || 1),
    );
    if (isInvisible(element)) found.push([column, column + span - 1]);
    column += span;
    if (column > mostColumns) break;
  }
  return found;
}

function columnElements(table: HtmlElement): HtmlElement[] {
  const elements: HtmlElement[] = [];
  for (const child of table.childNodes.filter(isElement)) {
    if (child.tagName === 'col') elements.push(child);
    if (child.tagName === 'colgroup') elements.push(...child.childNodes.filter(isElement));
  }
  return elements;
}

/** How much text every table holds, and how much of it stands in tables inside it. */
export type TableTexts = ReadonlyMap<HtmlElement, { readonly all: number; readonly inner: number }>;

/** Measures all tables in one walk over the page. */
export function measureTables(root: readonly HtmlNode[]): TableTexts {
  const texts = new Map<HtmlElement, { all: number; inner: number }>();
  const measure = (nodes: readonly HtmlNode[]): { all: number; inner: number } => {
    const sum = { all: 0, inner: 0 };
    for (const node of nodes) {
      if ('value' in node) sum.all += node.value.replace(/\s+/g, '').length;
      if (!isElement(node) || isIgnored(node)) continue;
      const own = measure(node.childNodes);
      const isTable = node.tagName === 'table';
      if (isTable) texts.set(node, own);
      sum.all += own.all;
      sum.inner += isTable ? own.all : own.inner;
    }
    return sum;
  };
  measure(root);
  return texts;
}

/**
 * Pages use tables to place things: one column, or most of the text in tables inside. Their cells are
 * read as parts of the page.
 */
export function isLayout(table: HtmlElement, texts: TableTexts): boolean {
  const measured = texts.get(table);
  if (measured !== undefined && measured.inner * 2 > measured.all) return true;
  return rowsOf(table).every((row) => cellsOf(row).length <= 1);
}
