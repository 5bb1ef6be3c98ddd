import type { Observation, Rule } from '../rule.ts';
import { culpritAt, quoteOf } from './observed.ts';
import { perPiece } from '../variable.ts';
import { statedNarrative } from './stated.ts';

/** The number of performance sheets that the text announces against those attached. */
export const sheetCountRule: Rule = {
  id: 'narrative.sheetCount',
  severity: 'warning',
  authority: '财预〔2016〕143号；部门预算绩效目标公开要求',
  check(context) {
    const sheets = context.disclosure.projects.length;
    const counts = statedNarrative(context).paragraphs.flatMap(({ claims }) =>
      claims.flatMap(({ claim, variable }) => {
        const { subject } = claim;
        const isAnnounced = claim.kind === 'count' && subject?.item === 'performance/published';
        return isAnnounced && subject.nature === 'project' && variable !== null ? [variable] : [];
      }),
    );
    if (sheets === 0) return { observations: [], pass: 0, notApplicable: counts.length };
    const wrong = counts.filter((count) => count.value !== sheets * perPiece);
    const observations = wrong.map((count): Observation => ({
      rule: 'narrative.sheetCount',
      severity: 'warning',
      params: { sheets, ...quoteOf(count) },
      culprits: [culpritAt(count, { text: String(sheets), fen: null })],
    }));
    return { observations, pass: counts.length - wrong.length };
  },
};
