import { reasonsIn, type Reason } from '../../../check/rules/narrative/reasonWords.ts';
import type { Disclosure, NarrativeParagraph } from '../../../model/disclosure.ts';
import { claimScope, type Claim } from '../../../model/narrative/claim.ts';
import { scopeKey, type Scope } from '../../../model/scope.ts';
import { amountsOf, timeless, type Checked } from './amountIndex.ts';

/** A change since last year as the text states it. */
export interface StatedChange {
  readonly scope: Scope;
  /** Signed, in 分. */
  readonly fen: number;
  /** As printed: 5.55%. */
  readonly rate: string | null;
  readonly currentFen: number | null;
  /** Current less change where both are known. */
  readonly previousFen: number | null;
  /** What the text gives as the reason; null: it gives none. */
  readonly reason: string | null;
  readonly section: string;
  /** The sentence that states it. */
  readonly sentence: string;
  /** Last year's figure is what was carried out (执行数), not its budget. */
  readonly againstExecution: boolean;
}

const remembered = new WeakMap<Disclosure, readonly StatedChange[]>();

/** The changes that the text states, each scope once, the largest first. */
export function statedChanges(checked: Checked): readonly StatedChange[] {
  const found = remembered.get(checked.disclosure) ?? readChanges(checked);
  remembered.set(checked.disclosure, found);
  return found;
}

function readChanges(checked: Checked): readonly StatedChange[] {
  const changes = new Map<string, StatedChange>();
  for (const { section, paragraphs } of checked.disclosure.narrative)
    paragraphs.forEach((paragraph, i) => {
      const place = { section, paragraph, next: paragraphs[i + 1]?.text ?? '', checked };
      for (const claim of paragraph.claims) {
        const change = claim.kind === 'rate' ? executionChange(claim, place) : changeOf(claim, place);
        const key = change === null ? '' : scopeKey(change.scope);
        const known = changes.get(key);
        if (change !== null && (known === undefined || (known.reason === null && change.reason !== null)))
          changes.set(key, change);
      }
    });
  return withoutTwins([...changes.values()]).sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen));
}

interface ClaimPlace {
  readonly section: string;
  readonly paragraph: NarrativeParagraph;
  /** The paragraph after it, which may hold nothing but the reason. */
  readonly next: string;
  readonly checked: Checked;
}

/** A rate against what was carried out last year, between two amounts of the sentence. */
function executionChange(claim: Claim, { section, paragraph, next }: ClaimPlace): StatedChange | null {
  const { subject, basis, refersTo, direction, roles } = claim;
  if (subject === null || basis?.execution !== true || roles.reason) return null;
  const amount = (wanted: string): number | null => {
    const index = refersTo.find(({ role }) => role === wanted)?.claim;
    return index === undefined ? null : (paragraph.claims[index]?.fen ?? null);
  };
  const [current, previous] = [amount('current'), amount('previous')];
  if (current === null || previous === null || current === previous) return null;
  // The words may say the opposite of the amounts: then neither is told.
  if (direction !== (current > previous ? 'increase' : 'decrease')) return null;
  return {
    scope: timeless(subject),
    fen: current - previous,
    rate: rateText(claim),
    currentFen: current,
    previousFen: previous,
    section,
    againstExecution: true,
    ...sentenceOf(claim, paragraph.text, next),
  };
}

function changeOf(claim: Claim, { section, paragraph, next, checked }: ClaimPlace): StatedChange | null {
  const { kind, subject, fen, direction, roles, basis } = claim;
  if (kind !== 'change' || subject === null || fen === null || roles.reason || roles.execution) return null;
  if (basis?.execution === true || claim.year !== checked.disclosure.year || direction === 'flat')
    return null;
  const scope = timeless(claimScope(claim) ?? subject);
  const signed = direction === 'decrease' ? -fen : fen;
  const currentFen = amountsOf(checked).find(scope)?.fen ?? mentioned(claim, paragraph);
  return {
    scope,
    fen: signed,
    rate: rateOf(claim, paragraph),
    currentFen,
    previousFen: previousOf(currentFen, signed),
    section,
    againstExecution: false,
    ...sentenceOf(claim, paragraph.text, next),
  };
}

/** Last year's amount; null where the two would make it less than nothing: one of them is wrong, which the check tells. */
function previousOf(currentFen: number | null, changeFen: number): number | null {
  if (currentFen === null) return null;
  const previous = currentFen - changeFen;
  return previous < 0 && currentFen >= 0 ? null : previous;
}

/** The amount of the sentence that the change belongs to. */
function mentioned(claim: Claim, { claims }: NarrativeParagraph): number | null {
  const index = claim.refersTo.find(({ role }) => role === 'current')?.claim;
  return index === undefined ? null : (claims[index]?.fen ?? null);
}

function rateOf(claim: Claim, { claims }: NarrativeParagraph): string | null {
  const at = claims.indexOf(claim);
  const rate = claims.find(
    ({ kind, refersTo }) =>
      kind === 'rate' && refersTo.some(({ role, claim: other }) => role === 'change' && other === at),
  );
  return rate === undefined ? null : rateText(rate);
}

/** With its sign, which some texts leave out. */
function rateText({ text, numberUnit }: Claim): string {
  return numberUnit === '%' && !/[%％]/.test(text) ? `${text}%` : text;
}

/** The sentence around a change, and the reason given in it or right after it. */
function sentenceOf(
  { start, end }: Claim,
  text: string,
  next: string,
): { readonly sentence: string; readonly reason: string | null } {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1;
  const stop = text.indexOf('。', end);
  const to = stop < 0 ? text.length : stop + 1;
  const clauseEnd = text.slice(end, to).search(/[；;]/);
  const clause = clauseEnd < 0 ? to : end + clauseEnd;
  const reasons = reasonsIn(text).filter(({ start: at, words }) => at >= end && words !== '');
  const found =
    reasons.find(({ start: at }) => at < clause) ??
    reasons.find(({ start: at }) => at >= to && at <= to + 6) ??
    reasonOnly(next);
  return { sentence: text.slice(from, to).trim(), reason: found === undefined ? null : cleaned(found.words) };
}

/** A paragraph that begins with a reason: 财政拨款收入支出减少的主要原因是…. */
function reasonOnly(text: string): Reason | undefined {
  return reasonsIn(text).find(
    ({ start, words }) => start <= 20 && words !== '' && !/\d/.test(text.slice(0, start)),
  );
}

function cleaned(words: string): string {
  return words.replace(/^[：:，,其中\s]+(?=.)/, '').trim();
}

/** One amount and one change are told once, by the widest of the scopes: 收入总计 and 支出总计, a fund that is all. */
function withoutTwins(changes: readonly StatedChange[]): StatedChange[] {
  const size = ({ scope }: StatedChange): number =>
    Object.keys(scope).filter((dimension) => dimension !== 'use').length +
    (scope.flow === 'revenue' ? 0.5 : 0);
  const widest = [...changes].sort((a, b) => size(a) - size(b));
  const told = new Map<string, StatedChange>();
  for (const change of widest) {
    const { function: code, vintage = '', item = '' } = change.scope;
    const same = [change.fen, code ?? `=${change.currentFen ?? scopeKey(change.scope)}`, vintage, item].join(
      ' ',
    );
    const known = told.get(same);
    if (known === undefined) told.set(same, change);
    else if (known.reason === null && change.reason !== null)
      told.set(same, { ...known, reason: change.reason, section: change.section, sentence: change.sentence });
  }
  return [...told.values()];
}
