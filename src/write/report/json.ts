import type { Culprit, Evidence } from '../../model/finding.ts';
import { placeJson } from '../placeJson.ts';
import type { DocumentReport, ReportedFinding } from '../../model/report.ts';

/** `check --format json`: schemas/check.schema.json is its public contract. */
export function checkReport(documents: readonly DocumentReport[], version: string): object {
  return {
    schema: 1,
    tool: { name: 'mingsuan', version },
    documents: documents.map((document) => documentJson(document)),
  };
}

function documentJson(document: DocumentReport): object {
  const { file, department, year, stage, form, formReason, verdict, error, coverage } = document;
  return {
    file,
    department,
    year,
    stage,
    form,
    formReason,
    verdict,
    error,
    coverage: {
      figures: coverage.figures,
      verified: coverage.verified,
      contradicted: coverage.contradicted,
      unverified: coverage.unverified,
      indicators: coverage.indicators,
    },
    checks: document.checks.map(({ rule, pass, rounding, fail, notApplicable, unreadable }) => {
      return { rule, pass, rounding, fail, notApplicable, unreadable };
    }),
    findings: document.findings.map((finding) => findingJson(finding)),
  };
}

function findingJson(finding: ReportedFinding): object {
  const { rule, severity, message, tied, group, difference, allowed, waiver } = finding;
  return {
    rule,
    severity,
    message,
    tied,
    group,
    culprits: finding.culprits.map((culprit) => culpritJson(culprit)),
    evidence: finding.evidence.map((evidence) => evidenceJson(evidence)),
    difference,
    allowed,
    waiver,
  };
}

function culpritJson({ reported, expected, support, slip, place }: Culprit): object {
  return { reported, expected, support, slip, place: placeJson(place) };
}

function evidenceJson({ role, text, fen, place }: Evidence): object {
  return { role, text, fen, place: placeJson(place) };
}
