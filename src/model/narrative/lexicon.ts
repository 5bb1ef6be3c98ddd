import { countedWords, stockWords } from './countWords.ts';
import { markerWords, neutralWords, type Marker } from './markerWords.ts';
import { subjectWords, type SubjectWord } from './subjectWords.ts';

/** What a phrase means to the grammar. */
export type Meaning =
  | { readonly is: 'subject'; readonly subject: SubjectWord }
  | { readonly is: 'counted'; readonly node: string }
  | { readonly is: 'stock'; readonly prefix: string }
  | { readonly is: 'neutral' }
  | Marker;

export interface Phrase {
  readonly words: string;
  /** A phrase may name a quantity and a thing that is counted (公务用车). */
  readonly meanings: readonly Meaning[];
}

/** Phrases by their opening, longest first. */
type Index = ReadonlyMap<string, readonly Phrase[]>;

/** The order is the order of importance: a marker hides a neutral word with the same letters. */
function allMeanings(): Map<string, Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  const add = (words: string, meaning: Meaning): void => {
    for (const phrase of words.split(/\s+/)) {
      if (phrase !== '') meanings.set(phrase, [...(meanings.get(phrase) ?? []), meaning]);
    }
  };
  for (const [words, subject] of subjectWords) add(words, { is: 'subject', subject });
  for (const [words, marker] of markerWords) add(words, marker);
  for (const [words, node] of countedWords) add(words, { is: 'counted', node });
  for (const [words, prefix] of stockWords) add(words, { is: 'stock', prefix });
  const said = new Set(meanings.keys());
  for (const phrase of neutralWords.split(/\s+/)) {
    if (phrase !== '' && !said.has(phrase)) meanings.set(phrase, [{ is: 'neutral' }]);
  }
  return meanings;
}

/** Words by their first two characters (or their only one), longest first. */
export function byOpening<T extends { readonly words: string }>(phrases: readonly T[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const phrase of phrases) {
    const opening = phrase.words.slice(0, 2);
    const list = index.get(opening);
    if (list === undefined) index.set(opening, [phrase]);
    else list.push(phrase);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const lexicon: Index = byOpening([...allMeanings()].map(([words, meanings]) => ({ words, meanings })));

/** The longest phrase of the grammar that stands at a place of plain text. */
export function phraseAt(text: string, at: number): Phrase | null {
  const long = lexicon.get(text.slice(at, at + 2))?.find((phrase) => text.startsWith(phrase.words, at));
  return long ?? lexicon.get(text.charAt(at))?.[0] ?? null;
}
