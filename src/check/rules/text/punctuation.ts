import { documentTexts, excerpt, type DocumentText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from '../performance/observation.ts';

const authority = 'GB/T 15834—2011';

/** Two stops in a row; 。。。 and … as an ellipsis count too, the dots of a contents line do not. */
const doubled = /([，。；：、,;])\s*[，。；：、,;](?:\s*[，。；：、,;])*/g;

/** Stops that stand twice (。。) or exclude each other (。；): one finding for the document. */
export const punctuation: Rule = {
  id: 'text.punctuation',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const texts = documentTexts(disclosure);
    const found = texts.map(doubledStops);
    return advice(found.flat(), found.filter((list) => list.length === 0).length, 1);
  },
};

function doubledStops({ text, placeAt }: DocumentText): readonly Observation[] {
  return [...text.matchAll(doubled)].map((match) => {
    const [stops] = match;
    const end = match.index + stops.length;
    const kept = keptStop(stops);
    const printed = excerpt(text, match.index, end);
    const culprit = culpritAt(placeAt(match.index), printed, {
      text: printed.replace(stops.replace(/\s+/g, ' '), kept),
      fen: null,
    });
    return observe('text.punctuation', 'info', culprit, { params: { stops: stops.replace(/\s+/g, '') } });
  });
}

/** The strongest of the stops ends the clause. */
function keptStop(stops: string): string {
  const order = ['。', '；', ';', '：', '，', ',', '、'];
  return order.find((stop) => stops.includes(stop)) ?? '，';
}

const sentenceEnd = /[。！？；：…，、.!?;:,”"』」》]$/;
const numbering = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|第[一二三四五六七八九十])/;

/** A paragraph of sentences that stops without a full stop: advice, summed up. */
export const missingStop: Rule = {
  id: 'text.missingStop',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const open = disclosure.narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph, i) => {
        const next = section.paragraphs[i + 1]?.text ?? '';
        if (!breaksOff(paragraph.text, next)) return [];
        const text = paragraph.text.trimEnd();
        const printed = excerpt(text, text.length - 4, text.length, 12);
        const culprit = culpritAt({ ...paragraph.place, section: section.section }, printed, {
          text: `${printed}。`,
          fen: null,
        });
        return [observe('text.missingStop', 'info', culprit)];
      }),
    );
    const all = disclosure.narrative.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
    return advice(open, all - open.length, 1);
  },
};

/** Headings and lines that the next paragraph goes on with are none; nor are captions, which are short. */
function breaksOff(text: string, next: string): boolean {
  const end = text.trim().replace(/[）)]+$/, '');
  if (end.length < 12 || sentenceEnd.test(end) || /[。！？]/.test(text.trim().slice(-2))) return false;
  const isSentence = /[，；。]|(?:部门|单位|年度?)\s*(?:无|没有|未安排)/.test(end) && !numbering.test(end);
  return isSentence && (next.trim() === '' || numbering.test(next));
}
