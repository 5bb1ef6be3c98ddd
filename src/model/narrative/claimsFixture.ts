import type { Claim, ClaimContext, NameIndex } from './claim.ts';
import { readClaims } from './readClaims.ts';

const functions: Readonly<Record<string, readonly string[]>> = {
  一般公共服务支出: ['201'],
  财政事务: ['20106'],
  行政运行: ['2010601', '2130301'],
  信息化建设: ['2010607'],
  农林水支出: ['213'],
  水利: ['21303'],
  城乡社区支出: ['212'],
  卫生健康支出: ['210'],
  卫生健康: ['21904'],
  住房公积金: ['2210201'],
};
const economic: Readonly<Record<string, readonly string[]>> = {
  工资福利支出: ['301'],
  商品和服务支出: ['302'],
  住房公积金: ['30113', '50103'],
  办公费: ['30201'],
};
export const names: NameIndex = {
  functions: (name) => functions[name] ?? [],
  functionsUnder: (name, parent) =>
    (functions[name] ?? []).filter((code) => code.startsWith(parent) && code !== parent),
  economic: (name) => economic[name] ?? [],
  longestNames: [...Object.keys(functions), ...Object.keys(economic)].sort((a, b) => b.length - a.length),
};

export function context(section: string, more: Partial<ClaimContext> = {}): ClaimContext {
  return { section, year: 2025, stage: 'budget', departmentNames: ['甲县水务局'], names, ...more };
}

export const final = { stage: 'finalAccounts' } as const;

/** A claim in one line: kind, printed text, direction, subject without `flow` and `use`, references. */
export function line(claim: Claim): string {
  const subject = claim.subject === null ? `?${claim.unresolved ?? ''}` : nodes(claim.subject);
  const refers = claim.refersTo.map(({ role, claim: index }) => `${role}${index}`).join(' ');
  const year = claim.year === 2025 ? '' : String(claim.year);
  return [claim.kind, claim.text, claim.direction ?? '', year, subject, refers]
    .filter((part) => part !== '')
    .join(' ');
}

function nodes(scope: Readonly<Record<string, string | undefined>>): string {
  const named = Object.entries(scope).filter(([dimension]) => dimension !== 'flow' && dimension !== 'use');
  const words = named.map(([, node]) => node).sort();
  return words.length === 0 ? (scope['flow'] ?? '') : words.join('+');
}

export const lines = (section: string, text: string, more: Partial<ClaimContext> = {}): readonly string[] =>
  readClaims(text, context(section, more)).map(line);
