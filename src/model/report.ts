import type { Finding, RuleCount } from './finding.ts';
import type { Stage } from './scope.ts';
import type { Trace } from './trace.ts';
import type { YearChanges } from './yearChanges.ts';

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
  /** Only when asked for. */
  readonly trace?: Trace;
  /** What changed from last year's disclosure, where there is one that can be compared. */
  readonly changes?: YearChanges;
}

export type Verdict = 'errors' | 'warnings' | 'clean' | 'unreadable';

/** A finding with its sentence in the reader's language. */
export interface ReportedFinding extends Finding {
  readonly message: string;
  /** The message is the general one that lists the culprits as alternatives. */
  readonly listsAlternatives?: true;
  /** How to put it right. */
  readonly remedy: string;
  /** The part of the document where it stands (表1 2026年预算收支总表), and the part's rank in the document. */
  readonly part: string;
  readonly rank: number;
  /** Where each culprit stands, in the same order. */
  readonly spots: readonly Spot[];
}

/** A place in words. */
export interface Spot {
  /** As the message calls it: 表1 212 城乡社区支出 · 合计. */
  readonly place: string;
  /** Within its part: 212 城乡社区支出 · 合计; empty for the whole part. */
  readonly spot: string;
  /** In the file: 第3页, 第74行; empty when the reader knows none. */
  readonly reference: string;
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
  readonly changes?: YearChanges;
}

/** A rule in the reader's language, for reports that list the rules. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  /** How to put right what it finds. */
  readonly help: string;
  /** Document and article; null for arithmetic. */
  readonly authority: string | null;
}

/** The page of a rule in the reader's language: a part is a heading with its lines. */
export interface RulePage {
  readonly rule: string;
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** The page itself, as Markdown, in both languages. */
  readonly source: string;
}
