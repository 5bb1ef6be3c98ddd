import type { FilingState } from '../../store/filingStates.ts';
import type { WorkRole } from '../../store/roles.ts';

export const stepActions = [
  'submit',
  'recall',
  'pass',
  'return',
  'approve',
  'publish',
  'withdraw',
  'correct',
  'archive',
] as const;
export type StepAction = (typeof stepActions)[number];

/** What must hold besides state and role. */
export type Condition =
  /** The book has no problems and there is a disclosure of its newest version. */
  | 'complete'
  /** The disclosure has no errors that nobody waived. */
  | 'noOpenErrors'
  /** Every unit's filing of the year has been collected. */
  | 'unitsCollected'
  /** The department's own filing has been approved. */
  | 'departmentApproved'
  /** Not the person who submitted. */
  | 'notSubmitter'
  /** Not the person of the first review. */
  | 'notReviewer'
  | 'comment';

export interface StepRule {
  readonly action: StepAction;
  readonly from: FilingState;
  readonly to: FilingState;
  readonly roles: readonly WorkRole[];
  readonly conditions: readonly Condition[];
  /** Only for a department's filing, or only for a unit's. */
  readonly level?: 'department' | 'unit';
  /** Only where the finance bureau reviews in so many steps. */
  readonly financeSteps?: 1 | 2;
}

const back = (from: FilingState, roles: readonly WorkRole[]): StepRule => ({
  action: 'return',
  from,
  to: 'drafting',
  roles,
  conditions: ['comment'],
});

/**
 * The way of a filing: 编制 → 单位审核 → 部门汇总 → 财政审核 → 批复 → 公开 → 归档. A unit's leaves the
 * way at its department and is approved by it (财政部门批复部门预算, 部门批复所属单位预算: 预算法第五十二条).
 */
export const stepRules: readonly StepRule[] = [
  { action: 'submit', from: 'drafting', to: 'unitReview', roles: ['preparer'], conditions: ['complete'] },
  { action: 'recall', from: 'unitReview', to: 'drafting', roles: ['preparer'], conditions: [] },
  {
    action: 'pass',
    from: 'unitReview',
    to: 'departmentReview',
    roles: ['unitHead'],
    conditions: ['notSubmitter'],
  },
  {
    action: 'pass',
    from: 'departmentReview',
    to: 'collected',
    roles: ['departmentReviewer'],
    conditions: ['notSubmitter', 'noOpenErrors'],
    level: 'unit',
  },
  {
    action: 'pass',
    from: 'departmentReview',
    to: 'financeReview',
    roles: ['departmentReviewer'],
    conditions: ['notSubmitter', 'noOpenErrors', 'unitsCollected'],
    level: 'department',
  },
  {
    action: 'pass',
    from: 'financeReview',
    to: 'approval',
    roles: ['financeReviewer'],
    conditions: ['notSubmitter', 'noOpenErrors'],
    financeSteps: 1,
  },
  {
    action: 'pass',
    from: 'financeReview',
    to: 'financeRecheck',
    roles: ['financeReviewer'],
    conditions: ['notSubmitter', 'noOpenErrors'],
    financeSteps: 2,
  },
  {
    action: 'pass',
    from: 'financeRecheck',
    to: 'approval',
    roles: ['financeReviewer'],
    conditions: ['notSubmitter', 'notReviewer', 'noOpenErrors'],
  },
  { action: 'approve', from: 'approval', to: 'approved', roles: ['approver'], conditions: ['notSubmitter'] },
  {
    action: 'approve',
    from: 'collected',
    to: 'approved',
    roles: ['departmentReviewer'],
    conditions: ['notSubmitter', 'departmentApproved'],
    level: 'unit',
  },
  {
    action: 'publish',
    from: 'approved',
    to: 'published',
    roles: ['publisher'],
    // 编制、审核、发布分离 (等级保护).
    conditions: ['notSubmitter', 'noOpenErrors'],
  },
  { action: 'withdraw', from: 'published', to: 'withdrawn', roles: ['publisher'], conditions: ['comment'] },
  // The published version stands before the public until the corrected one takes its place.
  { action: 'correct', from: 'published', to: 'drafting', roles: ['publisher'], conditions: ['comment'] },
  { action: 'correct', from: 'withdrawn', to: 'drafting', roles: ['publisher'], conditions: ['comment'] },
  { action: 'archive', from: 'published', to: 'archived', roles: ['publisher'], conditions: [] },
  { action: 'archive', from: 'withdrawn', to: 'archived', roles: ['publisher'], conditions: ['comment'] },
  back('unitReview', ['unitHead']),
  back('departmentReview', ['departmentReviewer']),
  { ...back('collected', ['departmentReviewer']), level: 'unit' },
  back('financeReview', ['financeReviewer']),
  back('financeRecheck', ['financeReviewer']),
  back('approval', ['approver']),
  back('approved', ['publisher', 'approver']),
];

/** What of a filing decides which steps there are. */
export interface Standing {
  readonly state: FilingState;
  readonly unit: string | null;
  readonly financeSteps: number;
}

/** The steps that lead on from where the filing stands, whoever asks. */
export function stepsFrom({ state, unit, financeSteps }: Standing): readonly StepRule[] {
  const level = unit === null ? 'department' : 'unit';
  return stepRules.filter(
    (rule) =>
      rule.from === state &&
      (rule.level ?? level) === level &&
      (rule.financeSteps ?? financeSteps) === financeSteps,
  );
}

/** Towards publication: what others wait for. */
export function leadsOn(action: StepAction): boolean {
  return action === 'submit' || action === 'pass' || action === 'approve' || action === 'publish';
}

/** Who is told of a step besides those whom the filing waits for then. */
export const alsoTold: Readonly<Partial<Record<StepAction, readonly WorkRole[]>>> = {
  publish: ['preparer', 'departmentReviewer'],
  withdraw: ['preparer', 'departmentReviewer', 'financeReviewer'],
};

/** Who is waited for: the roles of the steps that lead forward from here. */
export function waitedFor(standing: Standing): readonly WorkRole[] {
  const forward = stepsFrom(standing).filter(({ action }) => leadsOn(action));
  return [...new Set(forward.flatMap(({ roles }) => roles))];
}
