import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import type { Claim } from '../../model/narrative/claim.ts';
import type { Explanation } from '../../model/yearChanges.ts';
import { narrativeText } from '../documentTexts.ts';
import { readingsOf } from '../narrative/claimFigures.ts';
import { tableIndex } from '../scopeIndex.ts';

/** The words that open or carry a reason. */
const reasonWords = /原因|由于|因为|主要是|主要用于|用于|主要系|所致|为了|是因/;

interface Spoken {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly claim: Claim;
}

/** Where the narrative speaks of the change of a figure; null where it does not. */
export interface Explanations {
  of(figure: Figure): Explanation | null;
}

/** Indexes the stated changes and rates of a narrative by the figure of the tables that they speak of. */
export function explanationsOf(disclosure: Disclosure): Explanations {
  const { coder } = tableIndex(disclosure);
  const spoken = new Map<number, Spoken[]>();
  for (const section of disclosure.narrative) {
    for (const paragraph of section.paragraphs) {
      for (const claim of paragraph.claims) {
        if (!isChange(claim)) continue;
        const { strict, loose } = readingsOf(claim);
        for (const key of new Set([...strict, ...loose].map((scope) => coder.encode(scope)))) {
          spoken.set(key, [...(spoken.get(key) ?? []), { section, paragraph, claim }]);
        }
      }
    }
  }
  return {
    of: (figure) => {
      const told = (spoken.get(coder.encode(figure.scope)) ?? []).map(explanationOf);
      return told.find(({ reason }) => reason) ?? told[0] ?? null;
    },
  };
}

function isChange({ kind, subject, roles }: Claim): boolean {
  return (kind === 'change' || kind === 'rate') && subject !== null && !roles.reason;
}

const mostCharacters = 160;

/** The sentence of the change and what follows it up to the next change of something else. */
function explanationOf({ section, paragraph, claim }: Spoken): Explanation {
  const { text } = paragraph;
  const start = sentenceStart(text, claim.start);
  const own = JSON.stringify(claim.subject);
  const next = paragraph.claims.find(
    (other) => other.start > claim.end && isChange(other) && JSON.stringify(other.subject) !== own,
  );
  const stretch = text.slice(claim.end, next === undefined ? text.length : sentenceStart(text, next.start));
  const reason = reasonWords.exec(stretch);
  const after = reason === null ? 0 : reason.index;
  const end = claim.end + after + sentenceLength(stretch.slice(after));
  return {
    text: shortened(text.slice(start, end)),
    place: narrativeText(paragraph, section.section, '').placeAt(claim.start),
    reason: reason !== null,
  };
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(0, at);
  return Math.max(...['。', '；', ';', '\n'].map((sign) => before.lastIndexOf(sign))) + 1;
}

function sentenceLength(text: string): number {
  const stop = text.search(/[。；;\n]/);
  return stop < 0 ? text.length : stop + 1;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1)}…`;
}
