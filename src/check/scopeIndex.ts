import type { Figure } from '../model/figure.ts';
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

export function indexByScope(figures: readonly Figure[]): ScopeIndex {
  const coder = scopeCoder();
  const keys = new Map(figures.map((figure) => [figure.id, coder.encode(figure.scope)] as const));
  const byScope = new Map<number, Figure[]>();
  for (const figure of figures) {
    const key = keys.get(figure.id) ?? -1;
    const list = byScope.get(key);
    if (list === undefined) byScope.set(key, [figure]);
    else list.push(figure);
  }
  for (const [key, list] of byScope) if (isAmbiguous(list)) byScope.delete(key);
  return { coder, figures, byScope, keyOfFigure: (id) => keys.get(id) ?? -1 };
}

function isAmbiguous(list: readonly Figure[]): boolean {
  const cells = list.filter((figure) => figure.origin === 'cell');
  if (cells.length < 2) return false;
  const places = cells.map(({ place, scope }) => `${place.table} ${scope.flow ?? ''} ${place.column}`);
  return new Set(places).size < places.length;
}
