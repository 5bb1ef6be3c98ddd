import type { Severity } from '../../../model/finding.ts';
import type { ReportedFinding } from '../../../model/report.ts';

/** The cells of a line of the summary. */
export type Line = readonly (string | number)[];

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors, warnings, advice and all of them. */
export function countsOf(findings: readonly ReportedFinding[]): readonly number[] {
  const counts = severities.map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  return [...counts, findings.length];
}

export function waivedOf(findings: readonly ReportedFinding[]): number {
  return findings.filter(({ waiver }) => waiver !== null).length;
}
