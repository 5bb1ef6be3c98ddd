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
  /** The words may mean the figure, but do not name it as it is printed. */
  readonly loose: boolean;
}

/** Where the narrative speaks of the change of a figure; null where it does not. */
export interface Explanations {
  /** `change` in 分, from last year's document to this one. */
  of(figure: Figure, change: number): Explanation | null;
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
        const named = new Set(strict.map((scope) => coder.encode(scope)));
        for (const key of new Set([...named, ...loose.map((scope) => coder.encode(scope))])) {
          const telling = { section, paragraph, claim, loose: !named.has(key) };
          spoken.set(key, [...(spoken.get(key) ?? []), telling]);
        }
      }
    }
  }
  return {
    of: (figure, change) => {
      const told = (spoken.get(coder.encode(figure.scope)) ?? [])
        .filter(({ claim, loose }) => !loose || fits(claim, change))
        .map(explanationOf);
      return told.find(({ reason }) => reason) ?? told[0] ?? null;
    },
  };
}

function isChange({ kind, subject, roles }: Claim): boolean {
  return (kind === 'change' || kind === 'rate') && subject !== null && !roles.reason;
}

/** A stated change that is as large, or a rate of the same direction: 总计 may then mean 本年合计. */
function fits({ direction, fen }: Claim, change: number): boolean {
  if (direction !== (change < 0 ? 'decrease' : 'increase')) return false;
  return fen === null || Math.abs(fen - Math.abs(change)) <= Math.abs(change) / 100;
}

const mostCharacters = 160;

/** The sentence of the change and what follows it up to the next change of something else. */
function explanationOf({ section, paragraph, claim }: Spoken): Explanation {
  const { text } = paragraph;
  const sentence = sentenceStart(text, claim.start);
  const own = JSON.stringify(claim.subject);
  const next = paragraph.claims.find(
    (other) => other.start > claim.end && isChange(other) && JSON.stringify(other.subject) !== own,
  );
  const stretch = text.slice(claim.end, next === undefined ? text.length : sentenceStart(text, next.start));
  const reason = reasonWords.exec(stretch);
  const told =
    reason === null
      ? text.slice(clauseStart(text, sentence, claim.start), clauseEnd(text, claim.end))
      : text.slice(sentence, claim.end + reason.index + sentenceLength(stretch.slice(reason.index)));
  return {
    text: shortened(told),
    place: narrativeText(paragraph, section.section, '').placeAt(claim.start),
    reason: reason !== null,
  };
}

/** Words of a change that name nothing by themselves. */
const unnamed = /比|较|与|相比|上年|去年|同比|增加|减少|增长|下降|[\d.,%％万亿元]/g;

/** Of a list of changes, the part that names this one; the sentence's start where it names itself before. */
function clauseStart(text: string, from: number, at: number): number {
  const starts = [...text.slice(from, at).matchAll(/[、，,：:]/g)].map(({ index }) => from + index + 1);
  const names = (start: number): boolean => text.slice(start, at).replace(unnamed, '').trim().length > 1;
  return starts.findLast(names) ?? from;
}

function clauseEnd(text: string, at: number): number {
  const stop = text.slice(at).search(/[、，,。；;\n]/);
  return stop < 0 ? text.length : at + stop;
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
