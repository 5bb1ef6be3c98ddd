import type { EvidenceRole } from './finding.ts';
import type { Place } from './place.ts';

export type FigureState = 'verified' | 'contradicted' | 'unverified';

/** A number of the document with its state; `id` is its position in the trace. */
export interface TracedFigure {
  readonly origin: 'cell' | 'sheet' | 'text';
  /** As printed, "" for a blank. */
  readonly text: string;
  readonly place: Place;
  /** The words around it, where it stands in a sentence. */
  readonly quote: string | null;
  readonly state: FigureState;
}

export interface TracedTerm {
  readonly figure: number;
  readonly weight: number;
  readonly role: EvidenceRole;
}

/** Exact, explained by the rounding of printed digits, or contradicted. */
export type TracedOutcome = 'exact' | 'rounding' | 'fail';

/** A relation that figures stand in, and whether it held. */
export interface TracedRelation {
  readonly rule: string;
  readonly outcome: TracedOutcome;
  /** same: two printings of one quantity; sum: Σ weight·figure = 0; ratio: `rate` = part ÷ whole. */
  readonly kind: 'same' | 'sum' | 'ratio';
  readonly terms: readonly TracedTerm[];
  readonly rate: number | null;
  /** Of a ratio what is divided by what; one figure may stand in both. Absent in traces of earlier versions. */
  readonly quotient?: { readonly part: readonly TracedWeight[]; readonly whole: readonly TracedWeight[] };
}

export type TracedWeight = Pick<TracedTerm, 'figure' | 'weight'>;

/** What another document prints of a number. */
export interface TracedOutside {
  readonly figure: number;
  readonly holds: boolean;
  readonly text: string;
  readonly place: Place;
}

/** Every number of a document with its state and what it was compared with; made only when asked for. */
export interface Trace {
  readonly figures: readonly TracedFigure[];
  readonly relations: readonly TracedRelation[];
  /** Only where another document was compared. */
  readonly outside?: readonly TracedOutside[];
}
