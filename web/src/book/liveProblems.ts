import { useDeferredValue, useMemo, useRef } from 'react';
import { readBook } from '../../../src/model/bookProblems.ts';
import { problemText } from '../../../src/model/bookProblem.ts';
import type { BookProblem } from '../api/schema.ts';
import { useLanguage } from '../language.tsx';
import { useCodeLists } from './codeSearches.ts';
import type { Book } from './book.ts';

/** Lines whose shape was looked at: what is edited shares all others with what it was. */
const sound = new WeakSet();

/** What the server alone can tell: whether the book is of the filing's department and year. */
const ofServer = ['year', 'department.name'];

/**
 * What must be put right, by the same rules as on the server, while one types. Typing comes first: the problems
 * follow as soon as the page has time.
 */
export function useLiveProblems(book: Book, saved: readonly BookProblem[]): readonly BookProblem[] {
  const lists = useCodeLists();
  const settled = useDeferredValue(book);
  const own = useMemo(() => {
    const read = readBook(settled, lists, sound);
    return read.ok ? [] : read.problems;
  }, [lists, settled]);
  const { language } = useLanguage();
  const all = useMemo(() => {
    const told = own.map((problem) => ({ path: problem.path, message: problemText(problem, language) }));
    return [...told, ...saved.filter(({ path }) => ofServer.includes(path))];
  }, [own, saved, language]);
  return useSameWhileAlike(all);
}

/** The same list while the problems are the same: what shows them is not drawn again at each keystroke. */
function useSameWhileAlike(all: readonly BookProblem[]): readonly BookProblem[] {
  const kept = useRef(all);
  const isAlike =
    all.length === kept.current.length &&
    all.every(({ path, message }, i) => {
      const before = kept.current[i];
      return before?.path === path && before.message === message;
    });
  if (!isAlike) kept.current = all;
  return kept.current;
}
