import type { ChartBlock, DocumentLayout, LayoutBlock, LayoutRow, TableBlock } from '../layout/block.ts';
import { cellPadding, margins, pageRuns, rowGap, tableLine, typeSize } from '../layout/pages.ts';
import { captionSize, officeBlock, officeCell } from './officeText.ts';

/** A document as the templates take it: JSON texts, so that nothing of it can be markup. */
export interface DocumentData {
  readonly document: string;
  readonly charts: readonly string[];
}

/** Whose lines are set: those that look best, or those that an office suite breaks. */
export type LineBreaking = 'own' | 'office';

export function documentData(layout: DocumentLayout, lines: LineBreaking = 'own'): DocumentData {
  const charts = layout.blocks.filter((block) => block.kind === 'chart');
  return { document: documentJson(layout, charts, lines), charts: charts.map(chartJson) };
}

function documentJson(layout: DocumentLayout, charts: readonly ChartBlock[], lines: LineBreaking): string {
  const { title, department, draftMark } = layout;
  const runs = pageRuns(layout);
  const first = runs.findIndex(({ page }) => page !== 'cover' && page !== 'contents');
  const printed = runs.map(({ page, blocks }, i) => ({
    page,
    restarts: i === first || page === 'contents',
    blocks: blocks.map((block) => blockData(block, charts, lines)),
  }));
  const targets = layout.blocks.flatMap(targetOf);
  return JSON.stringify({
    title,
    department,
    draftMark,
    margins,
    padding: cellPadding,
    lines,
    targets,
    runs: printed,
  });
}

function blockData(block: LayoutBlock, charts: readonly ChartBlock[], lines: LineBreaking): object {
  const printed = lines === 'office' ? officeBlock(block) : block;
  if (printed.kind === 'table') return tableData(printed, lines);
  if (block.kind !== 'chart') return printed;
  const { kind, alternative } = block;
  return { kind, alternative, width: chartWidth, picture: `chart-${charts.indexOf(block)}` };
}

/** An office suite gives a rule of half a point its place between the rows. */
const rule = 0.5;

function tableData(table: TableBlock, lines: LineBreaking): object {
  const size = typeSize(table);
  const gap = table.role === 'figures' ? rowGap.figures : rowGap.sheet;
  const row = (each: LayoutRow): object => rowData(each, table, size, lines);
  return {
    ...table,
    size,
    captionSize: captionSize(table),
    gap: gap + (size * (tableLine - 1) + rule) / 2,
    head: table.head.map(row),
    body: table.body.map(row),
  };
}

function rowData(
  { cells, total, mayBreak }: LayoutRow,
  table: TableBlock,
  size: number,
  lines: LineBreaking,
): object {
  return cells.map((cell) => {
    const { column, colspan, rowspan, kind, align, indent } = cell;
    const text = lines === 'office' ? officeCell(table, cell, size) : cell.text;
    return { text, column, colspan, rowspan, kind, align, indent, total, breaks: mayBreak || rowspan > 1 };
  });
}

/** In points: the width between the margins of text. */
const chartWidth = 440;

/** Bars are drawn as parts of the longest. */
function chartJson({ title, unitLine, items }: ChartBlock): string {
  const longest = Math.max(...items.map(({ share }) => share));
  const bars = items.map(({ name, text, share, shareText }) => ({
    ...{ name, text, shareText },
    part: share / longest,
  }));
  return JSON.stringify({ title, unitLine, items: bars, width: chartWidth });
}

function targetOf(block: LayoutBlock): readonly string[] {
  return (block.kind === 'heading' || block.kind === 'table') && block.target !== null ? [block.target] : [];
}
