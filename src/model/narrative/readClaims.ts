import type { Claim, ClaimContext } from './claim.ts';
import { nameTable } from './names.ts';
import { walkTokens } from './parse.ts';
import { plainText, type PlainText } from './plainText.ts';
import { relate } from './relations.ts';
import { defaultOf } from './sections.ts';
import { tokenize } from './tokens.ts';
import { startWalk, type Draft, type Topic, type Walk } from './walk.ts';

/**
 * Every figure of a paragraph of budget prose, and the words that stand for one (持平, 无), with what it
 * claims and how it relates to the others. Amounts are in 分; offsets are those of `text`.
 * Reads any text without error; what it cannot resolve has a null subject and says why.
 */
export function readClaims(text: string, context: ClaimContext): readonly Claim[] {
  return readParagraph(text, context, null).claims;
}

/**
 * The claims of a section's paragraphs: a paragraph that names nothing goes on about the one before it,
 * and a line that introduces a list (财政拨款支出主要内容如下：) says whose money the list is about.
 */
export function readSectionClaims(
  paragraphs: readonly string[],
  context: ClaimContext,
): readonly (readonly Claim[])[] {
  let carried = context.title === undefined ? null : readParagraph(context.title, context, null).topic;
  let lead: string | null = null;
  let nature: string | null = null;
  return paragraphs.map((text) => {
    const read = readParagraph(text, context, carried);
    carried = read.topic;
    lead = leadFund(text) ?? lead;
    const fund = lead;
    const claims = read.claims.map((claim) => withNature(claim, nature));
    nature = natureListed(text, read.claims, nature);
    return fund === null ? claims : claims.map((claim) => withFund(claim, fund));
  });
}

/** “项目支出50万元，其中：” and then a paragraph for each economic class: whose classes they are. */
function natureListed(text: string, claims: readonly Claim[], before: string | null): string | null {
  const amount = claims.find(({ kind, subject }) => kind === 'amount' && subject !== null);
  if (amount === undefined) return claims.length === 0 ? before : null;
  if (/其中[:：]\s*$/.test(text)) return amount.subject?.nature ?? null;
  return amount.subject?.deptEconomic === undefined ? null : before;
}

function withNature(claim: Claim, nature: string | null): Claim {
  const { subject } = claim;
  if (nature === null || subject?.deptEconomic === undefined || subject.nature !== undefined) return claim;
  return { ...claim, subject: { ...subject, nature }, alternatives: [subject, ...claim.alternatives] };
}

const leadLine = /(?:如下|以下方面|内容|情况)[:：]\s*$/;
const leadFunds: readonly (readonly [words: RegExp, fund: string])[] = [
  [/政府性基金/, 'governmentFund'],
  [/国有资本经营/, 'stateCapital'],
  [/一般公共预算/, 'general'],
  [/财政拨款/, 'fiscal'],
];

/** The fund that an introducing line names; null for any other paragraph. */
function leadFund(text: string): string | null {
  if (text.length > 60 || !leadLine.test(text) || /\d/.test(text)) return null;
  return leadFunds.find(([words]) => words.test(text))?.[1] ?? null;
}

/** A function of the list means that fund's money; without the fund it remains another reading. */
function withFund(claim: Claim, fund: string): Claim {
  const { subject } = claim;
  if (subject?.function === undefined || subject.fund !== undefined) return claim;
  return { ...claim, subject: { ...subject, fund }, alternatives: [subject, ...claim.alternatives] };
}

function readParagraph(
  text: string,
  context: ClaimContext,
  carried: Topic | null,
): { readonly claims: readonly Claim[]; readonly topic: Topic | null } {
  const plain = plainText(text);
  const section = defaultOf(context.section, context.sectionDefaults);
  const tokens = tokenize(plain.text, {
    names: nameTable(context.names),
    knowsFunction: (name) => context.names.functions(name).length > 0,
    departmentNames: context.departmentNames
      .map((name) => plainText(name).text)
      .filter((name) => name.length > 1),
    preferNames: section.axis === 'economic' && (section.ownFund !== true || context.section === 'operating'),
  });
  const walk = startWalk(context, section, tokens, plain.text, carriedInto(plain.text, carried));
  walkTokens(walk);
  currentBesideCarriedOver(walk);
  relate(walk);
  return { claims: meaningful(walk.drafts).map((draft) => claimOf(draft, plain, text)), topic: walk.topic };
}

/** Without comparisons that compare nothing printed; references are renumbered. */
function meaningful(drafts: readonly Draft[]): readonly Draft[] {
  const kept = drafts.filter(hasMeaning);
  if (kept.length === drafts.length) return kept;
  const numbers = new Map(kept.map((draft, index) => [drafts.indexOf(draft), index]));
  return kept.map((draft) => ({ ...draft, refersTo: renumbered(draft, numbers) }));
}

function renumbered(draft: Draft, numbers: ReadonlyMap<number, number>): Draft['refersTo'] {
  return draft.refersTo.flatMap(({ role, claim }) => {
    const number = numbers.get(claim);
    return number === undefined ? [] : [{ role, claim: number }];
  });
}

/**
 * A topic of the paragraph before: its claims and lists are not this paragraph's. Under a heading of its own
 * (（三）具体情况。…) a paragraph goes on about nothing but the section.
 */
function carriedInto(text: string, topic: Topic | null): Topic | null {
  const headed = /^\([一二三四五六七八九十]{1,2}\)[^\d,;:。]{0,24}情况[^\d,;:。]{0,4}[。:]/.test(text);
  if (topic === null || (headed && topic.frame !== null)) return null;
  return { ...topic, id: 1, frame: null, sentence: -1, segment: -1 };
}

/** A comparison of stages without a figure is a claim only where both are printed. */
function hasMeaning(draft: Draft): boolean {
  return (
    draft.kind !== 'change' || draft.fen !== null || draft.unresolved !== null || draft.refersTo.length === 2
  );
}

/** Funds listed beside 上年结转 are this year's money. */
function currentBesideCarriedOver(walk: Walk): void {
  const carrying = walk.drafts.filter((draft) => isCarriedOverItem(draft, walk));
  const frames = new Set(carrying.map((draft) => draft.topic?.frame?.id));
  const sentences = sentencesOfCarriedOver(walk);
  for (const draft of walk.drafts) {
    const { subject, topic, sentence } = draft;
    const beside = topic?.frame != null && frames.has(topic.frame.id);
    const plain = subject?.vintage === undefined && subject?.function === undefined;
    if (!plain || subject?.fund === undefined) continue;
    if (beside) draft.subject = { ...subject, vintage: 'current' };
    else if (sentences.has(sentence) && subject.flow === 'revenue' && subject.item === undefined)
      Object.assign(draft, {
        subject: { ...subject, vintage: 'current' },
        alternatives: [subject, ...draft.alternatives],
      });
  }
}

/** “一般公共预算拨款收入A；政府性基金预算拨款收入B；上年结转C”, whatever they are parts of. */
function sentencesOfCarriedOver({ drafts, context }: Walk): ReadonlySet<number> {
  return new Set(
    drafts
      .filter(({ kind, subject, year, topic }) => {
        const whole = subject?.vintage === 'carriedOver' && subject.fund === undefined;
        return kind === 'amount' && whole && year === context.year && topic?.frame == null;
      })
      .map(({ sentence }) => sentence),
  );
}

function isCarriedOverItem(draft: Draft, walk: Walk): boolean {
  const { subject, topic } = draft;
  const whole = subject?.function === undefined && subject?.fund === undefined;
  const listed = topic?.frame != null && topic.frame.looseBase === null;
  return subject?.vintage === 'carriedOver' && whole && listed && draft.year === walk.context.year;
}

function claimOf(draft: Draft, plain: PlainText, original: string): Claim {
  const start = plain.offsets[draft.start] ?? 0;
  const end = (plain.offsets[draft.end - 1] ?? start - 1) + 1;
  const { kind, subject, alternatives, unresolved, unknownWords, year, stage } = draft;
  const { fen, unitFen, moneyUnit, number, numberUnit } = draft;
  const { direction, basis, whole, refersTo, roles } = draft;
  return {
    kind,
    subject,
    alternatives,
    unresolved,
    unknownWords,
    year,
    stage,
    text: original.slice(start, end),
    start,
    end,
    fen,
    unitFen,
    moneyUnit,
    number,
    numberUnit,
    direction,
    basis,
    whole,
    refersTo,
    roles,
  };
}
