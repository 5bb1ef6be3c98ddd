import { nodeContains, withNode, type Dimension, type Scope } from '../scope.ts';
import type { Unresolved } from './claim.ts';
import type { SubjectWord } from './subjectWords.ts';

/** What the words of a clause have named so far. */
export interface Naming {
  readonly scope: Scope;
  readonly problem: Unresolved | null;
  readonly alone: boolean;
  readonly bothFlows: boolean;
  readonly grand: boolean;
  readonly below: string | null;
  /** Only a flow was named (支出预算): weak, it may continue what was named before. */
  readonly weak: boolean;
  /** 本年 beside a function: this year, or this year's money only. */
  readonly currentYearSaid: boolean;
}

export const nothingNamed: Naming = {
  scope: {},
  problem: null,
  alone: false,
  bothFlows: false,
  grand: false,
  below: null,
  weak: true,
  currentYearSaid: false,
};

/** Both scopes; on a shared dimension the narrower node, else the later one. */
export function narrowed(before: Scope, later: Scope): Scope {
  const result: Partial<Record<Dimension, string>> = { ...before };
  for (const key of Object.keys(later) as Dimension[]) {
    const old = before[key] ?? '';
    const node = later[key] ?? '';
    if (old === '' || !nodeContains(key, node, old)) result[key] = node;
  }
  return result;
}

/** The naming with one more subject word. */
export function withWord(naming: Naming, word: SubjectWord): Naming {
  if (word.alone === true) return { ...nothingNamed, scope: word.scope, alone: true, weak: false };
  const flowOnly = Object.keys(word.scope).every((key) => key === 'flow');
  const bothFlows = word.bothFlows ?? (word.scope.flow === undefined ? naming.bothFlows : false);
  return {
    ...naming,
    scope: naming.alone ? naming.scope : merged(naming.scope, word.scope),
    bothFlows: naming.alone ? naming.bothFlows : bothFlows,
    grand: naming.grand || word.grand === true,
    below: word.below ?? naming.below,
    weak: naming.weak && flowOnly && word.grand !== true && word.below === undefined,
  };
}

/**
 * 本年支出 after the name of a function says this year and 支出, not a use of money:
 * the name stands for the whole row.
 */
function merged(before: Scope, later: Scope): Scope {
  const flowLast = narrowed(before, later);
  if (before.function === undefined) return flowLast;
  return withNode(flowLast, 'use', '');
}

/** The naming with a scope that a name or a path resolved to, or with the reason why it did not. */
export function withResolution(naming: Naming, resolution: Scope | Unresolved): Naming {
  if (typeof resolution === 'string') return { ...naming, problem: resolution, weak: false };
  return { ...naming, scope: narrowed(withNode(naming.scope, 'use', ''), resolution), weak: false };
}

/** `procurement` + `smeReserved` → `procurement/smeReserved`; '+awarded' goes below what stands below. */
export function itemBelow(item: string | undefined, below: string): string {
  const base = item ?? 'procurement';
  if (below.startsWith('+')) return `${base}/${below.slice(1)}`;
  return `${base.split('/')[0] ?? base}/${below}`;
}
