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
  /** Topic of the claims that the items are parts of. */
  readonly parentTopic: number | null;
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
  /** Money, rate or count class, with the measure word for counts. */
  sort: string;
  completionStage: Stage | null;
};

/** What the clause has said since the last figure or boundary. */
export interface Pending {
  naming: Naming;
  named: boolean;
  direction: { readonly direction: Direction; readonly start: number; readonly end: number } | null;
  reach: boolean;
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
  threshold: string | null;
  unknown: string;
}

export function nothingPending(): Pending {
  return {
    naming: nothingNamed,
    named: false,
    direction: null,
    reach: false,
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
    threshold: null,
    unknown: '',
  };
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
  /** The topic outside a reason, a purpose or brackets. */
  outerTopics: (Topic | null)[];
  frames: Frame[];
  allFrames: Frame[];
  topics: number;
  sentence: number;
  segment: number;
  mode: 'plain' | 'reason' | 'purpose';
  topicBeforeMode: Topic | null;
  basis: Basis | null;
  stock: string | null;
  /** First amount of the last sentence that is no 其中 itself. */
  sentenceHead: number | null;
  sentenceOpens: boolean;
  lastMoneyUnit: Claim['moneyUnit'];
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
    outerTopics: [],
    frames: [],
    allFrames: [],
    topics: 1,
    sentence: 0,
    segment: 0,
    mode: 'plain',
    topicBeforeMode: null,
    basis: null,
    stock: null,
    sentenceHead: null,
    sentenceOpens: false,
    lastMoneyUnit: null,
  };
}
