import type { Figure } from '../model/figure.ts';
import { nodeContains, scopeKey, withNode, type Scope } from '../model/scope.ts';
import { ancestors, closedDimensions, factScope, openDimensions } from './factScope.ts';

/**
 * What the document shows to be nothing: scopes printed blank or zero, rows that a complete table
 * does not print, and remainders that an exact sum leaves nothing for.
 */
export interface Zeros {
  isZero(scope: Scope): boolean;
  /** Adds a scope that an exact sum leaves nothing for. */
  add(scope: Scope): void;
}

type OpenNodes = string;

/** The row nodes of a scope as one key. */
function openKey(scope: Scope): OpenNodes {
  return openDimensions.map((dimension) => scope[dimension] ?? '').join('|');
}

/** All keys of the row nodes that contain the scope's own. */
function containingKeys(scope: Scope): readonly OpenNodes[] {
  return openDimensions.reduce<readonly string[][]>(
    (paths, dimension) => {
      const node = scope[dimension];
      const chain = node === undefined ? [''] : ancestors(dimension, node);
      return paths.flatMap((path) => chain.map((above) => [...path, above]));
    },
    [[]],
  ).map((path) => path.join('|'));
}

function closedContains(outer: Scope, inner: Scope): boolean {
  if ((outer.year ?? '') !== (inner.year ?? '') || (outer.stage ?? '') !== (inner.stage ?? '')) return false;
  return closedDimensions.every((d) => nodeContains(d, outer[d] ?? '', inner[d] ?? ''));
}

/** Collects the zeros of a document's figures. A zero that contains a printed amount is no zero. */
export function zerosOf(figures: readonly Figure[]): Zeros {
  const printed = nonZeroIndex(figures);
  const boxes = new Map<OpenNodes, Scope[]>();
  const add = (scope: Scope): void => {
    const key = openKey(scope);
    const list = boxes.get(key) ?? [];
    if (list.some((box) => closedContains(box, scope))) return;
    list.push(scope);
    boxes.set(key, list);
  };
  for (const figure of figures) {
    const scope = factScope(figure.scope);
    if (figure.fen === 0 && figure.unitFen === 0 && !printed.containsAny(scope)) add(scope);
  }
  const complete = completeRows(figures);
  const known = new Map<string, boolean>();
  const decide = (scope: Scope): boolean =>
    containingKeys(scope).some((key) => boxes.get(key)?.some((box) => closedContains(box, scope)) ?? false) ||
    complete(scope);
  return {
    isZero(scope) {
      const key = scopeKey(scope);
      const cached = known.get(key);
      if (cached !== undefined) return cached;
      const zero = decide(scope);
      known.set(key, zero);
      return zero;
    },
    add(scope) {
      if (printed.containsAny(scope)) return;
      add(scope);
      known.clear();
    },
  };
}

/** Which row nodes hold printed amounts below them: a blank above them is a misprint, not a zero. */
function nonZeroIndex(figures: readonly Figure[]): { containsAny(scope: Scope): boolean } {
  const below = new Map<OpenNodes, Scope[]>();
  const seen = new Set<string>();
  for (const figure of figures) {
    if (figure.fen === 0) continue;
    const scope = factScope(figure.scope);
    const closed = closedDimensions.map((d) => scope[d] ?? '').join('|') + (scope.year ?? '') + (scope.stage ?? '');
    for (const key of containingKeys(scope)) {
      if (seen.has(`${key}#${closed}`)) continue;
      seen.add(`${key}#${closed}`);
      const list = below.get(key) ?? [];
      list.push(scope);
      below.set(key, list);
    }
  }
  return {
    containsAny: (scope) => below.get(openKey(scope))?.some((inner) => closedContains(scope, inner)) ?? false,
  };
}

/**
 * A table over the function tree prints every row that is not zero: a code that it does not print,
 * whose siblings it prints, is zero in that column.
 */
function completeRows(figures: readonly Figure[]): (scope: Scope) => boolean {
  const columns = new Map<string, { base: Scope; codes: Set<string>; parents: Set<string> }>();
  for (const figure of figures) {
    const { table, column } = figure.place;
    if (figure.origin !== 'cell' || figure.scope.function === undefined || table === undefined) continue;
    const id = `${table} ${column} ${figure.scope.flow ?? ''}`;
    const scope = factScope(figure.scope);
    const entry = columns.get(id) ?? { base: withNode(scope, 'function', ''), codes: new Set(), parents: new Set() };
    for (const above of ancestors('function', figure.scope.function).slice(1)) {
      entry.parents.add(above);
      if (above !== '') entry.codes.add(above);
    }
    entry.codes.add(figure.scope.function);
    columns.set(id, entry);
  }
  const list = [...columns.values()].filter((entry) => entry.codes.size > 0);
  return (scope) => {
    const node = scope.function;
    if (node === undefined) return false;
    const rest = withNode(scope, 'function', '');
    return list.some((entry) => {
      if (entry.codes.has(node) || !boxContains(entry.base, rest)) return false;
      const nearest = ancestors('function', node)
        .slice(1)
        .find((above) => above === '' || entry.codes.has(above));
      return nearest !== undefined && entry.parents.has(nearest) && !isNamed(node, entry.codes);
    });
  };
}

/** A class known by name only cannot be told from the coded ones: nothing follows from its absence. */
function isNamed(node: string, codes: ReadonlySet<string>): boolean {
  const coded = /^\d/.test(node);
  return [...codes].some((code) => /^\d/.test(code) !== coded);
}

function boxContains(outer: Scope, inner: Scope): boolean {
  return closedContains(outer, inner) && openDimensions.every((d) => nodeContains(d, outer[d] ?? '', inner[d] ?? ''));
}
