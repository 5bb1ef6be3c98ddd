import type { Finding, Severity } from '../../model/finding.ts';
import type { CheckResult } from '../../model/report.ts';
import { allMessages } from '../messages.ts';
import { rules } from '../rules.ts';
import { applyWaivers } from './waivers.ts';
import type { WaiverEntry } from './waiverEntry.ts';

export type SetSeverity = Severity | 'off';

/** What a user decides about the rules. Plain data, so that it reaches a worker process. */
export interface Settings {
  /** By rule (table.total) or family (text.*); the rule goes before its family. */
  readonly severities: Readonly<Record<string, SetSeverity>>;
  /** By rule and by the threshold's name. */
  readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly waivers: readonly WaiverEntry[];
}

export const defaultSettings: Settings = { severities: {}, thresholds: {}, waivers: [] };

/** Every rule that there is: those with a function, and those whose relations the engine generates. */
export function knownRules(): readonly string[] {
  return [...new Set([...Object.keys(allMessages), ...rules.map(({ id }) => id)])].sort();
}

/** What the settings make of a rule's findings; null leaves them as they are. */
export function severityOf(rule: string, { severities }: Settings): SetSeverity | null {
  return severities[rule] ?? severities[`${rule.split('.')[0] ?? ''}.*`] ?? null;
}

/**
 * The result as the settings want it: findings of rules that are off and their counts are left out, other
 * severities are set, and waivers are put on the findings they fit. `today` is YYYY-MM-DD.
 */
export function applySettings(
  result: CheckResult,
  settings: Settings,
  file: string,
  today: string,
): CheckResult {
  const isOn = ({ rule }: { readonly rule: string }): boolean => severityOf(rule, settings) !== 'off';
  const findings = result.findings.filter(isOn).map((finding) => withSeverity(finding, settings));
  const waived = applyWaivers(findings, settings.waivers, file, today);
  return {
    ...result,
    findings: [...waived.findings, ...waived.stale.filter(isOn).map((f) => withSeverity(f, settings))],
    checks: [...result.checks, ...waived.counts].filter(isOn),
  };
}

function withSeverity(finding: Finding, settings: Settings): Finding {
  const severity = severityOf(finding.rule, settings);
  return severity === null || severity === 'off' ? finding : { ...finding, severity };
}
