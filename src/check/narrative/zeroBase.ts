import type { Observation, Rule } from '../rule.ts';
import { changeOf, referred } from './claimRelations.ts';
import { culpritAt, evidenceAt, quoteOf } from './observed.ts';
import { statedNarrative } from './stated.ts';

/** A rate of growth over a previous amount of zero has no meaning, whatever number is given. */
export const zeroBaseRule: Rule = {
  id: 'narrative.zeroBase',
  severity: 'warning',
  authority: '算术',
  check(context) {
    const narrative = statedNarrative(context);
    let pass = 0;
    const observations = narrative.paragraphs.flatMap(({ claims }) =>
      claims.flatMap((stated): readonly Observation[] => {
        if (stated.claim.kind !== 'rate' || stated.variable === null) return [];
        const changed = referred(stated, claims, 'change');
        const change = changed === null ? null : changeOf(changed, claims, narrative);
        const previous = referred(stated, claims, 'previous')?.variable ?? change?.previous ?? null;
        const current = change?.current ?? null;
        const fromZero =
          previous === null
            ? change?.sign === 1 && current !== null && current.value === change.change.value
            : previous.value === 0;
        pass += fromZero ? 0 : 1;
        const evidence = [previous, change?.change ?? null].flatMap((v) =>
          v === null ? [] : [evidenceAt(v, 'base')],
        );
        if (!fromZero) return [];
        return [
          {
            rule: 'narrative.zeroBase',
            severity: 'warning',
            params: quoteOf(stated.variable),
            culprits: [culpritAt(stated.variable, null)],
            evidence,
          },
        ];
      }),
    );
    return { observations, pass };
  },
};
