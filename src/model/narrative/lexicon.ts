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

/** Phrases by first character, longest first. */
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

/** Index of words by their first character, longest first. */
export function byFirstCharacter<T extends { readonly words: string }>(
  phrases: readonly T[],
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const phrase of phrases) {
    const first = phrase.words.charAt(0);
    const list = index.get(first);
    if (list === undefined) index.set(first, [phrase]);
    else list.push(phrase);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const lexicon: Index = byFirstCharacter([...allMeanings()].map(([words, meanings]) => ({ words, meanings })));

/** The longest phrase of the grammar that stands at a place of plain text. */
export function phraseAt(text: string, at: number): Phrase | null {
  for (const phrase of lexicon.get(text.charAt(at)) ?? []) {
    if (text.startsWith(phrase.words, at)) return phrase;
  }
  return null;
}
