import { gather } from '../model/gather.ts';
import { evaluate, type Outcome, type Relation } from './relation.ts';
import type { Values } from './term.ts';
import type { Variable } from './variable.ts';

/** Figures as variables, relations as constraints, and which constraints each figure stands in. */
export interface Network {
  readonly variables: readonly Variable[];
  readonly relations: readonly Relation[];
  readonly relationsOf: (figure: number) => readonly number[];
}

export function networkOf(variables: readonly Variable[], relations: readonly Relation[]): Network {
  const index: (number[] | undefined)[] = [];
  relations.forEach(({ terms }, r) => {
    for (const { figure } of terms) (index[figure] ??= []).push(r);
  });
  const none: readonly number[] = [];
  return { variables, relations, relationsOf: (figure) => index[figure] ?? none };
}

/** The values as they are, no figure changed. */
export function ownValues({ variables }: Network): Values {
  return {
    value: (figure) => variables[figure]?.value ?? 0,
    unit: (figure) => variables[figure]?.unit ?? 0,
  };
}

/** The printed values with some figures changed. */
export function valuesWith(network: Network, changes: ReadonlyMap<number, number>): Values {
  return {
    value: (figure) => changes.get(figure) ?? network.variables[figure]?.value ?? 0,
    unit: (figure) => unitOf(network, figure),
  };
}

/** The last printed digit; a figure that is exact by convention stays exact. */
export function unitOf(network: Network, figure: number): number {
  return network.variables[figure]?.unit ?? 0;
}

/**
 * A tenth of the figure's last printed digit, where the document prints most numbers of its kind that finely: then
 * a digit may have been lost. Null in a cell, whose neighbours say it, and where the figure is printed as others are.
 */
export function usualFinerUnit({ variables }: Network, figure: number): number | null {
  const own = variables[figure];
  const finer = (own?.unit ?? 0) / 10;
  if (own === undefined || own.origin === 'cell' || finer < 1 || !Number.isInteger(finer)) return null;
  let balance = 0;
  for (const { kind, origin, unit } of variables) {
    if (kind === own.kind && origin === own.origin)
      balance += Number(unit === finer) - Number(unit === own.unit);
  }
  return balance > 0 ? finer : null;
}

/**
 * The last digit that most amounts of the sentences are printed with, zeros aside: what a correction of one of them is
 * printed with. Null for other figures.
 */
export function usualUnit({ variables }: Network, figure: number): number | null {
  const own = variables[figure];
  if (own?.origin !== 'text' || own.kind !== 'amount') return null;
  const counts = new Map<number, number>();
  for (const { kind, origin, unit } of variables)
    if (kind === own.kind && origin === 'text' && unit > 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual?.[0] ?? null;
}

/** So many cells without one that leaves its last zero out by chance. */
const MIN_CELLS_BESIDE = 30;

/** Is a cell printed coarser than every other amount of its table, 36.7 among 36.76 and 40.00? */
export function lacksDigit({ variables }: Network, figure: number): boolean {
  const own = variables[figure];
  if (own?.origin !== 'cell') return false;
  const beside = variables.filter(
    ({ id, origin, unit, value, place }) =>
      id !== figure && origin === 'cell' && unit > 0 && value !== 0 && place.table === own.place.table,
  );
  return beside.length >= MIN_CELLS_BESIDE && beside.every(({ unit }) => unit < own.unit);
}

export function outcomes(network: Network, values: Values): readonly Outcome[] {
  return network.relations.map((relation) => evaluate(relation, values));
}

/** Groups of contradicted relations that share figures. */
export function contradictedGroups(
  network: Network,
  states: readonly Outcome[],
): readonly (readonly number[])[] {
  const failed = gather(states, (state, r) => (state === 'fail' ? [r] : []));
  const seen = new Set<number>();
  const isFailed = new Set(failed);
  return failed.flatMap((start) => {
    if (seen.has(start)) return [];
    const group: number[] = [];
    const queue = [start];
    seen.add(start);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      group.push(at);
      for (const term of network.relations[at]?.terms ?? []) {
        for (const next of network.relationsOf(term.figure)) {
          if (!isFailed.has(next) || seen.has(next)) continue;
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return [group.sort((a, b) => a - b)];
  });
}

/** The relations of a figure that hold in every document. */
export function decidingRelations(network: Network, figure: number): readonly Relation[] {
  return network
    .relationsOf(figure)
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined)
    .filter((relation) => relation.holds === 'always');
}

/** The values with one figure's changed. */
export function withValue(values: Values, figure: number, value: number): Values {
  return { value: (id) => (id === figure ? value : values.value(id)), unit: values.unit };
}
