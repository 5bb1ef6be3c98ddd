import { boundsOf } from './glyphLines.ts';
import type { HeadColumn, HeadWord } from './headColumns.ts';
import type { Ruling } from './rulings.ts';

/** Lines nearer than this are one. In points. */
const near = 2;
const isLevel = (a: number, b: number): boolean => a === b || Math.abs(a - b) < near;
const middleX = ({ x0, x1 }: { readonly x0: number; readonly x1: number }): number => (x0 + x1) / 2;

/**
 * The titles of a head whose levels horizontal rules part, each with the rules above and below it: a rule that does
 * not reach over the whole head parts the titles above and below it only. `bottom` is the first line of the body.
 * Undefined when no rule stands between titles, or when titles of two levels stand between the same rules: farther
 * below each other than lines of one title, which are nearer than `pitch`, the distance of rows.
 */
export function ruledTitles(
  words: readonly HeadWord[],
  rules: readonly Ruling[],
  bottom: number,
  pitch: number,
): HeadWord[] | undefined {
  const [first, last] = [
    Math.min(...words.map(({ base }) => base)),
    Math.max(...words.map(({ base }) => base)),
  ];
  const inside = rules.filter(({ at }) => at < bottom);
  if (!inside.some(({ at }) => at > first && at < last)) return undefined;
  const titles: HeadWord[] = [];
  for (const word of words) {
    const own = { ...word, cell: cellOf(word, inside) };
    const at = titles.findIndex((title) => isSameCell(title, own));
    const above = titles[at];
    if (above === undefined) titles.push(own);
    else if (own.base - above.base > 0.87 * pitch) return undefined;
    else titles[at] = joined(above, own);
  }
  return titles;
}

/** Between the nearest rules that reach over the middle of a title. */
function cellOf(word: HeadWord, rules: readonly Ruling[]): NonNullable<HeadWord['cell']> {
  const x = middleX(word);
  const y = word.base - 0.28 * word.em;
  const over = rules.filter(({ from, to }) => x > from - near && x < to + near).map(({ at }) => at);
  return {
    top: Math.max(-Infinity, ...over.filter((at) => at < y)),
    bottom: Math.min(Infinity, ...over.filter((at) => at > y)),
  };
}

/** Two lines of one title: between the same rules, one over the other. */
function isSameCell(title: HeadWord, word: HeadWord): boolean {
  const [a, b] = [title.cell, word.cell];
  if (a === undefined || b === undefined) return false;
  const shared = Math.min(title.x1, word.x1) - Math.max(title.x0, word.x0);
  const level = isLevel(a.top, b.top) && isLevel(a.bottom, b.bottom);
  return level && shared > 0.5 * Math.min(title.x1 - title.x0, word.x1 - word.x0);
}

function joined(above: HeadWord, word: HeadWord): HeadWord {
  return { ...above, ...boundsOf([above, word]), title: `${above.title}\n${word.title}`, base: word.base };
}

/** Titles above one column each: no rule of the head is below them. */
export function lowestTitles(titles: readonly HeadWord[]): HeadWord[] {
  const bottomOf = ({ cell }: HeadWord): number => cell?.bottom ?? Infinity;
  const lowest = Math.max(...titles.map(bottomOf));
  return titles.filter((title) => isLevel(bottomOf(title), lowest));
}

/** True when a title stands right above the highest title of a column, with one rule between them. */
export function standsAbove({ cell }: HeadWord, { path: [top] }: HeadColumn): boolean {
  if (cell === undefined || top?.cell === undefined) return top === undefined;
  return isLevel(top.cell.top, cell.bottom);
}
