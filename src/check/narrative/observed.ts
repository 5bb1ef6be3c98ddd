import { gather } from '../../model/gather.ts';
import type { Culprit, Evidence, EvidenceRole, PrintedValue } from '../../model/finding.ts';
import type { ClaimKind } from '../../model/narrative/claim.ts';
import type { Observation, RuleContext, RuleResult } from '../rule.ts';
import { reportedOf, type Variable } from '../variable.ts';
import type { StatedClaim } from './claimFigures.ts';
import { statedNarrative, type StatedNarrative } from './stated.ts';

/** A number of the text as a culprit. */
export function culpritAt(variable: Variable, expected: PrintedValue | null): Culprit {
  return { reported: reportedOf(variable), expected, support: 1, slip: null, place: variable.place };
}

/** A number as evidence. */
export function evidenceAt(variable: Variable, role: EvidenceRole): Evidence {
  return { role, text: variable.text, fen: reportedOf(variable)?.fen ?? null, place: variable.place };
}

/** The words around a number, for the message. */
export function quoteOf(variable: Variable): { readonly quote: string } {
  return { quote: variable.quote ?? variable.text };
}

/** What a rule sees of one claim: null when it does not apply, an empty list when all is well. */
export type SeeClaim = (
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  narrative: StatedNarrative,
) => readonly Observation[] | null;

/** Looks at every claim of a kind and counts those that pass. */
export function observeClaims(context: RuleContext, kind: ClaimKind, see: SeeClaim): RuleResult {
  const narrative = statedNarrative(context);
  let pass = 0;
  const observations = gather(narrative.paragraphs, ({ claims }) =>
    gather(claims, (stated) => {
      const seen = stated.claim.kind === kind ? see(stated, claims, narrative) : null;
      pass += seen?.length === 0 ? 1 : 0;
      return seen ?? [];
    }),
  );
  return { observations, pass };
}
