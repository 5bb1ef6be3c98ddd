/** Words that several screens share, so that they are said in one way. */
export const commonWords = {
  cancel: ['取消', 'Cancel'],
  unit: ['单位', 'Unit'],
  department: ['部门', 'Department'],
  region: ['地区', 'Region'],
  year: ['年度', 'Year'],
  close: ['关闭', 'Close'],
  undo: ['撤销', 'Undo'],
  create: ['建立', 'Create'],
  unitName: ['单位名称', 'Name of the unit'],
  unitKind: ['单位性质', 'Kind'],
  institution: ['事业', 'institution'],
  form: ['表式', 'Form'],
  kind: ['类型', 'Kind'],
  yuan: ['元', 'yuan'],
  wan: ['万元', '10,000 yuan'],
  login: ['用户名', 'User name'],
  organisation: ['地区与部门', 'Regions and departments'],
  users: ['用户与角色', 'Users and roles'],
  audit: ['审计日志', 'Audit log'],
  forms: ['表式', 'Forms'],
  backups: ['备份', 'Backups'],
  product: ['明算', 'Mingsuan'],
  signOut: ['退出', 'Sign out'],
  reason: ['理由', 'Reason'],
  actions: ['操作', 'Actions'],
} as const;

/** Words of a project's performance sheet, where it is typed and where it is read. */
export const sheetWords = {
  total: ['合计', 'Total'],
  periodFunds: ['实施期资金', 'Funds of the term'],
  annualFunds: ['年度资金', 'Funds of the year'],
  central: ['中央', 'Central'],
  provincial: ['省级', 'Provincial'],
  local: ['市县（区）', 'Local'],
  own: ['单位自筹', 'Own'],
  basis: ['立项依据', 'Basis'],
  safeguards: ['保证实施的制度、措施', 'Safeguards'],
  plan: ['实施计划', 'Plan'],
  periodGoal: ['实施期目标', 'Goal of the term'],
  annualGoal: ['年度目标', 'Goal of the year'],
  indicators: ['绩效指标', 'Indicators'],
  glossary: ['名词解释', 'Glossary'],
} as const;

/** Counts of findings and days to the publication, wherever a filing or a check stands in a list. */
export const countWords = {
  findings: ['问题', 'Findings'],
  errors: ['错误 {0}', '{0} errors'],
  warnings: ['提醒 {0}', '{0} warnings'],
  waived: ['豁免 {0}', '{0} waived'],
  clean: ['未发现问题', 'no findings'],
  daysLeft: ['还有 {0} 天', '{0} days left'],
  overdue: ['已逾期 {0} 天', '{0} days overdue'],
} as const;

/** The steps of a filing's way, as buttons and in its history. */
export const stepWords = {
  submit: ['提交审核', 'Submit'],
  recall: ['收回修改', 'Take back'],
  pass: ['审核通过', 'Pass'],
  return: ['退回修改', 'Return'],
  approve: ['批复', 'Approve'],
  publish: ['公开', 'Publish'],
  withdraw: ['撤回公开', 'Withdraw'],
  correct: ['更正', 'Correct'],
  archive: ['归档', 'Archive'],
} as const;
