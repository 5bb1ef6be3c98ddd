import { withNode, type Scope } from '../scope.ts';
import { before, matches, sameSubject } from './claimSearch.ts';
import { completed, topicOf } from './topics.ts';
import type { Draft, Frame, Time, Topic, Walk } from './walk.ts';

/** Claims that can be totals, by what is added up: amounts, changes, counts of one measure. */
export function sortOfSum(
  draft: Pick<Draft, 'kind' | 'numberUnit'> & Partial<Pick<Draft, 'basis'>>,
): string | null {
  if (draft.kind === 'amount' || draft.kind === 'pair') return 'amount';
  if (draft.kind === 'change') return `change ${basisKey(draft.basis ?? null)}`;
  return draft.kind === 'count' ? `count ${draft.numberUnit ?? ''}` : null;
}

/** Changes against the budget and against last year do not add up. */
function basisKey(basis: Draft['basis']): string {
  return basis === null ? '' : `${basis.year ?? ''} ${basis.stage ?? ''} ${basis.execution}`;
}

/** The nearest claims before an opener; after a full stop the head of the sentence before. */
function parentsBefore(walk: Walk): Map<string, number> {
  const parents = new Map<string, number>();
  // “2021年支出20万元，其中…”: parts of an earlier year, where the sentence says nothing of this one.
  const earlier = new Map<string, number>();
  const sentence = walk.sentenceOpens ? walk.headSentence : walk.sentence;
  for (let index = walk.drafts.length - 1; index >= 0; index -= 1) {
    const draft = walk.drafts[index];
    if (draft === undefined || draft.sentence < sentence) break;
    const sort = sortOfSum(draft);
    const printed = draft.fen !== null || draft.number !== null;
    if (draft.sentence !== sentence || sort === null || !printed) continue;
    const of = draft.roles.previousYear ? earlier : parents;
    if (draft.compared) continue;
    if (walk.sentenceOpens || !of.has(sort)) of.set(sort, index);
  }
  return parents.has('amount') ? parents : new Map([...parents, ...earlier]);
}

/** “收支总预算A万元。收入包括：…；支出包括：…”: both lists are parts of A. */
function totalOfBothFlows(walk: Walk): number | null {
  const { naming, named } = walk.pending;
  if (!named || !naming.weak || naming.scope.flow === undefined) return null;
  const index = walk.drafts.findLastIndex(
    (draft) => draft.kind === 'amount' && draft.roles.bothFlows && draft.topic?.frame === null,
  );
  return index < 0 ? null : index;
}

function pushFrame(walk: Walk, frame: Omit<Frame, 'id'>): void {
  const opened: Frame = { ...frame, id: walk.allFrames.length };
  walk.frames.push(opened);
  walk.allFrames.push(opened);
}

/** The topic whose parts an opener begins to list. */
function parentTopicOf(walk: Walk, parents: ReadonlyMap<string, number>): Topic | null {
  const explained =
    walk.mode === 'reason' ? walk.drafts.findLast((draft) => draft.kind === 'change') : undefined;
  if (explained !== undefined) return explained.topic;
  const amount = parents.get('amount');
  const index = amount ?? [...parents.values()][0];
  return index === undefined ? walk.topic : (walk.drafts[index]?.topic ?? walk.topic);
}

/** 其中 and its kin: what follows are parts of what was said, or of what the clause itself names (支出包括). */
export function openList(walk: Walk, start: number, end: number): void {
  const both = totalOfBothFlows(walk);
  const parents = both === null ? parentsBefore(walk) : new Map([['amount', both]]);
  const parent = parentTopicOf(walk, parents);
  const reason = walk.mode === 'reason';
  const own = walk.pending.named && walk.pending.naming.problem === null;
  const flowAlone = own && walk.pending.naming.weak && parent?.bothFlows === true;
  const topic = own && !flowAlone ? topicOf(walk, walk.pending.naming) : parent;
  const named = flowAlone ? walk.pending.naming.scope : {};
  const parentIsTotal = !own || flowAlone || topic?.id === parent?.id;
  leaveMode(walk);
  if (topic !== null) walk.aside ??= { topic, claims: walk.drafts.length };
  walk.continuation ||= walk.sentenceOpens;
  pushFrame(walk, {
    start,
    end,
    base: { ...listBase(walk, topic, flowAlone), ...named },
    baseBothFlows: flowAlone ? false : (topic?.bothFlows ?? false),
    claimsBefore: walk.drafts.length,
    looseBase: null,
    loose: false,
    time: timeOfParts(walk, parents),
    ofUnknown: !own && parents.size > 0 && topic?.scope === null,
    parentTopic: topic?.id ?? null,
    parents: parentIsTotal ? parents : new Map(),
    sentence: walk.sentence,
    segment: walk.segment,
    reason,
    incomplete: reason,
  });
}

/** When the amount is whose parts are listed; null for the document's own, and where a budget and an account stand side by side. */
function timeOfParts(walk: Walk, parents: ReadonlyMap<string, number>): Time | null {
  const parent = walk.drafts[parents.get('amount') ?? -1];
  if (parent === undefined) return walk.frames.at(-1)?.time ?? null;
  const { year, stage, sentence } = parent;
  const alike = walk.drafts.every(
    (other) =>
      other.sentence !== sentence || other.kind !== 'amount' || other.compared || other.stage === stage,
  );
  const own = year === walk.context.year && (stage === walk.context.stage || !alike);
  return own ? null : { year, stage };
}

/** Items of a list inherit the total's scope, but not that the total is a grand one. */
function listBase(walk: Walk, topic: Topic | null, flowAlone: boolean): Scope {
  if (topic?.scope == null) return walk.section.scope;
  if (!flowAlone) return topic.scope;
  return withNode(topic.scope, 'use', '');
}

/** 项目支出中…, 基本支出的…, “其中一般公共预算拨款收入：”: a heading for the clauses that follow. */
export function openHeading(walk: Walk, start: number, end: number, loose: boolean): void {
  const topic = topicOf(walk, walk.pending.naming);
  const outside = walk.frames.at(-1)?.base ?? walk.section.scope;
  const base = topic.scope ?? fundAlone(walk, outside);
  if (base === null) return;
  pushFrame(walk, {
    start,
    end,
    base,
    baseBothFlows: topic.bothFlows,
    claimsBefore: walk.drafts.length,
    looseBase: { ...outside, flow: base.flow ?? outside.flow ?? 'expenditure' },
    loose,
    time: walk.frames.at(-1)?.time ?? null,
    ofUnknown: false,
    parentTopic: topic.id,
    parents: new Map(),
    sentence: walk.sentence,
    segment: walk.segment,
    reason: false,
    incomplete: true,
  });
}

/** “一般公共预算财政拨款：年初结转A，本年收入B，本年支出C”: a fund heads clauses of both sides. */
function fundAlone({ pending }: Walk, outside: Scope): Scope | null {
  const { scope, problem } = pending.naming;
  const { fund } = scope;
  return problem === null && fund !== undefined && Object.keys(scope).length === 1
    ? { ...outside, fund }
    : null;
}

/** Reasons and purposes end; the sentence goes on about what it was about. */
export function leaveMode(walk: Walk): void {
  if (walk.mode === 'plain') return;
  walk.mode = 'plain';
  walk.topic = walk.topicBeforeMode;
}

export function enterMode(walk: Walk, mode: 'reason' | 'purpose'): void {
  if (walk.mode === 'plain') {
    walk.topicBeforeMode = walk.topic;
    walk.aside ??= { topic: walk.topic, claims: walk.drafts.length };
  }
  walk.mode = mode;
}

/** The scope of a whole that a share names (占本年支出合计的): nothing is inherited. */
export function wholeOf(walk: Walk): Scope | null {
  const { naming, named } = walk.pending;
  if (!named || naming.problem !== null) return null;
  const scope =
    naming.alone || naming.below === null
      ? naming.scope
      : { ...naming.scope, item: `procurement/${naming.below}` };
  const whole = completed(scope, naming.grand);
  return typeof whole === 'string' ? null : whole;
}

/** The claim that a list's items of one sort add up to: same year and stage as the item. */
export function totalOf(walk: Walk, frame: Frame, item: Draft | undefined): number | null {
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
