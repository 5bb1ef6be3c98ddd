import type { Figure } from '../model/figure.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { scopeCoder, type ScopeCoder } from './codedScope.ts';

/** A document's figures with their scopes as numbers. */
export interface ScopeIndex {
  readonly coder: ScopeCoder;
  readonly figures: readonly Figure[];
  /** The scope of a figure by its id. */
  readonly keyOfFigure: (id: number) => number;
  /** Figures of the same facts; scopes that one table prints twice are left out. */
  readonly byScope: ReadonlyMap<number, readonly Figure[]>;
}

const ofTables = new WeakMap<Disclosure, ScopeIndex>();

/** The index of a disclosure's tables; several rules and the engine ask for it. */
export function tableIndex(disclosure: Disclosure): ScopeIndex {
  const index = ofTables.get(disclosure) ?? indexByScope(disclosure.figures);
  ofTables.set(disclosure, index);
  return index;
}

/** Indexes figures; those that `known` holds already keep their keys. */
export function indexByScope(figures: readonly Figure[], known?: ScopeIndex): ScopeIndex {
  const coder = known?.coder ?? scopeCoder();
  const keys: number[] = [];
  const byScope = new Map<number, Figure[]>();
  for (const figure of figures) {
    const held = known?.keyOfFigure(figure.id) ?? -1;
    const key = held >= 0 ? held : coder.encode(figure.scope);
    keys[figure.id] = key;
    const list = byScope.get(key);
    if (list === undefined) byScope.set(key, [figure]);
    else list.push(figure);
  }
  for (const [key, list] of byScope) if (isAmbiguous(list)) byScope.delete(key);
  return { coder, figures, byScope, keyOfFigure: (id) => keys[id] ?? -1 };
}

function isAmbiguous(list: readonly Figure[]): boolean {
  if (list.length < 2) return false;
  const cells = list.filter((figure) => figure.origin === 'cell');
  if (cells.length < 2) return false;
  return cells.some((cell, i) => cells.slice(0, i).some((other) => standInOneColumn(cell, other)));
}

function standInOneColumn(a: Figure, b: Figure): boolean {
  return (
    a.place.table === b.place.table && a.place.column === b.place.column && a.scope.flow === b.scope.flow
  );
}
