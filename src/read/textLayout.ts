import type { Block, Grid, Paragraph, SourceCell } from '../model/source.ts';
import { withoutFieldCodes } from './fieldCodes.ts';
import { contentsLines, lineKind, plainMarkdown, splitPipes, splitTabs } from './lines.ts';
import type { Line, LineKind } from './lines.ts';
import { rejoinParagraphs } from './paragraphs.ts';

export interface TextLayout {
  readonly blocks: readonly Block[];
  readonly margins: readonly Paragraph[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

type Part = { readonly kind: 'rows'; readonly rows: Row[] } | { readonly kind: 'line'; readonly line: Line };

/** Cells after padding; the largest real documents have some tens of thousands. */
const mostCells = 2_000_000;

/**
 * Makes grids of tab separated rows and Markdown tables, and paragraphs of the other lines; page numbers
 * go to the margins. Undefined when the padded grids would be unreasonably large.
 */
export function readLayout(lines: readonly Line[], file: string): TextLayout | undefined {
  const markdown = /\.(?:md|markdown)$/i.test(file);
  if (countSeparators(lines) > mostCells) return undefined;
  const kinds = kindsOf(lines);
  const parts = gatherRows(lines, kinds);
  if (countCells(parts) > mostCells) return undefined;
  const blocks = parts.map((part) =>
    part.kind === 'rows' ? toGrid(part.rows, file) : toParagraph(part.line, file, markdown),
  );
  const margins = lines.filter((_, index) => kinds[index] === 'pageNumber');
  return { blocks: rejoinParagraphs(blocks), margins: margins.map((line) => toParagraph(line, file, false)) };
}

/** Tabs and bars, counted before rows are split, so that a hostile line does not become millions of cells. */
function countSeparators(lines: readonly Line[]): number {
  let separators = 0;
  for (const { text } of lines) {
    for (let at = text.indexOf('\t'); at !== -1; at = text.indexOf('\t', at + 1)) separators++;
    for (let at = text.indexOf('|'); at !== -1; at = text.indexOf('|', at + 1)) separators++;
  }
  return separators;
}

function kindsOf(lines: readonly Line[]): LineKind[] {
  const contents = contentsLines(lines);
  const kinds = lines.map((line): LineKind => (contents.has(line.number) ? 'prose' : lineKind(line.text)));
  return kinds.map((kind, index) => (isLonePageNumber(lines, kinds, index) ? 'pageNumber' : kind));
}

/** A small number alone between blank lines. */
function isLonePageNumber(lines: readonly Line[], kinds: readonly LineKind[], index: number): boolean {
  if (kinds[index] !== 'prose' || !/^\s*\d{1,3}\s*$/.test(lines[index]?.text.slice(0, 20) ?? ''))
    return false;
  return (kinds[index - 1] ?? 'blank') === 'blank' && (kinds[index + 1] ?? 'blank') === 'blank';
}

function gatherRows(lines: readonly Line[], kinds: readonly LineKind[]): Part[] {
  const parts: Part[] = [];
  let gap = false;
  lines.forEach((line, index) => {
    const kind = kinds[index] ?? 'blank';
    if (kind === 'prose') parts.push({ kind: 'line', line });
    else if (kind === 'tabbed') addRow(parts, { line: line.number, cells: splitTabs(line.text) }, gap);
    else if (kind === 'piped') addPiped(parts, line, gap);
    gap = kind === 'blank' || kind === 'pageNumber';
  });
  return parts;
}

function addPiped(parts: Part[], line: Line, gap: boolean): void {
  const cells = splitPipes(line.text);
  if (cells !== undefined) addRow(parts, { line: line.number, cells }, gap);
}

/**
 * A page break shows as blank lines inside a table: rows of the same width go on with the grid, and rows of
 * another width when neither side of the gap looks like an end or a beginning. A row that repeats the
 * grid's first row begins another one (the next sheet, or a header printed again).
 */
function addRow(parts: Part[], row: Row, gap: boolean): void {
  const last = parts.at(-1);
  if (last?.kind === 'rows' && (!gap || continuesGrid(last.rows, row))) last.rows.push(row);
  else parts.push({ kind: 'rows', rows: [row] });
}

function continuesGrid(rows: readonly Row[], next: Row): boolean {
  const [first, previous] = [rows[0], rows.at(-1)];
  if (first === undefined || previous === undefined) return false;
  if (next.cells.every((cell, index) => cell === first.cells[index])) return false;
  if (next.cells.length === previous.cells.length || next.cells.length === first.cells.length) return true;
  return (
    !isTitleRow(next) && !isTotalRow(previous) && !next.cells.every((cell) => cell !== '' && !/\d/.test(cell))
  );
}

/** Only the first cell is filled: a title that begins a sheet. */
function isTitleRow(row: Row): boolean {
  return row.cells.every((cell, index) => (cell !== '') === (index === 0));
}

function isTotalRow(row: Row): boolean {
  return row.cells.some((cell) => /^(?:(?:收入|支出)?总计|合计)$/.test(cell.replace(/\s/g, '')));
}

function countCells(parts: readonly Part[]): number {
  let cells = 0;
  for (const part of parts) if (part.kind === 'rows') cells += part.rows.length * widthOf(part.rows);
  return cells;
}

function widthOf(rows: readonly Row[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

function toGrid(rows: readonly Row[], file: string): Grid {
  const width = widthOf(rows);
  const cells = rows.map((row): SourceCell[] => {
    const place = { file, line: row.line };
    const printed = row.cells.map((text) => ({ text, place }));
    while (printed.length < width) printed.push({ text: '', place });
    return printed;
  });
  return { kind: 'grid', rows: cells, place: { file, line: rows[0]?.line ?? 1 } };
}

function toParagraph(line: Line, file: string, markdown: boolean): Paragraph {
  const place = { file, line: line.number };
  const marks = markdown ? /^#{1,6}(?=\s)/.exec(line.text)?.[0] : undefined;
  const printed = withoutFieldCodes(line.text.slice(marks?.length ?? 0).trim());
  const text = markdown ? plainMarkdown(printed) : printed;
  const spans = [{ start: 0, end: text.length, place }];
  const paragraph: Paragraph = { kind: 'paragraph', text, place, spans };
  return marks === undefined ? paragraph : { ...paragraph, heading: marks.length };
}
