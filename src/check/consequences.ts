import type { Change } from './explanation.ts';
import { unitOf, valuesWith, type Network } from './network.ts';
import { evaluate, type Outcome, type Relation } from './relation.ts';

/** A sentence's amount of this year as it should be. */
interface Correction {
  readonly current: number;
  readonly expected: number;
}

/** What follows from a correction: changes, and the relations that they settle. */
interface Consequence {
  readonly changes: readonly Change[];
  readonly settled: readonly number[];
}

/**
 * The change and the rate of a sentence that held for its wrong amount and no longer hold for the right one, and a
 * rate that holds for neither.
 */
export function consequences(
  network: Network,
  states: readonly Outcome[],
  correction: Correction,
): readonly Consequence[] {
  const { current, expected } = correction;
  return network.relationsOf(current).flatMap((r) => {
    const relation = network.relations[r];
    const held = states[r] === 'exact' || states[r] === 'rounding';
    if (relation === undefined || (!held && states[r] !== 'fail')) return [];
    const values = valuesWith(network, new Map([[current, expected]]));
    if (evaluate(relation, values) !== 'fail') return [];
    const changes = held
      ? staleNumbers(network, states, relation, correction)
      : wrongRate(network, relation, correction);
    return changes.length === 0 ? [] : [{ changes, settled: [r] }];
  });
}

function staleNumbers(
  network: Network,
  states: readonly Outcome[],
  relation: Relation,
  correction: Correction,
): readonly Change[] {
  if (relation.ratio !== undefined) return staleRate(network, relation, correction);
  return relation.rule === 'narrative.change' ? staleChange(network, states, relation, correction) : [];
}

/** (current − previous) ÷ previous: of a rate that fits no amount of this year the printed previous amount is not to blame. */
function wrongRate(network: Network, relation: Relation, correction: Correction): readonly Change[] {
  const { part = [], whole = [] } = relation.ratio ?? {};
  const [base] = whole;
  const isOwn =
    whole.length === 1 && part.length === 2 && part.some(({ figure }) => figure === correction.current);
  if (!isOwn || base === undefined || !part.some(({ figure }) => figure === base.figure)) return [];
  return staleRate(network, relation, correction).map((change) => ({ ...change, slip: null }));
}

/** current − previous = change: the printed previous stays, the change follows, and its rate with it. */
function staleChange(
  network: Network,
  states: readonly Outcome[],
  relation: Relation,
  correction: Correction,
): readonly Change[] {
  const { current, expected } = correction;
  const previous = relation.terms.find((term) => term.role === 'base');
  const change = relation.terms.find((term) => term.role === 'part' && term.figure !== current);
  if (previous === undefined || change === undefined) return [];
  const base = network.variables[previous.figure]?.value ?? 0;
  // Below zero where the amounts now go in the other direction than the sentence says.
  const difference = -Math.sign(change.weight) * (expected - base);
  const rates = network.relationsOf(change.figure).flatMap((r) => {
    const ratio = network.relations[r];
    const held = states[r] === 'exact' || states[r] === 'rounding';
    return ratio?.ratio === undefined || !held ? [] : rateChange(network, ratio, difference, base);
  });
  return [stale(network, change.figure, difference), ...rates];
}

/** change ÷ (current − change): the previous amount that both imply stays. */
function staleRate(network: Network, relation: Relation, correction: Correction): readonly Change[] {
  const { current, expected } = correction;
  const whole = relation.ratio?.whole ?? [];
  const own = whole.find((term) => term.figure === current);
  const [base] = whole;
  if (own === undefined && whole.length === 1 && base !== undefined) {
    const previous = network.variables[base.figure]?.value ?? 0;
    // A share or a degree of completion: the amount itself is divided.
    if (relation.ratio?.part.length === 1) return rateChange(network, relation, expected, previous);
    const sign = relation.ratio?.part.find((term) => term.figure === current)?.weight;
    const difference = sign === undefined ? Math.abs(expected - previous) : sign * (expected - previous);
    return rateChange(network, relation, difference, previous);
  }
  const change = whole.find((term) => term.figure !== current);
  if (own === undefined || change === undefined) return [];
  const printedChange = network.variables[change.figure]?.value ?? 0;
  const implied = (network.variables[current]?.value ?? 0) + change.weight * printedChange;
  const difference = -Math.sign(change.weight) * (expected - implied);
  return [stale(network, change.figure, difference), ...rateChange(network, relation, difference, implied)];
}

function rateChange(
  network: Network,
  relation: Relation,
  difference: number,
  base: number,
): readonly Change[] {
  if (relation.ratio === undefined || base <= 0) return [];
  const changed = stale(network, relation.ratio.rate, (difference / base) * 1_000_000);
  return changed.expected === network.variables[changed.figure]?.value ? [] : [changed];
}

function stale(network: Network, figure: number, expected: number): Change {
  const unit = Math.max(1, unitOf(network, figure));
  return { figure, expected: Math.round(expected / unit) * unit, support: 1, slip: 'stale' };
}
