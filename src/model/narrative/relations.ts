import { contains, nodeContains, scopeKey, withNode, type Scope } from '../scope.ts';
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
  const members = byFrame(drafts);
  for (const frame of walk.allFrames) relateList(walk, frame, members.get(frame.id) ?? []);
}

function refer(draft: Draft, role: ReferenceRole, claim: number | null): void {
  if (claim !== null) draft.refersTo = [...draft.refersTo, { role, claim } satisfies Reference];
}

const isAmount = (draft: Draft): boolean => draft.kind === 'amount' || draft.kind === 'pair';

/** The same subject; claims of one topic share it even when nobody knows it. */
function sameSubject(a: Draft, b: Draft): boolean {
  if (a.topic !== null && a.topic.id === b.topic?.id) return true;
  return a.subject !== null && b.subject !== null && keyOf(a.subject) === keyOf(b.subject);
}

const keys = new WeakMap<Scope, string>();

/** A scope is compared many times over; its key is built once. */
function keyOf(scope: Scope): string {
  const known = keys.get(scope);
  if (known !== undefined) return known;
  const key = scopeKey(scope);
  keys.set(scope, key);
  return key;
}

const sameTopic = (a: Draft, b: Draft): boolean => a.topic !== null && a.topic.id === b.topic?.id;

/** Related claims stand close together; a paragraph of thousands of figures is searched no further. */
const searchWidth = 150;

/** The last claim before `index` that a test accepts. */
function before(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): number | null {
  const first = Math.max(0, index - searchWidth);
  for (let i = index - 1; i >= first; i -= 1) if (matches(drafts, i, test)) return i;
  return null;
}

/** The last claim before `index`, else the first after it, that a test accepts. */
function nearest(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): number | null {
  const found = before(drafts, index, test);
  if (found !== null) return found;
  const last = Math.min(drafts.length, index + searchWidth);
  for (let i = index + 1; i < last; i += 1) if (matches(drafts, i, test)) return i;
  return null;
}

function matches(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): boolean {
  const draft = drafts[index];
  return draft !== undefined && test(draft);
}

const sameTime = (a: Draft, b: Draft): boolean =>
  a.year === b.year && a.stage === b.stage && a.roles.execution === b.roles.execution;

/** Earlier amounts of the subject: of the same year and stage the same quantity, in the sentence its pair. */
function relateAmount(drafts: readonly Draft[], draft: Draft, index: number): void {
  const mentions = (other: Draft): boolean => isAmount(other) && sameSubject(draft, other);
  const same = before(
    drafts,
    index,
    (other) => mentions(other) && draft.subject !== null && sameTime(draft, other),
  );
  const pair = before(
    drafts,
    index,
    (other) => mentions(other) && other.sentence === draft.sentence && !sameTime(draft, other),
  );
  refer(draft, 'same', same);
  refer(draft, 'pair', pair);
  if (pair !== null) draft.kind = 'pair';
}

const fitsStage = (draft: Draft, change: Draft): boolean =>
  change.basis?.stage == null ||
  (draft.stage === change.basis.stage && draft.roles.execution === change.basis.execution);

/** What a change or rate starts from: the printed amount of the basis' year and stage. */
function isPrevious(walk: Walk, draft: Draft, other: Draft): boolean {
  if (!isAmount(other) || !sameSubject(draft, other)) return false;
  const own = draft.year ?? walk.context.year;
  const year = draft.basis?.year ?? (draft.basis?.stage == null ? own - 1 : own);
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
  const changes = (other: Draft): boolean =>
    other.kind === 'change' && other.sentence === draft.sentence && sameSubject(draft, other);
  refer(draft, 'change', before(drafts, index, changes));
  relateChange(walk, draft, index);
}

function relateShare(walk: Walk, draft: Draft, index: number): void {
  if (draft.roles.completion) relateCompletion(walk, draft, index);
  else {
    const part = before(
      walk.drafts,
      index,
      (other) => isAmount(other) && sameSubject(draft, other) && sameTime(draft, other),
    );
    refer(draft, 'part', part);
    if (part !== null) draft.whole = wholeOfPart(walk.drafts[part]?.subject ?? null, draft.whole);
    const whole = part === null ? null : wholeClaim(walk, draft, part);
    refer(draft, 'whole', whole);
    if (whole === null) draft.whole ??= draft.topic?.frame?.base ?? null;
  }
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
    return nearest(
      drafts,
      part,
      (other) =>
        isAmount(other) &&
        (equalWhole(other.subject, whole) || equalWhole(other.subject, withFundOf(drafts[part], whole))) &&
        other.year === draft.year,
    );
  }
  const frame = draft.topic?.frame ?? null;
  const total = frame === null ? null : totalOf(walk, frame, drafts[part]);
  return total ?? containing(drafts, part);
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
    return isAmount(other) && outer !== null && contains(outer, inner) && !contains(inner, outer);
  });
}

/** The claim that a list's items of one sort add up to: same year and stage as the item. */
function totalOf(walk: Walk, frame: Frame, item: Draft | undefined): number | null {
  const sort = item === undefined ? null : sortOfSum(item);
  if (item === undefined || sort === null || (frame.reason && !sort.startsWith('change'))) return null;
  const direct = frame.parents.get(sort);
  const whole = walk.drafts[frame.parents.get('amount') ?? -1];
  // A change before 其中 is the total's only where it is of the amount that is listed.
  const ofWhole = (other: Draft): boolean =>
    !sort.startsWith('change') || whole === undefined || sameSubject(other, whole);
  const fits = (other: Draft): boolean =>
    sortOfSum(other) === sort &&
    // What is counted stands at a day of last year, which only the total names.
    (other.year === item.year || item.kind === 'count') &&
    other.stage === item.stage &&
    other !== item &&
    ofWhole(other);
  if (direct !== undefined && matches(walk.drafts, direct, fits)) return direct;
  if (frame.parentTopic === null) return null;
  return before(walk.drafts, frame.claimsBefore, (o) => fits(o) && o.topic?.id === frame.parentTopic);
}

/** The claims about topics of each list, by the list's id. */
function byFrame(drafts: readonly Draft[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  drafts.forEach((draft, index) => {
    const frame = draft.topic?.frame?.id;
    if (frame === undefined) return;
    const group = groups.get(frame);
    if (group === undefined) groups.set(frame, [index]);
    else group.push(index);
  });
  return groups;
}

/** One list claim per sort: its total and its items. A single item is no list. */
function relateList(walk: Walk, frame: Frame, members: readonly number[]): void {
  const lists = new Map<number, number[]>();
  for (const index of members) {
    const draft = walk.drafts[index];
    if (draft === undefined || !isItem(draft, frame)) continue;
    const total = totalOf(walk, frame, draft);
    if (total !== null && total !== index) lists.set(total, [...(lists.get(total) ?? []), index]);
  }
  for (const [total, all] of lists) {
    const items = outermost(walk.drafts, all);
    const of = changedBy(walk, frame, total, items);
    addList(walk, frame, of, items, lacksChanges(walk, of, items, members));
  }
}

/** “用车费50万元（购置费10万元；运行费40万元）”: parts that stand beside their own whole add nothing to the sum. */
function outermost(drafts: readonly Draft[], items: readonly number[]): readonly number[] {
  const subjects = new Set(items.flatMap((item) => drafts[item]?.subject ?? []));
  return items.filter((item) => {
    const inner = drafts[item]?.subject ?? null;
    if (inner === null) return true;
    for (const outer of subjects) if (contains(outer, inner) && !contains(inner, outer)) return false;
    return true;
  });
}

/** Changes are listed of some items only: 甲5万元，比上年减少1万元；乙3万元. */
function lacksChanges(
  walk: Walk,
  total: number,
  items: readonly number[],
  members: readonly number[],
): boolean {
  if (walk.drafts[total]?.kind !== 'change') return false;
  const changed = new Set(items.map((item) => walk.drafts[item]?.topic?.id));
  return members.some((member) => {
    const draft = walk.drafts[member];
    return (
      draft !== undefined && isAmount(draft) && !draft.roles.previousYear && !changed.has(draft.topic?.id)
    );
  });
}

/**
 * “…100万元，比上年增加10万元，其中：甲8万元，乙2万元”: amounts that add up to the change are its parts, and
 * changes themselves.
 */
function changedBy(walk: Walk, frame: Frame, total: number, items: readonly number[]): number {
  const index = [...frame.parents].find(([sort]) => sort.startsWith('change'))?.[1];
  const change = walk.drafts[index ?? -1];
  const whole = walk.drafts[total];
  if (index === undefined || change?.fen == null || whole?.kind === 'change' || items.length < 2)
    return total;
  const sum = items.reduce((all, item) => all + (walk.drafts[item]?.fen ?? 0), 0);
  if (sum !== change.fen || sum === whole?.fen) return total;
  for (const item of items) {
    const draft = walk.drafts[item];
    if (draft === undefined) continue;
    Object.assign(draft, { kind: 'change', direction: change.direction, basis: change.basis, refersTo: [] });
    relateChange(walk, draft, item);
  }
  return index;
}

function isItem(draft: Draft, frame: Frame): boolean {
  const repeated = draft.refersTo.some((reference) => reference.role === 'same');
  return draft.start >= frame.end && !draft.roles.previousYear && !repeated;
}

function addList(
  walk: Walk,
  frame: Frame,
  total: number,
  items: readonly number[],
  incomplete: boolean,
): void {
  for (const index of items) {
    const item = walk.drafts[index];
    if (item === undefined) continue;
    refer(item, 'total', total);
    item.roles = { ...item.roles, ofList: true };
  }
  const one = !frame.baseBothFlows && walk.drafts[total]?.roles.bothFlows === true;
  // “收支总预算100万元。收入包括：甲100万元”: one part of one side is all of it.
  if (items.length < (one ? 1 : 2)) return;
  const topic = walk.drafts[total]?.topic ?? null;
  const list = draftOf(walk, 'list', topic, { start: frame.start, end: frame.end });
  list.year = walk.drafts[total]?.year ?? list.year;
  list.stage = walk.drafts[total]?.stage ?? list.stage;
  list.roles = { ...list.roles, reason: frame.reason, incomplete: frame.incomplete || incomplete };
  refer(list, 'total', total);
  for (const index of items) refer(list, 'item', index);
  walk.drafts.push(list);
}
