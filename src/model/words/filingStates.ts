/** What the stages of a filing's way are called, in sentences and in lists. */
export const filingStateWords = {
  drafting: { zh: '编制', en: 'preparing' },
  unitReview: { zh: '单位审核', en: 'unit review' },
  departmentReview: { zh: '部门汇总', en: 'department review' },
  collected: { zh: '已汇总，待部门批复', en: 'collected' },
  financeReview: { zh: '财政审核', en: 'financial review' },
  financeRecheck: { zh: '财政复审', en: 'second financial review' },
  approval: { zh: '待批复', en: 'awaiting approval' },
  approved: { zh: '已批复，待公开', en: 'approved' },
  published: { zh: '已公开', en: 'published' },
  withdrawn: { zh: '已撤回公开', en: 'withdrawn' },
  archived: { zh: '已归档', en: 'archived' },
} as const;
