import type { Scope, Stage } from '../scope.ts';
import type { Basis, Claim, ClaimContext, Direction, Unresolved } from './claim.ts';
import { nothingNamed, type Naming } from './naming.ts';
import type { SectionDefault } from './sections.ts';
import type { Token } from './tokens.ts';

/** What a stretch of claims is about. Claims that name nothing themselves share the topic before them. */
export interface Topic {
  readonly id: number;
  readonly scope: Scope | null;
  readonly problem: Unresolved | null;
  readonly unknownWords: string | null;
  readonly alternatives: readonly Scope[];
  readonly bothFlows: boolean;
  readonly frame: Frame | null;
  readonly sentence: number;
  readonly segment: number;
  /** Counts only (车辆): money cannot continue it. */
  readonly counted: boolean;
  /** A claim was made about it. */
  claimed: boolean;
  /** A change was claimed of it. */
  changed?: boolean;
}

/** When an amount is: a year's budget or final account. */
export interface Time {
  readonly year: number | null;
  readonly stage: Stage;
}

/** A list that an opener (其中) began. */
export interface Frame {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly base: Scope;
  readonly baseBothFlows: boolean;
  /** The reading without what the heading said, where the heading is loose. */
  readonly looseBase: Scope | null;
  /** The heading may not hold for what follows (a colon). */
  readonly loose: boolean;
  readonly segment: number;
  /** How many claims stand before it. */
  readonly claimsBefore: number;
  /** Topic of the claims that the items are parts of. */
  readonly parentTopic: number | null;
  /** The year and stage of the claim whose parts are listed, where they are not the document's own. */
  readonly time: Time | null;
  /** Nobody knows what the parts are parts of: an item that names only a side or a nature is unknown too. */
  readonly ofUnknown: boolean;
  /** Indices of the nearest claims before the opener, by kind or measure. */
  readonly parents: ReadonlyMap<string, number>;
  readonly sentence: number;
  readonly reason: boolean;
  incomplete: boolean;
}

/** A claim before its relations are known. */
export type Draft = { -readonly [K in keyof Claim]: Claim[K] } & {
  topic: Topic | null;
  sentence: number;
  segment: number;
  completionStage: Stage | null;
  /** A rate whose words say no direction. */
  unsigned: boolean;
  /** Said only to compare with (较上年预算数A万元): no parts of it are listed. */
  compared: boolean;
};

/** What the clause has said since the last figure or boundary. */
export interface Pending {
  naming: Naming;
  named: boolean;
  direction: { readonly direction: Direction; readonly start: number; readonly end: number } | null;
  reach: boolean;
  /** 差额: a change without a direction. */
  difference: boolean;
  /** 变动率: the direction of the rate is that of the amounts. */
  unsigned: boolean;
  sideways: boolean;
  comparing: boolean;
  basis: Basis | null;
  stage: Stage | null;
  execution: boolean;
  yearOf: number | null;
  share: boolean;
  completion: boolean;
  zero: { readonly start: number; readonly end: number } | null;
  counted: string | null;
  /** Which vehicles or equipment the clause itself says are counted. */
  stock: string | null;
  threshold: string | null;
  unknown: string;
  /** 分别: the clause's figures belong to several subjects in turn. */
  respectively: boolean;
}

export function nothingPending(): Pending {
  return {
    naming: nothingNamed,
    named: false,
    direction: null,
    reach: false,
    difference: false,
    unsigned: false,
    sideways: false,
    comparing: false,
    basis: null,
    stage: null,
    execution: false,
    yearOf: null,
    share: false,
    completion: false,
    zero: null,
    counted: null,
    stock: null,
    threshold: null,
    unknown: '',
    respectively: false,
  };
}

/** What was said before a bracket opened, and how many claims stood before it. */
export interface Outer {
  readonly topic: Topic | null;
  readonly frames: Frame[];
  readonly pending: Pending;
  readonly claims: number;
}

/** The state of one pass over a paragraph's tokens. */
export interface Walk {
  readonly context: ClaimContext;
  readonly section: SectionDefault;
  readonly tokens: readonly Token[];
  /** Plain text. */
  readonly text: string;
  readonly drafts: Draft[];
  at: number;
  pending: Pending;
  topic: Topic | null;
  /** What was being spoken of before a bracket opened. */
  outer: Outer[];
  frames: Frame[];
  allFrames: Frame[];
  topics: number;
  sentence: number;
  segment: number;
  mode: 'plain' | 'reason' | 'purpose';
  topicBeforeMode: Topic | null;
  /** What the sentence was about before its purpose, reason or list, and how many claims stood before that. */
  aside: { readonly topic: Topic | null; readonly claims: number } | null;
  /** The last segment with a clause of words that nobody knows and no name. */
  strange: number;
  basis: Basis | null;
  stock: string | null;
  /** Whose reception the sentence counts: guests from abroad or not. */
  guests: 'foreign' | 'domestic' | null;
  sentenceOpens: boolean;
  /** The last sentence that does not begin with 其中 itself: what a sentence with 其中 lists the parts of. */
  headSentence: number;
  /** The sentence began with an opener. */
  continuation: boolean;
  lastMoneyUnit: Claim['moneyUnit'];
  /** Subjects whose figures follow in turn, how many of them had theirs, and the word that all changes share. */
  series: Series | null;
}

/** “货物、工程分别为A、B”: subjects, and then their figures. */
export interface Series {
  readonly topics: readonly Topic[];
  readonly sentence: number;
  next: number;
}

export function startWalk(
  context: ClaimContext,
  section: SectionDefault,
  tokens: readonly Token[],
  text: string,
  carried: Topic | null,
): Walk {
  return {
    context,
    section,
    tokens,
    text,
    drafts: [],
    at: 0,
    pending: nothingPending(),
    topic: carried,
    outer: [],
    frames: [],
    allFrames: [],
    topics: 1,
    sentence: 0,
    segment: 0,
    mode: 'plain',
    topicBeforeMode: null,
    aside: null,
    strange: -1,
    basis: null,
    stock: null,
    guests: null,
    sentenceOpens: false,
    headSentence: -1,
    continuation: false,
    lastMoneyUnit: null,
    series: null,
  };
}

/** Keeps a claim, and with its topic that it was claimed. */
export function addDraft(walk: Walk, draft: Draft): void {
  walk.drafts.push(draft);
  if (draft.topic === null) return;
  draft.topic.claimed = true;
  if (draft.kind === 'change') draft.topic.changed = true;
}

/** The last year and stage of the sentence's amounts so far, where none of them is the document's own; else null. */
export function sentenceTime({ drafts, sentence, context }: Walk): Time | null {
  let time: Time | null = null;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    if (draft === undefined || draft.sentence !== sentence) break;
    if (time === null && draft.kind === 'change')
      return draft.year === context.year ? null : { year: draft.year, stage: draft.stage };
    if (draft.compared || (draft.kind !== 'amount' && draft.kind !== 'pair')) continue;
    if (draft.year === context.year || goesOnWithOwn(draft, drafts, context.year)) return null;
    if (time === null || (draft.year ?? 0) > (time.year ?? 0))
      time = { year: draft.year, stage: draft.stage };
  }
  return time;
}

/** “甲20万元。上年安排18万元，增加2万元”: an amount to compare with of what the sentence before stated for this year. */
function goesOnWithOwn({ topic, sentence }: Draft, drafts: readonly Draft[], year: number): boolean {
  if (topic === null || topic.sentence >= sentence) return false;
  return drafts.some(
    (other) => other.topic?.id === topic.id && other.sentence < sentence && other.year === year,
  );
}

/** What stands right before the figure that is read: so many characters at most. */
export function wordsBefore({ text, tokens, at }: Walk, most: number): string {
  const { start = 0 } = tokens[at] ?? {};
  return text.slice(Math.max(0, start - most), start);
}
