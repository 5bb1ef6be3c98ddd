import type { Slip } from '../model/finding.ts';

/** One figure with the value that it should have. */
export interface Change {
  readonly figure: number;
  readonly expected: number;
  /** Relations that the expected value satisfies. */
  readonly support: number;
  readonly slip: Slip | null;
}

/** A smallest set of figures whose change satisfies every relation. */
export interface Explanation {
  readonly changes: readonly Change[];
}
