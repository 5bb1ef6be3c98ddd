import {
  childNodes,
  dimensions,
  nodeContains,
  parentNode,
  type Dimension,
  type Scope,
} from '../model/scope.ts';

/**
 * Scopes as numbers, so that a document's thousands of look-ups stay cheap. A scope is its row (year,
 * stage and all open dimensions: codes, names, units) and its place in four small closed trees.
 * Every 分 comes from somewhere (vintage) and is used somehow (use): revenue speaks of it whatever its
 * use, expenditure of what is spent. So `flow` is no part of the facts, and "revenue = expenditure"
 * follows where nothing is carried forward.
 */
export const closedDimensions = ['vintage', 'fund', 'nature', 'use'] as const;
export type ClosedDimension = (typeof closedDimensions)[number];

interface ClosedTree {
  readonly nodes: readonly string[];
  readonly children: readonly (readonly number[])[];
  readonly parent: readonly number[];
  readonly index: ReadonlyMap<string, number>;
  /** contains[a * nodes + b]: a is b or above it. */
  readonly contains: readonly boolean[];
}

function closedTree(dimension: ClosedDimension): ClosedTree {
  const nodes = [''];
  for (const node of nodes) nodes.push(...(childNodes(dimension, node) ?? []));
  const index = new Map(nodes.map((node, i) => [node, i] as const));
  return {
    nodes,
    index,
    children: nodes.map((node) => (childNodes(dimension, node) ?? []).map((child) => index.get(child) ?? 0)),
    parent: nodes.map((node) => (node === '' ? -1 : (index.get(parentNode(dimension, node)) ?? 0))),
    contains: nodes.flatMap((a) => nodes.map((b) => nodeContains(dimension, a, b))),
  };
}

const trees = closedDimensions.map(closedTree);
const strides = trees.map((_, d) =>
  trees.slice(0, d).reduce((product, tree) => product * tree.nodes.length, 1),
);
const SIZE = trees.reduce((product, tree) => product * tree.nodes.length, 1);

const openDimensions = dimensions.filter(
  (d) => d !== 'flow' && !(closedDimensions as readonly Dimension[]).includes(d),
);
/** Dimensions that say which facts are meant at all; nothing is summed over them. */
const frameDimensions: readonly Dimension[] = ['year', 'stage', 'reading'];

export interface RowAbove {
  readonly dimension: Dimension;
  readonly row: number;
}

/** A document's scopes as numbers. */
export interface ScopeCoder {
  encode(scope: Scope): number;
  /** The open part of a row number. */
  rowScope(row: number): Scope;
  /** Rows that differ by one open dimension moved up, nearest first in each dimension. */
  rowsAbove(row: number): readonly RowAbove[];
  /** The row itself and every row that contains it. */
  containingRows(row: number): readonly number[];
}

export function scopeCoder(): ScopeCoder {
  const ids = new Map<string, number>();
  const scopes: Scope[] = [];
  const above: (readonly RowAbove[])[] = [];
  const containing: (readonly number[])[] = [];
  const intern = (scope: Scope): number => {
    let key = '';
    for (const d of openDimensions) key += `${scope[d] ?? ''}\u0001`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const open = openDimensions.flatMap((d) => (scope[d] ? [[d, scope[d]] as const] : []));
    scopes.push(Object.fromEntries(open));
    ids.set(key, scopes.length - 1);
    return scopes.length - 1;
  };
  const coder: ScopeCoder = {
    encode: (scope) => {
      let closed = 0;
      for (const [d, tree] of trees.entries()) closed += (strides[d] ?? 0) * closedIndex(tree, d, scope);
      return intern(scope) * SIZE + closed;
    },
    rowScope: (row) => scopes[row] ?? {},
    rowsAbove: (row) => (above[row] ??= movedUp(coder.rowScope(row), intern)),
    containingRows: (row) => {
      const known = containing[row];
      if (known !== undefined) return known;
      const all = new Set([row]);
      for (const next of all) for (const wider of coder.rowsAbove(next)) all.add(wider.row);
      return (containing[row] = [...all]);
    },
  };
  return coder;
}

function closedIndex(tree: ClosedTree, d: number, scope: Scope): number {
  const dimension = closedDimensions[d];
  return dimension === undefined ? 0 : (tree.index.get(scope[dimension] ?? '') ?? 0);
}

function movedUp(scope: Scope, intern: (scope: Scope) => number): readonly RowAbove[] {
  return openDimensions.flatMap((dimension) => {
    const rows: RowAbove[] = [];
    if (frameDimensions.includes(dimension)) return rows;
    for (let node = scope[dimension] ?? ''; node !== '';) {
      node = parentNode(dimension, node);
      rows.push({ dimension, row: intern({ ...scope, [dimension]: node }) });
    }
    return rows;
  });
}

export function rowOf(key: number): number {
  return Math.floor(key / SIZE);
}

export function closedOf(key: number): number {
  return key % SIZE;
}

export function keyOf(row: number, closed: number): number {
  return row * SIZE + closed;
}

function digit(closed: number, d: number): number {
  return Math.floor(closed / (strides[d] ?? 1)) % (trees[d]?.nodes.length ?? 1);
}

/** Is every fact of the closed part `inner` in `outer`? */
export function closedContains(outer: number, inner: number): boolean {
  if (outer === inner || outer === 0) return true;
  return trees.every(
    (tree, d) => tree.contains[digit(outer, d) * tree.nodes.length + digit(inner, d)] ?? false,
  );
}

/** The keys of the children along one closed dimension; none at a leaf. */
export function closedChildren(key: number, d: number): readonly number[] {
  const own = digit(closedOf(key), d);
  const stride = strides[d] ?? 0;
  return (trees[d]?.children[own] ?? []).map((child) => key + (child - own) * stride);
}

/** The keys above along one closed dimension, nearest first. */
export function closedAbove(key: number, d: number): readonly number[] {
  const own = digit(closedOf(key), d);
  const above: number[] = [];
  for (let at = trees[d]?.parent[own] ?? -1; at >= 0; at = trees[d]?.parent[at] ?? -1) {
    above.push(key + (at - own) * (strides[d] ?? 0));
  }
  return above;
}
