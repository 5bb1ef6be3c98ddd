import type { Database } from '../store.ts';
import { countedSearch } from './countedSearch.ts';
import { commonFrom, learnWords } from './knownWords.ts';
import { plainSearch } from './plainSearch.ts';
import type { PublishedFound, PublishedQuery } from './query.ts';

/**
 * Searches what is published; facets count under the other choices, sums are over the whole result.
 * `onCommon`: called with words that very many records contain and of which no counts are kept.
 */
export async function searchPublished(
  db: Database,
  query: PublishedQuery,
  onCommon: (words: readonly string[]) => void = () => undefined,
): Promise<PublishedFound> {
  const counted = await countedSearch(db, query);
  if (counted !== null) return counted;
  const found = await plainSearch(db, query);
  if (found.total >= commonFrom) onCommon(query.words);
  return found;
}

/** Learns words one after the other, beside the work of those who search. */
export function wordLearner(
  db: Database,
  onFault: (error: unknown) => void,
): (words: readonly string[]) => void {
  const state = { last: Promise.resolve() as Promise<unknown>, waiting: 0 };
  return (words) => {
    if (state.waiting >= mostWaiting) return;
    state.waiting += 1;
    state.last = state.last
      .then(() => learnWords(db, words))
      .catch(onFault)
      .finally(() => {
        state.waiting -= 1;
      });
  };
}

/** Words beyond these are learned when they are searched for the next time. */
const mostWaiting = 20;
