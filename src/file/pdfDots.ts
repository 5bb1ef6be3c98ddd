import type { Extent } from './pdfFrame.ts';

/** Dots of one line stand no farther apart than this many times their own size. */
const farthest = 4;
const fewestDots = 5;

/** The lines that rows of small squares show: some programs draw a dotted border dot by dot. */
export function dottedRules(dots: readonly Extent[]): (Extent & { readonly white: boolean })[] {
  if (dots.length < fewestDots) return [];
  const level = chains(dots, ({ x0, y0 }) => [y0, x0]);
  const upright = chains(dots, ({ x0, y0 }) => [x0, y0]);
  return [...level, ...upright].map(ruleOf);
}

/** Dots that share the first number and follow each other along the second. */
function chains(dots: readonly Extent[], keyOf: (dot: Extent) => readonly [number, number]): Extent[][] {
  const keyed = dots.map((dot) => ({
    dot,
    key: keyOf(dot),
    size: Math.max(dot.x1 - dot.x0, dot.y1 - dot.y0),
  }));
  keyed.sort((a, b) => Math.round(2 * a.key[0]) - Math.round(2 * b.key[0]) || a.key[1] - b.key[1]);
  const found: Extent[][] = [];
  let chain: Extent[] = [];
  keyed.forEach(({ dot, key, size }, index) => {
    const before = keyed[index - 1]?.key;
    const next =
      before !== undefined &&
      Math.round(2 * before[0]) === Math.round(2 * key[0]) &&
      key[1] - before[1] <= farthest * size;
    if (!next) {
      if (chain.length >= fewestDots) found.push(chain);
      chain = [];
    }
    chain.push(dot);
  });
  if (chain.length >= fewestDots) found.push(chain);
  return found;
}

function ruleOf(chain: readonly Extent[]): Extent & { readonly white: boolean } {
  const [first, last] = [chain[0], chain.at(-1)];
  return {
    x0: first?.x0 ?? 0,
    y0: first?.y0 ?? 0,
    x1: last?.x1 ?? 0,
    y1: last?.y1 ?? 0,
    white: false,
  };
}
