import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBooks } from '../../src/compose/books/mergeBooks.ts';
import { composeDisclosure } from '../../src/compose/compose.ts';
import type { Book } from '../../src/model/book.ts';
import { bookProblems } from '../../src/model/bookProblems.ts';
import { textDocument } from '../../src/write/textDocument.ts';
import { faultsOf, formNamed } from './bookFixture.ts';
import { books } from './generatedBook.ts';

const size = { units: 2, lines: 10, projects: 5, ownFunds: true, surplus: true } as const;
const run = { numRuns: 3, seed: 20270117, endOnFailure: true } as const;
const forms = ['shanxi-13', 'national-9', 'shanghai-9'];

/** The book of other bodies with the same kinds of lines: its units and projects have other names. */
function ofOthers(book: Book): Book {
  const names = [...book.units, ...book.projects].map(({ name }) => name);
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return names.includes(value) ? `外${value}` : value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each)]));
  };
  return renamed(book) as Book;
}

const document = '平保定〔2025〕1号';

/** Some line and some project of the book withheld by a decision. */
function withheld(book: Book, [line, project]: readonly [number, number]): Book {
  const { facts, projects } = book;
  const basic = facts.findIndex((fact, i) => i >= line % facts.length && fact.project === undefined);
  return {
    ...book,
    decisions: [{ document, date: '2025-12-01', level: line % 2 === 0 ? 'division' : 'class' }],
    facts: facts.map((fact, i) => (i === basic ? { ...fact, withheld: document } : fact)),
    projects: projects.map((each, i) =>
      i === project % projects.length ? { name: each.name, unit: each.unit, withheld: document } : each,
    ),
  };
}

describe.each(forms)('in %s', (id) => {
  it('the book of the whole department, made of its units’ books, composes without a fault', () => {
    const pairs = fc.tuple(books(size), books(size));
    const property = fc.property(pairs, ([one, other]) => {
      const merged = mergeBooks([one, ofOthers(other)])?.book;
      if (merged === undefined) throw new Error('not merged');
      expect(bookProblems(merged)).toEqual([]);
      const amount = (book: Book): number => book.facts.reduce((sum, { fen }) => sum + fen, 0);
      expect(amount(merged)).toBe(amount(one) + amount(other));
      // The generator has the same words for the sheets of both books.
      const faults = faultsOf(composeDisclosure(merged, formNamed(id))).filter(
        (fault) => !fault.startsWith('performance.copiedText'),
      );
      expect(faults).toEqual([]);
    });
    fc.assert(property, run);
  });

  it('a book with a withheld line and project composes without a fault and does not name them', () => {
    const chosen = fc.tuple(books({ ...size, units: 1 }), fc.tuple(fc.nat(), fc.nat()));
    const property = fc.property(chosen, ([open, at]) => {
      const book = withheld(open, at);
      expect(bookProblems(book)).toEqual([]);
      const composed = composeDisclosure(book, formNamed(id));
      expect(faultsOf(composed)).toEqual([]);
      const secret = book.projects.find((project) => project.withheld !== undefined)?.name ?? '';
      expect(textDocument(composed)).not.toContain(secret);
    });
    fc.assert(property, run);
  });
});
