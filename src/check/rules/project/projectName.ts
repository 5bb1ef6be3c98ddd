import { fold } from '../../../model/fold.ts';

/** A project's name for comparison: widths, kinds of brackets, spaces and quotes folded; letter case is not. */
export function projectKey(name: string): string {
  return fold(name)
    .replace(/[[{《<]/g, '(')
    .replace(/[\]}》>]/g, ')')
    .replace(/[-‐‑‒–—―－~～]+/g, '-')
    .replace(/[。.;,、]+$/, '');
}

/**
 * The number of characters to insert, delete or replace; `limit + 1` where it is larger than `limit`.
 * Time and memory: length × limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [x, y] = [charactersOf(a), charactersOf(b)];
  if (Math.abs(x.length - y.length) > limit) return limit + 1;
  // distances[j]: from the beginning of x read so far to the first j characters of y.
  const distances = [0];
  for (let j = 1; j <= y.length; j += 1) distances.push(j);
  for (let i = 0; i < x.length; i += 1) {
    const from = x[i];
    let corner = i;
    let left = i + 1;
    let least = left;
    distances[0] = left;
    for (let j = 1; j <= y.length; j += 1) {
      const above = distances[j] ?? 0;
      left = Math.min(corner + (from === y[j - 1] ? 0 : 1), above + 1, left + 1);
      corner = above;
      distances[j] = left;
      least = Math.min(least, left);
    }
    if (least > limit) return limit + 1;
  }
  return distances[y.length] ?? x.length;
}

/** A text's characters as numbers: every name is compared with many, and a text of each would be made anew. */
function charactersOf(text: string): readonly number[] {
  const characters: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.codePointAt(at) ?? 0;
    if (character > 0xffff) at += 1;
    characters.push(character);
  }
  return characters;
}

/** The stretches in which two names differ, shown as 少“排” or 改“课”为“工”. */
export interface NameDifference {
  readonly left: string;
  readonly right: string;
}

/** What stands between the common beginning and the common end of two names. */
export function nameDifference(a: string, b: string): NameDifference {
  const [x, y] = [Array.from(a), Array.from(b)];
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start += 1;
  let end = 0;
  const room = Math.min(x.length, y.length) - start;
  while (end < room && x[x.length - 1 - end] === y[y.length - 1 - end]) end += 1;
  return { left: x.slice(start, x.length - end).join(''), right: y.slice(start, y.length - end).join('') };
}

/** Do the names differ in nothing but numbers, as the parts of one project do (一期 and 二期, 2025 and 2026)? */
export function differInNumbersOnly(a: string, b: string): boolean {
  const bare = (name: string): string => name.replace(/[\d一二三四五六七八九十]+/g, '#');
  return a !== b && bare(a) === bare(b);
}
