import type { Scope } from '../scope.ts';

/**
 * A figure of the book in a text: {{支出·212}}, {{项目支出·一般公共预算}}, {{上年·基本支出}},
 * {{支出·项目：供热|元}}. The words name a scope, so that a clerk can read and type it in the workbook too; what
 * is printed follows the book.
 */
export interface FigureReference {
  readonly year: 'this' | 'last';
  readonly scope: Scope;
  /** A project as facts name it: its scope follows from the book. */
  readonly project: string | null;
  /** A unit by its name. */
  readonly unit: string | null;
  readonly printedIn: '万元' | '元';
}

/** A reference where it stands in a text, [start, end). */
export interface FigureToken {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly words: string;
}

const token = /\{\{([^{}\n]{1,200})\}\}/g;

export function figureTokens(text: string): readonly FigureToken[] {
  return [...text.matchAll(token)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[1] ?? '',
  }));
}

const spent: Scope = { flow: 'expenditure', use: 'spent' };

/** What the words mean; the first word of each line is the one that is offered. */
const meanings: Readonly<Record<string, Scope>> = {
  支出: spent,
  收入: { flow: 'revenue' },
  年终结转: { flow: 'expenditure', use: 'carriedForward' },
  基本支出: { ...spent, nature: 'basic' },
  项目支出: { ...spent, nature: 'project' },
  人员经费: { ...spent, nature: 'personnel' },
  公用经费: { ...spent, nature: 'operating' },
  其他运转类: { ...spent, nature: 'otherOperating' },
  特定目标类: { ...spent, nature: 'specificTarget' },
  机关运行经费: { ...spent, nature: 'operating', unitKind: 'administrative' },
  财政拨款: { fund: 'fiscal' },
  一般公共预算: { fund: 'general' },
  政府性基金预算: { fund: 'governmentFund' },
  国有资本经营预算: { fund: 'stateCapital' },
  财政专户管理资金: { fund: 'fiscalAccount' },
  单位资金: { fund: 'unitFunds' },
  事业收入: { fund: 'serviceIncome' },
  事业单位经营收入: { fund: 'businessIncome' },
  上级补助收入: { fund: 'superiorGrant' },
  附属单位上缴收入: { fund: 'affiliatedRemittance' },
  其他收入: { fund: 'otherIncome' },
  当年: { vintage: 'current' },
  上年结转: { vintage: 'carriedOver' },
  三公经费: { item: 'threePublic' },
  '因公出国（境）费': { item: 'abroad' },
  公务接待费: { item: 'reception' },
  公务用车购置及运行费: { item: 'vehicles' },
  公务用车购置费: { item: 'vehiclePurchase' },
  公务用车运行维护费: { item: 'vehicleRunning' },
  政府采购: { item: 'procurement' },
  货物: { item: 'goods' },
  工程: { item: 'works' },
  服务: { item: 'services' },
};

/** What stands between the braces as a reference; null when a word means nothing. */
export function readReference(words: string): FigureReference | null {
  const [, plain = words, , unit] = /^(.*?)(\|(万元|元))?$/s.exec(words.trim()) ?? [];
  const named = /(?:^|·)项目[：:](.+)$/.exec(plain);
  const head = named === null ? plain : plain.slice(0, named.index);
  const parts = head.split('·').filter((part) => part.trim() !== '');
  let scope: Scope = {};
  let [ofUnit, year]: [string | null, FigureReference['year']] = [null, 'this'];
  for (const part of parts.map((each) => each.trim())) {
    const unitName = /^单位[：:](.+)$/.exec(part)?.[1];
    const meaning = meanings[part] ?? codeScope(part);
    if (part === '上年') year = 'last';
    else if (unitName !== undefined) ofUnit = unitName;
    else if (meaning === null || disagrees(scope, meaning)) return null;
    else scope = { ...scope, ...meaning };
  }
  const project = named?.[1]?.trim() ?? null;
  if (parts.length === 0 && project === null) return null;
  const flowing = scope.flow === undefined && scope.item === undefined ? { ...spent, ...scope } : scope;
  const printedIn = unit === '元' ? '元' : '万元';
  return { year, scope: flowing, project, unit: ofUnit, printedIn };
}

/** 支出·人员经费 says 支出 twice and 项目支出·人员经费 cannot be; 政府采购·货物 becomes narrower. */
function disagrees(scope: Scope, more: Scope): boolean {
  return (['flow', 'use', 'fund', 'vintage', 'nature', 'function', 'deptEconomic'] as const).some(
    (key) => scope[key] !== undefined && more[key] !== undefined && scope[key] !== more[key],
  );
}

/** A code by its first digit: 2 is 支出功能分类, 3 部门预算支出经济分类. */
function codeScope(part: string): Scope | null {
  if (/^2\d\d(\d\d){0,2}$/.test(part)) return { function: part };
  return /^3\d\d(\d\d)?$/.test(part) ? { deptEconomic: part } : null;
}
