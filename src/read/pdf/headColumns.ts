import type { GlyphLine, Word } from './glyphLines.ts';
import { splitAtGutters, type Band } from './gutters.ts';

/** A title of a head: one word, or several under each other. */
export interface HeadWord extends Word {
  /** The title on its lines. */
  readonly title: string;
  /** Base of its first line. */
  readonly first: number;
  /** The rules above and below it, where rules part the levels of the head. In points. */
  readonly cell?: { readonly top: number; readonly bottom: number };
}

/** A column with the titles above it, outermost first. */
export interface HeadColumn extends Band {
  readonly path: HeadWord[];
  /** Its borders: half-way to the next column. */
  left: number;
  right: number;
}

/**
 * Gives each title its column. A title stands in the middle of a column whose amounts may stand at its right
 * border, beside the title: where they do not overlap, the title goes with the amounts on its right or with the
 * texts on its left. A title without texts below is a blank column of its own.
 */
export function matchLeaves(
  leaves: readonly HeadWord[],
  upper: readonly HeadWord[],
  bands: readonly Band[],
  body: readonly GlyphLine[],
): HeadColumn[] {
  const sides = sidesOf(bands, body);
  const columns = bands.map(({ x0, x1 }): HeadColumn => ({ x0, x1, path: [], left: x0, right: x1 }));
  const rest = placeOverlapping(leaves, columns);
  const blank = placeBeside(rest, columns, sides);
  for (const word of upper) {
    const beyond = word.x0 > Math.max(...columns.map(({ x1 }) => x1), ...blank.map(({ x1 }) => x1));
    const free = columns.filter(({ path, x0, x1 }) => path.length === 0 && word.x0 < x1 && word.x1 > x0);
    const [only] = free;
    if (only !== undefined && free.length === 1) only.path.push(word);
    else if (beyond) blank.push(columnOf(word));
  }
  return bordered([...columns, ...blank]);
}

function columnOf(word: HeadWord): HeadColumn {
  return { x0: word.x0, x1: word.x1, path: [word], left: word.x0, right: word.x1 };
}

/** Titles that stand over one column, or over several without titles of their own; returns the others. */
function placeOverlapping(leaves: readonly HeadWord[], columns: readonly HeadColumn[]): HeadWord[] {
  const rest: HeadWord[] = [];
  for (const word of [...leaves].sort((a, b) => a.x0 - b.x0)) {
    const over = columns.filter(({ x0, x1 }) => Math.min(x1, word.x1) - Math.max(x0, word.x0) > 0.5);
    const free = over.filter(({ path }) => path.length === 0);
    if (free.length === 0) rest.push(word);
    else for (const column of free) column.path.push(word);
  }
  return rest;
}

type Side = 'left' | 'right' | 'middle';

function placeBeside(
  words: readonly HeadWord[],
  columns: readonly HeadColumn[],
  sides: readonly Side[],
): HeadColumn[] {
  const blank: HeadColumn[] = [];
  words.forEach((word, index) => {
    const after = columns.findIndex(({ x0 }) => x0 >= word.x1 - 0.5);
    const before = columns.findLastIndex(({ x1 }) => x1 <= word.x0 + 0.5);
    const next = words[index + 1];
    const own = [
      next !== undefined && next.x1 < (columns[after]?.x0 ?? 0) ? -1 : sides[after] === 'left' ? -1 : after,
      sides[before] === 'right' ? -1 : before,
    ]
      .map((at) => columns[at])
      .find((column) => column !== undefined && column.path.length === 0);
    if (own === undefined) blank.push(columnOf(word));
    else own.path.push(word);
  });
  return blank;
}

/** At which border the texts of each column stand. */
function sidesOf(bands: readonly Band[], body: readonly GlyphLine[]): Side[] {
  const lines = body.map((line) => splitAtGutters(line, bands));
  return bands.map((band) => {
    const own = lines.flatMap(({ words }) => words.filter(({ x0, x1 }) => x0 < band.x1 && x1 > band.x0));
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    const [left, right] = [spread(own.map(({ x0 }) => x0)), spread(own.map(({ x1 }) => x1))];
    if (own.every(({ text }) => /^[-−–(（]?[\d,]+\.\d+[)）]?$/.test(text)) && right < 2) return 'right';
    if (Math.abs(left - right) < 1) return 'middle';
    return right < 2 && right < left ? 'right' : 'left';
  });
}

/** In order, with borders half-way between; a column reaches as far as its own title. */
function bordered(columns: HeadColumn[]): HeadColumn[] {
  columns.sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1);
  for (const column of columns) {
    const alone = column.path.filter((word) =>
      columns.every((other) => other === column || !other.path.includes(word)),
    );
    column.x0 = Math.min(column.x0, ...alone.map(({ x0 }) => x0));
    column.x1 = Math.max(column.x1, ...alone.map(({ x1 }) => x1));
  }
  columns.forEach((column, index) => {
    column.left = index === 0 ? column.x0 : ((columns[index - 1]?.x1 ?? 0) + column.x0) / 2;
    column.right = ((columns[index + 1]?.x0 ?? column.x1) + column.x1) / 2;
  });
  return columns;
}
