import { dimensions, parentNode, withNode, type Dimension, type Scope } from '../model/scope.ts';

/**
 * The facts behind a printed scope. Every 分 comes from somewhere (vintage) and is used somehow
 * (use): revenue speaks of it whatever its use, expenditure of what is spent, so the two sides are
 * scopes over the same facts and "revenue = expenditure" follows where nothing is carried forward.
 */
export function factScope(scope: Scope): Scope {
  return withNode(scope, 'flow', '');
}

/** Dimensions whose trees are closed: a scope can be split along them. */
export const closedDimensions = ['vintage', 'fund', 'nature', 'use'] as const satisfies readonly Dimension[];

/** Dimensions of rows: codes and names, open trees. */
export const openDimensions = [
  'function',
  'deptEconomic',
  'govEconomic',
  'revenueCode',
  'unit',
  'unitKind',
  'project',
  'item',
] as const satisfies readonly Dimension[];

/** The node itself and everything above it, '' (any) last. */
export function ancestors(dimension: Dimension, node: string): readonly string[] {
  const chain = [node];
  for (let at = node; at !== ''; ) {
    at = parentNode(dimension, at);
    chain.push(at);
  }
  return chain;
}

/** All scopes that differ from the given one by one dimension moved up, nearest first. */
export function generalisations(scope: Scope): readonly { dimension: Dimension; scope: Scope }[] {
  const wider: { dimension: Dimension; scope: Scope }[] = [];
  for (const dimension of dimensions) {
    const node = scope[dimension];
    if (node === undefined || node === '' || dimension === 'year' || dimension === 'stage') continue;
    for (const above of ancestors(dimension, node).slice(1)) {
      wider.push({ dimension, scope: withNode(scope, dimension, above) });
    }
  }
  return wider;
}
