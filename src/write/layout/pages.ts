import type { DocumentLayout, LayoutBlock, LayoutCell, TableBlock } from './block.ts';
import { textWidth } from './grid.ts';

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

/** Type in which no more names are broken than in this one is not made smaller, in points. */
const comfortable = 9;

/** Space on both sides of a cell's text, in points. */
export const cellPadding = 3;

/** Space above and below a cell's text, in points. */
export const rowGap = { figures: 1.5, sheet: 2.2 } as const;

/** From line to line of a table, in parts of the type. */
export const tableLine = 1.25;

const pointsPerMillimetre = 72 / 25.4;

/**
 * The largest type in points in which no amount and no code of the table is broken, and names take no more lines
 * than in comfortable type; a little smaller where that keeps the table on one page.
 */
export function typeSize(table: TableBlock): number {
  const largest = table.role === 'figures' ? sizes[0] : 9.5;
  const fitting = sizes.filter((size) => size <= largest && fits(table, size));
  const most = linesIn(table, comfortable);
  const chosen = fitting.find((size) => size <= comfortable || linesIn(table, size) <= most);
  const onOnePage = fitting.find(
    (size) =>
      size <= (chosen ?? largest) && size >= smallestForPage && heightOf(table, size) <= roomFor(table),
  );
  return onOnePage ?? chosen ?? sizes[sizes.length - 1] ?? comfortable;
}

const smallestForPage = 8;

/** What stands above a table, and the heading of a part above the first one, in points. */
const captionHeight = 90;
const partHeight = 60;
/** Space and rule of a row beside its lines, in points. */
const rowSpace = 4.5;

/** About how high a table stands. */
function heightOf(table: TableBlock, size: number): number {
  const lines = linesIn(table, size) + table.head.length;
  return lines * size * tableLine + (table.body.length + table.head.length) * rowSpace;
}

function roomFor({ orientation, startsPage, notes }: TableBlock): number {
  const { top, bottom } = margins[orientation];
  const height = orientation === 'landscape' ? paper.width : paper.height;
  const used = captionHeight + (startsPage ? 0 : partHeight) + notes.length * 20;
  return (height - top - bottom) * pointsPerMillimetre - used;
}

/** Digits and commas, in parts of the type's size. */
const digitWidth = 0.55;

function fits(table: TableBlock, size: number): boolean {
  return [...table.head, ...table.body].every(({ cells }) =>
    cells.every((cell) => {
      const longest = Math.max(0, ...(cell.text.match(/[\d.,%-]+/g) ?? []).map(({ length }) => length));
      return (longest * digitWidth + cell.indent) * size + 1 <= textRoom(table, cell);
    }),
  );
}

/** How many lines the rows of the body take. */
function linesIn(table: TableBlock, size: number): number {
  const lines = table.body.map(({ cells }) =>
    Math.max(
      1,
      ...cells.map((cell) => {
        const width = (textWidth(cell.text) / 2 + cell.indent) * size;
        return Math.ceil(width / textRoom(table, cell) / cell.rowspan);
      }),
    ),
  );
  return lines.reduce((sum, own) => sum + own, 0);
}

/** What a cell leaves for its text, in points. */
export function textRoom({ widths, orientation }: TableBlock, { column, colspan }: LayoutCell): number {
  const share = widths.slice(column, column + colspan).reduce((sum, part) => sum + part, 0);
  return share * printableWidth(orientation) * pointsPerMillimetre - 2 * cellPadding;
}
