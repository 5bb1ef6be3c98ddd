/** Where a filing stands, in the order of the way: 编制, 单位审核, 部门汇总, 财政审核, 批复, 公开, 归档. */
export const filingStates = [
  'drafting',
  'unitReview',
  'departmentReview',
  /** A unit's: taken into its department's budget, waits for the department's approval. */
  'collected',
  'financeReview',
  'financeRecheck',
  'approval',
  'approved',
  'published',
  'withdrawn',
  'archived',
] as const;
export type FilingState = (typeof filingStates)[number];
