import { contains, scopeKey, withNode, type Scope } from '../scope.ts';
import type { Reference, ReferenceRole } from './claim.ts';
import { draftOf } from './figures.ts';
import { sortOfSum } from './frames.ts';
import type { Draft, Frame, Walk } from './walk.ts';

/** Adds to every claim what the other claims of the paragraph are to it. */
export function relate(walk: Walk): void {
  const { drafts } = walk;
  drafts.forEach((draft, index) => {
    if (draft.kind === 'amount') relateAmount(drafts, draft, index);
    else if (draft.kind === 'change') relateChange(walk, draft, index);
    else if (draft.kind === 'rate') relateRate(walk, draft, index);
    else if (draft.kind === 'share') relateShare(walk, draft, index);
  });
  for (const frame of walk.allFrames) relateList(walk, frame);
}

function refer(draft: Draft, role: ReferenceRole, claim: number | null): void {
  if (claim !== null) draft.refersTo = [...draft.refersTo, { role, claim } satisfies Reference];
}

const isAmount = (draft: Draft): boolean => draft.kind === 'amount' || draft.kind === 'pair';

/** The same subject; claims of one topic share it even when nobody knows it. */
function sameSubject(a: Draft, b: Draft): boolean {
  if (a.topic !== null && a.topic.id === b.topic?.id) return true;
  return a.subject !== null && b.subject !== null && scopeKey(a.subject) === scopeKey(b.subject);
}

const sameTopic = (a: Draft, b: Draft): boolean => a.topic !== null && a.topic.id === b.topic?.id;

/** The last claim before `index` (else the first after it) that a test accepts. */
function nearest(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): number | null {
  for (let i = index - 1; i >= 0; i -= 1) if (matches(drafts, i, test)) return i;
  for (let i = index + 1; i < drafts.length; i += 1) if (matches(drafts, i, test)) return i;
  return null;
}

function matches(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): boolean {
  const draft = drafts[index];
  return draft !== undefined && test(draft);
}

/** An earlier amount of the subject: of the same year and stage the same quantity, else its pair. */
function relateAmount(drafts: readonly Draft[], draft: Draft, index: number): void {
  for (let i = index - 1; i >= 0; i -= 1) {
    const other = drafts[i];
    if (other === undefined || !isAmount(other) || !sameSubject(draft, other)) continue;
    const same =
      other.year === draft.year &&
      other.stage === draft.stage &&
      other.roles.execution === draft.roles.execution;
    if (same && other.topic?.id === draft.topic?.id && draft.subject === null) continue;
    if (same) refer(draft, 'same', i);
    else if (sameTopic(draft, other)) {
      draft.kind = 'pair';
      refer(draft, 'pair', i);
    }
    return;
  }
}

const fitsStage = (draft: Draft, change: Draft): boolean =>
  change.basis?.stage == null ||
  (draft.stage === change.basis.stage && draft.roles.execution === change.basis.execution);

/** What a change or rate starts from: the printed amount of the basis' year and stage. */
function isPrevious(walk: Walk, draft: Draft, other: Draft): boolean {
  if (!isAmount(other) || !sameSubject(draft, other)) return false;
  const year = draft.basis?.year ?? (draft.basis?.stage == null ? walk.context.year - 1 : walk.context.year);
  return other.year === year && fitsStage(other, draft) && !isCurrent(walk, draft, other);
}

function isCurrent(walk: Walk, draft: Draft, other: Draft): boolean {
  if (!isAmount(other) || !sameSubject(draft, other)) return false;
  return other.year === draft.year && other.stage === walk.context.stage && !other.roles.execution;
}

function relateChange(walk: Walk, draft: Draft, index: number): void {
  const { drafts } = walk;
  refer(
    draft,
    'current',
    nearest(drafts, index, (other) => isCurrent(walk, draft, other)),
  );
  refer(
    draft,
    'previous',
    nearest(drafts, index, (other) => isPrevious(walk, draft, other)),
  );
}

function relateRate(walk: Walk, draft: Draft, index: number): void {
  const { drafts } = walk;
  const change = drafts.findLastIndex(
    (other, i) =>
      i < index && other.kind === 'change' && other.sentence === draft.sentence && sameSubject(draft, other),
  );
  refer(draft, 'change', change < 0 ? null : change);
  relateChange(walk, draft, index);
}

function relateShare(walk: Walk, draft: Draft, index: number): void {
  if (draft.roles.completion) relateCompletion(walk, draft, index);
  else {
    const part = nearest(
      walk.drafts.slice(0, index),
      index,
      (other) => isAmount(other) && sameTopic(draft, other),
    );
    refer(draft, 'part', part);
    refer(draft, 'whole', part === null ? null : wholeClaim(walk, draft, part));
  }
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
    nearest(drafts.slice(0, index), index, (other) => own(other) && other.stage === 'finalAccounts'),
  );
  refer(draft, 'whole', nearest(drafts.slice(0, index), index, budgets));
}

/** The whole that the words name, else the list's total, else the last amount that contains the part. */
function wholeClaim(walk: Walk, draft: Draft, part: number): number | null {
  const { drafts } = walk;
  if (draft.whole !== null) {
    const { whole } = draft;
    return nearest(
      drafts,
      part,
      (other) => isAmount(other) && equalWhole(other.subject, whole) && other.year === draft.year,
    );
  }
  const frame = draft.topic?.frame ?? null;
  const total = frame === null ? null : totalOf(walk, frame, drafts[part]);
  return total ?? containing(drafts, part);
}

function equalWhole(subject: Scope | null, whole: Scope): boolean {
  return subject !== null && scopeKey(withNode(subject, 'use', '')) === scopeKey(withNode(whole, 'use', ''));
}

function containing(drafts: readonly Draft[], part: number): number | null {
  const inner = drafts[part]?.subject ?? null;
  if (inner === null) return null;
  return nearest(drafts.slice(0, part), part, (other) => {
    const outer = other.subject;
    return isAmount(other) && outer !== null && contains(outer, inner) && !contains(inner, outer);
  });
}

/** The claim that a list's items of one sort add up to: same year and stage as the item. */
function totalOf(walk: Walk, frame: Frame, item: Draft | undefined): number | null {
  const sort = item === undefined ? null : sortOfSum(item);
  if (item === undefined || sort === null) return null;
  const direct = frame.parents.get(sort);
  const fits = (other: Draft): boolean =>
    sortOfSum(other) === sort && other.year === item.year && other.stage === item.stage && other !== item;
  if (direct !== undefined && matches(walk.drafts, direct, fits)) return direct;
  if (frame.parentTopic === null) return null;
  const before = walk.drafts.filter((other) => other.start < frame.end).length;
  return nearest(walk.drafts.slice(0, before), before, (o) => fits(o) && o.topic?.id === frame.parentTopic);
}

/** One list claim per sort: its total and its items. A single item is no list. */
function relateList(walk: Walk, frame: Frame): void {
  const lists = new Map<number, number[]>();
  walk.drafts.forEach((draft, index) => {
    if (draft.topic?.frame?.id !== frame.id || draft.start < frame.end) return;
    if (draft.roles.previousYear || draft.refersTo.some((reference) => reference.role === 'same')) return;
    const total = totalOf(walk, frame, draft);
    if (total !== null && total !== index) lists.set(total, [...(lists.get(total) ?? []), index]);
  });
  for (const [total, items] of lists) addList(walk, frame, total, items);
}

function addList(walk: Walk, frame: Frame, total: number, items: readonly number[]): void {
  for (const index of items) {
    const item = walk.drafts[index];
    if (item === undefined) continue;
    refer(item, 'total', total);
    item.roles = { ...item.roles, ofList: true };
  }
  if (items.length < 2) return;
  const topic = walk.drafts[total]?.topic ?? null;
  const list = draftOf(walk, 'list', topic, { start: frame.start, end: frame.end });
  list.year = walk.drafts[total]?.year ?? list.year;
  list.stage = walk.drafts[total]?.stage ?? list.stage;
  list.roles = { ...list.roles, reason: frame.reason, incomplete: frame.incomplete };
  refer(list, 'total', total);
  for (const index of items) refer(list, 'item', index);
  walk.drafts.push(list);
}
