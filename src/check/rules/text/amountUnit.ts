import type { NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { excerpt, narrativeText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from '../performance/observation.ts';

const id = 'text.amountUnit';

/**
 * An amount or a rate without its unit. Where the number stands alone before a stop the unit is missing
 * for certain; 万 without 元 is advice.
 */
export const amountUnit: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const sections = disclosure.narrative.filter(
      ({ paragraphs }) => !paragraphs.some(({ text }) => /单位\s*[:：]\s*(?:万|千|亿)?元/.test(text)),
    );
    const found = sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => [
        ...paragraph.claims.flatMap((claim) => fault(claim, paragraph, section)),
      ]),
    );
    const stated = sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims)).length;
    const short = found.filter(({ severity }) => severity === 'info');
    const summed = advice(short, stated - found.length, 1);
    const missing = found.filter(({ severity }) => severity !== 'info');
    return { ...summed, observations: [...missing, ...summed.observations] };
  },
};

function fault(
  claim: Claim,
  paragraph: NarrativeParagraph,
  { section }: NarrativeSection,
): readonly Observation[] {
  const { text } = paragraph;
  const after = text.slice(claim.end);
  const place = narrativeText(paragraph, section, '').placeAt(claim.start);
  const printed = excerpt(text, claim.start, claim.end, 6);
  if (lacksUnit(claim, after)) {
    const isRate = claim.kind === 'rate' || claim.kind === 'share';
    const expected = { text: `${claim.text}${isRate ? '%' : (claim.moneyUnit ?? '万元')}`, fen: null };
    const variant = isRate ? 'rate' : '';
    return [
      observe(id, 'warning', culpritAt(place, claim.text, expected), { variant, params: { words: printed } }),
    ];
  }
  if (claim.fen === null || !/^\s*万(?!元|美元|余元|多元)/.test(after)) return [];
  const culprit = culpritAt(place, `${claim.text}万`, { text: `${claim.text}万元`, fen: null });
  return [observe(id, 'info', culprit, { variant: 'short' })];
}

/** A number right before a stop; one of a list (1.00、2.00和3.00万元) shares the unit behind it. */
function lacksUnit(claim: Claim, after: string): boolean {
  if (!claim.roles.unitMissing) return false;
  return /^\s*(?:[，。；,;）)]|$)/.test(after) && !/^\s*[，,]\s*\d/.test(after);
}
