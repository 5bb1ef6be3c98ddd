/** What the nodes of a scope's closed trees are called in print. */
type Terms = Readonly<Record<string, string>>;

export const fundTerms: Terms = {
  fiscal: '财政拨款',
  general: '一般公共预算',
  governmentFund: '政府性基金预算',
  stateCapital: '国有资本经营预算',
  fiscalAccount: '财政专户管理资金',
  unitFunds: '单位资金',
  serviceIncome: '事业收入',
  businessIncome: '事业单位经营收入',
  superiorGrant: '上级补助收入',
  affiliatedRemittance: '附属单位上缴收入',
  otherIncome: '其他收入',
};

export const vintageTerms: Terms = { current: '当年', carriedOver: '上年结转', usedSurplus: '使用结余' };

/** Of expenditure; what is not spent has a name too. */
export const natureTerms: Terms = {
  basic: '基本支出',
  personnel: '基本支出·人员经费',
  operating: '基本支出·公用经费',
  project: '项目支出',
  otherOperating: '项目支出·其他运转类',
  specificTarget: '项目支出·特定目标类',
  business: '经营支出',
  toSuperior: '上缴上级支出',
  toAffiliated: '对附属单位补助支出',
  carriedForward: '年终结转',
  distributed: '结余分配',
};

export const itemTerms: Terms = {
  threePublic: '“三公”经费',
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehicles: '公务用车购置及运行费',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行维护费',
  procurement: '政府采购',
  goods: '货物',
  works: '工程',
  services: '服务',
};

/** Of the money of a performance sheet. */
export const sourceTerms: Terms = {
  total: '资金总额',
  central: '中央财政资金',
  provincial: '省级财政资金',
  local: '市县（区）财政资金',
  own: '单位自筹',
  other: '其他资金',
  unspecified: '未分来源',
};

export const horizonTerms = { period: '实施期', annual: '年度' } as const satisfies Terms;

export const sheetTextTerms: Terms = {
  overview: '项目概况',
  basis: '立项依据',
  necessity: '项目设立必要性',
  safeguards: '保证项目实施的制度、措施',
  plan: '项目实施计划',
  periodGoal: '实施期目标',
  annualGoal: '年度目标',
};
