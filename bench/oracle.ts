import { evaluate, impliedInterval, type Relation } from '../src/check/relation.ts';
import type { Values } from '../src/check/term.ts';
import { networkOf, valuesWith, type Network } from '../src/check/network.ts';
import type { Variable } from '../src/check/variable.ts';

/** One single-figure change that satisfies every relation. */
export interface SingleChange {
  readonly figure: number;
  readonly value: number;
}

/**
 * Does the change contradict a relation, with the precision that it is printed in? Inside every rounding
 * interval it cannot be seen at all.
 */
export function isVisible(network: Network, change: SingleChange & { readonly unit: number }): boolean {
  const { figure, value, unit } = change;
  const printed = valuesWith(network, new Map([[figure, value]]));
  const values = { ...printed, unit: (id: number) => (id === figure ? unit : printed.unit(id)) };
  return network.relationsOf(figure).some((r) => {
    const relation = network.relations[r];
    return relation !== undefined && evaluate(relation, values) === 'fail';
  });
}

/**
 * Every single-figure change that satisfies all relations, found by trial alone: the figures of one
 * failing relation, each with every printable value near the one that balances it. It knows nothing of
 * support or slips, so that it can judge the localiser.
 */
export function singleChanges(
  variables: readonly Variable[],
  relations: readonly Relation[],
): readonly SingleChange[] {
  const network = networkOf(variables, relations);
  const values = valuesWith(network, new Map());
  return changesFor(
    network,
    relations.filter((relation) => evaluate(relation, values) === 'fail'),
  );
}

/** The same for the relations of one figure that fail: what else is wrong in the document stays out of it. */
export function singleChangesIn(network: Network, figure: number): readonly SingleChange[] {
  const values = valuesWith(network, new Map());
  const own = network.relationsOf(figure).flatMap((r) => network.relations[r] ?? []);
  return changesFor(
    network,
    own.filter((relation) => evaluate(relation, values) === 'fail'),
  );
}

function changesFor(network: Network, failing: readonly Relation[]): readonly SingleChange[] {
  const printed = valuesWith(network, new Map());
  const first = failing.find(({ ratio }) => ratio === undefined) ?? failing[0];
  if (first === undefined) return [];
  return first.terms.flatMap(({ figure }) => {
    const everywhere = failing.every((relation) => relation.terms.some((term) => term.figure === figure));
    if (!everywhere) return [];
    return trialValues(first, figure, printed)
      .filter((value) => value !== printed.value(figure) && satisfiesAll(network, figure, value))
      .map((value) => ({ figure, value }));
  });
}

/** How many values of a quotient's figure are tried: the rate of a large amount leaves thousands. */
const mostOfQuotient = 41;

/** Printable values of the figure near the one that balances the relation. */
function trialValues(relation: Relation, figure: number, printed: Values): readonly number[] {
  if (relation.ratio !== undefined) return valuesOfQuotient(relation, figure, printed);
  const weight = relation.terms.find((term) => term.figure === figure)?.weight ?? 0;
  if (weight === 0) return [];
  const off = relation.terms.reduce((sum, term) => sum + term.weight * printed.value(term.figure), 0);
  const step = stepOf(relation, printed.unit);
  const balanced = Math.round((printed.value(figure) - off / weight) / step);
  const reach = relation.terms.length + 1;
  return Array.from({ length: 2 * reach + 1 }, (_, i) => (balanced - reach + i) * step);
}

function valuesOfQuotient(relation: Relation, figure: number, printed: Values): readonly number[] {
  const implied = impliedInterval(relation, figure, printed);
  if (implied === null) return [];
  const step = Math.max(1, printed.unit(figure));
  const [low, high] = [Math.ceil(implied.low / 2 / step), Math.floor(implied.high / 2 / step)];
  const count = Math.min(mostOfQuotient, high - low + 1);
  return Array.from(
    { length: Math.max(0, count) },
    (_, i) => (low + Math.round((i * (high - low)) / Math.max(1, count - 1))) * step,
  );
}

/** A dropped digit makes a figure coarser than those it is added with. */
function stepOf(relation: Relation, unit: (id: number) => number): number {
  const units = relation.terms.map((term) => unit(term.figure)).filter((u) => u > 0);
  return units.length === 0 ? 1 : Math.min(...units);
}

/** Relations outside those of the figure do not change: they fail now if they failed before. */
function satisfiesAll(network: Network, figure: number, value: number): boolean {
  return network.relationsOf(figure).every((r) => {
    const relation = network.relations[r];
    return (
      relation === undefined || evaluate(relation, valuesWith(network, new Map([[figure, value]]))) !== 'fail'
    );
  });
}
