import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LayoutCell, LayoutRow, TableBlock } from '../layout/block.ts';
import { cellPadding, printableWidth, typeSize } from '../layout/pages.ts';
import { halfPoints, twips } from './styles.ts';

const pointsPerMillimetre = 72 / 25.4;
const line = { style: BorderStyle.SINGLE, size: 4, color: '444444' };
const alignments = {
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Space above and below a cell's text, in points. */
const rowGap = { figures: 1.5, sheet: 2.2 } as const;

interface CellStyle {
  /** Type in points. */
  readonly size: number;
  readonly gap: number;
  /** Widths of the grid's columns in twips. */
  readonly columns: readonly number[];
}

/** The grid of a table: fixed widths, merged cells, heads that repeat on every page. */
export function tableGrid(block: TableBlock): Table {
  const width = printableWidth(block.orientation) * pointsPerMillimetre;
  const style: CellStyle = {
    size: typeSize(block),
    gap: block.role === 'figures' ? rowGap.figures : rowGap.sheet,
    columns: block.widths.map((share) => twips(share * width)),
  };
  return new Table({
    width: { size: style.columns.reduce((sum, own) => sum + own, 0), type: WidthType.DXA },
    columnWidths: style.columns,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    margins: { left: twips(cellPadding), right: twips(cellPadding), top: 0, bottom: 0 },
    rows: [
      ...block.head.map((row) => tableRow(row, style, true)),
      ...block.body.map((row) => tableRow(row, style, false)),
    ],
  });
}

function tableRow({ cells, total, mayBreak }: LayoutRow, style: CellStyle, isHead: boolean): TableRow {
  return new TableRow({
    ...(isHead ? { tableHeader: true } : {}),
    ...(mayBreak ? {} : { cantSplit: true }),
    children: cells.map((cell) => tableCell(cell, style, total || isHead)),
  });
}

function tableCell(cell: LayoutCell, style: CellStyle, bold: boolean): TableCell {
  const { column, colspan, rowspan, kind } = cell;
  const width = style.columns.slice(column, column + colspan).reduce((sum, own) => sum + own, 0);
  return new TableCell({
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(kind === 'head' ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } } : {}),
    children: [cellParagraph(cell, style, bold)],
  });
}

function cellParagraph(
  { text, align, indent }: LayoutCell,
  { size, gap }: CellStyle,
  bold: boolean,
): Paragraph {
  const run = { size: halfPoints(size), ...(bold ? { bold } : {}) };
  const lines = text === '' ? [] : text.split('\n');
  return new Paragraph({
    style: 'TableText',
    ...(align === 'left' ? {} : { alignment: alignments[align] }),
    ...(indent === 0 ? {} : { indent: { left: twips(indent * size) } }),
    spacing: {
      before: twips(gap),
      after: twips(gap),
      line: twips(size * 1.25),
      lineRule: LineRuleType.EXACT,
    },
    children: lines.map((words, i) => new TextRun({ ...run, text: words, ...(i > 0 ? { break: 1 } : {}) })),
  });
}
