import { evaluate, type Relation } from '../src/check/relation.ts';
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
 * intervals, support or slips, so that it can judge the localiser.
 */
export function singleChanges(
  variables: readonly Variable[],
  relations: readonly Relation[],
): readonly SingleChange[] {
  const network = networkOf(variables, relations);
  const printed = valuesWith(network, new Map());
  const failing = relations.filter((relation) => evaluate(relation, printed) === 'fail');
  const [first] = failing;
  if (first === undefined) return [];
  const off = first.terms.reduce((sum, term) => sum + term.weight * printed.value(term.figure), 0);
  return first.terms.flatMap(({ figure, weight }) => {
    const everywhere = failing.every((relation) => relation.terms.some((term) => term.figure === figure));
    if (!everywhere || weight === 0) return [];
    const step = stepOf(first, printed.unit);
    const balanced = Math.round((printed.value(figure) - off / weight) / step);
    const reach = first.terms.length + 1;
    return Array.from({ length: 2 * reach + 1 }, (_, i) => (balanced - reach + i) * step)
      .filter((value) => value !== printed.value(figure) && satisfiesAll(network, figure, value))
      .map((value) => ({ figure, value }));
  });
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
