import type { Observation, Rule } from '../rule.ts';
import { changeOf, contraryChange } from './claimRelations.ts';
import { evidenceAt } from './observed.ts';
import { statedNarrative } from './stated.ts';

const words: Readonly<Record<'1' | '-1', string>> = { '1': '增加', '-1': '减少' };

/** 增加 where the amounts fall by just the stated change, and the reverse. */
export const directionRule: Rule = {
  id: 'narrative.direction',
  severity: 'error',
  authority: '算术',
  check(context) {
    const narrative = statedNarrative(context);
    let pass = 0;
    const observations = narrative.paragraphs.flatMap(({ claims }) =>
      claims.flatMap((stated): readonly Observation[] => {
        const change = stated.claim.kind === 'change' ? changeOf(stated, claims, narrative) : null;
        if (change?.current == null || change.previous === null) return [];
        if (!contraryChange(change)) {
          pass += 1;
          return [];
        }
        const word = change.sign === 1 ? words['1'] : words['-1'];
        const right = change.sign === 1 ? words['-1'] : words['1'];
        return [
          {
            rule: 'narrative.direction',
            severity: 'error',
            culprits: [
              {
                reported: { text: word, fen: null },
                expected: { text: right, fen: null },
                support: 1,
                slip: 'sign',
                place: stated.place,
              },
            ],
            evidence: [
              evidenceAt(change.current, 'part'),
              evidenceAt(change.previous, 'base'),
              evidenceAt(change.change, 'part'),
            ],
          },
        ];
      }),
    );
    return { observations, pass };
  },
};
