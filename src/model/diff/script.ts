/** A stretch of two sequences: common to both, or in one of them only. */
export interface Stretch<T> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly items: readonly T[];
}

/** Beyond so many single changes two sequences count as different altogether. */
const mostChanges = 1200;

/**
 * The shortest way from one sequence to another, what was removed before what was added. Sequences that differ in
 * more than `mostChanges` places are replaced as a whole, so that time and memory stay bounded.
 * Source: E. Myers, An O(ND) difference algorithm and its variations (1986).
 */
export function editScript<T>(before: readonly T[], after: readonly T[]): readonly Stretch<T>[] {
  const head = commonLength(before, after, 0);
  const tail = commonLength([...before].reverse(), [...after].reverse(), head);
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return joined([
    { kind: 'same', items: before.slice(0, head) },
    ...middle(from, to),
    { kind: 'same', items: before.slice(before.length - tail) },
  ]);
}

/** Common items at the beginning, leaving those that the other end has counted. */
function commonLength<T>(a: readonly T[], b: readonly T[], counted: number): number {
  const most = Math.min(a.length, b.length) - counted;
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return Math.max(0, length);
}

function middle<T>(a: readonly T[], b: readonly T[]): readonly Stretch<T>[] {
  const replaced: readonly Stretch<T>[] = [
    { kind: 'removed', items: a },
    { kind: 'added', items: b },
  ];
  if (a.length === 0 || b.length === 0) return replaced;
  const trace = reach(a, b);
  return trace === null ? replaced : walkBack(a, b, trace);
}

/** How far each diagonal gets with 0, 1, 2 … changes; null when that takes too many. */
function reach<T>(a: readonly T[], b: readonly T[]): readonly (readonly number[])[] | null {
  const trace: (readonly number[])[] = [];
  // Index k + d: the diagonals −d … d of the last round.
  let last: readonly number[] = [];
  for (let d = 0; d <= Math.min(mostChanges, a.length + b.length); d++) {
    const round: number[] = [];
    for (let k = -d; k <= d; k += 2) {
      let x = start(last, d, k);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      round[k + d] = x;
      if (x >= a.length && x - k >= b.length) return [...trace, round];
    }
    trace.push(round);
    last = round;
  }
  return null;
}

/** Where the path on a diagonal begins: one step down from the diagonal above or right from the one below. */
function start(last: readonly number[], d: number, k: number): number {
  if (d === 0) return 0;
  const above = last[k + 1 + d - 1] ?? -1;
  const below = last[k - 1 + d - 1] ?? -1;
  return k === -d || (k !== d && below < above) ? above : below + 1;
}

function walkBack<T>(
  a: readonly T[],
  b: readonly T[],
  trace: readonly (readonly number[])[],
): readonly Stretch<T>[] {
  const steps: Stretch<T>[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const last = trace[d - 1] ?? [];
    const k = x - y;
    const from = start(last, d, k);
    while (x > from && y > from - k) {
      steps.push({ kind: 'same', items: a.slice(x - 1, x) });
      [x, y] = [x - 1, y - 1];
    }
    if (d === 0) break;
    const down =
      from === (last[k + 1 + d - 1] ?? -1) && (k === -d || (k !== d && (last[k - 1 + d - 1] ?? -1) < from));
    steps.push(
      down ? { kind: 'added', items: b.slice(y - 1, y) } : { kind: 'removed', items: a.slice(x - 1, x) },
    );
    [x, y] = down ? [x, y - 1] : [x - 1, y];
  }
  return steps.reverse();
}

/** Neighbouring stretches of a kind as one, and between two common ones what was removed first. */
function joined<T>(steps: readonly Stretch<T>[]): readonly Stretch<T>[] {
  const result: Stretch<T>[] = [];
  let removed: T[] = [];
  let added: T[] = [];
  let same: T[] = [];
  const close = (): void => {
    if (removed.length > 0) result.push({ kind: 'removed', items: removed });
    if (added.length > 0) result.push({ kind: 'added', items: added });
    [removed, added] = [[], []];
  };
  const closeSame = (): void => {
    if (same.length > 0) result.push({ kind: 'same', items: same });
    same = [];
  };
  for (const { kind, items } of steps) {
    if (kind === 'same' && items.length > 0) close();
    if (kind !== 'same' && items.length > 0) closeSame();
    (kind === 'same' ? same : kind === 'removed' ? removed : added).push(...items);
  }
  close();
  closeSame();
  return result;
}
