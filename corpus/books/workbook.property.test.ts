import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/model/book.ts';
import { readBookWorkbook } from '../../src/read/bookWorkbook/bookWorkbook.ts';
import { bookWorkbook } from '../../src/write/bookWorkbook/bookWorkbook.ts';
import { exampleBook } from './bookFixture.ts';
import { books } from './generatedBook.ts';

const size = { units: 3, lines: 12, projects: 6, ownFunds: true, surplus: true };

/** Texts that a spreadsheet could take for something else; single lines carry no spaces around them. */
const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      '+86',
      '-3',
      '@SUM(A1)',
      '_x0041_',
      '2026-01-05',
      '1e3',
      'TRUE',
      '<b>&"',
      '00123',
    ),
  )
  .map((text) => text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '').trim()) // eslint-disable-line no-control-regex
  .filter((text) => text !== '');

const extras = fc.record(
  {
    form: fc.constantFrom('shanxi-13', 'shanghai-9', 'national-9'),
    departmentGoal: fc.record({
      goal: words,
      indicators: fc.array(fc.record({ level1: words, level2: words, level3: words, value: words }), {
        maxLength: 3,
      }),
    }),
    decisions: fc.uniqueArray(
      fc.record({
        document: words,
        date: fc.constantFrom('2025-02-28', '2026-12-31'),
        level: fc.constantFrom('division' as const, 'class' as const),
      }),
      { minLength: 1, maxLength: 3, selector: ({ document }) => document },
    ),
    codes: fc.array(
      fc.record({
        axis: fc.constantFrom('function' as const, 'revenue' as const),
        code: fc.constantFrom('299', '29901', '2990101'),
        name: words,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

function withExtras(book: Book, more: Partial<Book>, text: string): Book {
  const document = more.decisions?.[0]?.document;
  return {
    ...book,
    ...more,
    otherNotes: `${text}\n第二行`,
    purchasedServices: [text, ...book.purchasedServices],
    facts: book.facts.map((fact, i) => ({
      ...fact,
      ...(i === 0 && document !== undefined ? { withheld: document } : {}),
    })),
    projects: book.projects.map((project, i) => (i === 0 ? { ...project, id: `${text}甲` } : project)),
  };
}

describe('a book and its workbook', () => {
  it.each(['万元', '元'] as const)(
    'say the same in %s',
    async (unit) => {
      const property = fc.asyncProperty(books(size), extras, words, async (base, more, text) => {
        const book = withExtras(base, more, text);
        const opened = readBookWorkbook(await bookWorkbook(book, { unit }));
        expect(opened.ok ? opened.read : null).toMatchObject({ problems: [], unit });
        expect(opened.ok ? opened.read.value : null).toEqual(book);
      });
      await fc.assert(property, { numRuns: 3, seed: 20270116 });
    },
    240_000,
  );

  it('ships the example as a workbook (npm run docs:book)', async () => {
    expect(Buffer.compare(readFileSync('examples/book.xlsx'), await bookWorkbook(exampleBook()))).toBe(0);
  });

  it('keeps the example, and gives the same bytes again', async () => {
    const [first, second] = await Promise.all([bookWorkbook(exampleBook()), bookWorkbook(exampleBook())]);
    const opened = readBookWorkbook(first);
    expect(opened.ok ? opened.read.value : null).toEqual(exampleBook());
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
