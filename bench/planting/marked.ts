import type { Place } from '../../src/model/place.ts';
import type { Block, Grid, Paragraph, SourceCell, SourceDocument } from '../../src/model/source.ts';

/**
 * Cells and stretches of text get a number that stays with their places through recognition, so that a figure
 * leads back to what is to be changed in the source, whatever the format's own coordinates are.
 */
export type Marked = Place & { readonly mark?: number };

export function markOf(place: Place): number {
  return (place as Marked).mark ?? -1;
}

/** The same source with every cell and span marked. */
export function markedSource(source: SourceDocument): SourceDocument {
  let marks = 0;
  const withMark = (place: Place): Marked => ({ ...place, mark: marks++ });
  const cells = new Map<SourceCell, SourceCell>();
  const cellOf = (cell: SourceCell): SourceCell => {
    const own = cells.get(cell) ?? { ...cell, place: withMark(cell.place) };
    cells.set(cell, own);
    return own;
  };
  const blockOf = (block: Block): Block =>
    block.kind === 'grid'
      ? { ...block, rows: block.rows.map((row) => row.map(cellOf)) }
      : {
          ...block,
          place: withMark(block.place),
          spans: block.spans.map((span) => ({ ...span, place: withMark(span.place) })),
        };
  return { ...source, blocks: source.blocks.map(blockOf) };
}

/** Where a mark stands in the source. */
export type Spot =
  | { readonly kind: 'cell'; readonly block: number; readonly row: number; readonly cell: SourceCell }
  | { readonly kind: 'text'; readonly block: number; readonly start: number; readonly end: number };

/** The spots of a marked source by their marks. */
export function spotsOf({ blocks }: SourceDocument): ReadonlyMap<number, Spot> {
  const spots = new Map<number, Spot>();
  blocks.forEach((block, b) => {
    if (block.kind === 'paragraph') {
      for (const { start, end, place } of block.spans)
        spots.set(markOf(place), { kind: 'text', block: b, start, end });
      return;
    }
    block.rows.forEach((row, r) => {
      for (const cell of row) {
        const mark = markOf(cell.place);
        if (!spots.has(mark)) spots.set(mark, { kind: 'cell', block: b, row: r, cell });
      }
    });
  });
  return spots;
}

/** A stretch of the source to be printed otherwise. */
export interface Edit {
  readonly block: number;
  /** The cell, or null for a paragraph. */
  readonly cell: SourceCell | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with the edit. */
export function edited(source: SourceDocument, edit: Edit): SourceDocument {
  const blocks = source.blocks.map((block, b) => {
    if (b !== edit.block) return block;
    return block.kind === 'grid' ? editedGrid(block, edit) : editedParagraph(block, edit);
  });
  return { ...source, blocks };
}

function spliced(text: string, { start, end, text: instead }: Edit): string {
  return text.slice(0, start) + instead + text.slice(end);
}

function editedGrid(grid: Grid, edit: Edit): Grid {
  const { cell } = edit;
  if (cell === null) return grid;
  const changed = { ...cell, text: spliced(cell.text, edit) };
  return { ...grid, rows: grid.rows.map((row) => row.map((own) => (own === cell ? changed : own))) };
}

function editedParagraph(paragraph: Paragraph, edit: Edit): Paragraph {
  const shift = edit.text.length - (edit.end - edit.start);
  const spans = paragraph.spans.map((span) => ({
    ...span,
    start: span.start > edit.start ? span.start + shift : span.start,
    end: span.end >= edit.end ? span.end + shift : span.end,
  }));
  return { ...paragraph, text: spliced(paragraph.text, edit), spans };
}
