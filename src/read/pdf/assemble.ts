import type { Extent } from '../../file/pdfFrame.ts';
import type { Box, Place } from '../../model/place.ts';
import type { Block, Grid, Paragraph, SourceCell, SourceDocument, SourceNote } from '../../model/source.ts';
import { rejoinParagraphs } from '../paragraphs.ts';
import { joinTables } from './continuation.ts';
import type { DraftBlock, DraftCell, DraftGrid, DraftLine, PageLayout } from './draft.ts';
import { isPicture } from './draft.ts';
import { boundsOf } from './glyphLines.ts';
import { findMargins } from './margins.ts';
import type { ProseParagraph, TextColumn } from './prose.ts';
import { joinLinesOfText, textColumns } from './prose.ts';
import { joinSidePages } from './sidePages.ts';

/** Gives the place of a box on a page as it is shown. */
type Placing = (page: number, box?: Extent) => Place;

/** Puts pages together: what runs along in margins apart, tables and paragraphs over page breaks as one. */
export function assemble(file: string, pages: readonly PageLayout[]): SourceDocument {
  const { lines, printed } = findMargins(pages);
  const content = pages.map((page) => ({
    ...page,
    blocks: page.blocks.filter((block) => !lines.has(block)),
  }));
  const { blocks, repeated } = joinTables(joinSidePages(content).flat());
  const placing = placingOf(file, pages, printed);
  const running = pages.flatMap((page) => page.blocks.filter((block) => lines.has(block)));
  const margins = [...running, ...repeated].filter((block) => block.kind === 'line');
  return {
    file,
    format: 'pdf',
    blocks: toBlocks(blocks, textColumns(content), placing),
    margins: margins.map((line) => toParagraph({ lines: [line], text: line.text, starts: [0] }, placing)),
    pages: pages.at(-1)?.page ?? 0,
    notes: [...notesOf(pages, placing), ...alignedTables(blocks, placing)],
  };
}

function placingOf(
  file: string,
  pages: readonly PageLayout[],
  printed: ReadonlyMap<number, number>,
): Placing {
  const shown = new Map(pages.map((page) => [page.page, page.shown]));
  return (page, box) => {
    const printedPage = printed.get(page);
    return {
      file,
      page,
      ...(printedPage === undefined ? {} : { printedPage }),
      ...(box === undefined ? {} : { box: toBox(shown.get(page)?.(box) ?? box) }),
    };
  };
}

function toBox({ x0, y0, x1, y1 }: Extent): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1 - x0), round(y1 - y0)];
}

function toBlocks(
  drafts: readonly DraftBlock[],
  columns: ReadonlyMap<number, TextColumn>,
  placing: Placing,
): Block[] {
  const blocks: Block[] = [];
  let lines: DraftLine[] = [];
  const flush = (): void => {
    for (const paragraph of joinLinesOfText(lines, columns)) blocks.push(toParagraph(paragraph, placing));
    lines = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'line') {
      lines.push(draft);
    } else {
      flush();
      blocks.push(toGrid(draft, placing));
    }
  }
  flush();
  return rejoinParagraphs(blocks);
}

function toParagraph({ lines, text, starts }: ProseParagraph, placing: Placing): Paragraph {
  const spans = lines.map((line, index) => ({
    start: starts[index] ?? 0,
    end: (starts[index] ?? 0) + line.text.length,
    place: placing(line.page, line),
  }));
  const page = lines[0]?.page ?? 1;
  const box = boundsOf(lines.filter((line) => line.page === page));
  return { kind: 'paragraph', text, place: placing(page, box), spans };
}

function toGrid(draft: DraftGrid, placing: Placing): Grid {
  const cells = new Map<DraftCell, SourceCell>();
  const cellOf = (cell: DraftCell): SourceCell => {
    const found = cells.get(cell) ?? { text: cell.text, place: placing(cell.page, cell.box) };
    cells.set(cell, found);
    return found;
  };
  const rows = draft.rows.map((row) => row.map(cellOf));
  return { kind: 'grid', rows, place: placing(draft.page, draft.box) };
}

function notesOf(pages: readonly PageLayout[], placing: Placing): SourceNote[] {
  return pages.flatMap((page): SourceNote[] => [
    ...(isPicture(page) ? [{ code: 'picturePage' as const, place: placing(page.page) }] : []),
    ...(page.garbled ? [{ code: 'lossyEncoding' as const, place: placing(page.page) }] : []),
    ...(page.uncertain ? [{ code: 'uncertainLayout' as const, place: placing(page.page) }] : []),
  ]);
}

/** Tables whose columns no line decides: where they stand on each page. */
function alignedTables(blocks: readonly DraftBlock[], placing: Placing): SourceNote[] {
  const loose = blocks.filter((block) => block.kind === 'grid' && !block.ruled);
  return loose.flatMap((block): SourceNote[] => {
    const cells = block.kind === 'grid' ? block.rows.flat() : [];
    return [...new Set(cells.map(({ page }) => page))].map((page) => {
      const own = cells.filter((cell) => cell.page === page && cell.text !== '');
      return { code: 'alignedTable', place: placing(page, boundsOf(own.map(({ box }) => box))) };
    });
  });
}
