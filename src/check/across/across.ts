import type { DocumentDigest } from '../../model/digest.ts';
import type { Finding, RuleCount } from '../../model/finding.ts';
import { findingOf } from '../rule.ts';
import { budgetsInAccounts } from './budgets.ts';
import { ruleCounts, together } from './found.ts';
import { groupsOf, isSameFrame, isSameName } from './groups.ts';
import { missingDocuments } from './missing.ts';
import { regionTotals } from './regions.ts';
import { unitProjects } from './unitProjects.ts';
import { unitFigures } from './unitSums.ts';

/** What the comparison of documents says of one of them. */
export interface AcrossFound {
  readonly findings: readonly Finding[];
  readonly checks: readonly RuleCount[];
}

/**
 * Relations between documents: departments against their units, final accounts against budgets, a county against
 * its departments. A finding belongs to the document of its first culprit; what is missing to make a sum
 * complete is told, and never an error.
 */
export function checkAcross(digests: readonly DocumentDigest[]): ReadonlyMap<string, AcrossFound> {
  const single = digests.filter(
    (digest, i) => !digests.slice(0, i).some((other) => isSameDocument(other, digest)),
  );
  const groups = groupsOf(single);
  const { observations, counts } = together([
    ...groups.map(unitFigures),
    ...groups.map(unitProjects),
    budgetsInAccounts(single),
    regionTotals(single),
    missingDocuments(groups, digests),
  ]);
  const findings = observations.map(findingOf);
  return new Map(
    digests.map(({ file }) => [
      file,
      {
        findings: findings.filter(({ culprits }) => culprits[0]?.place.file === file),
        checks: ruleCounts(counts, file),
      },
    ]),
  );
}

/** Of two documents of one body, year, stage and level the first is compared. */
function isSameDocument(a: DocumentDigest, b: DocumentDigest): boolean {
  return a.year !== null && isSameFrame(a, b) && a.level === b.level && isSameName(a.name, b.name);
}
