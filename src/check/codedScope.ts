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
  /** Of each node, one bit for every node that it is or lies in. */
  readonly outer: readonly number[];
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
    outer: nodes.map((inner) =>
      nodes.reduce((bits, node, i) => (nodeContains(dimension, node, inner) ? bits | (1 << i) : bits), 0),
    ),
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
const summedDimensions = openDimensions.filter((d) => !frameDimensions.includes(d));

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
  const scopes: Scope[] = [];
  const paths = scopePaths();
  const above: (readonly RowAbove[])[] = [];
  const containing: (readonly number[])[] = [];
  // The row of a scope, one of its dimensions moved to another node: what stands at its path in the usual order.
  const intern = (scope: Scope, moved?: Dimension, to?: string): number => {
    const nodeIn = (d: Dimension): string => (d === moved ? to : scope[d]) ?? '';
    let path = 0;
    for (const d of openDimensions) if (nodeIn(d) !== '') path = paths.next(path, d, nodeIn(d));
    return (paths.rows[path] ??= scopes.push(scopeOf(nodeIn)) - 1);
  };
  const coder: ScopeCoder = {
    encode: (scope) => {
      const { path, closed } = paths.follow(scope);
      return (paths.rows[path] ??= intern(scope)) * SIZE + closed;
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

/** The open dimensions of a scope, in their usual order. */
function scopeOf(nodeIn: (dimension: Dimension) => string): Scope {
  const scope: Partial<Record<Dimension, string>> = {};
  for (const d of openDimensions) if (nodeIn(d) !== '') scope[d] = nodeIn(d);
  return scope;
}

interface ScopePaths {
  /** The path of a scope's open properties in their order, and its closed part. */
  follow(scope: Scope): { readonly path: number; readonly closed: number };
  /** The path one step further. */
  next(path: number, dimension: Dimension, node: string): number;
  /** The row at the end of a path, once it is known: scopes that differ in order only share their row. */
  readonly rows: number[];
}

/** Thousands of scopes have the same few properties in the same order: a path is followed without building a key. */
function scopePaths(): ScopePaths {
  const steps = new Map<Dimension, Map<string, number>[]>();
  let paths = 1;
  const next = (path: number, dimension: Dimension, node: string): number => {
    const byPath = steps.get(dimension) ?? [];
    steps.set(dimension, byPath);
    const byNode = (byPath[path] ??= new Map<string, number>());
    const known = byNode.get(node);
    if (known !== undefined) return known;
    byNode.set(node, paths);
    return paths++;
  };
  return {
    rows: [],
    next,
    follow(scope) {
      let path = 0;
      let closed = 0;
      for (const name in scope) {
        const dimension = name as Dimension;
        const node = scope[dimension] ?? '';
        if (node === '' || dimension === 'flow') continue;
        const d = closedIndex.get(dimension);
        if (d === undefined) path = next(path, dimension, node);
        else closed += (strides[d] ?? 0) * (trees[d]?.index.get(node) ?? 0);
      }
      return { path, closed };
    },
  };
}

const closedIndex = new Map<string, number>(closedDimensions.map((dimension, d) => [dimension, d]));

function movedUp(
  scope: Scope,
  intern: (scope: Scope, moved: Dimension, to: string) => number,
): readonly RowAbove[] {
  const rows: RowAbove[] = [];
  for (const dimension of summedDimensions) {
    for (let node = scope[dimension] ?? ''; node !== '';) {
      node = parentNode(dimension, node);
      rows.push({ dimension, row: intern(scope, dimension, node) });
    }
  }
  return rows;
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

const DIMENSIONS = trees.length;

interface ClosedParts {
  /** The node of every closed part in each of the trees: what the look-ups below divide out only once. */
  readonly digits: Uint8Array;
  /** The trees have at most 32 nodes together: a bit for each node of a part, and for each that is it or contains it. */
  readonly own: Int32Array;
  readonly outer: Int32Array;
}

function closedParts(): ClosedParts {
  const digits = new Uint8Array(SIZE * DIMENSIONS);
  const [own, outer] = [new Int32Array(SIZE), new Int32Array(SIZE)];
  for (let closed = 0; closed < SIZE; closed += 1) {
    let rest = closed;
    let first = 0;
    let ownBits = 0;
    let outerBits = 0;
    let at = closed * DIMENSIONS;
    for (const tree of trees) {
      const size = tree.nodes.length;
      const node = rest % size;
      digits[at] = node;
      ownBits |= 1 << (first + node);
      outerBits |= (tree.outer[node] ?? 0) << first;
      rest = (rest - node) / size;
      first += size;
      at += 1;
    }
    own[closed] = ownBits;
    outer[closed] = outerBits;
  }
  return { digits, own, outer };
}

const parts = closedParts();

function digit(closed: number, d: number): number {
  return parts.digits[closed * DIMENSIONS + d] ?? 0;
}

/** The bits of each tree's nodes. */
const treeBits = trees.map(
  ({ nodes }, d) =>
    ((1 << nodes.length) - 1) << trees.slice(0, d).reduce((sum, tree) => sum + tree.nodes.length, 0),
);

/** Is every fact of the closed part `inner` in `outer`? */
export function closedContains(outer: number, inner: number): boolean {
  return ((parts.own[outer] ?? 0) & ~(parts.outer[inner] ?? 0)) === 0;
}

/** Do two closed parts share no fact: in some tree neither node lies in the other? */
export function closedDisjoint(a: number, b: number): boolean {
  const { own, outer } = parts;
  const nested = ((own[a] ?? 0) & (outer[b] ?? 0)) | ((own[b] ?? 0) & (outer[a] ?? 0));
  return treeBits.some((bits) => (nested & bits) === 0);
}

/** What must be added to a key of this node to move it to each child, or to each node above. */
const steps = (
  ends: (tree: ClosedTree, node: number) => readonly number[],
): readonly (readonly number[])[][] =>
  trees.map((tree, d) =>
    tree.nodes.map((_, node) => ends(tree, node).map((end) => (end - node) * (strides[d] ?? 0))),
  );
const stepsDown = steps((tree, node) => tree.children[node] ?? []);
const stepsUp = steps((tree, node) => {
  const above: number[] = [];
  for (let at = tree.parent[node] ?? -1; at >= 0; at = tree.parent[at] ?? -1) above.push(at);
  return above;
});

/** What leads from a key to its children along one closed dimension, by adding; none at a leaf. */
export function closedStepsDown(key: number, d: number): readonly number[] {
  return stepsDown[d]?.[digit(closedOf(key), d)] ?? [];
}

/** What leads from a key to those above along one closed dimension, by adding, nearest first. */
export function closedStepsUp(key: number, d: number): readonly number[] {
  return stepsUp[d]?.[digit(closedOf(key), d)] ?? [];
}
