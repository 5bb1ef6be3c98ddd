import { reasonsIn } from '../../../check/rules/narrative/reasonWords.ts';
import type { Disclosure, NarrativeParagraph } from '../../../model/disclosure.ts';
import { claimScope, type Claim } from '../../../model/narrative/claim.ts';
import { scopeKey, type Scope } from '../../../model/scope.ts';
import { amountsOf, timeless } from './amountIndex.ts';

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
}

/** The changes that the text states, each scope once, the largest first. */
export function statedChanges(disclosure: Disclosure): readonly StatedChange[] {
  const changes = new Map<string, StatedChange>();
  for (const { section, paragraphs } of disclosure.narrative)
    for (const paragraph of paragraphs)
      for (const claim of paragraph.claims) {
        const change = changeOf(claim, paragraph, section, disclosure);
        const key = change === null ? '' : scopeKey(change.scope);
        const known = changes.get(key);
        if (change !== null && (known === undefined || (known.reason === null && change.reason !== null)))
          changes.set(key, change);
      }
  return withoutTwins([...changes.values()]).sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen));
}

function changeOf(
  claim: Claim,
  paragraph: NarrativeParagraph,
  section: string,
  disclosure: Disclosure,
): StatedChange | null {
  const { kind, subject, fen, direction, roles, basis } = claim;
  if (kind !== 'change' || subject === null || fen === null || roles.reason || roles.execution) return null;
  if (basis?.execution === true || claim.year !== disclosure.year || direction === 'flat') return null;
  const scope = timeless(claimScope(claim) ?? subject);
  const signed = direction === 'decrease' ? -fen : fen;
  const currentFen = amountsOf(disclosure).find(scope)?.fen ?? mentioned(claim, paragraph);
  return {
    scope,
    fen: signed,
    rate: rateOf(claim, paragraph),
    currentFen,
    previousFen: currentFen === null ? null : currentFen - signed,
    section,
    ...sentenceOf(claim, paragraph.text),
  };
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
  return rate?.text ?? null;
}

/** The sentence around a change, and the reason given in it or right after it. */
function sentenceOf(
  { start, end }: Claim,
  text: string,
): { readonly sentence: string; readonly reason: string | null } {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1;
  const stop = text.indexOf('。', end);
  const to = stop < 0 ? text.length : stop + 1;
  const clauseEnd = text.slice(end, to).search(/[；;]/);
  const clause = clauseEnd < 0 ? to : end + clauseEnd;
  const reasons = reasonsIn(text).filter(({ start: at, words }) => at >= end && words !== '');
  const found =
    reasons.find(({ start: at }) => at < clause) ?? reasons.find(({ start: at }) => at >= to && at <= to + 6);
  return { sentence: text.slice(from, to).trim(), reason: found?.words ?? null };
}

/** 收入总计 and 支出总计 that change alike are told once. */
function withoutTwins(changes: readonly StatedChange[]): StatedChange[] {
  const totals = changes.filter(({ scope }) => isTotal(scope));
  const [first] = totals;
  return changes.filter((change) => !isTotal(change.scope) || change === first || first?.fen !== change.fen);
}

function isTotal(scope: Scope): boolean {
  return Object.keys(scope).every((dimension) => dimension === 'flow' || dimension === 'use');
}
