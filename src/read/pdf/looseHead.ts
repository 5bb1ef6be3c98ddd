import type { Glyph } from '../../file/pdfText.ts';
import type { DraftCell } from './draft.ts';
import { boundsOf, median, toWord, type GlyphLine, type Word } from './glyphLines.ts';
import { matchLeaves, type HeadColumn, type HeadWord } from './headColumns.ts';
import type { Band } from './gutters.ts';
import { lowestTitles, ruledTitles, standsAbove } from './ruledHead.ts';
import type { Ruling } from './rulings.ts';

/** The head of a table without vertical lines, and the columns with those that only the head shows. */
export interface LooseHead {
  readonly bands: readonly Band[];
  readonly rows: readonly (readonly DraftCell[])[];
  readonly lines: readonly GlyphLine[];
}

/** Lines nearer than this are not two levels of a head. In em. */
const sameLevel = 1;

/**
 * Puts the words of head lines above the columns they belong to: the lowest above one column each, the others
 * above as many columns as they stand in the middle of. `rules` are the horizontal rules of the table.
 */
export function looseHead(
  lines: readonly GlyphLine[],
  body: readonly GlyphLine[],
  bands: readonly Band[],
  rules: readonly Ruling[],
  page: number,
): LooseHead {
  const words = lines.map(wordsOf);
  const titles = ruledTitles(words.flat(), rules, body[0]?.base ?? Infinity, pitchOf(body));
  const columns =
    titles === undefined ? alignedColumns(words, body, bands) : ruledColumns(titles, body, bands);
  return { bands: columns.map(({ x0, x1 }) => ({ x0, x1 })), rows: rowsOf(columns, page), lines };
}

/** The levels of the head are told by the rules between them. */
function ruledColumns(
  titles: readonly HeadWord[],
  body: readonly GlyphLine[],
  bands: readonly Band[],
): HeadColumn[] {
  const leaves = lowestTitles(titles);
  const columns = matchLeaves(leaves, [], bands, body);
  const parents = titles.filter((title) => !leaves.includes(title));
  const bottoms = new Set(parents.map(({ cell }) => cell?.bottom ?? 0));
  for (const bottom of [...bottoms].sort((a, b) => b - a)) {
    const level = parents.filter(({ cell }) => cell?.bottom === bottom);
    spanParents(columns, level, (column) => level.some((title) => standsAbove(title, column)));
  }
  return columns;
}

/** The levels of the head are told by where the lines stand. */
function alignedColumns(
  lines: readonly HeadWord[][],
  body: readonly GlyphLine[],
  bands: readonly Band[],
): HeadColumn[] {
  const words = stacked(lines, pitchOf(body));
  const lowest = words.filter(
    ({ base, em }) => Math.max(...words.map((word) => word.base)) - base < 0.2 * em,
  );
  const isLeaf = (word: HeadWord): boolean =>
    lowest.includes(word) || lowest.some((leaf) => isBeside(word, leaf)) || isBetween(word, words);
  const leaves = words.filter(isLeaf);
  const upper = words.filter((word) => !isLeaf(word));
  const columns = matchLeaves(leaves, upper, bands, body);
  const parents = words.filter((word) => !columns.some(({ path }) => path.includes(word)));
  for (const base of [...new Set(parents.map((word) => word.base))].sort((a, b) => b - a)) {
    const level = parents.filter((word) => word.base === base);
    const em = level[0]?.em ?? 0;
    spanParents(columns, level, ({ path }) => (path[0]?.base ?? Infinity) - base > sameLevel * em);
  }
  return columns;
}

/** The distance of rows: names may take several lines, amounts take one. */
function pitchOf(body: readonly GlyphLine[]): number {
  const amounts = body.filter(({ words }) => words.some(({ text }) => /\d\.\d+[)）]?$/.test(text)));
  const rows = amounts.length > 1 ? amounts : body;
  const steps = rows.slice(1).map((line, index) => line.base - (rows[index]?.base ?? 0));
  const em = body[0]?.em ?? 10;
  return steps.length === 0 ? 1.5 * em : median(steps);
}

/** Programs leave a gap between digits and ideographs. */
function isDigit(word: Word, glyph: Glyph): boolean {
  return /[\dA-Za-z]$/.test(word.text) || /[\dA-Za-z]/.test(glyph.text);
}

/** Words at narrow gaps; single characters set apart are one word. */
function wordsOf(line: GlyphLine): HeadWord[] {
  const words: Word[] = [];
  for (const glyph of line.words.flatMap(({ glyphs }) => glyphs)) {
    const last = words.at(-1);
    if (last !== undefined && glyph.x0 - last.x1 < (isDigit(last, glyph) ? 0.4 : 0.22) * last.em)
      words[words.length - 1] = toWord([...last.glyphs, glyph]);
    else words.push(toWord([glyph]));
  }
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const apart =
      last !== undefined &&
      [last, word].every(({ text }) => /^[\u3400-\u9fff](?: [\u3400-\u9fff])*$/.test(text));
    const spread = apart && word.glyphs.length === 1 && word.x0 - last.x1 < 4 * word.em;
    if (spread) joined[joined.length - 1] = toWord([...last.glyphs, ...word.glyphs]);
    else joined.push(word);
  }
  return joined.map((word) => ({ ...word, title: word.text, first: word.base }));
}

/** Lines of one title joined: nearer to each other than rows are, and one in the middle of the other. */
function stacked(lines: readonly HeadWord[][], pitch: number): HeadWord[] {
  const found: HeadWord[] = [];
  for (const line of lines) {
    // Titles of one line stand in the middle beside those of two: beside second lines there is nothing else.
    const goesOn = line.every((word) => found.some((above) => continues(above, word, pitch)));
    for (const word of line) {
      const at = goesOn ? found.findIndex((above) => continues(above, word, pitch)) : -1;
      const above = found[at];
      if (above === undefined) found.push(word);
      else found[at] = below(above, word);
    }
  }
  return found;
}

function below(above: HeadWord, word: HeadWord): HeadWord {
  return { ...word, ...boundsOf([above, word]), title: `${above.title}\n${word.title}`, first: above.first };
}

/** In the middle beside a title of several lines: on one level with it. */
function isBeside(word: HeadWord, leaf: HeadWord): boolean {
  const middle = (word.first + word.base) / 2;
  return leaf.first < leaf.base && middle > leaf.first - 0.2 * word.em && middle < leaf.base;
}

function continues(above: HeadWord, word: HeadWord, pitch: number): boolean {
  const step = word.base - above.base;
  if (step > 0.87 * pitch || step < 0.9 * word.em) return false;
  const centred = Math.abs(above.x0 + above.x1 - word.x0 - word.x1) < word.em;
  return centred || Math.abs(above.x0 - word.x0) < 0.3 * word.em;
}

/** Half-way between two lines: the title of a column over all levels. */
function isBetween(word: HeadWord, words: readonly HeadWord[]): boolean {
  const near = (sign: number): boolean =>
    words.some((other) => {
      const step = (other.base - word.base) * sign;
      return step > 0.2 * word.em && step < sameLevel * word.em;
    });
  return near(1) && near(-1);
}

/** Shares the columns below a line of titles among them, each title in the middle of its columns. */
function spanParents(
  columns: HeadColumn[],
  parents: readonly HeadWord[],
  isBelow: (column: HeadColumn) => boolean,
): void {
  const free = columns.map(isBelow);
  for (const { start, end } of runsOf(free)) {
    const [left, right] = [columns[start]?.left ?? 0, columns[end - 1]?.right ?? 0];
    const own = parents.filter((word) => inside((word.x0 + word.x1) / 2, left, right));
    const ends = partition(columns.slice(start, end), own);
    own.forEach((word, index) => {
      const range = columns.slice(start + (ends[index - 1] ?? 0), start + (ends[index] ?? 0));
      for (const column of range) column.path.unshift(word);
    });
  }
}

const inside = (value: number, from: number, to: number): boolean => value >= from && value <= to;

function runsOf(free: readonly boolean[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  free.forEach((open, index) => {
    const last = runs.at(-1);
    if (!open) return;
    if (last?.end === index) last.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  });
  return runs;
}

/** The borders of a column. In points. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** What is to stand in the middle of columns. */
interface Middle {
  readonly x0: number;
  readonly x1: number;
}

/** Where each title's columns end, so that together they stand off the middles of their columns the least. */
export function partition(columns: readonly Stretch[], words: readonly Middle[]): number[] {
  let best: { readonly cost: number; readonly ends: readonly number[] }[] = columns.map(() => ({
    cost: Infinity,
    ends: [],
  }));
  words.forEach((word, index) => {
    const before = best;
    best = columns.map((_, last) => {
      let found = { cost: Infinity, ends: [] as readonly number[] };
      for (let start = index; start <= last; start++) {
        const prior = index === 0 ? { cost: start === 0 ? 0 : Infinity, ends: [] } : before[start - 1];
        const cost = (prior?.cost ?? Infinity) + offMiddle(columns, start, last, word);
        if (cost < found.cost) found = { cost, ends: [...(prior?.ends ?? []), last + 1] };
      }
      return found;
    });
  });
  return [...(best.at(-1)?.ends ?? [])];
}

function offMiddle(columns: readonly Stretch[], start: number, last: number, word: Middle): number {
  const middle = ((columns[start]?.left ?? 0) + (columns[last]?.right ?? 0)) / 2;
  return Math.abs(middle - (word.x0 + word.x1) / 2);
}

function rowsOf(columns: readonly HeadColumn[], page: number): DraftCell[][] {
  const depth = Math.max(0, ...columns.map(({ path }) => path.length));
  const cells = new Map<HeadWord, DraftCell>();
  const cellOf = (word: HeadWord): DraftCell => {
    const cell = cells.get(word) ?? { text: word.title, page, box: boundsOf([word]), full: false };
    cells.set(word, cell);
    return cell;
  };
  return Array.from({ length: depth }, (_, level) =>
    columns.map(({ path, x0, x1 }) => {
      const word = path[Math.min(level, path.length - 1)];
      return word === undefined
        ? { text: '', page, box: { x0, y0: 0, x1, y1: 0 }, full: false }
        : cellOf(word);
    }),
  );
}
