import { intersection, type Interval } from '../model/interval.ts';
import type { Explanation } from './explanation.ts';
import { valuesWith, type Network } from './network.ts';
import { evaluate, impliedInterval } from './relation.ts';
import { slipOf } from './slip.ts';

const mostCopies = 12;

/**
 * One misprint that the system printed in every table that shows the amount: figures of the same value that
 * only together can be put right. Of several such sets the ones that a common slip explains; none where no
 * set satisfies every relation.
 */
export function copiedMistakes(network: Network, group: readonly number[]): readonly Explanation[] {
  const figures = new Set(group.flatMap((r) => network.relations[r]?.terms.map((t) => t.figure) ?? []));
  const found = new Map<string, ReadonlyMap<number, number>>();
  for (const figure of figures) {
    const changes = changedTogether(network, group, figure);
    if (changes !== null) found.set([...changes.keys()].sort((a, b) => a - b).join(), changes);
  }
  const explanations = [...found.values()].map((changes): Explanation => ({
    changes: [...changes]
      .sort(([a], [b]) => a - b)
      .map(([figure, expected]) => changeOf(network, group, figure, expected)),
  }));
  const slipped = explanations.filter(({ changes }) => changes.every(({ slip }) => slip !== null));
  return slipped.length > 0 ? slipped : explanations;
}

/** The figure and its copies with the value that its contradicted relations ask for. */
function changedTogether(
  network: Network,
  group: readonly number[],
  figure: number,
): ReadonlyMap<number, number> | null {
  const printed = network.variables[figure]?.value ?? 0;
  const expected = printed === 0 ? null : askedFor(network, group, figure);
  if (expected === null || expected === printed) return null;
  const changes = new Map([[figure, expected]]);
  for (let next = nextCopy(network, changes, printed); next !== null;) {
    if (next === 'none' || changes.size >= mostCopies) return null;
    changes.set(next, expected);
    next = nextCopy(network, changes, printed);
  }
  const values = valuesWith(network, changes);
  const satisfied = group.every((r) => {
    const relation = network.relations[r];
    return relation === undefined || evaluate(relation, values) !== 'fail';
  });
  return satisfied && changes.size > 1 ? changes : null;
}

/** The one printable value that all contradicted relations of the figure allow. */
function askedFor(network: Network, group: readonly number[], figure: number): number | null {
  const values = valuesWith(network, new Map());
  const unit = Math.max(1, network.variables[figure]?.unit ?? 1);
  let allowed: Interval | null = null;
  for (const r of group) {
    const relation = network.relations[r];
    if (relation?.terms.some((term) => term.figure === figure) !== true) continue;
    const implied = impliedInterval(relation, figure, values);
    if (implied === null) return null;
    allowed = allowed === null ? implied : intersection(allowed, implied);
    if (allowed === null) return null;
  }
  if (allowed === null) return null;
  const middle = Math.round((allowed.low + allowed.high) / 4 / unit) * unit;
  return 2 * middle >= allowed.low && 2 * middle <= allowed.high ? middle : null;
}

/** A figure of the same printed value in a relation that the changes leave contradicted; null: none is left. */
function nextCopy(
  network: Network,
  changes: ReadonlyMap<number, number>,
  printed: number,
): number | 'none' | null {
  const values = valuesWith(network, changes);
  for (const figure of changes.keys()) {
    for (const r of network.relationsOf(figure)) {
      const relation = network.relations[r];
      if (relation === undefined || evaluate(relation, values) !== 'fail') continue;
      const copy = relation.terms.find(
        (term) => !changes.has(term.figure) && network.variables[term.figure]?.value === printed,
      );
      return copy?.figure ?? 'none';
    }
  }
  return null;
}

function changeOf(
  network: Network,
  group: readonly number[],
  figure: number,
  expected: number,
): Explanation['changes'][number] {
  const own = network.variables[figure];
  const unit = Math.max(1, own?.unit ?? 1);
  const support = network.relationsOf(figure).filter((r) => group.includes(r)).length;
  const slip = slipOf(Math.round((own?.value ?? 0) / unit), Math.round(expected / unit), []);
  return { figure, expected, support, slip };
}
