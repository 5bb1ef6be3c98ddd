import type { ReasonSubject } from '../../../src/model/book.ts';
import { moneyOf } from '../../../src/model/bookAmounts.ts';
import { isBasic, type Book } from './book.ts';

/** A quantity beside last year's, in 分; last year's is null where there was no budget. */
export interface YearComparison {
  readonly now: number;
  readonly before: number | null;
}

/** What a reason explains, in both years. */
export function comparisonOf(book: Book, subject: ReasonSubject): YearComparison {
  return { now: nowOf(book, subject), before: beforeOf(book, subject) };
}

function nowOf(book: Book, subject: ReasonSubject): number {
  switch (subject) {
    case 'total':
      return moneyOf(book).reduce((sum, { scope, fen }) => (scope.flow === 'revenue' ? sum + fen : sum), 0);
    case 'basic':
      return book.facts.reduce((sum, fact) => (isBasic(fact.nature) ? sum + fact.fen : sum), 0);
    case 'project':
      return book.facts.reduce((sum, fact) => (isBasic(fact.nature) ? sum : sum + fact.fen), 0);
    case 'threePublic':
      return book.threePublic.reduce((sum, { fen }) => sum + fen, 0);
    case 'operating':
      return operatingOf(book);
    default:
      return moneyOf(book).reduce(
        (sum, { scope, fen }) =>
          scope.flow === 'revenue' && scope.fund === subject && scope.vintage === 'current' ? sum + fen : sum,
        0,
      );
  }
}

/** 公用经费 of 行政 and 参公 units. */
function operatingOf({ facts, units }: Book): number {
  const kinds = new Map(units.map(({ name, kind }) => [name, kind]));
  return facts.reduce(
    (sum, fact) =>
      fact.nature === 'operating' && kinds.get(fact.unit) === 'administrative' ? sum + fact.fen : sum,
    0,
  );
}

function beforeOf({ previous }: Book, subject: ReasonSubject): number | null {
  if (previous === null) return null;
  const sum = (amounts: Readonly<Record<string, number | undefined>>): number =>
    Object.values(amounts).reduce<number>((all, fen) => all + (fen ?? 0), 0);
  switch (subject) {
    case 'total':
      return sum(previous.byFund) + previous.carriedOver;
    case 'basic':
    case 'project':
      return previous.byNature[subject];
    case 'threePublic':
      return sum(previous.threePublic);
    case 'operating':
      return previous.operating;
    default:
      return previous.byFund[subject] ?? 0;
  }
}

/** A fund that neither year has and that has no reason either is not shown. */
export function isUnused(book: Book, subject: ReasonSubject): boolean {
  if (['total', 'general', 'basic', 'project', 'threePublic', 'operating'].includes(subject)) return false;
  const { now, before } = comparisonOf(book, subject);
  return now === 0 && (before ?? 0) === 0 && (book.reasons[subject] ?? '') === '';
}
