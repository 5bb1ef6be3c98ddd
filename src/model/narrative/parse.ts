import { readFigure } from './figures.ts';
import { leaveMode, openHeading, openList } from './frames.ts';
import { readName, readPhrase } from './phrases.ts';
import { topicOf, unknownTopic } from './topics.ts';
import type { Token } from './tokens.ts';
import { addWordClaim } from './wordClaims.ts';
import { addDraft, nothingPending, wordsBefore, type Draft, type Walk } from './walk.ts';

/** Walks over the tokens once and collects claims, each with its topic. */
export function walkTokens(walk: Walk): void {
  for (walk.at = 0; walk.at < walk.tokens.length; walk.at += 1) {
    const token = walk.tokens[walk.at];
    if (token !== undefined) readToken(walk, token);
  }
  endSentence(walk);
}

function readToken(walk: Walk, token: Token): void {
  switch (token.is) {
    case 'phrase':
      readPhrase(walk, token);
      return;
    case 'name':
    case 'code':
    case 'path':
      readName(walk, token);
      return;
    case 'year':
      readYear(walk, token.year);
      return;
    case 'threshold':
      walk.pending.threshold = token.tenThousands;
      return;
    case 'unknown':
      readUnknown(walk, token.words);
      return;
    case 'stop':
      readStop(walk, token.sign);
      return;
    case 'figure':
      addFigure(walk, readFigure(walk, token));
  }
}

const organisations =
  /(?:局|委|委员会|厅|办公室|办事处|街道|中心|院|馆|所|队|站|校|学|园|协会|联合会|联|法院|检察院|政府|会|处|镇|乡|社|团|部|办|室|台|署|司|机构|单位|省|市|县|区|州|旗)$/;

/** The department's own name in other words, where a sentence begins, is no unknown quantity. */
function readUnknown(walk: Walk, words: string): void {
  const opens = walk.drafts.at(-1)?.sentence !== walk.sentence;
  walk.pending.unknown = opens && organisations.test(words) ? '' : walk.pending.unknown + words;
}

function readYear(walk: Walk, year: number): void {
  const { pending } = walk;
  if (pending.comparing && pending.basis !== null) pending.basis = { ...pending.basis, year };
  else pending.yearOf = year;
}

function addFigure(walk: Walk, draft: Draft | null): void {
  if (draft === null) return;
  addDraft(walk, draft);
  const { respectively, share } = walk.pending;
  const shared = inSeries(walk) ? sharedOf(walk.pending) : {};
  const goesOn = respectively || percentFollows(walk, 2);
  walk.pending = { ...nothingPending(), respectively, share: share && goesOn, ...shared };
  walk.sentenceOpens = false;
}

/** 占75%、0%和25%: one percentage right after another, said of several things in turn. */
function percentFollows({ tokens, at }: Walk, step: number): boolean {
  const next = tokens[at + step];
  const between = step === 1 ? null : tokens[at + 1];
  const joins =
    between === null || (between?.is === 'stop' ? between.sign === '、' : between?.is === 'phrase');
  return joins && next?.is === 'figure' && next.sort === 'percent';
}

/** Do figures of a series still follow? */
function inSeries({ series, sentence }: Walk): boolean {
  return series?.sentence === sentence && series.next > 0 && series.next < series.topics.length;
}

/** 各减少A、B万元: the word before the first figure is said of all. */
function sharedOf({ direction, stage, yearOf }: Walk['pending']): Partial<Walk['pending']> {
  return { direction, stage, yearOf };
}

function readStop(walk: Walk, sign: string): void {
  if (sign === '。' || sign === '!' || sign === '?') {
    if (inBracket(walk)) endSegment(walk);
    else endSentence(walk);
  } else if (sign === ';') endSegment(walk);
  else if (sign === '(') openBracket(walk);
  else if (sign === ')') closeBracket(walk);
  else if (sign === ':') readColon(walk);
  else endClause(walk, sign);
}

/** “购置费3万元（其中：甲1万元。乙2万元。）”: a full stop in a bracket ends no sentence. */
function inBracket({ outer, tokens, at }: Walk): boolean {
  if (outer.length === 0) return false;
  const bracket = tokens.slice(at + 1, at + bracketWidth).find(isBracket);
  return bracket?.is === 'stop' && bracket.sign === ')';
}

/** A bracket that does not close within so many words was never meant to. */
const bracketWidth = 60;

function isBracket(token: Token): boolean {
  return token.is === 'stop' && '()'.includes(token.sign);
}

/** “90万元（含上年结转4万元）”: what is contained is a part of the figure before, not another item beside it. */
function openBracket(walk: Walk): void {
  const { topic, frames, pending, drafts, tokens, at, text } = walk;
  walk.outer.push({ topic, frames: [...frames], pending: { ...pending }, claims: drafts.length });
  const { start = 0, end = 0 } = tokens[at] ?? {};
  if (tokens[at - 1]?.is === 'figure' && text.startsWith('含', end)) openList(walk, start, end + 1);
}

/** What stood before a bracket is gone on with; a name (行政运行（2010601）支出5万元) where no figure stood in it. */
function closeBracket(walk: Walk): void {
  endClause(walk);
  const outer = walk.outer.pop();
  if (outer === undefined) return;
  walk.topic = outer.topic;
  walk.frames = outer.frames;
  if (outer.pending.named && outer.claims === walk.drafts.length) walk.pending = outer.pending;
}

/** “其中一般公共预算拨款收入：…；…” heads the clauses after it; “合计：12万元” only precedes its figure. */
function readColon(walk: Walk): void {
  const next = walk.tokens[walk.at + 1];
  if (!walk.pending.named || next?.is === 'figure' || walk.pending.naming.problem !== null) return;
  if (walk.mode !== 'plain') return;
  const { start = 0, end = 0 } = walk.tokens[walk.at] ?? {};
  openHeading(walk, start, end, true);
  walk.topic = topicOf(walk, walk.pending.naming);
  walk.pending = nothingPending();
}

/** A clause without a figure may say that nothing changed, that there is nothing, or what comes next is about. */
function endClause(walk: Walk, sign = ','): void {
  const { pending } = walk;
  const before = walk.tokens[walk.at - 1];
  if (before?.is !== 'figure') {
    if (pending.unknown !== '' && !pending.named) walk.strange = walk.segment;
    if (walk.mode === 'reason') setReasonTopic(walk);
    else if (walk.mode === 'plain' && !addWordClaim(walk) && !pending.share) setTopic(walk);
  }
  const shared = before?.is === 'figure' && inSeries(walk) ? sharedOf(pending) : {};
  const yearOf = pending.named ? null : pending.yearOf;
  walk.pending = { ...nothingPending(), basis: pending.basis, yearOf, ...shared };
  walk.pending.respectively = sign === '、' && pending.respectively;
  const goesOn = walk.pending.respectively || (sign === '、' && percentFollows(walk, 1));
  walk.pending.share = pending.share && goesOn;
}

/** 主要原因是项目支出增加，较上年增加…: in a reason only what the reason itself names is its subject. */
function setReasonTopic(walk: Walk): void {
  const { naming, named, unknown } = walk.pending;
  if (unknown !== '' && !named) walk.topic = unknownTopic(walk, 'unknownPhrase', unknown);
  else if (named && !naming.weak) walk.topic = topicOf(walk, naming);
}

/** “8万元，为以前年度未完成、结转到本年使用的资金，较上年增加1万元”: what the amount is, not another subject. */
function isDefinition(walk: Walk): boolean {
  return /[\d元万亿%)],为[^,;。:\d]{4,}$/.test(wordsBefore(walk, 70));
}

function setTopic(walk: Walk): void {
  const { naming, named, unknown, direction } = walk.pending;
  if (!named || direction !== null || (naming.weak && !naming.grand) || isDefinition(walk)) return;
  const known = unknown === '' || naming.problem !== null;
  walk.topic = known ? topicOf(walk, naming) : unknownTopic(walk, 'unknownPhrase', unknown);
}

function endSegment(walk: Walk): void {
  endClause(walk);
  leaveMode(walk);
  leaveListsOfUnknown(walk);
  walk.segment += 1;
  walk.pending = nothingPending();
}

/** “其中甲100万元，包括乙…和丙…；丁…”: where nobody knows what 甲 is, nobody knows whether 丁 lies in it. */
function leaveListsOfUnknown({ frames }: Walk): void {
  if (frames.length > 1 && frames.at(-1)?.ofUnknown === true)
    for (const frame of frames) frame.incomplete = true;
}

function endSentence(walk: Walk): void {
  endSegment(walk);
  const claimed = walk.drafts.at(-1)?.sentence === walk.sentence;
  endAside(walk);
  walk.frames = [];
  walk.outer = [];
  walk.guests = null;
  walk.basis = null;
  walk.stock = null;
  if (claimed) {
    if (!walk.continuation) walk.headSentence = walk.sentence;
    walk.sentence += 1;
    walk.continuation = false;
  }
  walk.sentenceOpens = true;
}

/** A purpose or a list of several clauses (主要用于甲；乙等。包括甲、乙。) names no new subject where none of them states a figure. */
function endAside(walk: Walk): void {
  if (walk.aside?.claims === walk.drafts.length) walk.topic = walk.aside.topic;
  walk.aside = null;
}
