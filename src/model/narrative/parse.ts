import { changeOf, draftOf, readFigure } from './figures.ts';
import { leaveMode, openHeading } from './frames.ts';
import { readName, readPhrase } from './phrases.ts';
import { topicOf } from './topics.ts';
import type { Token } from './tokens.ts';
import { nothingPending, type Draft, type Walk } from './walk.ts';

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
      walk.pending.unknown += organisation(walk, token.words);
      return;
    case 'stop':
      readStop(walk, token.sign);
      return;
    case 'figure':
      addFigure(walk, readFigure(walk, token));
  }
}

const organisations =
  /(?:局|委|委员会|厅|办公室|办事处|街道|中心|院|馆|所|队|站|校|学|园|协会|联合会|联|法院|检察院|政府|会|处|镇|乡|社|团|部|机构|单位|省|市|县|区|州|旗)$/;

/** The department's own name in other words, where a sentence begins, is no unknown quantity. */
function organisation(walk: Walk, words: string): string {
  const opens = !walk.drafts.some((draft) => draft.sentence === walk.sentence);
  return opens && organisations.test(words) ? '' : words;
}

function readYear(walk: Walk, year: number): void {
  const { pending } = walk;
  if (pending.comparing && pending.basis !== null) pending.basis = { ...pending.basis, year };
  else pending.yearOf = year;
}

function addFigure(walk: Walk, draft: Draft | null): void {
  if (draft === null) return;
  walk.drafts.push(draft);
  walk.pending = nothingPending();
  walk.sentenceOpens = false;
}

function readStop(walk: Walk, sign: string): void {
  if (sign === '。' || sign === '!' || sign === '?') endSentence(walk);
  else if (sign === ';') endSegment(walk);
  else if (sign === '(') walk.outerTopics.push(walk.topic);
  else if (sign === ')') closeBracket(walk);
  else if (sign === ':') readColon(walk);
  else if (sign === '#') endClause(walk);
  else endClause(walk);
}

function closeBracket(walk: Walk): void {
  endClause(walk);
  const outer = walk.outerTopics.pop();
  if (outer !== undefined) walk.topic = outer;
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
function endClause(walk: Walk): void {
  const { pending } = walk;
  const before = walk.tokens[walk.at - 1];
  if (before?.is !== 'figure' && walk.mode === 'plain') {
    if (!addWordClaim(walk)) setTopic(walk);
  }
  walk.pending = { ...nothingPending(), basis: pending.basis, yearOf: pending.named ? null : pending.yearOf };
  walk.pending.threshold = null;
}

function addWordClaim(walk: Walk): boolean {
  const { direction, sideways, zero } = walk.pending;
  if (direction !== null && (direction.direction === 'flat' || sideways)) {
    const draft = changeOf(walk, direction);
    draft.direction = direction.direction;
    if (direction.direction === 'flat') Object.assign(draft, { fen: 0, unitFen: 0 });
    walk.drafts.push(draft);
    return true;
  }
  return zero !== null && addZero(walk, zero);
}

function addZero(walk: Walk, zero: { readonly start: number; readonly end: number }): boolean {
  if (!walk.pending.named || walk.pending.naming.problem !== null) return false;
  const topic = topicOf(walk, walk.pending.naming);
  if (topic.scope === null) return false;
  walk.topic = topic;
  walk.drafts.push({ ...draftOf(walk, 'zero', topic, zero), fen: 0, unitFen: 0 });
  return true;
}

function setTopic(walk: Walk): void {
  const { naming, named, unknown, direction } = walk.pending;
  if (!named || direction !== null) return;
  const strong = !naming.weak || naming.grand;
  if (strong && (unknown === '' || naming.problem !== null)) walk.topic = topicOf(walk, naming);
}

function endSegment(walk: Walk): void {
  endClause(walk);
  leaveMode(walk);
  walk.segment += 1;
  walk.pending = nothingPending();
}

function endSentence(walk: Walk): void {
  endSegment(walk);
  const claimed = walk.drafts.some((draft) => draft.sentence === walk.sentence);
  walk.frames = [];
  walk.outerTopics = [];
  walk.basis = null;
  walk.stock = null;
  if (claimed) walk.sentence += 1;
  walk.sentenceOpens = true;
}
