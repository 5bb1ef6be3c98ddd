import { codeList } from '../../model/codes/codes.ts';
import type { CodeAxis } from '../../model/codes/entries.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Scope } from '../../model/scope.ts';

/** A code with what it is called. */
export interface Named {
  readonly code: string;
  readonly label: string;
}

const funds: Readonly<Record<string, string>> = {
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

const vintages: Readonly<Record<string, string>> = {
  current: '当年',
  carriedOver: '上年结转',
  usedSurplus: '使用结余',
};

const sources: Readonly<Record<string, string>> = {
  central: '中央财政资金',
  provincial: '省级财政资金',
  local: '市县（区）财政资金',
  own: '单位自筹',
  other: '其他资金',
  unspecified: '未分来源',
};

/** The fund and the year it comes from: a source of money, never a phase. Null where the line says neither. */
export function finSource({ fund = '', vintage = '', source = '' }: Scope): Named | null {
  const parts = [fund, vintage, source].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const words = [funds[fund] ?? fund, vintages[vintage] ?? vintage, sources[source] ?? source];
  return { code: parts.join('-'), label: words.filter((word) => word !== '').join('·') };
}

const types: Readonly<Record<string, string>> = {
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

/** Basic or project expenditure; 年终结转 is what is not spent. */
export function expenditureType({ nature, use }: Scope): Named | null {
  const code = nature ?? (use === 'carriedForward' || use === 'distributed' ? use : undefined);
  return code === undefined ? null : { code, label: types[code] ?? code };
}

const items: Readonly<Record<string, string>> = {
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

/** One of the three public expenses or of procurement. */
export function purposeOf({ item }: Scope): Named | null {
  return item === undefined ? null : { code: item, label: items[item] ?? item };
}

/** What codes are called: as the document prints it, else by the code lists. The axes share no code. */
export type CodeNames = (axis: CodeAxis, code: string) => string;

export function codeNamesOf({ tables, year }: Disclosure): CodeNames {
  const printed = new Map<string, string>();
  for (const { rows } of tables) {
    for (const { code, name } of rows) if (code !== null && !printed.has(code)) printed.set(code, name);
  }
  return (axis, code) => printed.get(code) ?? codeList(axis, year).find(code)?.name ?? code;
}

/** The levels of a node, outermost first: by the code's digits (3, 5, 7), or along the path a/b of names. */
export function levelsOf(node: string): readonly string[] {
  if (!/^\d+$/.test(node)) return node.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return [3, 5, 7].filter((length) => length <= node.length).map((length) => node.slice(0, length));
}
