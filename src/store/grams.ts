import { fold } from '../model/fold.ts';

/** As texts are compared in a search: widths, brackets, quotes, spaces and letter case do not count. */
export function searchable(text: string): string {
  return fold(text).toLowerCase();
}

/**
 * The pairs of neighbouring characters of a searchable text, and its single characters: Chinese is written
 * without spaces, and most words have two characters.
 */
export function gramsOf(text: string): string[] {
  const characters = Array.from(text);
  const grams = new Set(characters);
  for (let i = 0; i + 1 < characters.length; i++) grams.add(pairAt(characters, i));
  return [...grams];
}

/** What a searchable text that contains the word has among its grams. */
export function wantedGrams(word: string): string[] {
  const characters = Array.from(word);
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((_, i) => pairAt(characters, i)))];
}

function pairAt(characters: readonly string[], i: number): string {
  return (characters[i] ?? '') + (characters[i + 1] ?? '');
}
