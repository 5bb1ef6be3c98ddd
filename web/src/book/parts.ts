import type { BookProblem } from '../api/schema.ts';
import type { Book } from './book.ts';
import type { BookWord } from './words.ts';

/** The parts in which a book is edited, in the order of the work. */
export const bookParts = [
  'basics',
  'facts',
  'projects',
  'revenue',
  'threePublic',
  'procurement',
  'assets',
  'previous',
  'reasons',
  'overviewPart',
  'goal',
  'otherNotes',
  'glossary',
  'special',
] as const satisfies readonly BookWord[];
export type BookPart = (typeof bookParts)[number];

/** The part that edits a field of the book, by the field's first name. */
const partsByField: Readonly<Record<string, BookPart>> = {
  department: 'basics',
  region: 'basics',
  year: 'basics',
  form: 'basics',
  units: 'basics',
  dates: 'basics',
  overview: 'overviewPart',
  facts: 'facts',
  projects: 'projects',
  revenue: 'revenue',
  threePublic: 'threePublic',
  procurement: 'procurement',
  purchasedServices: 'procurement',
  assets: 'assets',
  previous: 'previous',
  reasons: 'reasons',
  departmentGoal: 'goal',
  otherNotes: 'otherNotes',
  glossary: 'glossary',
  decisions: 'special',
  codes: 'special',
};

/** facts[3].fen is edited in `facts`. */
export function partOf(path: string): BookPart {
  return partsByField[/^\w+/.exec(path)?.[0] ?? ''] ?? 'basics';
}

/** How many places of each part must be put right. */
export function problemCounts(all: readonly BookProblem[]): ReadonlyMap<BookPart, number> {
  const counts = new Map<BookPart, number>();
  for (const { path } of all) counts.set(partOf(path), (counts.get(partOf(path)) ?? 0) + 1);
  return counts;
}

/** What stands in a part, as a count; null where counting says nothing. */
export function countIn(book: Book, part: BookPart): number | null {
  const counts: Partial<Record<BookPart, number>> = {
    facts: book.facts.length,
    projects: book.projects.length,
    revenue: book.revenue.length,
    threePublic: book.threePublic.length,
    reasons: Object.keys(book.reasons).length,
    glossary: book.glossary.length,
  };
  return counts[part] ?? null;
}

/** Is there nothing in the part that should not stay empty? */
export function isEmpty(book: Book, part: BookPart): boolean {
  switch (part) {
    case 'basics':
      return book.units.length === 0;
    case 'facts':
      return book.facts.length === 0;
    case 'overviewPart':
      return book.overview.duties.trim() === '';
    case 'glossary':
      return book.glossary.length === 0;
    default:
      return false;
  }
}
