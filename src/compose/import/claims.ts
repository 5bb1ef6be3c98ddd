import type { Disclosure, NarrativeParagraph } from '../../model/disclosure.ts';
import type { Claim } from '../../model/narrative/claim.ts';
import type { Scope } from '../../model/scope.ts';

/** A claim with the paragraph and section that it stands in. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly paragraph: NarrativeParagraph;
  readonly section: string;
}

export function claimsOf({ narrative }: Disclosure): readonly PlacedClaim[] {
  return narrative.flatMap(({ section, paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.claims.map((claim) => ({ claim, paragraph, section }))),
  );
}

/** The amount, stated or implied by this year's and the change, that a quantity had last year, in 分. */
export function previousAmount(
  claims: readonly PlacedClaim[],
  isMeant: (subject: Scope) => boolean,
  current: number,
  year: number,
): number | null {
  const meant = claims.filter(
    ({ claim }) => claim.subject !== null && !claim.roles.execution && isMeant(claim.subject),
  );
  const stated = meant.find(
    ({ claim }) => claim.year === year - 1 && claim.fen !== null && ['amount', 'pair'].includes(claim.kind),
  );
  if (stated?.claim.fen !== undefined && stated.claim.fen !== null) return stated.claim.fen;
  const change = meant.find(({ claim }) => claim.kind === 'change' && claim.year === year);
  if (change === undefined) return null;
  const { fen, direction } = change.claim;
  if (direction === 'flat') return current;
  return fen === null || direction === null ? null : current + (direction === 'increase' ? -fen : fen);
}
