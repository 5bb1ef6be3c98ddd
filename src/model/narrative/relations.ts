import { contains } from '../scope.ts';
import type { Basis } from './claim.ts';
import { before, isAmount, nearest, refer, sameSubject, sameTime, sameTopic } from './claimSearch.ts';
import { draftOf } from './figures.ts';
import { totalOf } from './frames.ts';
import { relateShare } from './shareRelations.ts';
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

/** Measured against the same year's amount of the same stage, as far as both say it; a stage alone is of this year. */
function sameBasis(a: Basis | null, b: Basis | null): boolean {
  if (a === null || b === null) return true;
  const isLastYears = ({ year, stage }: Basis): boolean => year !== null || stage === null;
  return isLastYears(a) === isLastYears(b) && (a.stage === null || b.stage === null || a.stage === b.stage);
}

function relateRate(walk: Walk, draft: Draft, index: number): void {
  const { drafts } = walk;
  const changes = (other: Draft): boolean =>
    other.kind === 'change' &&
    other.sentence === draft.sentence &&
    sameBasis(draft.basis, other.basis) &&
    sameSubject(draft, other);
  refer(draft, 'change', before(drafts, index, changes) ?? changeBehind(walk, draft, index));
  relateChange(walk, draft, index);
  if (draft.unsigned) draft.direction = directionOfAmounts(drafts, draft);
}

/** 同比增长5%，即增加2万元: the change follows its rate. */
function changeBehind({ drafts }: Walk, draft: Draft, index: number): number | null {
  const [amount, change] = [drafts[index - 1], drafts[index + 1]];
  const follows =
    change?.kind === 'change' &&
    change.fen !== null &&
    change.sentence === draft.sentence &&
    change.segment === draft.segment &&
    sameBasis(draft.basis, change.basis);
  // “甲2万元，增长5%，乙增加1万元”: only what goes on about the same thing.
  const own = amount !== undefined && isAmount(amount) && sameTopic(amount, draft);
  return follows && own && sameTopic(change, draft) && drafts[index + 2]?.kind !== 'rate' ? index + 1 : null;
}

/** 变动率5%, -5%: as the change beside it says, else as the amounts have gone; a sign of its own says the same. */
function directionOfAmounts(drafts: readonly Draft[], draft: Draft): Draft['direction'] {
  if ((draft.number?.digits ?? 0) < 0) return 'increase';
  const find = (role: string): Draft | undefined =>
    drafts[draft.refersTo.find((reference) => reference.role === role)?.claim ?? -1];
  const change = find('change');
  if (change?.direction != null) return change.fen !== null && change.fen < 0 ? 'decrease' : change.direction;
  const [current, previous] = [find('current')?.fen ?? null, find('previous')?.fen ?? null];
  if (current === null || previous === null || current === previous) return null;
  return current > previous ? 'increase' : 'decrease';
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
    const items = itemsMeant(walk.drafts, total, all, frame);
    const of = changedBy(walk, frame, total, items);
    const open = lacksChanges(walk, of, items, members) || isCarriedBeside(walk.drafts, all, items);
    addList(walk, frame, of, items, open);
  }
}

/** The reading of a list that adds up, where one does: 其中 may end at a semicolon, and who has retired is no staff. */
function itemsMeant(
  drafts: readonly Draft[],
  total: number,
  all: readonly number[],
  frame: Frame,
): readonly number[] {
  const outer = outermost(drafts, all);
  if (outer.length < all.length && addUp(drafts, total, all)) return all;
  if (addUp(drafts, total, outer)) return outer;
  const readings = [
    outer.filter((item) => drafts[item]?.segment === frame.segment),
    outer.filter((item) => drafts[item]?.subject?.item?.startsWith('retirees') !== true),
  ];
  const fits = (items: readonly number[]): boolean => items.length > 1 && addUp(drafts, total, items);
  return readings.find((items) => items.length < outer.length && fits(items)) ?? outer;
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

/** Are these all the parts, within their last digits? A choice between readings, no check. */
function addUp(drafts: readonly Draft[], total: number, items: readonly number[]): boolean {
  const sum = items.reduce((all, item) => all + quantity(drafts[item]), 0);
  const slack = [total, ...items].reduce((all, index) => all + (drafts[index]?.unitFen ?? 0), 0);
  return 2 * Math.abs(sum - quantity(drafts[total])) <= slack;
}

/** An amount in 分, or how many are counted. */
function quantity(draft: Draft | undefined): number {
  const { fen = null, number = null } = draft ?? {};
  return fen ?? (number === null ? 0 : number.digits / 10 ** number.scale);
}

/** “一般公共预算90万元；上年结转的一般公共预算10万元”: it may lie in the first or beside it. */
function isCarriedBeside(
  drafts: readonly Draft[],
  all: readonly number[],
  items: readonly number[],
): boolean {
  return all.some((item) => !items.includes(item) && drafts[item]?.subject?.vintage === 'carriedOver');
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
  // 与上年持平 is a change of nothing: parts of 0.00 are amounts beside it.
  if (index === undefined || !change?.fen || whole?.kind === 'change' || items.length < 2) return total;
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
  const isAverage = draft.subject === null && draft.unknownWords === '平均';
  return draft.start >= frame.end && !draft.roles.previousYear && !repeated && !isAverage;
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
