import type { Culprit, Evidence, EvidenceRole, PrintedValue } from '../../model/finding.ts';
import { reportedOf, type Variable } from '../variable.ts';

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
