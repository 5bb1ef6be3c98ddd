import { contains, nodeContains, scopeKey, withNode, type Scope } from '../scope.ts';
import { before, isAmount, nearest, refer, sameSubject, sameTime, sameTopic } from './claimSearch.ts';
import { totalOf } from './frames.ts';
import type { Draft, Walk } from './walk.ts';

/** Adds to a share what it is the share of, and of what. */
export function relateShare(walk: Walk, draft: Draft, index: number): void {
  if (draft.roles.completion) relateCompletion(walk, draft, index);
  else {
    const part = partOf(walk, draft, index);
    refer(draft, 'part', part);
    if (part !== null) draft.whole = wholeOfPart(walk.drafts[part]?.subject ?? null, draft.whole);
    const whole = part === null ? null : wholeClaim(walk, draft, part);
    refer(draft, 'whole', whole);
    const frame = draft.topic?.frame ?? null;
    if (whole === null && frame?.ofUnknown !== true) draft.whole ??= frame?.base ?? null;
  }
}

function partOf({ drafts }: Walk, draft: Draft, index: number): number | null {
  return before(
    drafts,
    index,
    (other) => isAmount(other) && sameSubject(draft, other) && sameTime(draft, other),
  );
}

/** 人员经费…占基本支出的P%: the basic expenditure of the part's own fund. */
function wholeOfPart(part: Scope | null, whole: Scope | null): Scope | null {
  if (part?.nature === undefined || whole?.nature === undefined || whole.fund !== undefined) return whole;
  const above = part.nature !== whole.nature && nodeContains('nature', whole.nature, part.nature);
  return above ? { ...part, ...whole } : whole;
}

/** 完成预算的P%: what was spent ÷ the budget of the stage that the words name, else whichever is printed. */
function relateCompletion(walk: Walk, draft: Draft, index: number): void {
  const { drafts } = walk;
  const own = (other: Draft): boolean => isAmount(other) && sameTopic(draft, other);
  const budgets = (other: Draft): boolean =>
    own(other) && other.stage !== 'finalAccounts' && (draft.completionStage ?? other.stage) === other.stage;
  refer(
    draft,
    'part',
    before(drafts, index, (other) => own(other) && other.stage === 'finalAccounts'),
  );
  const whole = before(drafts, index, budgets);
  refer(draft, 'whole', whole);
  if (whole === null) refer(draft, 'change', changeAgainstBudget(walk, draft, index));
}

/** 完成年初预算的103%，决算数大于预算数5万元: the budget is what was spent less the change. */
function changeAgainstBudget({ drafts }: Walk, draft: Draft, index: number): number | null {
  return nearest(
    drafts,
    index,
    (other) =>
      other.kind === 'change' &&
      other.fen !== null &&
      other.sentence === draft.sentence &&
      sameTopic(draft, other) &&
      other.basis?.stage != null &&
      other.basis.stage === (draft.completionStage ?? other.basis.stage),
  );
}

/** The whole that the words name, else the list's total, else the last amount that contains the part. */
function wholeClaim(walk: Walk, draft: Draft, part: number): number | null {
  const { drafts } = walk;
  if (draft.whole !== null) {
    const { whole } = draft;
    const listed = listTotalMeant(walk, draft, part);
    if (listed !== null) return listed;
    return nearest(
      drafts,
      part,
      (other) =>
        isAmount(other) &&
        (equalWhole(other.subject, whole) || equalWhole(other.subject, withFundOf(drafts[part], whole))) &&
        other.year === draft.year &&
        other.stage === drafts[part]?.stage,
    );
  }
  const frame = draft.topic?.frame ?? null;
  const total = frame === null ? null : totalOf(walk, frame, drafts[part]);
  if (total !== null && isItemOfUnknown(walk, total, part)) return null;
  return total ?? containing(drafts, part);
}

/** “总额A，分别为甲B、乙C，其中丙D，占P%”: nobody knows whether an unknown part is one of the last unknown item. */
function isItemOfUnknown({ drafts }: Walk, total: number, part: number): boolean {
  const [whole, own] = [drafts[total], drafts[part]];
  if (whole?.subject !== null || own?.subject !== null) return false;
  return drafts.slice(0, total).some((other) => isAmount(other) && other.sentence === whole.sentence);
}

/**
 * “收入合计100万元，其中：财政拨款收入90万元，占总收入的90%；…”: the list's total by another name, where most of the
 * list's shares that name it so fit it. A choice between readings, no check.
 */
function listTotalMeant(walk: Walk, draft: Draft, part: number): number | null {
  const frame = draft.topic?.frame ?? null;
  const total = frame === null ? null : totalOf(walk, frame, walk.drafts[part]);
  const whole = walk.drafts[total ?? -1];
  if (frame === null || whole === undefined || !isOtherName(draft.whole, whole.subject)) return null;
  let balance = 0;
  walk.drafts.forEach((other, index) => {
    if (other.kind !== 'share' || other.topic?.frame?.id !== frame.id || other.roles.completion) return;
    const own = walk.drafts[partOf(walk, other, index) ?? -1];
    if (own?.fen !== 0) balance += isShareOf(other, own, whole) ? 1 : -1;
  });
  return balance > 0 ? total : null;
}

/** Do both name a total of the same things, whatever pays for them and whatever was carried over? */
function isOtherName(named: Scope | null, total: Scope | null): boolean {
  if (named === null || total === null) return false;
  const [a, b] = [named, total].map((scope) =>
    scopeKey(withNode(withNode(withNode(scope, 'fund', ''), 'vintage', ''), 'use', '')),
  );
  return a === b;
}

/** Is the part, divided by the whole, the share within its last digit? */
function isShareOf({ number }: Draft, part: Draft | undefined, whole: Draft): boolean {
  if (number === null || part?.fen == null || whole.fen === null || whole.fen <= 0) return false;
  const percent = (100 * part.fen) / whole.fen;
  return Math.abs(percent - number.digits / 10 ** number.scale) <= 1 / 10 ** number.scale;
}

/** 占三公经费的P%: the whole is paid from where the part is paid from. */
function withFundOf(part: Draft | undefined, whole: Scope): Scope {
  const fund = part?.subject?.fund;
  return fund === undefined || whole.fund !== undefined ? whole : { ...whole, fund };
}

function equalWhole(subject: Scope | null, whole: Scope): boolean {
  return subject !== null && scopeKey(withNode(subject, 'use', '')) === scopeKey(withNode(whole, 'use', ''));
}

function containing(drafts: readonly Draft[], part: number): number | null {
  const inner = drafts[part]?.subject ?? null;
  if (inner === null) return null;
  return before(drafts, part, (other) => {
    const outer = other.subject;
    const own = drafts[part];
    if (!isAmount(other) || outer === null || own === undefined || !sameTime(other, own)) return false;
    return contains(outer, inner) && !contains(inner, outer);
  });
}
