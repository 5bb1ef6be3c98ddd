import type { Change, Explanation } from './explanation.ts';
import type { Network } from './network.ts';
import type { Variable } from './variable.ts';

/**
 * Two printings of one quantity that differ, both changed to a third value that nothing prints: a sum may ask
 * for it, but then two mistakes would have to meet by chance. Such an explanation is a guess and is not told.
 */
export function withoutGuesses(
  network: Network,
  explanations: readonly Explanation[],
): readonly Explanation[] {
  const told = explanations.filter(
    ({ changes }) => !changes.some((change) => isGuess(network, change, changes)),
  );
  const likely = told.filter(({ changes }) => !changes.some((change) => isUnlikely(network, change)));
  return likely.length > 0 ? likely : told.filter(({ changes }) => !changes.some(isNegative(network)));
}

/** A sentence that prints a number had one to tell: nothing at all, or a hundred times as much, is no slip. */
function isUnlikely(network: Network, { figure, expected, slip }: Change): boolean {
  const variable = network.variables[figure];
  if (variable?.origin !== 'text' || variable.value < 0) return false;
  if (variable.value === 0) return expected < 0;
  const far = expected > 100 * variable.value || variable.value > 100 * expected;
  return (
    expected < 0 ||
    (expected === 0 && (slip === null || isMutedZero(network, variable) || saysChange(variable.quote))) ||
    (variable.kind === 'rate' ? expected > 1_000 * variable.value : far && slip === null)
  );
}

/** Cars that are none go without saying, unless a number that this one is compared with says 0辆 too. */
function isMutedZero(network: Network, { id, kind }: Variable): boolean {
  if (kind !== 'count') return false;
  const terms = network.relationsOf(id).flatMap((r) => network.relations[r]?.terms ?? []);
  return !terms.some(({ figure }) => figure !== id && network.variables[figure]?.value === 0);
}

/** 减少0.1万元: a change that nobody would tell if there were none. */
function saysChange(quote: string | undefined): boolean {
  return /[增减升降]/.test(quote ?? '');
}

/** No sentence prints a negative amount where it printed a positive one: 减少 says that. */
function isNegative(network: Network): (change: Change) => boolean {
  return ({ figure, expected }) => {
    const variable = network.variables[figure];
    return variable?.origin === 'text' && variable.value >= 0 && expected < 0;
  };
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
