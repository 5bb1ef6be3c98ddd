import type { Change, Explanation } from './explanation.ts';
import type { Network } from './network.ts';

/**
 * Two printings of one quantity that differ, both changed to a third value that nothing prints: a sum may ask
 * for it, but then two mistakes would have to meet by chance. Such an explanation is a guess and is not told.
 */
export function withoutGuesses(
  network: Network,
  explanations: readonly Explanation[],
): readonly Explanation[] {
  return explanations.filter(({ changes }) => !changes.some((change) => isGuess(network, change, changes)));
}

function isGuess(network: Network, change: Change, changes: readonly Change[]): boolean {
  const twins = twinsOf(network, change.figure);
  const changed = new Set(changes.map(({ figure }) => figure));
  const printed = (figure: number): number | undefined => network.variables[figure]?.value;
  const differing = twins.some(
    (twin) =>
      changed.has(twin) && printed(twin) !== printed(change.figure) && printed(twin) !== change.expected,
  );
  const confirmed = changes
    .filter(({ expected }) => expected === change.expected)
    .flatMap(({ figure }) => twinsOf(network, figure))
    .some((twin) => !changed.has(twin) && printed(twin) === change.expected);
  return differing && !confirmed;
}

/** The other printings of a figure's quantity. */
function twinsOf(network: Network, figure: number): readonly number[] {
  return network.relationsOf(figure).flatMap((r) => {
    const relation = network.relations[r];
    if (relation?.terms.length !== 2 || relation.ratio !== undefined) return [];
    const [a, b] = relation.terms;
    if (a === undefined || b === undefined || a.weight + b.weight !== 0) return [];
    return [a.figure === figure ? b.figure : a.figure];
  });
}
