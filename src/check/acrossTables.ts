import type { Figure } from '../model/figure.ts';
import { childNodes, scopeKey, withNode, type Scope } from '../model/scope.ts';
import { closedDimensions, factScope } from './factScope.ts';
import type { Relation, Term } from './relation.ts';
import type { Zeros } from './zeros.ts';

/** Figures by the facts they stand for; scopes that one table prints twice are left out. */
export type ScopeIndex = ReadonlyMap<string, readonly Figure[]>;

export function indexByScope(figures: readonly Figure[]): ScopeIndex {
  const index = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = scopeKey(factScope(figure.scope));
    const list = index.get(key) ?? [];
    list.push(figure);
    index.set(key, list);
  }
  for (const [key, list] of index) if (isAmbiguous(list)) index.delete(key);
  return index;
}

function isAmbiguous(list: readonly Figure[]): boolean {
  const places = list.map(({ place, scope }) => `${place.table} ${scope.flow ?? ''} ${place.column}`);
  return list.length > 1 && list[0]?.origin === 'cell' && new Set(places).size < places.length;
}

/** Two figures of the same facts must agree. */
export function sameRelations(index: ScopeIndex, tailOf: (figure: Figure) => number): readonly Relation[] {
  return [...index.values()].flatMap((figures) => {
    const [first, ...others] = figures;
    if (first === undefined) return [];
    return others.map((other) => same(first, other, Math.max(tailOf(first), tailOf(other))));
  });
}

export function same(a: Figure, b: Figure, tail: number): Relation {
  const terms: Term[] = [
    { figure: a.id, weight: -1, role: 'same' },
    { figure: b.id, weight: 1, role: 'same' },
  ];
  return { rule: 'table.same', terms, holds: 'always', tail, says: {} };
}

/**
 * Every figure whose scope is partitioned by other printed figures, along the closed dimensions;
 * a part that is not printed must be known to be zero.
 */
export function partitionRelations(index: ScopeIndex, zeros: Zeros): readonly Relation[] {
  const cover = coverer(index, zeros);
  const relations = new Map<string, Relation>();
  for (const figures of index.values()) {
    const total = figures[0];
    if (total === undefined) continue;
    const scope = factScope(total.scope);
    for (const dimension of closedDimensions) {
      const parts = cover.split(scope, dimension, 3);
      if (parts === null || isTrivial(total, parts)) continue;
      const key = [total.id, ...parts.map((part) => part.id).sort((a, b) => a - b)].join(' ');
      if (!relations.has(key)) relations.set(key, partition(total, parts));
    }
  }
  return [...relations.values()];
}

/** Nothing but blanks, or one table's row that the table's own relations already cover. */
function isTrivial(total: Figure, parts: readonly Figure[]): boolean {
  const all = [total, ...parts];
  if (all.every((figure) => figure.text === '')) return true;
  const row = (figure: Figure): string => `${figure.place.table} ${figure.scope.flow ?? ''} ${figure.place.row}`;
  return parts.length > 1 && all.every((figure) => row(figure) === row(total));
}

function partition(total: Figure, parts: readonly Figure[]): Relation {
  const terms: Term[] = [
    { figure: total.id, weight: -1, role: 'total' },
    ...parts.map((part): Term => ({ figure: part.id, weight: 1, role: 'addend' })),
  ];
  return { rule: 'table.across', terms, holds: 'always', tail: 0, says: {} };
}

interface Coverer {
  split(scope: Scope, dimension: (typeof closedDimensions)[number], depth: number): readonly Figure[] | null;
}

function coverer(index: ScopeIndex, zeros: Zeros): Coverer {
  const memo = new Map<string, readonly Figure[] | null>();
  const resolve = (scope: Scope, depth: number): readonly Figure[] | null => {
    const key = scopeKey(scope);
    const printed = index.get(key)?.[0];
    if (printed !== undefined) return [printed];
    if (zeros.isZero(scope)) return [];
    if (depth === 0) return null;
    const known = memo.get(`${depth} ${key}`);
    if (known !== undefined) return known;
    memo.set(`${depth} ${key}`, null);
    const parts = firstSplit(scope, depth);
    memo.set(`${depth} ${key}`, parts);
    return parts;
  };
  const split: Coverer['split'] = (scope, dimension, depth) => {
    const children = childNodes(dimension, scope[dimension] ?? '');
    if (children === null) return null;
    const parts: Figure[] = [];
    for (const child of children) {
      const covered = resolve(withNode(scope, dimension, child), depth - 1);
      if (covered === null) return null;
      parts.push(...covered);
    }
    return parts.length === 0 ? null : parts;
  };
  const firstSplit = (scope: Scope, depth: number): readonly Figure[] | null => {
    for (const dimension of closedDimensions) {
      const parts = split(scope, dimension, depth);
      if (parts !== null) return parts;
    }
    return null;
  };
  return { split };
}

/**
 * Remainders that an exact sum leaves nothing for: where all parts but some are printed and add up
 * exactly, the others are zero. Repeated until nothing new follows.
 */
export function addExactZeros(index: ScopeIndex, zeros: Zeros): void {
  for (let round = 0; round < 3; round += 1) {
    let found = false;
    for (const figures of index.values()) {
      const total = figures[0];
      if (total === undefined || total.fen <= 0) continue;
      for (const dimension of closedDimensions) {
        for (const empty of emptyParts(total, dimension, index, zeros)) {
          zeros.add(empty);
          found = true;
        }
      }
    }
    if (!found) return;
  }
}

function emptyParts(
  total: Figure,
  dimension: (typeof closedDimensions)[number],
  index: ScopeIndex,
  zeros: Zeros,
): readonly Scope[] {
  const scope = factScope(total.scope);
  const children = childNodes(dimension, scope[dimension] ?? '') ?? [];
  const unknown: Scope[] = [];
  let sum = 0;
  for (const child of children) {
    const part = withNode(scope, dimension, child);
    const printed = index.get(scopeKey(part))?.[0];
    if (printed !== undefined) {
      if (printed.fen < 0) return [];
      sum += printed.fen;
    } else if (!zeros.isZero(part)) unknown.push(part);
  }
  return sum === total.fen && unknown.length < children.length ? unknown : [];
}
