import { extend } from './extend.ts';

/**
 * A scope is a set of facts: per dimension a node of that dimension's tree, or "any" (absent).
 * Every published figure is the sum over a scope; relations between figures follow from their scopes.
 */
export const dimensions = [
  'flow',
  'year',
  'stage',
  'fund',
  'vintage',
  'use',
  'function',
  'nature',
  'deptEconomic',
  'govEconomic',
  'revenueCode',
  'unit',
  'unitKind',
  'project',
  'item',
  'source',
  // A table whose facts the document does not decide: its figures are compared within it only.
  'reading',
] as const;
export type Dimension = (typeof dimensions)[number];
export type Stage = 'budget' | 'finalAccounts' | 'adjusted';

export type Scope = Readonly<Partial<Record<Dimension, string>>>;

/**
 * Trees whose nodes are fixed words: child lists, complete by definition.
 * Terms: the glossary of the field (funds, vintage, nature, the three public expenses, procurement).
 */
const closedTrees: Partial<Record<Dimension, Readonly<Record<string, readonly string[]>>>> = {
  flow: { '': ['revenue', 'expenditure'] },
  fund: {
    '': ['fiscal', 'fiscalAccount', 'unitFunds'],
    fiscal: ['general', 'governmentFund', 'stateCapital'],
    unitFunds: ['serviceIncome', 'businessIncome', 'superiorGrant', 'affiliatedRemittance', 'otherIncome'],
  },
  vintage: { '': ['current', 'carriedOver', 'usedSurplus'] },
  use: { '': ['spent', 'carriedForward', 'distributed'] },
  nature: {
    '': ['basic', 'project', 'business', 'toSuperior', 'toAffiliated'],
    basic: ['personnel', 'operating'],
    project: ['otherOperating', 'specificTarget'],
  },
  unitKind: { '': ['administrative', 'institution'] },
  item: {
    '': [],
    threePublic: ['abroad', 'reception', 'vehicles'],
    vehicles: ['vehiclePurchase', 'vehicleRunning'],
    procurement: ['goods', 'works', 'services'],
  },
  source: { '': ['central', 'provincial', 'local', 'own', 'other'] },
};

/** The parent of every word, by dimension. */
const parents: Readonly<Partial<Record<Dimension, ReadonlyMap<string, string>>>> = Object.fromEntries(
  Object.entries(closedTrees).map(([dimension, tree]) => [
    dimension,
    new Map(
      Object.entries(tree).flatMap(([parent, children]) => children.map((child) => [child, parent] as const)),
    ),
  ]),
);

/** The children of a node ('' is the root) in a closed tree; null where the tree is open (codes, names). */
export function childNodes(dimension: Dimension, node: string): readonly string[] | null {
  const children = closedTrees[dimension]?.[node];
  return children === undefined || children.length === 0 ? null : children;
}

/** Nodes are names as printed, in which a digit or a slash means nothing. */
const flatDimensions: ReadonlySet<Dimension> = new Set(['project', 'year', 'stage']);

/** The parent of a node: by the tree's words, by the code's digits (3, 5, 7), or by the path `a/b`. */
export function parentNode(dimension: Dimension, node: string): string {
  if (dimension === 'unit') return pathAbove(node, '›');
  if (flatDimensions.has(dimension)) return '';
  const fixed = parents[dimension]?.get(node);
  if (fixed !== undefined) return fixed;
  if (/^\d{5,}$/.test(node)) return node.slice(0, node.length % 2 === 1 ? -2 : -1);
  return pathAbove(node, '/');
}

/** A unit below its department is the path `department›unit`: a name may hold a slash. */
function pathAbove(node: string, separator: string): string {
  const end = node.lastIndexOf(separator);
  return end < 0 ? '' : node.slice(0, end);
}

/** Is `inner` the node `outer` or below it? '' (any) contains everything. */
export function nodeContains(dimension: Dimension, outer: string, inner: string): boolean {
  if (inner === outer) return true;
  for (let node = inner; node !== '';) {
    node = parentNode(dimension, node);
    if (node === outer) return true;
  }
  return false;
}

/** Does every fact of `inner` belong to `outer`? */
export function contains(outer: Scope, inner: Scope): boolean {
  return containing(outer)(inner);
}

/** `contains` for many scopes: only the dimensions that the outer one names can exclude any. */
export function containing(outer: Scope): (inner: Scope) => boolean {
  const named: { readonly dimension: Dimension; readonly node: string }[] = [];
  for (const dimension of dimensions) {
    const node = outer[dimension];
    if (node !== undefined && node !== '') named.push({ dimension, node });
  }
  return (inner) =>
    named.every(({ dimension, node }) => nodeContains(dimension, node, inner[dimension] ?? ''));
}

/** No fact belongs to both. */
export function disjoint(a: Scope, b: Scope): boolean {
  return dimensions.some((d) => {
    const x = a[d] ?? '';
    const y = b[d] ?? '';
    return !nodeContains(d, x, y) && !nodeContains(d, y, x);
  });
}

/** The facts that belong to both; null when there are none. */
export function intersect(a: Scope, b: Scope): Scope | null {
  const narrower: Partial<Record<Dimension, string>> = {};
  for (const dimension in b) {
    const d = dimension as Dimension;
    const [x, y] = [a[d] ?? '', b[d] ?? ''];
    if (y === '' || x === y) continue;
    if (x === '' || nodeContains(d, x, y)) narrower[d] = y;
    else if (!nodeContains(d, y, x)) return null;
  }
  return extend(a, narrower);
}

/** A string that is equal exactly for scopes that are equal in the dimensions `by`. */
export function scopeKey(scope: Scope, by: readonly Dimension[] = dimensions): string {
  let key = '';
  for (const d of by) {
    const node = scope[d];
    if (node !== undefined && node !== '') key += `${d}=${node};`;
  }
  return key;
}

/** The scope with one dimension set to a node; '' sets it to any. */
export function withNode(scope: Scope, dimension: Dimension, node: string): Scope {
  if (node !== '') return extend(scope, { [dimension]: node });
  if (scope[dimension] === undefined) return scope;
  const copy: Partial<Record<Dimension, string>> = {};
  for (const d of dimensions) if (d !== dimension && scope[d] !== undefined) copy[d] = scope[d];
  return copy;
}
