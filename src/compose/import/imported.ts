import type { Book } from '../../model/book.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { nodeContains, type Dimension, type Scope } from '../../model/scope.ts';
import type { ImportNote } from '../note.ts';

/** What an import understood, and what the clerk has to look at. */
export interface Imported {
  readonly book: Book;
  readonly notes: readonly ImportNote[];
}

/** The figures of a disclosure that a book can hold: its own year and stage, money only. */
export function usableFigures({ figures, year, stage }: Disclosure): readonly Figure[] {
  return figures.filter(
    ({ scope, origin }) =>
      origin === 'cell' &&
      scope.reading === undefined &&
      scope.source === undefined &&
      (scope.year === undefined || scope.year === String(year)) &&
      (scope.stage === undefined || scope.stage === stage),
  );
}

/** Figures of the money itself, without items and revenue items that say it again. */
export function isMoney({ scope }: Figure): boolean {
  return scope.item === undefined && scope.revenueCode === undefined;
}

/** A figure that says exactly nothing: a blank, a dash. */
export function isBlank({ fen, unitFen }: Figure): boolean {
  return fen === 0 && unitFen === 0;
}

/**
 * The facts that a figure speaks of, whichever way the money flows: revenue is what is spent from it and
 * what is carried forward.
 */
export function withoutFlow(scope: Scope): Scope {
  const spending = scope.flow !== 'revenue';
  const ignored = ['flow', 'year', 'stage', ...(spending ? [] : ['use'])];
  return Object.fromEntries(Object.entries(scope).filter(([dimension]) => !ignored.includes(dimension)));
}

/** `contains` for one scope that is asked of very many facts: only the dimensions that it names are looked at. */
export function covers(scope: Scope): (inner: Scope) => boolean {
  const nodes = Object.entries(scope) as readonly (readonly [Dimension, string])[];
  return (inner) =>
    nodes.every(([dimension, node]) => {
      const own = inner[dimension] ?? '';
      return own === node || (own !== '' && nodeContains(dimension, node, own));
    });
}
