import { halfWidth } from '../money.ts';

/** Text in the grammar's normal form, and where each character stood in the original. */
export interface PlainText {
  readonly text: string;
  /** Original offset of each character; one more for the end. */
  readonly offsets: readonly number[];
}

const quotes: ReadonlySet<string> = new Set('“”"\'‘’「」『』＂');
const spaces: ReadonlySet<string> = new Set(' \t\n\r\f\v\u00a0\u3000\u2002\u2003\u2009\ufeff');
const otherSigns: Readonly<Record<string, string>> = {
  '；': ';',
  '：': ':',
  '﹪': '%',
  '〔': '[',
  '〕': ']',
};
const bracketSigns: Readonly<Record<string, string>> = { '【': '[', '】': ']', '［': '[', '］': ']' };

/** Chinese characters are most of the text, and plain as they are. */
const notChinese = /[^\u4e00-\u9fff]/g;

const plainSigns = new Map<string, string>();

/** The half-width form of one character; each is worked out once. */
function plainSign(character: string): string {
  const known = plainSigns.get(character);
  if (known !== undefined) return known;
  const plain = otherSigns[character] ?? bracketSigns[character] ?? halfWidth(character);
  // Characters outside the text of disclosures are not kept: the memory stays bounded.
  if (plainSigns.size < 20_000) plainSigns.set(character, plain);
  return plain;
}

/** A run of digits, separators and spaces is one number when it reads as one without the spaces. */
const numberRun = /\d[\d,.\s]*\s[\d,.\s]*[\d.]/g;
const oneNumber = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const yearAlone = /^(?:19|20)\d{2} +\d/;
const numberingAlone = /^\d{1,2}\.\s+\d/;

/** Offsets of spaces that part two numbers and so must stay. */
function partingSpaces(text: string): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const run of text.matchAll(numberRun)) {
    const apart = yearAlone.test(run[0]) || startsItem(text, run.index, run[0]);
    if (!apart && oneNumber.test(run[0].replace(/\s/g, ''))) continue;
    for (const space of run[0].matchAll(/\s+/g)) kept.add(run.index + space.index);
  }
  return kept;
}

function startsItem(text: string, index: number, run: string): boolean {
  return numberingAlone.test(run) && (index === 0 || /[\s。;:]/.test(text.charAt(index - 1)));
}

/**
 * Half-width digits and signs, without spaces and quotation marks.
 * Line breaks inside numbers vanish with the spaces; spaces between two numbers stay.
 */
export function plainText(original: string): PlainText {
  const half = original.replace(notChinese, plainSign);
  const kept = partingSpaces(half);
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < half.length; i += 1) {
    const character = half.charAt(i);
    const space = spaces.has(character);
    if (quotes.has(character) || (space && !kept.has(i))) continue;
    text += space ? ' ' : character;
    offsets.push(i);
  }
  offsets.push(original.length);
  return { text, offsets };
}
