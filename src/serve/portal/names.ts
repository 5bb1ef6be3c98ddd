import type { ClaimKind } from '../../model/narrative/claim.ts';
import type { Stage } from '../../model/scope.ts';
import type { TracedFigure } from '../../model/trace.ts';
import { openEnd } from './data/flows.ts';
import classification from './classification.json' with { type: 'json' };
import type { DisclosureLevel, RecordKind } from './source.ts';
import type { Say, View } from './view.ts';

type Pair = readonly [zh: string, en: string];

const funds: Readonly<Record<string, Pair>> = {
  fiscal: ['财政拨款', 'fiscal appropriation'],
  general: ['一般公共预算', 'general public budget'],
  governmentFund: ['政府性基金', 'government funds'],
  stateCapital: ['国有资本经营预算', 'state capital budget'],
  fiscalAccount: ['财政专户管理资金', 'fiscal special accounts'],
  unitFunds: ['单位资金', "units' own funds"],
  serviceIncome: ['事业收入', 'service income'],
  businessIncome: ['经营收入', 'business income'],
  superiorGrant: ['上级补助收入', 'grants from above'],
  affiliatedRemittance: ['附属单位上缴收入', 'remitted by affiliates'],
  otherIncome: ['其他收入', 'other income'],
  carriedOver: ['上年结转', 'carried over'],
  [openEnd]: ['表中未列来源', 'source not stated'],
};

const natures: Readonly<Record<string, Pair>> = {
  basic: ['基本支出', 'basic expenditure'],
  personnel: ['人员经费', 'personnel'],
  operating: ['公用经费', 'operation'],
  project: ['项目支出', 'projects'],
  otherOperating: ['其他运转类项目', 'operational projects'],
  specificTarget: ['特定目标类项目', 'targeted projects'],
  business: ['经营支出', 'business expenditure'],
  toSuperior: ['上缴上级支出', 'remitted upwards'],
  toAffiliated: ['对附属单位补助支出', 'grants to affiliates'],
  [openEnd]: ['表中未细分', 'not itemised'],
};

const stages: Readonly<Record<Stage, Pair>> = {
  budget: ['预算', 'budget'],
  finalAccounts: ['决算', 'final accounts'],
  adjusted: ['调整预算', 'adjusted budget'],
};

const levels: Readonly<Record<DisclosureLevel, Pair>> = {
  department: ['部门（含所属单位）', 'department with its units'],
  unit: ['单位本级', 'single unit'],
};

const kinds: Readonly<Record<RecordKind, Pair>> = {
  department: ['部门', 'departments'],
  project: ['项目', 'projects'],
  line: ['支出科目', 'functions'],
  indicator: ['绩效指标', 'targets'],
  text: ['说明文字', 'text'],
};

const claims: Readonly<Record<ClaimKind, Pair>> = {
  amount: ['金额', 'amount'],
  change: ['增减额', 'change'],
  rate: ['增减率', 'rate of change'],
  share: ['占比', 'share'],
  pair: ['一组数', 'pair'],
  count: ['数量', 'count'],
  list: ['列举', 'list'],
  zero: ['无', 'nothing'],
};

const states: Readonly<Record<TracedFigure['state'], Pair>> = {
  verified: ['核对无误', 'verified'],
  contradicted: ['有矛盾', 'contradicted'],
  unverified: ['无从核对', 'not verifiable'],
};

const spoken = (pair: Pair | undefined, say: Say, otherwise: string): string =>
  pair === undefined ? otherwise : say(...pair);

/** 一般公共预算 */
export function fundName(fund: string, { say }: Pick<View, 'say'>): string {
  return spoken(funds[fund], say, fund);
}

/** 基本支出 */
export function natureName(nature: string, { say }: Pick<View, 'say'>): string {
  return spoken(natures[nature], say, nature);
}

/** 预算, 决算 */
export function stageName(stage: Stage, { say }: Pick<View, 'say'>): string {
  return say(...stages[stage]);
}

export function levelName(level: DisclosureLevel, { say }: Pick<View, 'say'>): string {
  return say(...levels[level]);
}

export function kindName(kind: RecordKind, { say }: Pick<View, 'say'>): string {
  return say(...kinds[kind]);
}

const english = new Map(Object.entries(classification));

/** What a sentence's number says: 金额, 增减率 */
export function claimName(kind: ClaimKind, { say }: Pick<View, 'say'>): string {
  return say(...claims[kind]);
}

/** 核对无误, 有矛盾, 无从核对 */
export function stateName(state: TracedFigure['state'], { say }: Pick<View, 'say'>): string {
  return say(...states[state]);
}

/** The name of a function or an economic class: as printed; in English for classes that have an English name. */
export function codeName(code: string, printed: string, { language }: Pick<View, 'language'>): string {
  const name = english.get(code);
  return language === 'en' && name !== undefined ? `${name} (${printed})` : printed;
}

/** The same where there is little room: one language. */
export function shortCodeName(code: string, printed: string, { language }: Pick<View, 'language'>): string {
  return language === 'en' ? (english.get(code) ?? printed) : printed;
}
