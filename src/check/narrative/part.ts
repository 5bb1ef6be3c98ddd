import type { Rule } from '../rule.ts';
import { culpritAt, evidenceAt, observeClaims, quoteOf, type SeeClaim } from './observed.ts';
import { exceeds, shareParts } from './shares.ts';

/** A part that is larger than the whole it is said to be a share of: the part and the share are both wrong. */
export const partRule: Rule = {
  id: 'narrative.part',
  severity: 'error',
  authority: '算术',
  check: (context) => observeClaims(context, 'share', seeShare),
};

const seeShare: SeeClaim = (stated, claims, narrative) => {
  const share = stated.claim.roles.completion ? null : shareParts(stated, claims, narrative);
  if (share === null) return null;
  const { part, whole, rate } = share;
  if (!exceeds(part, whole)) return [];
  const params = { part: part.text, whole: whole.text, share: rate.text };
  const common = { rule: 'narrative.part', severity: 'error', unless: [part.id, whole.id] } as const;
  return [
    {
      ...common,
      params: { ...params, ...quoteOf(part) },
      culprits: [culpritAt(part, null)],
      evidence: [evidenceAt(whole, 'base'), evidenceAt(rate, 'mention')],
    },
    {
      ...common,
      variant: 'share',
      params: { ...params, ...quoteOf(rate) },
      culprits: [culpritAt(rate, null)],
      evidence: [evidenceAt(part, 'part'), evidenceAt(whole, 'base')],
    },
  ];
};
