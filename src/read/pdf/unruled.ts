import type { Glyph } from '../../file/pdfText.ts';
import type { DraftBlock, DraftGrid } from './draft.ts';
import { boundsOf, type GlyphLine } from './glyphLines.ts';
import { closeWords, columnBands, splitAtGutters, type Band } from './gutters.ts';
import { looseHead } from './looseHead.ts';
import { byWideRules, looseRows } from './looseRows.ts';
import { goingOn, orderedTable, repeatsTitle, type TableMemory } from './orderedTable.ts';
import type { Ruling } from './rulings.ts';

/** Lines one after another that form a table without a full ruling, [start, end). */
export interface UnruledTable {
  readonly start: number;
  readonly end: number;
  readonly grid: DraftGrid;
}

const figure = /^[-−–+(（]?[\d,]*\d(?:\.\d+)?[)）]?%?$|^[-—–]+$/;
const leader = /[.．…·]{4,}|…{2,}/;
const unitLine = /单位\s*[:：]\s*(?:[百千]?[万亿]?元|[百千]?[万亿])|金额单位/;
const captionLine =
  /^(?:部门|单位|编制|填报|预算|公开)[^，。；]{0,6}[:：]|^(?:注|备注|说明)\s*\d?[:：]|表\s*\d{1,2}(?:-\d{1,2})?$|^(?:附|公开)?表[\d一二三四五六七八九十]/;
const pageNumber = /^[-—–~·\s]*第?\s*\d{1,4}\s*页?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–~·\s]*$/;
const sentence = /[。；]|，[^，]{4,}/;
const beginsBody = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{3,})/;
const fewestRows = 3;
/**
 * Lines farther apart than this are not of one table; words below others of it, two rows of several cells each, or
 * a rule between. In em.
 */
const farApart = { bare: 3.2, aligned: 5.5, rows: 7, ruled: 9 };
/** In points. */
const sameEdge = 0.6;

/**
 * Finds tables whose columns are held by alignment, or by horizontal rules alone: at least three lines with
 * figures in columns, or one under the line that states the unit or between two rules.
 * `lines` are those outside of ruled tables, from the top; `rules` the horizontal rules outside of them.
 */
export function findUnruled(
  lines: readonly GlyphLine[],
  rules: readonly Ruling[],
  page: number,
  inOrder: FileOrder,
  memory: TableMemory,
): UnruledTable[] {
  const found: UnruledTable[] = [];
  for (const { start, end, announced } of chunksOf(lines, rules)) {
    const table = tableIn(lines, rules, start, end, announced, page, inOrder, memory);
    if (table !== undefined) found.push(table);
  }
  return found;
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  /** The line that states the unit stands above. */
  readonly announced: boolean;
}

/** Stretches of lines without captions, sentences, contents entries and wide gaps. */
function chunksOf(lines: readonly GlyphLine[], rules: readonly Ruling[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let announced = false;
  const close = (end: number): void => {
    if (end > start) chunks.push({ start, end, announced });
    announced = false;
  };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (separates(line)) {
      close(index);
      start = index + 1;
      announced = line.words.some(({ text }) => unitLine.test(text)) || (announced && start === index);
    } else if (before !== undefined && index > start && isFar(lines.slice(start, index), line, rules)) {
      close(index);
      start = index;
    }
  });
  close(lines.length);
  return chunks;
}

function separates({ words, x0, x1, em }: GlyphLine): boolean {
  const [only] = words;
  if (words.some(({ text }) => leader.test(text) || unitLine.test(text))) return true;
  if (only === undefined || captionLine.test(only.text)) return true;
  if (words.length > 1) return false;
  return pageNumber.test(only.text) || (x1 - x0 > 16 * em && sentence.test(only.text));
}

function isFar(above: readonly GlyphLine[], line: GlyphLine, rules: readonly Ruling[]): boolean {
  const before = above.at(-1);
  if (before === undefined) return false;
  const gap = (line.base - before.base) / Math.max(line.em, before.em);
  const rows = [before, line].every(({ words }) => words.length > 2);
  const most = rows ? farApart.rows : isInColumns(above, line) ? farApart.aligned : farApart.bare;
  if (gap <= most) return false;
  return gap > farApart.ruled || !rules.some(({ at }) => at > before.base && at < line.base);
}

/** Each word begins, or ends, below one of the lines above that hold several. */
function isInColumns(above: readonly GlyphLine[], { words }: GlyphLine): boolean {
  const cells = above.filter((line) => line.words.length > 1).flatMap((line) => line.words);
  return words.every(({ x0, x1 }) =>
    cells.some((cell) => Math.abs(cell.x0 - x0) < sameEdge || Math.abs(cell.x1 - x1) < sameEdge),
  );
}

function tableIn(
  lines: readonly GlyphLine[],
  rules: readonly Ruling[],
  from: number,
  to: number,
  announced: boolean,
  page: number,
  inOrder: FileOrder,
  memory: TableMemory,
): UnruledTable | undefined {
  const chunk = lines.slice(from, to);
  // Forms hold sentences; without lines around them their fields cannot be told from each other.
  if (chunk.some((line) => line.words.some(({ text }) => text.length > 12 && sentence.test(text))))
    return undefined;
  const own = rulesOf(rules, chunk);
  const orderedFrom = (top: number): UnruledTable | undefined => {
    const below = chunk.slice(top);
    const table = orderedTable(below, inOrder(below), own, page, memory);
    return table && { start: from + top, end: from + top + table.lines, grid: table.grid };
  };
  const repeated = chunk.findIndex((line) => repeatsTitle(memory, line));
  const again = repeated === -1 ? undefined : orderedFrom(repeated);
  if (again !== undefined) return again;
  const rest = announced ? undefined : goingOn(chunk, inOrder(chunk), page, memory);
  if (rest !== undefined) return { start: from, end: from + rest.lines, grid: rest.grid };
  const seeds = chunk.map(isSeed);
  const framed = own.length > 1;
  const count = seeds.filter(Boolean).length;
  const blank = (announced || framed) && chunk.some(({ words }) => words.length > 2);
  if (count < (blank ? 0 : announced || framed ? 1 : fewestRows)) return undefined;
  const first = bodyStart(chunk, seeds, own);
  const top = headStart(chunk, first, own);
  const body = trimmed(chunk.slice(first), seeds.slice(first), own);
  const figured = figureLines(body, seeds.slice(first), own);
  const bands = columnBands(
    body.filter((line) => figured.has(line)),
    body.filter((line) => !figured.has(line)),
  );
  if (count > 0 && (bands.length < 2 || isContents(body, bands, count))) return undefined;
  const ordered =
    (announced && !hasTitle(chunk.slice(0, top)) ? orderedFrom(0) : undefined) ?? orderedFrom(top);
  if (ordered !== undefined) return ordered;
  const head = looseHead(chunk.slice(top, first), body, bands, own, page);
  if (head.bands.length < 2) return undefined;
  const grid = gridOf(head, body, own, page);
  return { start: from + top, end: from + first + body.length, grid };
}

/** The lines of rows with a figure: rules between rows tell which lines of names stand beside one. */
function figureLines(
  body: readonly GlyphLine[],
  seeds: readonly boolean[],
  rules: readonly Ruling[],
): ReadonlySet<GlyphLine> {
  const { x0, x1 } = boundsOf(body);
  const own = new Set(body.filter((_, index) => seeds[index] === true));
  const rows = byWideRules(body, rules, x1 - x0) ?? [];
  return new Set([...own, ...rows.filter((row) => row.some((line) => own.has(line))).flat()]);
}

/**
 * How far outside of its lines a table's outer rules may stand, in em: in high rows, which more than so many rules
 * between rows tell, farther below; with fewer it could be the rule of the next table.
 */
const margin = { few: 1.5, many: 2.5, rows: 4 };

/** Wide rules that stand among these lines, and those just above and below. */
function rulesOf(rules: readonly Ruling[], lines: readonly GlyphLine[]): Ruling[] {
  const box = boundsOf(lines);
  const em = lines[0]?.em ?? 10;
  const over = rules.filter(({ from, to }) => Math.min(to, box.x1) - Math.max(from, box.x0) > 0);
  const inside = over.filter(({ at }) => at > box.y0 && at < box.y1).length;
  const above = box.y0 - margin.few * em;
  const below = box.y1 + (inside > margin.rows ? margin.many : margin.few) * em;
  return over.filter(({ at }) => at > above && at < below);
}

/** A line with a figure beside something else. */
function isSeed(line: GlyphLine): boolean {
  if (!line.words.some(({ text }) => /[\d—–-]/.test(text))) return false;
  const texts = closeWords(line).map((glyphs) => glyphs.map(({ text }) => text).join(''));
  return texts.length > 1 && texts.some((text) => figure.test(text));
}

/** Where the body begins: below the rule under the head, else at the first row with a figure or a numbered name. */
function bodyStart(lines: readonly GlyphLine[], seeds: readonly boolean[], rules: readonly Ruling[]): number {
  const seed = seeds.indexOf(true);
  const named = lines.findIndex(
    ({ words: [word] }, index) =>
      index > 0 && (seed === -1 || index < seed) && beginsBody.test(word?.text ?? ''),
  );
  const first = named === -1 ? (seed === -1 ? lines.length : seed) : named;
  const line = lines[first];
  const ruled = line === undefined ? undefined : ruleAbove(lines, first, rules);
  return ruled ?? first;
}

/** The line below the last wide rule above a row, when there is a head above that rule too. */
function ruleAbove(lines: readonly GlyphLine[], first: number, rules: readonly Ruling[]): number | undefined {
  const box = boundsOf(lines);
  const wide = rules.filter(({ from, to }) => to - from > 0.85 * (box.x1 - box.x0));
  const base = lines[first]?.base ?? 0;
  const above = wide.filter(({ at }) => at < base).map(({ at }) => at);
  const last = Math.max(...above);
  const index = lines.findIndex((line) => line.base > last);
  // With rules between all rows the one above the first figure may be far below the head.
  return above.length === 2 && index > 0 && index < first ? index : undefined;
}

/** The head begins below the first rule; without rules a title of its own size or 表 at its end is left out. */
function headStart(lines: readonly GlyphLine[], first: number, rules: readonly Ruling[]): number {
  const top = Math.min(...rules.map(({ at }) => at));
  const ruled = lines.findIndex((line) => line.base > top);
  if (Number.isFinite(top) && ruled > 0 && ruled <= first && (lines[ruled - 1]?.base ?? 0) < top)
    return ruled;
  const em = lines[first]?.em ?? 0;
  for (let index = first - 1; index >= 0; index--) {
    const line = lines[index];
    const [only] = line?.words ?? [];
    if (line === undefined || only === undefined) continue;
    if (line.em > 1.3 * em || hasTitle([line])) return index + 1;
  }
  return 0;
}

/** A line of one text that ends with 表. */
function hasTitle(lines: readonly GlyphLine[]): boolean {
  return lines.some(
    ({ words }) => words.length === 1 && /表(?:[（(][^）)]*[）)])?$/.test(words[0]?.text ?? ''),
  );
}

/** Up to the last row with a figure, and on as far as rules go. */
function trimmed(
  lines: readonly GlyphLine[],
  seeds: readonly boolean[],
  rules: readonly Ruling[],
): readonly GlyphLine[] {
  const bottom = Math.max(...rules.map(({ at }) => at));
  const last = seeds.lastIndexOf(true);
  const ruled = lines.findLastIndex((line) => line.base < bottom);
  const end = Math.max(last, ruled);
  let stop = end + 1;
  // Rows without a figure at the end go on in the pitch of the rows above, each in a column.
  while (stop < lines.length && goesOn(lines, stop)) stop++;
  return lines.slice(0, stop);
}

function goesOn(lines: readonly GlyphLine[], index: number): boolean {
  const [above, before, line] = [lines[index - 2], lines[index - 1], lines[index]];
  if (above === undefined || before === undefined || line === undefined) return false;
  const step = before.base - above.base;
  return (
    Math.abs(line.base - before.base - step) < 0.3 * line.em && beginsBody.test(line.words[0]?.text ?? '')
  );
}

/** A contents list is no table: two columns, the second of page numbers that never fall. */
function isContents(lines: readonly GlyphLine[], bands: readonly Band[], seeds: number): boolean {
  if (bands.length > 2) return false;
  const figures = lines
    .flatMap(({ words }) => words.slice(1).map(({ text }) => text))
    .filter((text) => figure.test(text));
  if (figures.length < Math.min(seeds, fewestRows)) return true;
  const pages = figures.map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  return pages.every((value, index) => value >= (pages[index - 1] ?? 0));
}

function gridOf(
  { bands, rows: head, lines: headLines }: ReturnType<typeof looseHead>,
  body: readonly GlyphLine[],
  rules: readonly Ruling[],
  page: number,
): DraftGrid {
  const box = boundsOf([...headLines, ...body]);
  const xs = bands.map((band, index) => (index === 0 ? box.x0 : (band.x0 + (bands[index - 1]?.x1 ?? 0)) / 2));
  xs.push(box.x1);
  const split = body.map((line) => splitAtGutters(line, bands));
  const rows = [...head, ...looseRows(split, xs, rules, page)];
  return { kind: 'grid', page, box, xs, ys: [], rows, ruled: false };
}

/** The characters of lines in the order of the file. */
type FileOrder = (lines: readonly GlyphLine[]) => readonly Glyph[];

function fileOrder(glyphs: readonly Glyph[]): FileOrder {
  return (lines) => {
    const own = new Set(lines.flatMap(({ words }) => words.flatMap((word) => word.glyphs)));
    return glyphs.filter((glyph) => own.has(glyph));
  };
}

/** Lines and unruled tables in order; `glyphs` are their characters in the order of the file, `toLines` makes the drafts of a line that stands outside of tables. */
export function withUnruled(
  lines: readonly GlyphLine[],
  rules: readonly Ruling[],
  page: number,
  glyphs: readonly Glyph[],
  memory: TableMemory,
  toLines: (line: GlyphLine) => readonly DraftBlock[],
): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let next = 0;
  for (const { start, end, grid } of findUnruled(lines, rules, page, fileOrder(glyphs), memory)) {
    blocks.push(...lines.slice(next, start).flatMap(toLines), grid);
    next = end;
  }
  return [...blocks, ...lines.slice(next).flatMap(toLines)];
}
