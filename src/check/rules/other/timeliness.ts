import { textsThatMayMatch, type DocumentText } from '../../documentTexts.ts';
import type { Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import type { Place } from '../../../model/place.ts';

const id = 'other.timeliness';

/** Days after the approval within which a department publishes. */
const daysAllowed = 20;

const date = String.raw`(20\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?`;
const approvals = [
  new RegExp(String.raw`批复(?:日期|时间|于)[为:：]?\s*${date}`),
  new RegExp(String.raw`${date}[^。；\d]{0,24}批复`),
];
const publications = [
  new RegExp(String.raw`(?:公开|公布|发布)(?:日期|时间|于)[为:：]?\s*${date}`),
  new RegExp(String.raw`${date}[^。；\d]{0,12}(?:向社会)?(?:公开|公布)`),
];

/** More than twenty days between the approval and the publication, where the document gives both dates. */
export const timeliness: Rule = {
  id,
  severity: 'warning',
  authority: '《预算法》第十四条',
  check: ({ disclosure }) => {
    const dated = textsThatMayMatch(disclosure, approvals);
    const texts = dated.filter(({ part }) => part !== 'sheet' && part !== 'glossary');
    const approved = firstDate(texts.filter(isAboutBudget), approvals);
    const published = firstDate(texts, publications);
    if (approved === null || published === null) return { observations: [], pass: 0, notApplicable: 1 };
    const days = Math.round((published.time - approved.time) / 86_400_000);
    if (days > 366) return { observations: [], pass: 0, notApplicable: 1 };
    if (days <= daysAllowed) return { observations: [], pass: 1 };
    const evidence = [textEvidence(approved.place, approved.words)];
    const params = { days, allowed: daysAllowed, approved: approved.words };
    return {
      observations: [
        observe(id, 'warning', culpritAt(published.place, published.words), { params, evidence }),
      ],
      pass: 0,
    };
  },
};

/** Projects are approved too; only a text about the budget or the accounts is meant. */
function isAboutBudget({ text }: DocumentText): boolean {
  return /预算|决算/.test(text) && /财政/.test(text) && !/可行性研究|可研|立项|概算/.test(text);
}

interface Dated {
  readonly time: number;
  readonly words: string;
  readonly place: Place;
}

function firstDate(texts: readonly DocumentText[], patterns: readonly RegExp[]): Dated | null {
  for (const { text, placeAt } of texts) {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
      return { time: Date.UTC(year, month - 1, day), words: match[0].trim(), place: placeAt(match.index) };
    }
  }
  return null;
}
