import type { Scope } from '../scope.ts';

/** A phrase that names (a part of) a subject. */
export interface SubjectWord {
  readonly scope: Scope;
  /** A quantity of its own: it never narrows what was named before. */
  readonly alone?: boolean;
  /** Says the amount for revenue and for expenditure. */
  readonly bothFlows?: boolean;
  /** A part below the item named so far: `procurement` becomes `procurement/smeReserved`. */
  readonly below?: string;
  /** Everything, what was carried over included: no `use` is implied. */
  readonly grand?: boolean;
  /** What final accounts mean by it besides: their 收入合计 is this year's, only 总计 adds what was carried over. */
  readonly inAccounts?: Scope;
}

type Rows = readonly (readonly [words: string, subject: SubjectWord])[];

const expenditure = 'expenditure';
const revenue = 'revenue';

const funds: Rows = [
  [
    '一般公共预算财政拨款 一般公共预算拨款 一般公共预算资金 一般公共预算 公共财政预算拨款 公共财政预算 公共预算财政拨款 一般公共财政拨款',
    { scope: { fund: 'general' } },
  ],
  [
    '政府性基金预算财政拨款 政府性基金财政拨款 政府性基金预算拨款 政府性基金拨款 政府性基金预算资金 政府性基金预算 政府性基金',
    { scope: { fund: 'governmentFund' } },
  ],
  [
    '国有资本经营预算财政拨款 国有资本经营财政拨款 国有资本经营预算拨款 国有资本经营拨款 国有资本经营预算资金 国有资本经营预算 国有资本经营收益',
    { scope: { fund: 'stateCapital' } },
  ],
  ['财政拨款 财政预算拨款 财政补助收入 财政补助', { scope: { fund: 'fiscal' } }],
  [
    '财政专户管理资金 财政专户管理的资金 财政专户核拨资金 财政专户资金 财政专户',
    { scope: { fund: 'fiscalAccount' } },
  ],
  ['单位资金', { scope: { fund: 'unitFunds' } }],
  ['事业收入资金 事业收入', { scope: { fund: 'serviceIncome', flow: revenue } }],
  ['事业单位经营收入 经营收入', { scope: { fund: 'businessIncome', flow: revenue } }],
  ['上级补助收入', { scope: { fund: 'superiorGrant', flow: revenue } }],
  ['附属单位上缴收入 附属单位缴款 附属单位上缴', { scope: { fund: 'affiliatedRemittance', flow: revenue } }],
  ['其他收入 其它收入', { scope: { fund: 'otherIncome', flow: revenue } }],
];

const flows: Rows = [
  ['收入', { scope: { flow: revenue } }],
  ['收入合计', { scope: { flow: revenue }, inAccounts: { vintage: 'current' } }],
  ['支出', { scope: { flow: expenditure } }],
  [
    '收入支出 收支 收入和支出 收入与支出 收入及支出 收入、支出 收、支',
    { scope: { flow: revenue }, bothFlows: true },
  ],
  ['收入总计 总收入 收入总预算 收入总额 收入总决算', { scope: { flow: revenue }, grand: true }],
  ['支出总计 总支出 支出总预算 支出总额 支出总决算', { scope: { flow: expenditure }, grand: true }],
  [
    '收支总计 收支安排 预算收支安排 收支预算安排 收入支出总计 收支总预算 收支预算总计 收入支出总预算 收支预算总额 收支总额 收支总决算 收支预算 收入支出预算 预算总规模 收支总规模 收入总计和支出总计 收入、支出总计 收、支总计',
    { scope: { flow: revenue }, bothFlows: true, grand: true },
  ],
  ['部门预算资金 部门整体支出 单位整体支出', { scope: { flow: expenditure }, alone: true }],
];

const vintages: Rows = [
  [
    '上年结转收入 上年结转和结余 上年结转结余 上年结转资金 上年结转预算 上年结转 上年结余 上年财政拨款结转 结转资金 结转结余 结转 年初结转和结余 年初结转结余 年初结转 以前年度结转 动用上年结转',
    { scope: { vintage: 'carriedOver' } },
  ],
  [
    '年初财政拨款结转和结余 年初财政拨款结转结余',
    { scope: { vintage: 'carriedOver', fund: 'fiscal', flow: revenue } },
  ],
  [
    '年初一般公共预算财政拨款结转和结余 年初一般公共预算财政拨款结转结余 一般公共预算财政拨款年初结转和结余',
    { scope: { vintage: 'carriedOver', fund: 'general', flow: revenue } },
  ],
  [
    '年初政府性基金预算财政拨款结转和结余 年初政府性基金预算财政拨款结转结余 政府性基金预算财政拨款年初结转和结余',
    { scope: { vintage: 'carriedOver', fund: 'governmentFund', flow: revenue } },
  ],
  ['上年结转支出 结转支出 上年结转安排', { scope: { vintage: 'carriedOver', flow: expenditure } }],
  [
    '本年收入合计 本年收入 当年收入合计 当年收入 本年收入预算',
    { scope: { vintage: 'current', flow: revenue } },
  ],
  [
    '当年拨款收入 当年财政拨款收入 本年拨款收入 本年财政拨款收入',
    { scope: { vintage: 'current', flow: revenue, fund: 'fiscal' } },
  ],
  [
    '本年预算安排 当年预算安排 当年安排 年初安排 当年支出 当年拨款 当年财政拨款',
    { scope: { vintage: 'current' } },
  ],
  [
    '使用非财政拨款结余和专用结余 使用非财政拨款结余(含专用结余) 使用非财政拨款结余 非财政拨款结余 用事业基金弥补收支差额 事业基金弥补收支差额',
    { scope: { vintage: 'usedSurplus', flow: revenue } },
  ],
  ['本年支出合计 本年支出', { scope: { flow: expenditure, use: 'spent' } }],
  [
    '年末结转和结余 年末结转结余 年末结转 年终结转结余 年终结转 结转下年支出 结转下年 年末结余',
    { scope: { flow: expenditure, use: 'carriedForward' } },
  ],
  [
    '年末财政拨款结转和结余 年末财政拨款结转结余',
    { scope: { flow: expenditure, use: 'carriedForward', fund: 'fiscal' } },
  ],
  [
    '年末一般公共预算财政拨款结转和结余 年末一般公共预算财政拨款结转结余 一般公共预算财政拨款年末结转和结余',
    { scope: { flow: expenditure, use: 'carriedForward', fund: 'general' } },
  ],
  [
    '年末政府性基金预算财政拨款结转和结余 年末政府性基金预算财政拨款结转结余 政府性基金预算财政拨款年末结转和结余',
    { scope: { flow: expenditure, use: 'carriedForward', fund: 'governmentFund' } },
  ],
  ['结余分配', { scope: { flow: expenditure, use: 'distributed' } }],
];

const natures: Rows = [
  ['基本支出', { scope: { nature: 'basic', flow: expenditure } }],
  ['项目支出 项目经费 项目类支出 项目类', { scope: { nature: 'project', flow: expenditure } }],
  ['一级项目 二级项目 预算项目', { scope: { nature: 'project' } }],
  ['人员经费支出 人员经费 人员支出', { scope: { nature: 'personnel', flow: expenditure } }],
  [
    '日常公用经费 日常公用支出 公用经费支出 公用经费 公用支出',
    { scope: { nature: 'operating', flow: expenditure } },
  ],
  ['其他运转类项目 其他运转类 其它运转类 其他运转', { scope: { nature: 'otherOperating' } }],
  ['特定目标类项目 特定目标类', { scope: { nature: 'specificTarget' } }],
  ['事业单位经营支出 经营支出', { scope: { nature: 'business', flow: expenditure } }],
  ['上缴上级支出', { scope: { nature: 'toSuperior', flow: expenditure } }],
  ['对附属单位补助支出 对附属单位补助', { scope: { nature: 'toAffiliated', flow: expenditure } }],
];

function item(node: string): SubjectWord {
  return { scope: { item: node, flow: expenditure }, alone: true };
}

/** The three public expenses; the running cost of offices; both by their legal names and habits. */
const publicExpenses: Rows = [
  ['三公经费 三公', item('threePublic')],
  [
    '因公出国(境)费用 因公出国(境)经费 因公出国(境)费 因公出国(境) 因公出国境费用 因公出国境费 因公出国费用 因公出国费 出国(境)费 出国(境)费用 出国(境)经费 出国(境)支出',
    item('abroad'),
  ],
  ['公务接待费用 公务接待费 公务接待经费 公务接待支出 公务接待', item('reception')],
  [
    '国内公务接待费 国内公务接待支出 国内公务接待 国内接待费 国内接待支出 国内接待',
    item('reception/domestic'),
  ],
  [
    '外宾接待费 外宾接待支出 外宾接待 国(境)外接待费 国(境)外公务接待 外事接待费 外事接待支出 外事接待',
    item('reception/foreign'),
  ],
  [
    '公务用车购置及运行维护费用 公务用车购置及运行维护费 公务用车购置及运行维护支出 公务用车购置及运行费用 公务用车购置及运行费 公务用车购置和运行维护费 公务用车购置和运行费 公务用车购置与运行维护费 公务用车购置及运维费 公务用车购置费及运行维护费 公务用车购置费及运行费 公务用车购置费和运行维护费 公务用车费用 公务用车费 公务车购置及运行费 公务车购置及运行维护费 公务用车购置及运行维护 公务用车购置及运行 公车购置及运行费 公车购置及运行维护费 公车购置及运维费 公车购置和运行费 公务车购置及运行经费 公务用车购置及运行经费 公务用车购置及运行维护经费 公务用车经费',
    item('vehicles'),
  ],
  [
    '公务用车购置费用 公务用车购置费 公务用车购置支出 公务用车购置经费 公车购置支出 公务用车购置 公务车购置费 公车购置费 公车购置费用 车辆购置费',
    item('vehiclePurchase'),
  ],
  [
    '公务用车运行维护费用 公务用车运行维护费 公务用车运行维护支出 公务用车运行维护 公务用车运行费用 公务用车运行费 公务用车维护费 公务车运行维护费 公务车运行费 公车运行费 公车运行维护费 公车运行及维护费 公车运行及维护 公车运行维护 公务用车运转维护费 公务用车运行及维护费 公务用车运维费 公务用车运行支出 公车运行支出 公车运行经费 公务用车运行 公务用车运行维护经费 公务用车运行经费 公务车用车运行费',
    item('vehicleRunning'),
  ],
  [
    '机关运行经费 机关运行费',
    { scope: { nature: 'operating', unitKind: 'administrative', flow: expenditure }, alone: true },
  ],
  ['政府购买服务', item('purchasedServices')],
];

/** Procurement: parts by kind; parts by supplier stand below and are no partition. */
const procurement: Rows = [
  ['政府采购', { scope: { item: 'procurement', flow: expenditure } }],
  [
    '政府采购货物 货物采购 采购货物 货物类采购 政府采购货物类 货物类 货物',
    { scope: { item: 'goods', flow: expenditure } },
  ],
  [
    '政府采购工程 工程采购 采购工程 工程类采购 政府采购工程类 工程类',
    { scope: { item: 'works', flow: expenditure } },
  ],
  [
    '政府采购服务 服务采购 采购服务 服务类采购 政府采购服务类 服务类',
    { scope: { item: 'services', flow: expenditure } },
  ],
  ['面向中小企业预留 面向中小企业 预留给中小企业 专门面向中小企业', { scope: {}, below: 'smeReserved' }],
  [
    '面向小微企业预留 面向小微企业 预留给小微企业 预留给小型和微型企业 面向小型和微型企业 专门面向小微企业',
    { scope: {}, below: 'smeReserved/micro' },
  ],
  ['授予中小企业合同 授予中小企业的合同 授予中小企业', { scope: {}, below: 'smeContracts' }],
  [
    '授予小微企业合同 授予小微企业的合同 授予小微企业 授予小型微型企业合同',
    { scope: {}, below: 'smeContracts/micro' },
  ],
  ['由中小企业供应商 由小微企业供应商', { scope: {}, below: '+awarded' }],
  ['政府集中采购 集中采购', { scope: { flow: expenditure }, below: 'centralised' }],
  ['政府分散采购 分散采购', { scope: { flow: expenditure }, below: 'dispersed' }],
  ['其他政府采购项目', { scope: { item: 'procurement/unreserved', flow: expenditure } }],
];

/** Projects under performance management: counts and money share these subjects. */
const performance: Rows = [
  [
    '纳入绩效管理 绩效目标管理 编报绩效目标 编制绩效目标 设置绩效目标 绩效目标 预算绩效目标 实行绩效目标管理',
    { scope: { item: 'performance' } },
  ],
  ['公开项目绩效目标 公开绩效目标', { scope: { item: 'performance/published' } }],
  ['绩效跟踪评价 绩效跟踪 绩效监控 绩效运行监控', { scope: { item: 'performance/tracking' } }],
  ['绩效自评价 绩效自评 自评项目', { scope: { item: 'performance/selfEvaluation' } }],
  ['重点绩效评价 绩效评价', { scope: { item: 'performance/evaluation' } }],
  [
    '单位整体绩效目标 部门整体绩效目标 整体支出绩效目标 整体绩效目标 整体绩效',
    { scope: { item: 'performanceOverall' } },
  ],
];

/** What the department owns; 原值 and 净值 are no figures of these. */
const assets: Rows = [
  ['资产总额 总资产 国有资产总额', item('assets')],
  ['流动资产', item('assets/current')],
  ['固定资产', item('assets/fixed')],
  ['购置固定资产 拟购置固定资产 新增固定资产 拟新增固定资产 购置资产 新增资产', item('boughtAssets')],
  ['处置固定资产 报废固定资产 出租固定资产 减少固定资产 处置资产', item('disposedAssets')],
  ['对外投资及有价证券 对外投资/有价证券 长期投资', item('assets/investment')],
  ['在建工程', item('assets/construction')],
  ['无形资产', item('assets/intangible')],
  ['其他资产', item('assets/other')],
  ['固定资产原值 固定资产账面原值 资产原值', item('assetsGross')],
];

/** All subject phrases; where two match at one place the longer one holds. */
export const subjectWords: Rows = [
  ...funds,
  ...flows,
  ...vintages,
  ...natures,
  ...publicExpenses,
  ...procurement,
  ...performance,
  ...assets,
];
