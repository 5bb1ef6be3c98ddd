import { parseAmount, type MoneyUnit } from '../money.ts';
import type { Scope, Stage } from '../scope.ts';
import type { Basis, ClaimKind, ClaimRoles, Direction } from './claim.ts';
import { countTopic } from './countTopic.ts';
import { nothingNamed } from './naming.ts';
import { printedNumber, type FigureToken } from './figureTokens.ts';
import type { Token } from './tokens.ts';
import { wholeOf } from './frames.ts';
import { changedTotal } from './attachment.ts';
import { openSeries } from './series.ts';
import { partOfItem } from './partOfItem.ts';
import { impliedTopic, topicOf, unknownTopic } from './topics.ts';
import { sentenceTime, wordsBefore, type Draft, type Time, type Topic, type Walk } from './walk.ts';

const noRoles: ClaimRoles = {
  previousYear: false,
  execution: false,
  ofList: false,
  reason: false,
  bothFlows: false,
  unitMissing: false,
  completion: false,
  attachmentUncertain: false,
  incomplete: false,
};

/** A claim about a topic, with everything else as yet unsaid. */
export function draftOf(
  walk: Walk,
  kind: ClaimKind,
  topic: Topic | null,
  range: { readonly start: number; readonly end: number },
): Draft {
  return {
    kind,
    topic,
    subject: topic?.scope ?? null,
    alternatives: topic?.alternatives ?? [],
    unresolved: topic === null ? 'noSubject' : topic.problem,
    unknownWords: topic?.unknownWords ?? null,
    ...timeHere(walk, kind),
    text: walk.text.slice(range.start, range.end),
    start: range.start,
    end: range.end,
    fen: null,
    unitFen: null,
    moneyUnit: null,
    number: null,
    numberUnit: null,
    direction: null,
    basis: null,
    whole: null,
    refersTo: [],
    roles: { ...noRoles, reason: walk.mode === 'reason', bothFlows: topic?.bothFlows ?? false },
    sentence: walk.sentence,
    segment: walk.segment,
    completionStage: null,
    compared: false,
    unsigned: false,
  };
}

/**
 * The year and stage that the clause says; else those of the list that it stands in; a change or a rate is of
 * the year that the sentence's amounts are all of.
 */
function timeHere(walk: Walk, kind: ClaimKind): Time {
  const { yearOf, stage } = walk.pending;
  const time = walk.frames.at(-1)?.time ?? (kind === 'amount' ? null : sentenceTime(walk));
  return {
    year: yearOf ?? time?.year ?? walk.context.year,
    stage: stage ?? (yearOf === null ? time?.stage : undefined) ?? walk.context.stage,
  };
}

/** What a figure is about: what its clause names, else the topic before, else the section. */
export function figureTopic(walk: Walk): Topic | null {
  const { pending } = walk;
  if (isAverage(walk)) return (walk.topic = unknownTopic(walk, 'unknownPhrase', '平均'));
  if (pending.respectively || isCoordinated(walk))
    return (walk.topic = nextOfSeries(walk) ?? unknownOf(walk));
  const part = partOfItem(walk);
  if (part !== null) return (walk.topic = part);
  if (startsListUnnamed(walk) || isOfOwnLevel(walk)) return (walk.topic = unknownOf(walk));
  if (pending.named) {
    const topic = pending.unknown === '' ? topicOf(walk, pending.naming) : unknownOf(walk);
    walk.topic = topic;
    return topic;
  }
  if (pending.unknown !== '' || pending.counted !== null || isOfStrangeClause(walk))
    return (walk.topic = unknownOf(walk));
  if (walk.topic !== null && !walk.topic.counted) return walk.topic;
  const worth = worthOfCounted(walk);
  if (worth !== null) return (walk.topic = worth);
  const earlier = walk.drafts.findLast(
    (draft) => draft.topic?.counted === false && draft.sentence === walk.sentence,
  );
  if (earlier === undefined && walk.topic?.sentence === walk.sentence) return null;
  return (walk.topic = earlier?.topic ?? impliedTopic(walk));
}

/** “培训费5万元；未举办节庆活动，经费0万元”: a new segment that begins with words nobody knows is about these. */
function isOfStrangeClause({ pending, strange, segment, sentence, drafts }: Walk): boolean {
  const last = drafts.at(-1);
  return (
    strange === segment && pending.direction === null && last?.sentence === sentence && last.segment < segment
  );
}

/** “车均运行维护费2万元”, “平均每辆2万元”: what falls to one of several is no quantity of the tables. */
function isAverage(walk: Walk): boolean {
  const clause = /[^,;。:]*$/.exec(wordsBefore(walk, 20))?.[0] ?? '';
  return /[车人户次辆台月日]均|平均每|每[辆台人户次]/.test(clause);
}

/** “车辆4台，80万元”: what the things are worth is no other quantity of the sentence; those bought were paid for. */
function worthOfCounted(walk: Walk): Topic | null {
  const { topic, sentence } = walk;
  const things = topic?.sentence === sentence ? (topic.scope?.item ?? '') : '';
  if (!/Vehicles|Equipment|^area/.test(things)) return null;
  if (!things.startsWith('purchasedVehicles')) return unknownTopic(walk, 'noSubject', '');
  return topicOf(walk, { ...nothingNamed, scope: { item: 'vehiclePurchase' }, alone: true, weak: false });
}

/** The subject whose turn it is: of those that 分别 was said of, or of both sides of 收、支总计. */
function nextOfSeries(walk: Walk): Topic | null {
  const { pending, series } = walk;
  if (!pending.respectively && pending.named) {
    const topics = openSeries(walk);
    walk.series = topics === null ? null : { topics, sentence: walk.sentence, next: 0 };
  } else if (series?.next === series?.topics.length && series !== null) series.next = 0;
  const current = walk.series?.sentence === walk.sentence ? walk.series : null;
  if (current === null) return null;
  current.next += 1;
  return current.topics[current.next - 1] ?? null;
}

/** 4125.49、4143.91万元 · 23.51%、38.28%: figures that only a comma parts belong to several subjects in turn. */
function isCoordinated(walk: Walk): boolean {
  const own = walk.tokens[walk.at];
  const beside = (step: 1 | -1): boolean => {
    const [joint, other] = [walk.tokens[walk.at + step], walk.tokens[walk.at + 2 * step]];
    if (!isJoint(joint) || own?.is !== 'figure' || other?.is !== 'figure') return false;
    return own.sort === other.sort || own.sort === 'bare' || other.sort === 'bare';
  };
  return beside(1) || beside(-1);
}

function isJoint(token: Token | undefined): boolean {
  if (token?.is === 'phrase') return /^(?:和|及|与|以及)$/.test(token.phrase.words);
  return token?.is === 'stop' && ',、'.includes(token.sign);
}

/** The first item of a list is not the total again: without a known name it is unknown. */
function startsListUnnamed(walk: Walk): boolean {
  const frame = walk.frames.at(-1);
  const opens = frame?.looseBase === null && walk.drafts.length === frame.claimsBefore;
  return opens && !walk.pending.named && walk.mode === 'plain';
}

/** “基本支出中，某局本级80万元，所属单位20万元”: the department's own part beside those of its units. */
function isOfOwnLevel({ text, tokens, at }: Walk): boolean {
  const { start = 0 } = tokens[at] ?? {};
  if (!/(?:本级|本部)(?:预算|支出|经费)?(?:安排|为)?$/.test(text.slice(Math.max(0, start - 10), start)))
    return false;
  return /下属|所属|直属/.test(text.slice(start).split('。', 1)[0] ?? '');
}

function unknownOf(walk: Walk): Topic {
  const { naming, unknown } = walk.pending;
  return unknownTopic(walk, naming.problem ?? 'unknownPhrase', unknown);
}

/** A figure becomes a claim by its unit and the words before it. */
export function readFigure(walk: Walk, token: FigureToken): Draft | null {
  switch (token.sort) {
    case 'money':
      return readMoney(walk, token, token.moneyUnit ?? '万元', false);
    case 'percent':
      return readPercent(walk, token);
    case 'count':
      return readCount(walk, token);
    case 'bare':
      return readBare(walk, token);
  }
}

function rangeOf(token: FigureToken): { readonly start: number; readonly end: number } {
  return { start: token.start, end: token.numberEnd };
}

function readMoney(walk: Walk, token: FigureToken, unit: MoneyUnit, unitMissing: boolean): Draft {
  const { direction, reach, difference } = walk.pending;
  const isChange = difference || (direction !== null && !reach);
  const range = rangeOf(token);
  const draft = isChange ? changeOf(walk, range) : draftOf(walk, 'amount', figureTopic(walk), range);
  const amount = parseAmount(token.digits, unit);
  if (typeof amount === 'string') draft.unresolved = 'unreadableNumber';
  else Object.assign(draft, { fen: amount.fen, unitFen: amount.unitFen });
  if (!isChange && walk.pending.comparing) asBasis(walk, draft);
  draft.moneyUnit = unit;
  draft.direction = direction?.direction ?? null;
  draft.roles = { ...draft.roles, unitMissing, execution: walk.pending.execution || draft.roles.execution };
  if (!isChange) draft.roles = { ...draft.roles, previousYear: (draft.year ?? 0) < walk.context.year };
  walk.lastMoneyUnit = unit;
  return draft;
}

/** 较上年预算数A万元增加…: the amount is what is compared with. */
function asBasis(walk: Walk, draft: Draft): void {
  const { basis } = walk.pending;
  if (basis === null) return;
  walk.basis = basis;
  draft.compared = true;
  draft.year = basis.year ?? draft.year;
  draft.stage = basis.stage ?? draft.stage;
  draft.roles = { ...draft.roles, execution: basis.execution };
}

/** A change: against what it is measured, and whose it is where a list ends before it. */
export function changeOf(walk: Walk, range: { readonly start: number; readonly end: number }): Draft {
  const total = walk.pending.named || walk.pending.unknown !== '' ? null : changedTotal(walk);
  const topic = total === null ? figureTopic(walk) : total.topic;
  const draft = draftOf(walk, 'change', topic, range);
  draft.basis = basisOf(walk);
  if (total !== null) {
    walk.topic = total.topic;
    draft.roles = { ...draft.roles, attachmentUncertain: total.uncertain };
  }
  return draft;
}

/** The basis that the clause says, else the sentence's; where nothing is said, nothing is assumed. */
function basisOf(walk: Walk): Basis | null {
  walk.basis = walk.pending.basis ?? walk.basis;
  return walk.basis;
}

function readPercent(walk: Walk, token: FigureToken): Draft {
  const range = { start: token.start, end: token.numberEnd + (token.unit === '%' ? 1 : 0) };
  const { pending } = walk;
  const completion = pending.completion || isOfBudget(walk);
  const kind: ClaimKind = pending.share || completion ? 'share' : 'rate';
  const draft = draftOf(walk, kind, rateTopic(walk, kind), range);
  draft.number = printedNumber(token.digits);
  draft.numberUnit = token.unit;
  if (draft.number === null) draft.unresolved = 'unreadableNumber';
  if (kind === 'rate') {
    const direction = pending.direction?.direction ?? null;
    Object.assign(draft, {
      direction,
      basis: basisOf(walk),
      unsigned: pending.unsigned && direction === null,
    });
  } else if (completion) asCompletion(draft, pending.stage);
  else draft.whole = wholeOf(walk) ?? sharedWhole(walk);
  return draft;
}

function asCompletion(draft: Draft, stage: Stage | null): void {
  draft.completionStage = stage;
  draft.stage = 'finalAccounts';
  draft.roles = { ...draft.roles, completion: true };
}

/** A share is of the topic before it; what its own clause names is the whole. */
function rateTopic(walk: Walk, kind: ClaimKind): Topic | null {
  const { pending } = walk;
  if (kind === 'rate' && pending.direction === null && !pending.named) return percentAlone(walk);
  if (kind === 'share' && isSumOfShares(walk)) return unknownTopic(walk, 'unknownPhrase', '合计');
  const ownShare = kind === 'share' && pending.share && !pending.respectively;
  if (ownShare && !isCoordinated(walk)) return walk.topic;
  return figureTopic(walk);
}

/** 决算数为年初预算的97%: a degree of completion in other words. */
function isOfBudget(walk: Walk): boolean {
  const before = wordsBefore(walk, 14);
  return (
    walk.context.stage === 'finalAccounts' &&
    /(?:[为是占达]|达到|相当于)(?:年初|全年|调整后?)预算数?的$/.test(before)
  );
}

/** 分别占基本支出的60%和40%: the whole is named once. */
function sharedWhole({ pending, drafts, sentence }: Walk): Scope | null {
  const last = drafts.at(-1);
  const goesOn = pending.respectively && last?.kind === 'share' && last.sentence === sentence;
  return goesOn ? last.whole : null;
}

/** 各类支出占比合计100%: all the shares, of no part. */
function isSumOfShares(walk: Walk): boolean {
  return /占比?.{0,6}(?:合计|共计|总计|之和)[为是达]?$/.test(wordsBefore(walk, 12));
}

/** A percentage that neither grows nor is part of anything (满意度95%) claims nothing about money. */
function percentAlone(walk: Walk): Topic | null {
  return walk.pending.unknown === '' ? walk.topic : unknownTopic(walk, 'unknownPhrase', walk.pending.unknown);
}

function readCount(walk: Walk, token: FigureToken): Draft {
  const draft = draftOf(walk, 'count', countTopic(walk, token), rangeOf(token));
  draft.number = printedNumber(token.digits);
  draft.numberUnit = token.unit;
  draft.direction = walk.pending.direction?.direction ?? null;
  if (draft.number === null) draft.unresolved = 'unreadableNumber';
  return draft;
}

/** A number without a unit is a figure only after words that need one: 增加47.25，… · 为0. */
function readBare(walk: Walk, token: FigureToken): Draft | null {
  const { pending } = walk;
  const decimal = token.digits.includes('.');
  const change = pending.direction;
  if (change !== null && decimal && ratesNext(walk, change.direction)) return readUnitlessRate(walk, token);
  if (pending.share && decimal && isShareAlone(walk, token)) return readUnitlessRate(walk, token);
  const zero =
    /^0(?:\.0+)?$/.test(token.digits) && '为是额数计增加减少'.includes(walk.text.charAt(token.start - 1));
  const said = pending.named || pending.stage !== null || change !== null || pending.yearOf !== null;
  const unit = unitBeside(walk);
  if (unit !== null) return readMoney(walk, token, unit, false);
  if (!said || !(zero || decimal || isAmountAlone(walk, token))) return null;
  return readMoney(walk, token, walk.lastMoneyUnit ?? '万元', !zero);
}

/** 基金预算支出为990；: a whole number that is all the clause says of money. */
function isAmountAlone(walk: Walk, { end }: FigureToken): boolean {
  return (
    /(?:预算|决算|支出|收入|拨款|经费|金额|总额)[数额]?为$/.test(wordsBefore(walk, 5)) &&
    /^[,;。]?$/.test(walk.text.charAt(end))
  );
}

/** 4125.49、4143.91万元: the unit of both stands behind the last. */
function unitBeside(walk: Walk): MoneyUnit | null {
  const [stop, other] = [walk.tokens[walk.at + 1], walk.tokens[walk.at + 2]];
  if (stop?.is !== 'stop' || !',、'.includes(stop.sign) || other?.is !== 'figure') return null;
  return isCoordinated(walk) ? other.moneyUnit : null;
}

/** 增加12.5万元，增长3.45。: the second is a rate that lost its sign. */
function ratesNext(walk: Walk, direction: Direction): boolean {
  const last = walk.drafts.at(-1);
  return (
    last?.kind === 'change' &&
    last.sentence === walk.sentence &&
    last.direction === direction &&
    last.fen !== null
  );
}

/** 占76.23；: up to a hundred, right behind 占 and right before a stop. */
function isShareAlone(walk: Walk, { digits, start, end }: FigureToken): boolean {
  return (
    /占(?:比|比重|比例)?(?:为|是)?$/.test(walk.text.slice(Math.max(0, start - 4), start)) &&
    /^[,;。)]?$/.test(walk.text.charAt(end)) &&
    Number(digits.replaceAll(',', '')) <= 100
  );
}

function readUnitlessRate(walk: Walk, token: FigureToken): Draft {
  const draft = readPercent(walk, { ...token, unit: '%', end: token.numberEnd });
  draft.text = walk.text.slice(token.start, token.numberEnd);
  draft.end = token.numberEnd;
  draft.roles = { ...draft.roles, unitMissing: true };
  return draft;
}
