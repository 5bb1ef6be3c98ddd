import type { Disclosure } from '../model/disclosure.ts';
import type { Culprit, Evidence, Finding, Severity } from '../model/finding.ts';
import type { Ledger } from './ledger.ts';
import type { Relation } from './relation.ts';

/** What a rule sees. */
export interface RuleContext {
  readonly disclosure: Disclosure;
  /** Last year's disclosure, where there is one to compare with. */
  readonly previous?: Disclosure;
  /** Where a rule adds numbers that its relations speak of. */
  readonly ledger: Ledger;
  /** What the settings say instead of the rule's own thresholds, by name. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** A number that decides what a rule finds worth telling; settings may change it within its limits. */
export interface Threshold {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly meaning: { readonly zh: string; readonly en: string };
}

/** Something seen that is not arithmetic. */
export interface Observation {
  readonly rule: string;
  readonly severity: Severity;
  readonly variant?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly culprits: readonly Culprit[];
  readonly evidence?: readonly Evidence[];
  /** Numbers of the ledger: where a relation accuses one of them, that finding tells the mistake and this one is left out. */
  readonly unless?: readonly number[];
}

/** A number of the ledger against what another document prints. */
export interface OutsideCheck {
  readonly figure: number;
  readonly holds: boolean;
  /** What the other document prints, and where. */
  readonly printed: Evidence;
}

/** What a rule gives: observations, relations for the engine, and how often it applied and passed. */
export interface RuleResult {
  readonly observations: readonly Observation[];
  readonly relations?: readonly Relation[];
  readonly pass: number;
  readonly notApplicable?: number;
  /** Numbers that another document confirms or contradicts. */
  readonly outside?: readonly OutsideCheck[];
}

/** One rule: data about it and a pure function. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Document and article, or "arithmetic". */
  readonly authority: string;
  /** By the name that settings use. */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  readonly check: (context: RuleContext) => RuleResult;
}

/** Message templates of a rule, by variant ('' is the default): {name} is filled from the params. */
export interface RuleMessages {
  readonly title: { readonly zh: string; readonly en: string };
  readonly message: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly remedy: { readonly zh: string; readonly en: string };
}

/** An observation as a finding. */
export function findingOf(observation: Observation): Finding {
  const { rule, severity, variant, params = {}, culprits, evidence = [] } = observation;
  return {
    rule,
    severity,
    ...(variant === undefined ? {} : { variant }),
    params,
    culprits,
    tied: culprits.length > 1,
    group: null,
    evidence,
    difference: null,
    allowed: null,
    waiver: null,
  };
}
