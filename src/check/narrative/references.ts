import type { Reference, ReferenceRole } from '../../model/narrative/claim.ts';
import type { Term } from '../term.ts';
import type { StatedClaim } from './claimFigures.ts';
import type { StatedNarrative } from './stated.ts';

/** A figure with its weight in a sum. */
export type Weighted = Pick<Term, 'figure' | 'weight'>;

/** What a sentence's relations look up: the tables and the numbers of the ledger. */
export type Context = Pick<StatedNarrative, 'tables' | 'said' | 'variableOf'>;

/** The claim of the paragraph that stands in a role to another; null when none does. */
export function referred(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  role: ReferenceRole,
): StatedClaim | null {
  const reference: Reference | undefined = stated.claim.refersTo.find((r) => r.role === role);
  return reference === undefined ? null : (claims[reference.claim] ?? null);
}

export function signOf(stated: StatedClaim): number | null {
  const { direction } = stated.claim;
  if (direction === null) return null;
  return direction === 'increase' ? 1 : direction === 'decrease' ? -1 : 0;
}
