import type { ContentsEntry } from '../../model/disclosure.ts';
import type { Block, Paragraph } from '../../model/source.ts';
import {
  contentsLine,
  goesOnIn,
  isContentsHeading,
  isRemark,
  lonePage,
  namedBy,
  partNumberOf,
  withAttachedPages,
} from './contentsLine.ts';

export interface ContentsPage {
  readonly entries: readonly ContentsEntry[];
  /** The paragraphs of the contents page: no other part of the document is looked for in them. */
  readonly used: ReadonlySet<Block>;
}

/** The contents page: the lines after 目录, or from the first part on, up to where they are printed again. */
export function readContents(blocks: readonly Block[]): ContentsPage {
  const heading = headingAt(blocks);
  const from = heading < 0 ? unheadedAt(blocks) : heading + 1;
  if (from < 0) return { entries: [], used: new Set() };
  const used = new Set<Block>(heading < 0 ? [] : blocks.slice(heading, from));
  const list: Listing = { blocks, entries: [] };
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph' || !takes(list, block, i)) break;
    used.add(block);
  }
  return { entries: withAttachedPages(list.entries), used };
}

/** The line 目录; one with more words in it only where entries follow. */
function headingAt(blocks: readonly Block[]): number {
  return blocks.findIndex(
    (block, i) =>
      block.kind === 'paragraph' &&
      isContentsHeading(block.text) &&
      (/^[（(]?\s*目\s*[录次]\s*[）)]?$/.test(block.text.trim()) || entryWithin(blocks, i + 1, 2)),
  );
}

function entryWithin(blocks: readonly Block[], from: number, lines: number): boolean {
  return blocks
    .slice(from, from + lines)
    .some((block) => block.kind === 'paragraph' && contentsLine(block.text) !== null);
}

const fewestEntries = 4;

/** A list of the parts and sections without the word 目录, as web pages print it: nothing but headings, and again. */
function unheadedAt(blocks: readonly Block[]): number {
  const start = blocks.findIndex(isFirstPart);
  const again = blocks.findIndex((block, i) => i > start && isFirstPart(block));
  if (start < 0 || again - start < fewestEntries) return -1;
  const between = blocks.slice(start, again);
  const isList = between.every(
    (block) => block.kind === 'paragraph' && block.text.split('\n').every(isListed),
  );
  return isList ? start : -1;
}

function isFirstPart(block: Block): boolean {
  return block.kind === 'paragraph' && partNumberOf(block.text) === '第一部分';
}

function isListed(line: string): boolean {
  return contentsLine(line) !== null || isRemark(line);
}

interface Listing {
  readonly blocks: readonly Block[];
  readonly entries: ContentsEntry[];
}

/** Takes the paragraph, at index `i`, into the list; false where the list has ended before it. */
function takes(list: Listing, paragraph: Paragraph, i: number): boolean {
  const { blocks, entries } = list;
  for (const line of paragraph.text.split('\n').filter((text) => text.trim() !== '')) {
    const entry = contentsLine(line);
    if (repeats(line, entries)) return false;
    if (entry !== null) entries.push({ ...entry, place: paragraph.place });
    else if (!goesOnAfter(blocks, i, entries) || !takesRemark(line, entries, paragraph)) return false;
  }
  return true;
}

/** How many of the first entries the text may begin with: a part may bear no heading. */
const firstEntries = 3;

/** The line prints one of the first entries again, or the first part's number: the text begins. */
function repeats(line: string, entries: readonly ContentsEntry[]): boolean {
  const [first] = entries;
  if (first === undefined) return false;
  const part = partNumberOf(line);
  if (part !== null && part === partNumberOf(first.title)) return true;
  const named = namedBy(contentsLine(line)?.title ?? line);
  return named.length > 1 && entries.slice(0, firstEntries).some(({ title }) => namedBy(title) === named);
}

/** So many lines may stand between two entries. */
const mostRemarks = 4;

/** An entry that is none of those before follows, with nothing but remarks until then. */
function goesOnAfter(blocks: readonly Block[], i: number, entries: readonly ContentsEntry[]): boolean {
  for (const next of blocks.slice(i + 1, i + 1 + mostRemarks)) {
    if (next.kind !== 'paragraph') return false;
    const entry = contentsLine(next.text);
    if (entry !== null) return !isKnown(entry.title, entries) && !/[:：，,]/.test(entry.title);
    if (!isRemark(next.text)) return false;
  }
  return false;
}

function isKnown(title: string, entries: readonly ContentsEntry[]): boolean {
  const part = partNumberOf(title);
  const named = namedBy(title);
  return entries.some(
    (entry) => namedBy(entry.title) === named || (partNumberOf(entry.title) === part && part !== null),
  );
}

/** A lone page number and the rest of a title belong to the last entry; other remarks are left out. */
function takesRemark(line: string, entries: ContentsEntry[], paragraph: Paragraph): boolean {
  const last = entries.at(-1);
  const page = lonePage(line);
  if (last !== undefined && page !== null && last.page === null) {
    entries.splice(-1, 1, { ...last, page });
  } else if (last?.page === null && page === null && goesOnIn(last.title, line)) {
    entries.splice(-1, 1, { ...last, title: last.title + line.trim() });
  } else if (page === null && /(?:表|说明)(?:[（(].*[）)])?$/.test(line.trim())) {
    entries.push({ title: line.trim(), page: null, place: paragraph.place });
  }
  return page !== null || isRemark(line);
}
