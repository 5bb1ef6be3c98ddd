import type { Observation, Rule } from '../rule.ts';
import { exceeds, shareParts } from './claimRelations.ts';
import { culpritAt, evidenceAt, quoteOf } from './observed.ts';
import { statedNarrative } from './stated.ts';

/** A part that is larger than the whole it is said to be a share of: the part and the share are both wrong. */
export const partRule: Rule = {
  id: 'narrative.part',
  severity: 'error',
  authority: '算术',
  check(context) {
    const narrative = statedNarrative(context);
    let pass = 0;
    const observations = narrative.paragraphs.flatMap(({ claims }) =>
      claims.flatMap((stated): readonly Observation[] => {
        const share = stated.claim.kind === 'share' ? shareParts(stated, claims, narrative) : null;
        if (share === null || stated.claim.roles.completion) return [];
        const { part, whole, rate } = share;
        pass += exceeds(part, whole) ? 0 : 1;
        if (!exceeds(part, whole)) return [];
        const params = { ...quoteOf(part), part: part.text, whole: whole.text, share: rate.text };
        const common = { rule: 'narrative.part', severity: 'error', params } as const;
        const amounts = [evidenceAt(part, 'part'), evidenceAt(whole, 'base')];
        return [
          {
            ...common,
            culprits: [culpritAt(part, null)],
            evidence: [evidenceAt(whole, 'base'), evidenceAt(rate, 'mention')],
          },
          { ...common, variant: 'share', culprits: [culpritAt(rate, null)], evidence: amounts },
        ];
      }),
    );
    return { observations, pass };
  },
};
