import type { Change } from './explanation.ts';
import { singleChanges, type Neighbours } from './localise.ts';
import { ownValues, type Network } from './network.ts';
import { evaluate } from './relation.ts';

/** A change that nothing but itself explains, with the contradicted relations that it satisfies. */
export interface CertainChange {
  readonly group: readonly number[];
  readonly change: Change;
}

/** A figure that one relation accuses may be right and another wrong. */
const fewestRelations = 2;

/**
 * Of a group of contradictions that no few changes explain together, the figures that each stand in several of them
 * and are the only one whose change satisfies these: a cell left blank in a document with other mistakes.
 */
export function certainChanges(
  network: Network,
  group: readonly number[],
  neighbours: Neighbours,
): readonly CertainChange[] {
  const found: CertainChange[] = [];
  for (const { figure, relations } of accusedIn(network, group)) {
    if (found.some((known) => known.group.some((r) => relations.includes(r)))) continue;
    const [only, ...others] = singleChanges(network, relations, neighbours);
    const change = only?.changes[0];
    if (change?.figure === figure && others.length === 0) found.push({ group: relations, change });
  }
  return found;
}

/** Figures with the contradicted relations that they stand in, those in most of them first. */
function accusedIn(
  network: Network,
  group: readonly number[],
): readonly { readonly figure: number; readonly relations: readonly number[] }[] {
  const values = ownValues(network);
  const relationsOf = new Map<number, number[]>();
  for (const r of group) {
    const relation = network.relations[r];
    if (relation === undefined || evaluate(relation, values) !== 'fail') continue;
    for (const { figure } of relation.terms) relationsOf.set(figure, [...(relationsOf.get(figure) ?? []), r]);
  }
  return [...relationsOf]
    .map(([figure, relations]) => ({ figure, relations }))
    .filter(({ relations }) => relations.length >= fewestRelations)
    .sort((a, b) => b.relations.length - a.relations.length);
}
