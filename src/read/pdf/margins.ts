import type { DraftBlock, DraftLine, PageLayout } from './draft.ts';

/** Lines of a document that stand on many pages at one place, and the numbers of pages as printed. */
export interface Margins {
  readonly lines: ReadonlySet<DraftBlock>;
  /** By physical page. */
  readonly printed: ReadonlyMap<number, number>;
}

/** Running lines stand within this share of the page from its top or bottom. */
const zone = 0.13;
const closest = 3;

const marked = /^[-—–－~～·•\s]*第?\s*(\d{1,4})\s*页?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－~～·•\s]*$/;
/** Pages before the first part are often numbered with Roman numerals. */
const roman = /^[-—–－~～·•\s]*(?:[ivx]{1,5}|[IVX]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ])[-—–－~～·•\s]*$/;
const bare = /^\d{1,4}$/;
/** What stands above a table on every page of tables and is no running line: 预算公开表3, 附表2-1. */
const label = /单位\s*[:：]|编制|^表\s*\d|表\s*\d{1,2}(?:-\d{1,2})?$|[一二三四五六七八九十]、/;

interface Candidate {
  readonly line: DraftLine;
  readonly page: PageLayout;
  /** Standing at the top, and how many lines are outside of it. */
  readonly top: boolean;
  readonly depth: number;
}

/** Finds running headers and footers and the printed page numbers. */
export function findMargins(pages: readonly PageLayout[]): Margins {
  const candidates = pages.flatMap(edgeLines);
  const lines = new Set<DraftBlock>();
  const printed = new Map<number, number>();
  for (const { line, number } of pageNumbers(candidates, pages.length)) {
    lines.add(line);
    if (!printed.has(line.page)) printed.set(line.page, number);
  }
  for (const { line, depth } of candidates) if (depth < 2 && roman.test(line.text)) lines.add(line);
  for (const line of runningLines(candidates, pages.length)) lines.add(line);
  return { lines, printed };
}

/** The lines nearest to the top and to the bottom that lie in the margin zones, up to the first table. */
function edgeLines(page: PageLayout): Candidate[] {
  const limit = zone * page.height;
  const found: Candidate[] = [];
  const walk = (blocks: readonly DraftBlock[], top: boolean): void => {
    for (const [depth, line] of blocks.slice(0, closest).entries()) {
      if (line.kind === 'grid') return;
      const inside = top ? line.base < limit : line.base > page.height - limit;
      if (!inside) return;
      found.push({ line, page, top, depth });
    }
  };
  walk(page.blocks, true);
  walk([...page.blocks].reverse(), false);
  return found;
}

interface NumberLine {
  readonly line: DraftLine;
  readonly number: number;
}

/** A number with marks around it is a page number; a bare one when it keeps step with the pages. */
function pageNumbers(candidates: readonly Candidate[], pages: number): NumberLine[] {
  const numbers = candidates.flatMap(({ line, depth }) => {
    const number = depth < 2 ? marked.exec(line.text)?.[1] : undefined;
    return number === undefined ? [] : [{ line, number: Number(number), offset: Number(number) - line.page }];
  });
  const steps = new Map<number, number>();
  for (const { line, offset } of numbers)
    if (bare.test(line.text)) steps.set(offset, (steps.get(offset) ?? 0) + 1);
  return numbers.filter(({ line, offset }) => {
    if (!bare.test(line.text)) return true;
    return (steps.get(offset) ?? 0) >= Math.min(2, pages);
  });
}

function runningLines(candidates: readonly Candidate[], pages: number): DraftLine[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { line, page, top } = candidate;
    if (label.test(line.text)) continue;
    const distance = Math.round((top ? line.base : page.height - line.base) / 6);
    const key = `${top ? 'top' : 'bottom'} ${distance} ${line.text.replace(/\d+/g, '0')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  const fewest = Math.max(3, 0.3 * pages);
  return [...groups.values()]
    .filter((group) => group.length >= fewest)
    .flatMap((group) => group.map(({ line }) => line));
}
