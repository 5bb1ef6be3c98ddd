import fc from 'fast-check';
import { books } from '../corpus/books/generatedBook.ts';
import { composeDisclosure } from '../src/compose/compose.ts';
import type { Book } from '../src/model/book.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Form } from '../src/model/form.ts';
import { shippedForms } from '../src/model/forms.ts';
import { countyBooks } from './worlds/region.ts';

/** Forms that a book composes to. */
export const composedForms: readonly Form[] = shippedForms.filter(
  ({ stage, tables }) => stage === 'budget' && tables.some(({ layout }) => layout !== undefined),
);

export interface ComposedDocument {
  readonly name: string;
  readonly form: Form;
  readonly book: Book;
  readonly disclosure: Disclosure;
}

const shapes = [
  { units: 1, lines: 3, projects: 2, ownFunds: false, surplus: false },
  { units: 1, lines: 12, projects: 6, ownFunds: true, surplus: true },
  { units: 3, lines: 20, projects: 9, ownFunds: true, surplus: true },
  { units: 2, lines: 60, projects: 30, ownFunds: true, surplus: false },
] as const;

/** Books of every shape: departments of generated counties over their years, and arbitrary ones between them. */
function* anyBooks(seed: number): Generator<readonly [name: string, book: Book]> {
  for (let county = seed; ; county += 1) {
    const world = { seed: county, departments: 8, firstYear: 2024, years: 2 };
    let i = 0;
    for (const book of countyBooks(world)) {
      yield [`${book.department.name} ${book.year}`, book];
      const shape = shapes[i % shapes.length] ?? shapes[0];
      const [any] = fc.sample(books(shape), { numRuns: 1, seed: county * 1_000 + i });
      if (any !== undefined) yield [`arbitrary book ${county}/${i}`, any];
      i += 1;
    }
  }
}

/** So many composed documents, the forms in turn; the same seed gives the same ones. */
export function* composedDocuments(count: number, seed: number): Generator<ComposedDocument> {
  let made = 0;
  for (const [name, book] of anyBooks(seed)) {
    if (made >= count) return;
    const form = composedForms[made % composedForms.length];
    if (form === undefined) throw new RangeError('no form composes');
    made += 1;
    yield { name: `${name}, ${form.id}`, form, book, disclosure: composeDisclosure(book, form) };
  }
}
