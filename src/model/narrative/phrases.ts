import type { Token } from './tokens.ts';
import { enterMode, leaveMode, openHeading, openList } from './frames.ts';
import type { Marker } from './markerWords.ts';
import { nothingNamed, withResolution, withWord } from './naming.ts';
import { resolveName, resolvePath, type Resolution } from './names.ts';
import { openSeries, sharedAmounts } from './series.ts';
import { topicOf, unknownTopic } from './topics.ts';
import type { Meaning, Phrase } from './lexicon.ts';
import type { SubjectWord } from './subjectWords.ts';
import { sentenceTime, type Walk } from './walk.ts';
import { addWordClaim } from './wordClaims.ts';

type PhraseToken = Token & { readonly is: 'phrase' };

/** Takes in a phrase: what it names, counts, or says about the figures around it. */
export function readPhrase(walk: Walk, token: PhraseToken): void {
  for (const meaning of token.phrase.meanings) {
    if (meaning.is === 'subject') {
      walk.pending.naming = withWord(walk.pending.naming, inStage(walk, meaning.subject));
      walk.pending.named = true;
    } else if (meaning.is === 'counted') readCounted(walk, meaning.node);
    else if (meaning.is === 'stock') walk.pending.stock = walk.stock = meaning.prefix;
    else if (meaning.is !== 'neutral') readMarker(walk, token, meaning);
  }
}

/** “未更新车辆，公务用车5辆”: vehicles that a clause names anew are not those bought before. */
function readCounted(walk: Walk, node: string): void {
  walk.pending.counted = node;
  if (node === 'Vehicles' && walk.stock === 'purchased' && walk.pending.stock === null) walk.stock = null;
}

/** The word as the document's stage means it; what already has a purpose or a fund is that row's total. */
function inStage({ context, pending }: Walk, word: SubjectWord): SubjectWord {
  if (word.inAccounts === undefined || context.stage !== 'finalAccounts') return word;
  const bare = Object.keys(pending.naming.scope).length === 0;
  return bare ? { ...word, scope: { ...word.scope, ...word.inAccounts } } : word;
}

function readMarker(walk: Walk, token: PhraseToken, marker: Marker): void {
  const { pending } = walk;
  const { start, end } = token;
  switch (marker.is) {
    case 'direction':
    case 'reach':
      pending.direction ??= { direction: marker.direction, start, end };
      pending.reach ||= marker.is === 'reach';
      pending.comparing = false;
      return;
    case 'sideways':
      readSideways(walk, token, marker.direction);
      return;
    case 'zero':
      pending.zero ??= { start, end };
      return;
    case 'difference':
      pending.difference = true;
      return;
    case 'signed':
      if (figureNext(walk)) pending.direction ??= { direction: 'increase', start, end };
      return;
    case 'unsigned':
      readUnsigned(walk, marker);
      return;
    case 'becomes':
      readBecomes(walk, token);
      return;
    case 'compare':
      if (comparesNext(walk)) {
        leaveReason(walk);
        startComparing(walk);
      }
      return;
    case 'relativeYear':
      readRelativeYear(walk, token, marker.offset);
      return;
    case 'stage':
      readStage(walk, marker);
      return;
    case 'share':
      takePart(walk);
      walk.pending.share = true;
      return;
    case 'completion':
      pending.completion = true;
      return;
    case 'from':
      if (reachesNext(walk)) pending.yearOf ??= walk.context.year - 1;
      return;
    default:
      readStructure(walk, token, marker);
  }
}

/** Does the clause's figure follow, with nothing but 为 or 是 before it? */
function figureNext({ tokens, at }: Walk): boolean {
  const [first, second] = [tokens[at + 1], tokens[at + 2]];
  const next = first?.is === 'phrase' && /^[为是]$/.test(first.phrase.words) ? second : first;
  return next?.is === 'figure';
}

/** 差异率 is measured against the budget, 变动率 against what the clause says. */
function readUnsigned({ pending }: Walk, { stage }: Marker & { is: 'unsigned' }): void {
  pending.unsigned = true;
  if (stage !== undefined) pending.basis ??= { year: null, stage, execution: false };
}

/** 由上年的A万元调整为B万元: what it became; an amount that nothing precedes was set anew, nobody knows by whom. */
function readBecomes({ pending, drafts, sentence }: Walk, token: PhraseToken): void {
  const last = drafts.at(-1);
  if (last?.sentence === sentence && last.roles.previousYear) pending.reach = true;
  else pending.unknown += token.phrase.words;
}

/** 服务采购授予中小企业合同金额占…的95%: what stands before 占 is the part, without a figure of its own. */
function takePart(walk: Walk): void {
  const { naming, named, unknown, share, respectively } = walk.pending;
  if (share || respectively || (!named && unknown === '') || (named && naming.weak)) return;
  const known = named && unknown === '' && naming.problem === null;
  walk.topic = known ? topicOf(walk, naming) : unknownTopic(walk, naming.problem ?? 'unknownPhrase', unknown);
  clearNaming(walk);
}

function readStructure(walk: Walk, token: PhraseToken, marker: Marker): void {
  if (marker.is === 'opener') {
    openList(walk, token.start, token.end);
    clearNaming(walk);
  } else if (marker.is === 'reason' || marker.is === 'purpose') {
    if (walk.pending.sideways && walk.mode === 'plain') addWordClaim(walk);
    enterMode(walk, marker.is);
    clearNaming(walk);
  } else if (marker.is === 'andSoOn') {
    readAndSoOn(walk);
  } else if (marker.is === 'respectively') readRespectively(walk);
  else if (marker.is === 'within') readWithin(walk, token);
}

/** “基本工资、津贴补贴等人员经费”: what 等 ends are examples of the name behind it; “甲费等支出” is more than 甲费. */
function readAndSoOn(walk: Walk): void {
  const frame = walk.frames.at(-1);
  const next = walk.tokens[walk.at + 1];
  if (!walk.pending.named) {
    if (frame !== undefined) frame.incomplete = true;
  } else if (namesKind(next)) clearNaming(walk);
  else if (namesSubject(next)) walk.pending.unknown += '等';
}

/** A fund or a nature of spending, not only a side. */
function namesKind(token: Token | undefined): boolean {
  return (
    token?.is === 'phrase' &&
    token.phrase.meanings.some(
      (meaning) =>
        meaning.is === 'subject' &&
        (meaning.subject.scope.nature !== undefined || meaning.subject.scope.fund !== undefined),
    )
  );
}

/**
 * 分别 after the subjects themselves; without any (分别增长, 分别占) those of the sentence's figures before. In 分别为货物A、服务B
 * each figure has its own.
 */
function readRespectively(walk: Walk): void {
  const { named, unknown } = walk.pending;
  const topics = named ? openSeries(walk) : (walk.series?.topics ?? sharedAmounts(walk));
  if (topics === null && !named && unknown === '' && namesNext(walk)) return;
  walk.pending.respectively = true;
  walk.series = topics === null ? null : { topics, sentence: walk.sentence, next: 0 };
}

/** Does a name follow, with nothing but 为 before it? */
function namesNext({ tokens, at }: Walk): boolean {
  const [first, second] = [tokens[at + 1], tokens[at + 2]];
  const next = first?.is === 'phrase' && first.phrase.words === '为' ? second : first;
  return next?.is === 'name' || next?.is === 'path' || namesSubject(next);
}

function clearNaming(walk: Walk): void {
  const { pending } = walk;
  walk.pending = {
    ...pending,
    naming: nothingNamed,
    named: false,
    unknown: '',
    counted: null,
    zero: null,
    sideways: false,
  };
}

/** A comparison needs a year or a stage right after it: 与2024年预算, 比上年, 同预算数. */
function comparesNext(walk: Walk): boolean {
  const next = walk.tokens[walk.at + 1];
  if (next?.is === 'year') return true;
  return (
    next?.is === 'phrase' && next.phrase.meanings.some((m) => m.is === 'relativeYear' || m.is === 'stage')
  );
}

/** 由A万元增加到B万元: the figure after 由 is where the change began. */
function reachesNext(walk: Walk): boolean {
  const after = walk.tokens.slice(walk.at + 1, walk.at + 8);
  const figure = after.findIndex((token) => token.is === 'figure');
  const reach = after.findIndex(
    (t) => t.is === 'phrase' && t.phrase.meanings.some((m) => m.is === 'reach' || m.is === 'becomes'),
  );
  return figure >= 0 && reach > figure;
}

/**
 * “决算数小于预算数的主要原因是从严控制，与上年相比减少1万元”: a reason that names nothing known ends where a comparison
 * begins that the sentence has not yet made of its own subject.
 */
function leaveReason(walk: Walk): void {
  const { mode, pending, topic, topicBeforeMode: own, drafts, sentence } = walk;
  const opens = !pending.named && pending.unknown === '' && pending.direction === null;
  if (mode !== 'reason' || !opens || own?.scope == null) return;
  if (topic !== own && topic?.scope != null) return;
  const compared = drafts.some(
    (draft) => draft.sentence === sentence && draft.topic === own && draft.basis?.stage === null,
  );
  if (!compared) leaveMode(walk);
}

function startComparing(walk: Walk): void {
  walk.pending.comparing = true;
  walk.pending.basis = { year: null, stage: null, execution: false };
}

function readSideways(walk: Walk, token: PhraseToken, direction: 'increase' | 'decrease' | 'flat'): void {
  const next = walk.tokens[walk.at + 1];
  const staged = next?.is === 'phrase' && next.phrase.meanings.some((m) => m.is === 'stage');
  if (!staged || walk.pending.stage === null) return;
  walk.pending.direction = { direction, start: token.start, end: token.end };
  walk.pending.sideways = true;
  startComparing(walk);
}

function readRelativeYear(walk: Walk, token: PhraseToken, offset: number): void {
  const { pending } = walk;
  const year = (offset === 0 ? walk.context.year : comparedYear(walk)) + offset;
  if (token.phrase.words === '同比' && walk.tokens[walk.at + 1]?.is === 'year') startComparing(walk);
  else if (token.phrase.words.startsWith('同比')) pending.basis = { year, stage: null, execution: false };
  else if (pending.comparing && pending.basis !== null) pending.basis = { ...pending.basis, year };
  else {
    pending.yearOf = year;
    if (offset === 0) pending.naming = { ...pending.naming, currentYearSaid: true };
  }
}

/** The year that 比上年 goes back from: the clause's own, else that of the sentence's amounts or of the list. */
function comparedYear(walk: Walk): number {
  const { pending, frames, context } = walk;
  const said = pending.yearOf ?? sentenceTime(walk)?.year ?? frames.at(-1)?.time?.year;
  return (pending.comparing ? said : null) ?? context.year;
}

function readStage(walk: Walk, marker: Marker & { is: 'stage' }): void {
  const { pending } = walk;
  const execution = marker.execution ?? false;
  if (pending.comparing && pending.basis !== null) {
    pending.basis = { ...pending.basis, stage: marker.stage, execution };
  } else {
    pending.stage = marker.stage;
    pending.execution = execution;
  }
}

/** 财政拨款支出预算中，… · 项目支出中一般公共服务支出… */
function readWithin(walk: Walk, token: PhraseToken): void {
  const next = walk.tokens[walk.at + 1];
  if (!walk.pending.named || walk.pending.naming.problem !== null) return;
  const heads =
    next?.is === 'name' || next?.is === 'path' || (next?.is === 'stop' && ',:'.includes(next.sign));
  if (!heads && !namesSubject(next)) return;
  openHeading(walk, token.start, token.end, false);
  clearNaming(walk);
}

function namesSubject(token: Token | undefined): boolean {
  return token?.is === 'phrase' && meansSubject(token.phrase);
}

function meansSubject(phrase: Phrase): boolean {
  return phrase.meanings.some((meaning: Meaning) => meaning.is === 'subject');
}

/** A name, a printed code or a function path joins what the clause names. */
export function readName(walk: Walk, token: Token & { readonly is: 'name' | 'code' | 'path' }): void {
  const of = walk.text.charAt(token.start - 1) === '的' && walk.pending.named && token.is === 'name';
  if (of) {
    openHeading(walk, token.start, token.start, false);
    clearNaming(walk);
  }
  const { pending } = walk;
  if (token.is === 'code' && pending.named && walk.text.charAt(token.start) === '(') {
    readCodeOfName(walk, token.code);
    return;
  }
  const resolution = resolutionOf(walk, token);
  pending.naming = withResolution(pending.naming, resolution);
  pending.named = true;
  if (typeof resolution === 'string') pending.unknown += walk.text.slice(token.start, token.end);
}

/** 行政运行（2010601）: the code decides where several rows bear the name; a name that is clear needs none. */
function readCodeOfName({ pending }: Walk, code: string): void {
  const { naming } = pending;
  if (naming.problem === null && naming.scope.function !== undefined) return;
  pending.naming = withResolution({ ...naming, problem: null }, { function: code });
  pending.unknown = '';
}

function resolutionOf(walk: Walk, token: Token & { readonly is: 'name' | 'code' | 'path' }): Resolution {
  const { names } = walk.context;
  const within = walk.pending.naming.scope.function ?? walk.frames.at(-1)?.base.function ?? '';
  if (token.is === 'code') return { function: token.code };
  if (token.is === 'path') return resolvePath(names, token.steps, walk.topic?.scope?.function ?? within);
  const level =
    walk.topic?.frame?.id === walk.frames.at(-1)?.id ? (walk.topic?.scope?.function?.length ?? 0) : 0;
  return resolveName(names, token.name, { axis: axisOf(walk), within, level });
}

/** The axis of names: what the clause or the list already speaks of, else the section's. */
function axisOf(walk: Walk): 'function' | 'economic' | undefined {
  const topic = walk.topic?.scope ?? {};
  const inList = walk.topic?.frame != null && walk.topic.frame.id === walk.frames.at(-1)?.id;
  if (inList && topic.function !== undefined) return 'function';
  if (inList && (topic.deptEconomic ?? topic.govEconomic) !== undefined) return 'economic';
  return walk.section.axis;
}
