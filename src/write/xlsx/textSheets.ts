import type ExcelJS from 'exceljs';
import type { ChartBlock, ContentsLine, LayoutBlock } from '../layout/block.ts';
import { highestRow, linesOf } from './heights.ts';
import { bodyFont, captionFont, headingFont, linkFont, titleFont } from './style.ts';
import { writeText } from './textCell.ts';

/** Digits that the one column of a sheet of text is wide. */
const width = 80;
const lineHeight = 18;
/** Lines of the contents that are readable on one page. */
const mostOnOnePage = 60;

/** Where a line of the contents leads: a cell of a sheet. */
export interface Destination {
  readonly sheet: string;
  readonly cell: string;
}

/** Cover and contents on the first sheet; each line is a link to its sheet. */
export function fillContents(
  sheet: ExcelJS.Worksheet,
  front: { readonly department: string; readonly title: string; readonly draftMark: string | null },
  { title, entries }: { readonly title: string; readonly entries: readonly ContentsLine[] },
  destinationOf: (target: string) => Destination | undefined,
): void {
  sheet.getColumn(1).width = width;
  const writer = columnWriter(sheet);
  if (front.department !== '') writer(front.department, { ...bodyFont, size: 14 }, 'center', 24);
  writer(front.title, { ...titleFont, size: 20 }, 'center', 34);
  if (front.draftMark !== null)
    writer(front.draftMark, { ...headingFont, color: { argb: 'FFB3261E' } }, 'center');
  writer('', bodyFont, 'left');
  writer(title, titleFont, 'center', 28);
  if (entries.length <= mostOnOnePage) sheet.pageSetup.fitToHeight = 1;
  for (const { title: words, level, target } of entries) {
    const destination = target === null ? undefined : destinationOf(target);
    const cell = writer(words, destination === undefined ? bodyFont : linkFont, 'left');
    cell.alignment = { ...cell.alignment, indent: level === 1 ? 0 : 2 };
    if (level === 1) cell.font = { ...cell.font, bold: true };
    if (destination !== undefined && words !== '') {
      const { sheet: name, cell: address } = destination;
      cell.value = { text: words, hyperlink: `#'${name.replaceAll("'", "''")}'!${address}` };
    }
  }
}

/** Where things stand on a sheet of texts. */
export interface TextRows {
  /** The row of each heading with a target, from 1. */
  readonly targets: ReadonlyMap<string, number>;
  /** The row that is kept free for each chart, from 0: a single one, which no page's end divides. */
  readonly charts: readonly { readonly chart: ChartBlock; readonly row: number }[];
}

/** Headings and paragraphs under each other, with room for charts. */
export function fillTexts(sheet: ExcelJS.Worksheet, blocks: readonly LayoutBlock[]): TextRows {
  sheet.getColumn(1).width = width;
  const writer = columnWriter(sheet);
  const targets = new Map<string, number>();
  const charts: { chart: ChartBlock; row: number }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const first = block.level === 1;
      const cell = writer(
        block.text,
        first ? titleFont : headingFont,
        first ? 'center' : 'left',
        first ? 34 : 26,
      );
      if (block.target !== null) targets.set(block.target, Number(cell.row));
    } else if (block.kind === 'paragraph') {
      writer(block.text, bodyFont, 'left');
    } else if (block.kind === 'glossary') {
      for (const { label, term, definition } of block.entries)
        writer(`${label}${term}：${definition}`, bodyFont, 'left');
    } else if (block.kind === 'chart') {
      const from = sheet.rowCount;
      writer('', bodyFont, 'left', Math.min(highestRow, (3 + block.items.length) * chartLine));
      charts.push({ chart: block, row: from });
    }
  }
  return { targets, charts };
}

/** A bar of a chart, in points. */
const chartLine = 24;

type Writer = (
  text: string,
  font: Partial<ExcelJS.Font>,
  horizontal: 'left' | 'center',
  least?: number,
) => ExcelJS.Cell;

/** Writes texts into the first column, one below the other; a very long one takes several merged rows. */
function columnWriter(sheet: ExcelJS.Worksheet): Writer {
  let next = 1;
  return (text, font, horizontal, least = lineHeight) => {
    const size = font.size ?? captionFont.size;
    const height = Math.max(least, linesOf(text, (width * captionFont.size) / size) * (size * 1.55) + 5);
    const count = Math.ceil(height / highestRow);
    if (count > 1) sheet.mergeCells(next, 1, next + count - 1, 1);
    for (let row = next; row < next + count; row++) sheet.getRow(row).height = height / count;
    const cell = sheet.getCell(next, 1);
    writeText(cell, text);
    cell.font = font;
    cell.alignment = { horizontal, vertical: count > 1 ? 'top' : 'middle', wrapText: true };
    next += count;
    return cell;
  };
}
