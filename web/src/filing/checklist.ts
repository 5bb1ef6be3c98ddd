import type { Comment, DisclosureVersionSummary, Filing, FindingRecord } from '../api/schema.ts';
import { dayText } from '../words/dates.ts';

/** A demand before the public sees it: does it hold, and what is to be said. */
export interface Demand {
  readonly key: DemandKey;
  /** no: it stops the publication. look: a person should look at it. */
  readonly state: 'yes' | 'no' | 'look';
  readonly params: readonly (string | number)[];
}

export type DemandKey =
  | 'demandApproved'
  | 'demandErrors'
  | 'demandWaived'
  | 'demandWarnings'
  | 'demandComplete'
  | 'demandCurrent'
  | 'demandComments'
  | 'demandDue';

interface Known {
  readonly filing: Pick<Filing, 'approvedAt' | 'daysLeft' | 'dueOn' | 'bookVersion' | 'disclosureVersion'>;
  readonly records: readonly FindingRecord[];
  readonly versions: readonly DisclosureVersionSummary[];
  readonly comments: readonly Comment[];
}

/** Rules that say whether everything is there that must be published. */
const completeness = /^document\.(?:tableMissing|sectionMissing|emptyWithoutNote|contents\w+|labelMissing)$/;

/** What the rules demand of a publication, in the order in which one goes through it. */
export function demandsOf({ filing, records, versions, comments }: Known): readonly Demand[] {
  const open = records.filter(({ waiver }) => waiver === null);
  const count = (severity: string): number => open.filter((each) => each.severity === severity).length;
  const lacking = open.filter(({ rule, severity }) => completeness.test(rule) && severity !== 'info').length;
  const waived = records.length - open.length;
  const current = versions.find(({ version }) => version === filing.disclosureVersion);
  const stale = current?.bookVersion != null && current.bookVersion < filing.bookVersion;
  const said = comments.filter(({ resolvedAt }) => resolvedAt === null).length;
  const { approvedAt, daysLeft, dueOn } = filing;
  const demand = (
    key: DemandKey,
    holds: boolean,
    otherwise: 'no' | 'look',
    ...params: readonly (string | number)[]
  ): Demand => ({ key, state: holds ? 'yes' : otherwise, params });
  return [
    demand('demandApproved', approvedAt !== null, 'no', approvedAt === null ? '—' : dayText(approvedAt)),
    demand('demandErrors', count('error') === 0, 'no', count('error')),
    demand('demandComplete', lacking === 0, 'look', lacking),
    demand('demandCurrent', !stale, 'no', filing.disclosureVersion),
    demand('demandWarnings', count('warning') === 0, 'look', count('warning')),
    demand('demandWaived', waived === 0, 'look', waived),
    demand('demandComments', said === 0, 'look', said),
    ...(dueOn === null || daysLeft === null
      ? []
      : [demand('demandDue', daysLeft >= 0, 'look', dueOn, daysLeft)]),
  ];
}
