import type { DocumentLayout, LayoutBlock, TableBlock } from './block.ts';

/** The kinds of pages: text has the wide margins of official documents, tables use more of the paper. */
export type PageKind = 'cover' | 'contents' | 'text' | 'portrait' | 'landscape';

/** Blocks that stand on pages of one kind, in order. */
export interface PageRun {
  readonly page: PageKind;
  readonly blocks: readonly LayoutBlock[];
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A4 and its margins, in millimetres; those of text follow GB/T 9704. */
export const paper = { width: 210, height: 297 } as const;

const textMargins: Margins = { top: 37, bottom: 35, left: 28, right: 26 };

export const margins: Readonly<Record<PageKind, Margins>> = {
  cover: textMargins,
  contents: textMargins,
  text: textMargins,
  portrait: { top: 22, bottom: 22, left: 20, right: 20 },
  landscape: { top: 22, bottom: 20, left: 20, right: 20 },
};

/** The width between the margins, in millimetres. */
export function printableWidth(page: PageKind): number {
  const { left, right } = margins[page];
  return (page === 'landscape' ? paper.height : paper.width) - left - right;
}

/** The document as runs of pages. The heading of a part stands on the page of the table that follows it. */
export function pageRuns({ blocks }: DocumentLayout): readonly PageRun[] {
  const runs: { page: PageKind; blocks: LayoutBlock[] }[] = [];
  blocks.forEach((block, i) => {
    const page = pageOf(block, blocks[i + 1]);
    const last = runs.at(-1);
    if (last?.page === page) last.blocks.push(joined(block, blocks[i - 1]));
    else runs.push({ page, blocks: [block] });
  });
  return runs;
}

/** A table right after a part's heading begins no page: the heading has begun one. */
function joined(block: LayoutBlock, before: LayoutBlock | undefined): LayoutBlock {
  const isHeaded = before?.kind === 'heading' && before.startsPage;
  return block.kind === 'table' && isHeaded ? { ...block, startsPage: false } : block;
}

function pageOf(block: LayoutBlock, next: LayoutBlock | undefined): PageKind {
  switch (block.kind) {
    case 'cover':
    case 'contents':
      return block.kind;
    case 'table':
      return block.orientation;
    case 'heading':
      return block.startsPage && next?.kind === 'table' ? next.orientation : 'text';
    case 'paragraph':
    case 'chart':
    case 'glossary':
      return 'text';
  }
}

const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;

/** Space on both sides of a cell's text, in points. */
export const cellPadding = 3;

const pointsPerMillimetre = 72 / 25.4;

/** The largest type in points at which no amount and no code of the table is broken. */
export function typeSize(table: TableBlock): number {
  const width = printableWidth(table.orientation) * pointsPerMillimetre;
  const largest = table.role === 'figures' ? sizes[0] : 9.5;
  return sizes.find((size) => size <= largest && fits(table, size, width)) ?? sizes[sizes.length - 1] ?? 6;
}

/** Digits and commas, in parts of the type's size. */
const digitWidth = 0.55;

function fits({ head, body, widths }: TableBlock, size: number, width: number): boolean {
  return [...head, ...body].every(({ cells }) =>
    cells.every(({ text, column, colspan, indent }) => {
      const share = widths.slice(column, column + colspan).reduce((sum, part) => sum + part, 0);
      const longest = Math.max(0, ...(text.match(/[\d.,%-]+/g) ?? []).map(({ length }) => length));
      return (longest * digitWidth + indent) * size + 2 * cellPadding + 1 <= share * width;
    }),
  );
}
