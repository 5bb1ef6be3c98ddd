import type {
  ChartBlock,
  DocumentLayout,
  LayoutBlock,
  LayoutCell,
  LayoutRow,
  TableBlock,
} from '../layout/block.ts';
import { cellPadding, margins, pageRuns, typeSize } from '../layout/pages.ts';

/** Space above and below a cell's text, in points. */
const rowGap = { figures: 2.9, sheet: 3.2 } as const;

/** A document as the templates take it: JSON texts, so that nothing of it can be markup. */
export interface DocumentData {
  readonly document: string;
  readonly charts: readonly string[];
}

export function documentData(layout: DocumentLayout): DocumentData {
  const charts = layout.blocks.filter((block) => block.kind === 'chart');
  return { document: documentJson(layout, charts), charts: charts.map(chartJson) };
}

function documentJson(layout: DocumentLayout, charts: readonly ChartBlock[]): string {
  const { title, department, draftMark } = layout;
  const runs = pageRuns(layout);
  const first = runs.findIndex(({ page }) => page !== 'cover' && page !== 'contents');
  const printed = runs.map(({ page, blocks }, i) => ({
    page,
    restarts: i === first || page === 'contents',
    blocks: blocks.map((block) => blockData(block, charts)),
  }));
  const targets = layout.blocks.flatMap(targetOf);
  return JSON.stringify({
    title,
    department,
    draftMark,
    margins,
    padding: cellPadding,
    targets,
    runs: printed,
  });
}

function blockData(block: LayoutBlock, charts: readonly ChartBlock[]): object {
  if (block.kind === 'table') return tableData(block);
  if (block.kind !== 'chart') return block;
  const { kind, alternative } = block;
  return { kind, alternative, width: chartWidth, picture: `chart-${charts.indexOf(block)}` };
}

function tableData(table: TableBlock): object {
  const { head, body, role } = table;
  return {
    ...table,
    size: typeSize(table),
    gap: role === 'figures' ? rowGap.figures : rowGap.sheet,
    head: head.map(rowData),
    body: body.map(rowData),
  };
}

function rowData({ cells, total, mayBreak }: LayoutRow): object {
  return cells.map(({ text, column, colspan, rowspan, kind, align, indent }: LayoutCell) => ({
    ...{ text, column, colspan, rowspan, kind, align, indent, total },
    breaks: mayBreak || rowspan > 1,
  }));
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
