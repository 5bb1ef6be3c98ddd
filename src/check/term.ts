import type { EvidenceRole } from '../model/finding.ts';

/** How a figure takes part in a relation. */
export interface Term {
  readonly figure: number;
  readonly weight: number;
  readonly role: EvidenceRole;
}

/** part ÷ whole = rate, where part and whole are linear in the figures (change ÷ (current − change)). */
export interface Ratio {
  readonly rate: number;
  readonly part: readonly Pick<Term, 'figure' | 'weight'>[];
  readonly whole: readonly Pick<Term, 'figure' | 'weight'>[];
  /** Amounts that an author may have taken as the whole by mistake (the current for the previous year's). */
  readonly otherWholes?: readonly number[];
}

/** The printed state of every figure by id. */
export interface Values {
  readonly value: (figure: number) => number;
  readonly unit: (figure: number) => number;
}
