import { extend } from '../extend.ts';
import { contains, nodeContains, withNode, type Dimension, type Scope } from '../scope.ts';
import type { Unresolved } from './claim.ts';
import { itemBelow, narrowed, nothingNamed, type Naming } from './naming.ts';
import type { Frame, Topic, Walk } from './walk.ts';

/** What a clause inherits: the list it stands in, else the section. */
function baseOf(walk: Walk): { readonly scope: Scope; readonly bothFlows: boolean } {
  const frame = walk.frames.at(-1);
  if (frame !== undefined) return { scope: frame.base, bothFlows: frame.baseBothFlows };
  return { scope: walk.section.scope, bothFlows: false };
}

/** The base with what the words named over it; a quantity of its own keeps only the section's fund. */
function overBase(base: Scope, naming: Naming, walk: Walk): Scope {
  if (naming.alone) {
    const fund = walk.section.ownFund === true ? walk.section.scope.fund : undefined;
    return fund === undefined ? naming.scope : { fund, ...naming.scope };
  }
  const own = partOfClosing(base, naming.scope);
  const result = asProjects(narrowed(withoutRivals(base, own), own));
  return naming.below === null ? result : { ...result, item: itemBelow(result.item, naming.below) };
}

/** “年末结转和结余9万元，其中：一般公共预算财政拨款结转5万元”: no part of what is left was there at the beginning. */
function partOfClosing(base: Scope, own: Scope): Scope {
  return base.use === 'carriedForward' && own.vintage === 'carriedOver' ? withNode(own, 'vintage', '') : own;
}

/** Performance is managed by project, whatever pays for it. */
function asProjects(scope: Scope): Scope {
  const managed = scope.item === 'performance' || scope.item?.startsWith('performance/') === true;
  return managed && scope.nature === undefined ? { ...scope, nature: 'project' } : scope;
}

/** A base that speaks of an item gives way where the words name a fund or a function. */
function withoutRivals(base: Scope, own: Scope): Scope {
  const rival = own.item === undefined && base.item !== undefined && isPlainMoney(own);
  return rival && !base.item.startsWith('performance') ? withNode(base, 'item', '') : base;
}

function isPlainMoney(own: Scope): boolean {
  return own.fund !== undefined || own.function !== undefined || own.deptEconomic !== undefined;
}

const spendingDimensions: readonly Dimension[] = [
  'function',
  'nature',
  'deptEconomic',
  'govEconomic',
  'item',
  'project',
];

/** Names of purposes imply that money is spent, 上年结转 that it is there to be spent; only 支出总计 is more than what is spent. */
export function completed(scope: Scope, grand: boolean): Scope | Unresolved {
  const spending = spendingDimensions.some((dimension) => scope[dimension] !== undefined);
  const carried = scope.vintage === 'carriedOver' ? 'revenue' : null;
  const flow = scope.flow ?? (spending ? 'expenditure' : carried);
  if (flow === null) return 'noFlow';
  if (flow === 'revenue') return withNode(extend(scope, { flow }), 'use', '');
  return (grand && !spending) || scope.use !== undefined
    ? extend(scope, { flow })
    : extend(scope, { flow, use: 'spent' });
}

function newTopic(walk: Walk, parts: Pick<Topic, 'scope' | 'problem'> & Partial<Topic>): Topic {
  walk.topics += 1;
  return {
    unknownWords: null,
    alternatives: [],
    bothFlows: false,
    frame: walk.frames.at(-1) ?? null,
    sentence: walk.sentence,
    segment: walk.segment,
    counted: false,
    claimed: false,
    ...parts,
    id: walk.topics,
  };
}

/** A topic that words which nobody knows began: an item of a list perhaps, but no scope. */
export function unknownTopic(walk: Walk, problem: Unresolved, unknownWords: string): Topic {
  return newTopic(walk, { scope: null, problem, unknownWords });
}

/** Does what was named only add to the topic of the same segment (…上年132万元，本年结转52万元)? */
function extendsTopic(walk: Walk, naming: Naming): boolean {
  const { topic } = walk;
  if (topic?.scope == null || topic.segment !== walk.segment || naming.alone || naming.below !== null)
    return false;
  if (topic.scope.function === undefined && topic.scope.project === undefined) return false;
  if (naming.bothFlows || naming.grand) return false;
  const added = Object.keys(naming.scope) as Dimension[];
  return added.every((key) => {
    const node = topic.scope?.[key] ?? '';
    if (key === 'flow' || key === 'use') return node === '' || node === naming.scope[key];
    return key === 'vintage' || (key === 'nature' && nodeContains(key, node, naming.scope.nature ?? ''));
  });
}

/** 支出决算 after the name of what is spent: still the same quantity. */
function continuesTopic(walk: Walk, naming: Naming): boolean {
  const { topic, pending } = walk;
  if (topic === null || !naming.weak || naming.bothFlows) return false;
  // What nobody knows goes on within its paragraph only.
  if (topic.scope === null) return goesOn(walk) && !(topic.sentence < 0 && topic.claimed);
  const open =
    (pending.comparing && topic.sentence === walk.sentence && !topic.counted) ||
    (purposeNamed(topic.scope) && pending.stage !== null && walk.context.stage !== 'budget') ||
    !claimedBefore(walk, topic);
  return open && topic.scope.flow === naming.scope.flow && goesOn(walk);
}

function goesOn({ pending }: Walk): boolean {
  return pending.stage !== null || pending.direction !== null || pending.comparing;
}

function purposeNamed(scope: Scope): boolean {
  return (scope.function ?? scope.item ?? scope.project) !== undefined;
}

function claimedBefore(walk: Walk, topic: Topic): boolean {
  return topic.sentence < walk.sentence && topic.claimed;
}

/** Lists that cannot hold what was named are over. */
function closeFrames(walk: Walk, naming: Naming): void {
  for (let frame = walk.frames.at(-1); frame !== undefined; frame = walk.frames.at(-1)) {
    const scope = completed(overBase(frame.base, naming, walk), naming.grand);
    const parent = completed(withoutFlow(frame), true);
    if (naming.problem !== null || typeof scope === 'string' || typeof parent === 'string') return;
    const holds = contains(parent, withNode(scope, 'use', parent.use ?? scope.use ?? ''));
    if (holds && !isLeftOver(walk, frame, naming)) return;
    walk.frames.pop();
  }
}

/** “支出100万元，其中：基本支出0万元，项目支出100万元；年末结转4万元”: what is left over is no kind of spending. */
function isLeftOver({ drafts }: Walk, frame: Frame, { scope }: Naming): boolean {
  if (scope.use === undefined || scope.use === 'spent' || frame.base.flow !== 'expenditure') return false;
  const items = drafts.slice(frame.claimsBefore).filter(({ topic }) => topic?.frame?.id === frame.id);
  return items.some(({ subject }) => subject?.nature !== undefined && subject.nature !== frame.base.nature);
}

function withoutFlow(frame: Frame): Scope {
  return frame.baseBothFlows ? withNode(withNode(frame.base, 'flow', ''), 'use', '') : frame.base;
}

/** “接待8批次92人，共计支出3万元”: what was spent on the guests or travellers counted before. */
function moneyOfCounted({ topic, sentence, pending }: Walk, naming: Naming): string | null {
  const counts = topic?.counted === true && topic.sentence === sentence ? (topic.scope?.item ?? '') : '';
  const spent = naming.weak && naming.scope.flow === 'expenditure' && !naming.grand && !naming.bothFlows;
  if (!spent || pending.comparing) return null;
  if (/^abroad(?:Groups|Persons)/.test(counts)) return 'abroad';
  const [, guests] = /^reception(?:Batches|Persons)(.*)$/.exec(counts) ?? [];
  return guests === undefined ? null : `reception${guests}`;
}

/** The topic that the words of the clause name; the topic before where they name nothing new. */
export function topicOf(walk: Walk, naming: Naming): Topic {
  const counted = moneyOfCounted(walk, naming);
  if (counted !== null)
    return named(walk, { ...naming, scope: { ...naming.scope, item: counted }, alone: true });
  if (walk.topic !== null && continuesTopic(walk, naming)) return walk.topic;
  if (walk.topic?.scope != null && extendsTopic(walk, naming))
    return extended(walk, walk.topic, walk.topic.scope, naming);
  if (naming.problem !== null) return unknownTopic(walk, naming.problem, walk.pending.unknown);
  if (walk.topic !== null && isMoreOfUnknown(walk, walk.topic, naming)) return walk.topic;
  if (isSurplusLeft(walk, naming)) return unknownTopic(walk, 'noSubject', '');
  if (walk.mode === 'plain') closeFrames(walk, naming);
  return isPartOfUnknown(walk, naming) ? unknownTopic(walk, 'noSubject', '') : named(walk, naming);
}

/** “花木专项上年预算为0，本年上年结转5万元”: what was carried over of what nobody knows is not all that was. */
function isMoreOfUnknown(
  { segment }: Walk,
  topic: Topic,
  { scope, alone, bothFlows, grand }: Naming,
): boolean {
  const onlyTime = Object.keys(scope).every((key) => key === 'vintage' || key === 'flow');
  return (
    topic.segment === segment &&
    topic.scope === null &&
    topic.claimed &&
    (topic.unknownWords ?? '') !== '' &&
    scope.vintage === 'carriedOver' &&
    onlyTime &&
    !(alone || bothFlows || grand)
  );
}

/** “年末结转和结余9万元，其中：…非财政拨款结余4万元”: what is left of it, not what of it was used this year. */
function isSurplusLeft(walk: Walk, { scope }: Naming): boolean {
  return scope.vintage === 'usedSurplus' && walk.frames.at(-1)?.base.use === 'carriedForward';
}

/** “某专项100万元，其中：基本支出…，项目支出…”: the parts of what nobody knows are not the department's. */
function isPartOfUnknown(walk: Walk, { alone, scope, grand }: Naming): boolean {
  if (walk.frames.at(-1)?.ofUnknown !== true || alone || grand) return false;
  if (scope.item !== undefined || scope.project !== undefined) return false;
  return scope.function === undefined && scope.deptEconomic === undefined && scope.vintage === undefined;
}

function extended(walk: Walk, topic: Topic, scope: Scope, naming: Naming): Topic {
  const together = narrowed(scope, withNode(naming.scope, 'flow', ''));
  if (JSON.stringify(together) === JSON.stringify(scope)) return topic;
  return newTopic(walk, { scope: together, problem: null, bothFlows: topic.bothFlows, frame: topic.frame });
}

/**
 * “一般公共预算年初结转A，本年收入B，本年支出C，年末结转D”: one fund's balance. What follows a fund's opening
 * balance in its segment and names no fund is that fund's.
 */
function balancedFund(walk: Walk, { scope, alone }: Naming): Scope {
  const before = walk.topic?.segment === walk.segment ? walk.topic.scope : null;
  const fund = before?.fund;
  const opened =
    before?.vintage === 'carriedOver' || before?.vintage === 'current' || before?.use !== undefined;
  const timed = scope.vintage === 'current' || scope.use !== undefined;
  const bare = Object.keys(scope).every((key) => key === 'flow' || key === 'vintage' || key === 'use');
  return fund !== undefined && opened && timed && bare && !alone && inBalance(walk) ? { fund } : {};
}

/** Does the segment begin with an opening balance? */
function inBalance({ drafts, segment }: Walk): boolean {
  return drafts.find((draft) => draft.segment === segment)?.subject?.vintage === 'carriedOver';
}

function named(walk: Walk, naming: Naming): Topic {
  const outer = baseOf(walk);
  const base = { ...outer, scope: { ...outer.scope, ...balancedFund(walk, naming) } };
  const frame = walk.frames.at(-1);
  const scope = completed(overBase(flowBase(base, naming), naming, walk), naming.grand);
  if (typeof scope === 'string') return newTopic(walk, { scope: null, problem: scope });
  const inherits = base.bothFlows && naming.scope.flow === undefined && !naming.alone;
  return newTopic(walk, {
    scope,
    problem: null,
    bothFlows: naming.bothFlows || inherits,
    alternatives: alternativesOf(walk, naming, scope, frame),
  });
}

/** A total of both flows passes on neither to an item that names its own. */
function flowBase(base: { readonly scope: Scope; readonly bothFlows: boolean }, naming: Naming): Scope {
  const scope = naming.grand ? withNode(base.scope, 'use', '') : base.scope;
  return naming.scope.flow === undefined ? scope : withNode(withNode(scope, 'flow', ''), 'use', '');
}

function alternativesOf(
  walk: Walk,
  naming: Naming,
  scope: Scope,
  frame: Frame | undefined,
): readonly Scope[] {
  const found: Scope[] = [];
  const loosely = frame?.loose === true || naming.scope.vintage !== undefined;
  if (frame?.looseBase != null && loosely) {
    const loose = completed(overBase(frame.looseBase, naming, walk), naming.grand);
    if (typeof loose !== 'string') found.push(loose);
  }
  if (naming.currentYearSaid && scope.vintage === undefined)
    found.push(extend(scope, { vintage: 'current' }));
  return found;
}

/** What a section is about, for a figure that names nothing and follows nothing. */
export function impliedTopic(walk: Walk): Topic | null {
  const { implied } = walk.section;
  if (implied === undefined || (Object.keys(implied).length === 0 && walk.pending.stage === null))
    return null;
  return topicOf(walk, { ...nothingNamed, scope: implied, weak: false });
}

/** A topic for what is counted: a node of the open part of the item dimension. */
export function countedTopic(walk: Walk, scope: Scope): Topic {
  return newTopic(walk, { scope, problem: null, counted: true });
}
