import type { Finding, RuleCount } from './finding.ts';
import type { Stage } from './scope.ts';

/** Every figure of a document is verified, contradicted or unverified; indicators count apart. */
export interface Coverage {
  readonly figures: number;
  readonly verified: number;
  readonly contradicted: number;
  readonly unverified: number;
  readonly indicators: number;
}

/** What checking one disclosure gives. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly checks: readonly RuleCount[];
  readonly coverage: Coverage;
}

export type Verdict = 'errors' | 'warnings' | 'clean' | 'unreadable';

/** A finding with its sentence in the reader's language. */
export interface ReportedFinding extends Finding {
  readonly message: string;
  /** How to put it right. */
  readonly remedy: string;
}

/** One document in a report; `error` is set exactly when it is unreadable. */
export interface DocumentReport {
  readonly file: string;
  readonly department: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly form: string | null;
  readonly formReason: string;
  readonly verdict: Verdict;
  readonly error: string | null;
  readonly coverage: Coverage;
  readonly checks: readonly RuleCount[];
  readonly findings: readonly ReportedFinding[];
}
