import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** How a wrong figure most likely came about. */
export type Slip =
  'digits' | 'dropped' | 'added' | 'decimal' | 'unit' | 'neighbour' | 'otherYear' | 'stale' | 'sign';

/** A printed value: as text, and in 分 where it is an amount. */
export interface PrintedValue {
  readonly text: string;
  readonly fen: number | null;
}

/** One figure whose change alone explains the finding. */
export interface Culprit {
  /** Null when something is missing. */
  readonly reported: PrintedValue | null;
  readonly expected: PrintedValue | null;
  /** Independent constraints that the expected value satisfies. */
  readonly support: number;
  readonly slip: Slip | null;
  readonly place: Place;
}

export type EvidenceRole = 'total' | 'addend' | 'same' | 'mention' | 'base' | 'part' | 'text';

export interface Evidence {
  readonly role: EvidenceRole;
  readonly text: string;
  readonly fen: number | null;
  readonly place: Place;
}

export interface Waiver {
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  readonly expires: string | null;
}

/**
 * One mistake with all its evidence. The message is data: a rule's template is filled with `params`
 * in Chinese or English elsewhere.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Which of the rule's messages, where it has several. */
  readonly variant?: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Alternatives, best first; more than one means undecided. */
  readonly culprits: readonly Culprit[];
  readonly tied: boolean;
  /** Figures that must change together share a group. */
  readonly group: string | null;
  readonly evidence: readonly Evidence[];
  /** Decimals in the culprit's printed unit. */
  readonly difference: string | null;
  readonly allowed: string | null;
  readonly waiver: Waiver | null;
}

/** What a rule did on one document. */
export interface RuleCount {
  readonly rule: string;
  readonly pass: number;
  readonly rounding: number;
  readonly fail: number;
  readonly notApplicable: number;
  readonly unreadable: number;
}
