import type { Mark } from '../marks.ts';
import { countOccurrences, findOccurrence } from '../occurrence.ts';
import type { Stretch } from '../occurrence.ts';
import type { ScannedBlock, ScannedCell, ScannedParagraph } from './scan.ts';

/** What a comment is anchored at: characters of one paragraph, or whole paragraphs. */
export interface Target {
  readonly first: ScannedParagraph;
  readonly last: ScannedParagraph;
  /** The very characters, where they are certain. */
  readonly stretch: Stretch | null;
}

/** A sentence cut by page breaks goes on in the next elements of the body. */
const farthestPart = 6;

/**
 * Where a mark belongs: the printed text in the paragraph or cell of its place, else that paragraph or cell
 * as a whole. A mark without an element of the body belongs to the first paragraph of the document.
 */
export function targetOf(blocks: readonly ScannedBlock[], mark: Mark): Target | undefined {
  const { block, cell } = mark.place;
  const scanned = blocks[block ?? -1];
  if (block === undefined || scanned === undefined || scanned.paragraphs.length === 0) {
    return whole(
      blocks
        .find(({ paragraphs }) => paragraphs.some(({ text }) => text.trim() !== ''))
        ?.paragraphs.slice(0, 1),
    );
  }
  if (cell !== undefined) {
    const found = cellOf(scanned, cell, mark);
    if (found !== undefined) return within(found.paragraphs, mark) ?? whole(found.paragraphs);
  }
  return (
    within(scanned.paragraphs, mark) ??
    (scanned.tables.length === 0 ? inNextParts(blocks, block, mark) : undefined) ??
    whole(scanned.paragraphs.slice(0, 1))
  );
}

function whole(paragraphs: readonly ScannedParagraph[] | undefined): Target | undefined {
  const first = paragraphs?.[0];
  const last = paragraphs?.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last, stretch: null };
}

/** The cell at an address such as "B12"; of several tables in the element, the one with the printed text. */
function cellOf(block: ScannedBlock, address: string, mark: Mark): ScannedCell | undefined {
  const parts = /^([A-Z]+)(\d+)$/.exec(address);
  if (parts === null) return undefined;
  const column =
    Array.from(parts[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(parts[2]) - 1;
  const cells = block.tables.flatMap((table) =>
    table.filter((cell) => cell.row === row && cell.column === column),
  );
  if (mark.reported === null || mark.reported === '' || cells.length < 2) return cells[0];
  return cells.find((cell) =>
    cell.paragraphs.some(({ text }) => countOccurrences(text, mark.reported ?? '') > 0),
  );
}

/** The printed text in the one paragraph that holds it. */
function within(paragraphs: readonly ScannedParagraph[], mark: Mark): Target | undefined {
  const { reported, quotes, place } = mark;
  if (reported === null || reported === '') return undefined;
  const holding = paragraphs.filter(({ text }) => countOccurrences(text, reported) > 0);
  const quoting = holding.filter(({ text }) => quotes.some((quote) => countOccurrences(text, quote) > 0));
  const only = holding.length === 1 ? holding[0] : quoting.length === 1 ? quoting[0] : undefined;
  if (only === undefined) return undefined;
  const stretch = findOccurrence(only.text, { text: reported, quotes, offset: place.offset });
  return { first: only, last: only, stretch: stretch ?? null };
}

function inNextParts(blocks: readonly ScannedBlock[], block: number, mark: Mark): Target | undefined {
  for (const next of blocks.slice(block + 1, block + 1 + farthestPart)) {
    if (next.tables.length > 0) return undefined;
    const found = within(next.paragraphs, mark);
    if (found !== undefined) return found;
  }
  return undefined;
}
