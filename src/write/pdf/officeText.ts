import type { GlossaryBlock, LayoutBlock, LayoutCell, TableBlock } from '../layout/block.ts';
import { officeLines } from '../layout/officeLines.ts';
import { printableWidth, textRoom } from '../layout/pages.ts';

const pointsPerMillimetre = 72 / 25.4;
const textSize = 16;
const titleSize = 22;
const noteSize = 10.5;
/** Two characters. */
const indent = 32;

function body(text: string): string {
  return broken(text, textSize, printableWidth('text'), indent);
}

/** `width` in millimetres, the rest in points. */
function broken(text: string, size: number, width: number, firstIndent = 0): string {
  return officeLines(text, size, width * pointsPerMillimetre, firstIndent).join('\n');
}

/** A block whose texts have a line break wherever an office suite breaks them; cells are broken by `officeCell`. */
export function officeBlock(block: LayoutBlock): LayoutBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: body(block.text) };
    case 'heading':
      return {
        ...block,
        text: block.level === 1 ? broken(block.text, titleSize, printableWidth('text')) : body(block.text),
      };
    case 'glossary':
      return { ...block, entries: block.entries.map(officeEntry) };
    case 'table':
      return officeCaptions(block);
    case 'cover':
    case 'contents':
    case 'chart':
      return block;
  }
}

type GlossaryEntry = GlossaryBlock['entries'][number];

/** All of an entry stands in its definition: term and definition share lines. */
function officeEntry({ label, term, definition }: GlossaryEntry): GlossaryEntry {
  return { label: '', term: '', definition: body(`${label}${term}：${definition}`) };
}

function officeCaptions(table: TableBlock): TableBlock {
  const width = printableWidth(table.orientation);
  return {
    ...table,
    title: broken(table.title, captionSize(table), width),
    notes: table.notes.map((note) => broken(note, noteSize, width)),
  };
}

/** The type of a table's title, in points. */
export function captionSize({ titleLevel }: TableBlock): number {
  return titleLevel === 2 ? 16 : 15;
}

/** A cell's text with the line breaks of an office suite; `size` of its type in points. */
export function officeCell(table: TableBlock, cell: LayoutCell, size: number): string {
  return officeLines(cell.text, size, textRoom(table, cell) - cell.indent * size, 0).join('\n');
}
