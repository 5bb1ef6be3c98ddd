import type { DraftLine, PageLayout } from './draft.ts';
import { median } from './glyphLines.ts';

/** Lines of one paragraph in order, and its text. */
export interface ProseParagraph {
  readonly lines: readonly DraftLine[];
  readonly text: string;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
}

/** The column of text on a page. In points. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
  /** The usual distance of lines. */
  readonly pitch: number;
}

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?!\d))|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|[①-⑳⑴-⒛㈠-㈩]|[●■◆★※])/;
const heading = /^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章))[^。；，]*$/;
const label =
  /^[（(]?(?:金额)?单位\s*[:：]|^(?:编制|填报|预算|部门|单位)[^，。]{0,6}[:：][^，。]{1,30}$|^(?:附件|附表|表)\s*\d*[:：]?$|^[^，。；]{0,8}表\s*\d{1,2}(?:-\d{1,2})?$/;
/** A table's label with its title behind it: 表1 部门收支总体情况表. */
const labelledTitle =
  /^(?:(?:附|公开|预算)?表\s*\d{1,2}(?:-\d{1,2})?|(?:预算|决算|财决|公开){1,3}\s*\d{1,2}(?:-\d{1,2})?\s*表)[\s:：.、]*[^，。；]{2,40}表(?:[（(][^）)]*[）)])?$/;
const ended = /[。；：！？…;:!?][”’"』」）)]*$/;
const open = /[，、（(“《—]$/;
const leader = /[.．…·]{4,}|…{2,}/;
/** A sentence has begun: a line of the same indent goes on with it. */
const begun = /[，；。]/;
const latinEnd = /[A-Za-z]$/;
const latinStart = /^[A-Za-z]/;

/**
 * Where the text of a page stands: by its own lines; where they are few, by those of the nearest page of its size
 * that has enough and whose column they fit in; else by all pages of its size, those of tables too.
 */
export function textColumns(pages: readonly PageLayout[]): ReadonlyMap<number, TextColumn> {
  const bySize = new Map<string, DraftLine[]>();
  for (const page of pages) {
    const key = sizeKey(page);
    const lines = bySize.get(key) ?? [];
    lines.push(...linesOf(page));
    bySize.set(key, lines);
  }
  const whole = new Map([...bySize].map(([key, lines]) => [key, columnOf(lines)]));
  const own = new Map(pages.map((page) => [page.page, ownColumn(page)]));
  const [before, after] = [lastKnown(pages, own), lastKnown([...pages].reverse(), own)];
  return new Map(
    pages.map((page) => {
      const lines = linesOf(page);
      const near = [before.get(page.page), after.get(page.page)].filter((column) => column !== undefined);
      const fitting = near.find((column) => lines.every((line) => fitsIn(line, column)));
      const column = own.get(page.page) ?? fitting ?? whole.get(sizeKey(page));
      return [page.page, column ?? { left: 0, right: page.width, pitch: 0 }];
    }),
  );
}

/** The column of a page that has lines enough to tell it. */
function ownColumn(page: PageLayout): TextColumn | null {
  const own = linesOf(page).filter((line) => line.text.length >= 12);
  const column = columnOf(linesOf(page));
  return own.length >= 4 && reaching(own, column.right) >= 2 ? column : null;
}

/** For each page the known column of the last page of its size, in the order given. */
function lastKnown(
  pages: readonly PageLayout[],
  own: ReadonlyMap<number, TextColumn | null>,
): ReadonlyMap<number, TextColumn> {
  const latest = new Map<string, TextColumn>();
  const found = new Map<number, TextColumn>();
  for (const page of pages) {
    const column = own.get(page.page) ?? latest.get(sizeKey(page));
    if (column === undefined) continue;
    latest.set(sizeKey(page), column);
    found.set(page.page, column);
  }
  return found;
}

function fitsIn({ x0, x1, em }: DraftLine, { left, right }: TextColumn): boolean {
  return x0 > left - em && x1 < right + em;
}

/** A border of a column is known when more than the longest line reaches it. */
function reaching(lines: readonly DraftLine[], right: number): number {
  return lines.filter((line) => line.x1 > right - 1.5 * line.em).length;
}

const sizeKey = ({ width, height }: PageLayout): string => `${Math.round(width)} ${Math.round(height)}`;

function linesOf(page: PageLayout): DraftLine[] {
  return page.blocks.filter((block) => block.kind === 'line');
}

/** Long lines tell the borders; the outermost of them may be a note, so the edge is taken a little inside. */
function columnOf(lines: readonly DraftLine[]): TextColumn {
  const long = lines.filter((line) => line.text.length >= 12 && !line.apart);
  const used = long.length > 0 ? long : lines;
  const left = [...used.map((line) => line.x0)].sort((a, b) => a - b);
  const right = [...used.map((line) => line.x1)].sort((a, b) => b - a);
  const rank = used.length < 10 ? 0 : Math.floor(used.length * 0.04);
  const steps = lines
    .slice(1)
    .map((line, index) => (line.page === lines[index]?.page ? line.base - lines[index].base : 0));
  const pitch = median(steps.filter((step, index) => step > 0.8 * (lines[index + 1]?.em ?? 1) && step < 60));
  return { left: left[rank] ?? 0, right: right[rank] ?? 0, pitch };
}

/** Rejoins lines that follow each other, over pages too, into the paragraphs of the author. */
export function joinLinesOfText(
  lines: readonly DraftLine[],
  columns: ReadonlyMap<number, TextColumn>,
): ProseParagraph[] {
  const paragraphs: DraftLine[][] = [];
  let current: DraftLine[] = [];
  for (const line of lines) {
    const before = current.at(-1);
    const column = columns.get(line.page);
    const above = before === undefined ? undefined : columns.get(before.page);
    if (before !== undefined && column && above && goesOn(current, before, line, above, column)) {
      current.push(line);
    } else {
      current = [line];
      paragraphs.push(current);
    }
  }
  return paragraphs.map(toParagraph);
}

function toParagraph(lines: readonly DraftLine[]): ProseParagraph {
  let text = '';
  const starts: number[] = [];
  for (const line of lines) {
    if (latinEnd.test(text) && latinStart.test(line.text)) text += ' ';
    starts.push(text.length);
    text += line.text;
  }
  return { lines, text, starts };
}

function goesOn(
  paragraph: readonly DraftLine[],
  before: DraftLine,
  line: DraftLine,
  above: TextColumn,
  column: TextColumn,
): boolean {
  if (line.apart || before.apart || label.test(line.text) || label.test(before.text)) return false;
  if (labelledTitle.test(line.text) || labelledTitle.test(before.text)) return false;
  if (leader.test(before.text) || /\s\d{1,3}$/.test(before.text)) return false;
  if (Math.max(line.em, before.em) > 1.2 * Math.min(line.em, before.em)) return false;
  if (!isFull(before, line, above) || farBelow(before, line, column)) return false;
  if (isCentred(line, column) || isCentred(before, above)) return false;
  if (heading.test(before.text) && paragraph.length === 1 && numbered.test(line.text)) return false;
  const indent = (line.x0 - column.left) / line.em;
  if (numbered.test(line.text) && !open.test(before.text))
    return !startsNumber(paragraph, before, line, indent);
  return (
    indent < 1.2 ||
    (sameStart(before, line, above, column) &&
      !ended.test(before.text) &&
      (paragraph.length > 1 || begun.test(before.text)))
  );
}

/**
 * "1." at the start of a line is a number of an item, above all below another item that begins at the same
 * place, unless the line goes on at the border mid-sentence.
 */
function startsNumber(
  paragraph: readonly DraftLine[],
  before: DraftLine,
  line: DraftLine,
  indent: number,
): boolean {
  const [first] = paragraph;
  const below =
    first !== undefined && numbered.test(first.text) && Math.abs(first.x0 - line.x0) < 0.5 * line.em;
  const clear = indent > 1.2 || ended.test(before.text) || /^[一二三四五六七八九十第（(]/.test(line.text);
  return clear || (below && paragraph.length === 1);
}

function sameStart(before: DraftLine, line: DraftLine, above: TextColumn, column: TextColumn): boolean {
  return Math.abs(before.x0 - above.left - (line.x0 - column.left)) < 0.5 * line.em;
}

/** True when the next line's first word would not have fitted into this line. */
function isFull(before: DraftLine, line: DraftLine, above: TextColumn): boolean {
  const glyphs = line.words[0]?.glyphs ?? [];
  const first = /^[A-Za-z\d.,%]+[^A-Za-z\d.,%]?|^.[，。；：、！？）》”]?/u.exec(
    glyphs.map((glyph) => glyph.text).join(''),
  )?.[0];
  const count = Math.max(1, first?.length ?? 1);
  const width = (glyphs[Math.min(count, glyphs.length) - 1]?.x1 ?? line.x0) - line.x0;
  return before.x1 + width > above.right - 0.6 * line.em;
}

function farBelow(before: DraftLine, line: DraftLine, column: TextColumn): boolean {
  if (before.page !== line.page) return false;
  return line.base - before.base > 1.6 * Math.max(column.pitch, line.em);
}

/** As far from the left border as from the right, and clear of both. */
function isCentred(line: DraftLine, { left, right }: TextColumn): boolean {
  const before = line.x0 - left;
  const after = right - line.x1;
  return before > 3 * line.em && after > 3 * line.em && Math.abs(before - after) < 2.5 * line.em;
}
