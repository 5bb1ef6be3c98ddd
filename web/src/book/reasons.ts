import type { ReasonSubject } from '../../../src/model/book.ts';
import { currentFen, previousFen } from '../../../src/model/bookReasons.ts';
import type { Book } from './book.ts';

/** A quantity beside last year's, in 分; last year's is null where there was no budget. */
export interface YearComparison {
  readonly now: number;
  readonly before: number | null;
}

/** What a reason explains, in both years. */
export function comparisonOf(book: Book, subject: ReasonSubject): YearComparison {
  return { now: currentFen(book, subject), before: previousFen(book, subject) };
}

/** A fund that neither year has and that has no reason either is not shown. */
export function isUnused(book: Book, subject: ReasonSubject): boolean {
  if (['total', 'general', 'basic', 'project', 'threePublic', 'operating'].includes(subject)) return false;
  const { now, before } = comparisonOf(book, subject);
  return now === 0 && (before ?? 0) === 0 && (book.reasons[subject] ?? '') === '';
}
