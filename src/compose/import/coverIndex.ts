import { parentNode, type Dimension, type Scope } from '../../model/scope.ts';
import { covers } from './imported.ts';

/** The indexes, rising, of the scopes that lie in another one, found without asking each of them. */
export type CoverIndex = (outer: Scope) => readonly number[];

/** Every scope is listed under its nodes and those above them; the shortest list that applies is looked through. */
export function coverIndex(scopes: readonly Scope[]): CoverIndex {
  const listed = new Map<Dimension, Map<string, number[]>>();
  scopes.forEach((scope, i) => {
    for (const [dimension, node] of nodesOf(scope)) list(listed, dimension, node, i);
  });
  const all = scopes.map((_, i) => i);
  return (outer) => {
    const lists = nodesOf(outer).map(([dimension, node]) => listed.get(dimension)?.get(node) ?? []);
    const shortest = lists.reduce<readonly number[]>(
      (least, own) => (own.length < least.length ? own : least),
      all,
    );
    const isMeant = covers(outer);
    return shortest.filter((i) => isMeant(scopes[i] ?? {}));
  };
}

function nodesOf(scope: Scope): readonly (readonly [Dimension, string])[] {
  return (Object.entries(scope) as readonly (readonly [Dimension, string])[]).filter(
    ([, node]) => node !== '',
  );
}

function list(
  listed: Map<Dimension, Map<string, number[]>>,
  dimension: Dimension,
  own: string,
  index: number,
): void {
  const lists = listed.get(dimension) ?? new Map<string, number[]>();
  listed.set(dimension, lists);
  for (let node = own; node !== ''; node = parentNode(dimension, node)) {
    const found = lists.get(node);
    if (found === undefined) lists.set(node, [index]);
    else found.push(index);
  }
}
