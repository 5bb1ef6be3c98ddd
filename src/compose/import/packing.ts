/** A project's money of one fund and year, and the functions that could hold it. */
export interface Item {
  readonly key: string;
  readonly fen: number;
}

const mostTrials = 200_000;

/**
 * Which function each project belongs to, where whole projects fill the functions' amounts, each to within
 * the rounding tails of its parts; null where no such division is found in a bounded search. Several may
 * exist: this is a proposal for the clerk.
 */
export function packedInto(
  items: readonly Item[],
  bins: readonly Item[],
  tailFen: number,
): ReadonlyMap<string, string> | null {
  const result = new Map<string, string>();
  const trials = { left: mostTrials };
  let rest = [...items].sort((a, b) => b.fen - a.fen);
  const ordered = [...bins].sort((a, b) => a.fen - b.fen);
  for (const bin of ordered.slice(0, -1)) {
    const chosen = subset(rest, bin.fen, tailFen, trials);
    if (chosen === null) return null;
    for (const item of chosen) result.set(item.key, bin.key);
    rest = rest.filter((item) => !chosen.includes(item));
  }
  const last = ordered.at(-1);
  if (last === undefined) return null;
  const sum = rest.reduce((total, { fen }) => total + fen, 0);
  if (Math.abs(sum - last.fen) > tailFen * (rest.length + 1)) return null;
  for (const item of rest) result.set(item.key, last.key);
  return result;
}

/** Items that sum to the amount: few large ones first. */
function subset(
  items: readonly Item[],
  fen: number,
  tailFen: number,
  trials: { left: number },
): readonly Item[] | null {
  const after = items.map((_, i) => items.slice(i).reduce((total, item) => total + item.fen, 0));
  const chosen: Item[] = [];
  const search = (start: number, left: number): boolean => {
    if (Math.abs(left) <= tailFen * (chosen.length + 1) && chosen.length > 0) return true;
    trials.left -= 1;
    if (trials.left < 0) return false;
    for (let i = start; i < items.length; i += 1) {
      const item = items[i];
      if (item === undefined || (after[i] ?? 0) + tailFen * items.length < left) return false;
      if (item.fen > left + tailFen * (chosen.length + 2)) continue;
      chosen.push(item);
      if (search(i + 1, left - item.fen)) return true;
      chosen.pop();
    }
    return false;
  };
  return search(0, fen) ? chosen : null;
}
