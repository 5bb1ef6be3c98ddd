import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookProblems } from '../../src/model/bookProblems.ts';
import { shapeProblems } from '../../src/model/bookShape.ts';
import {
  faultsOf,
  formNamed,
  plainTables,
  plainTexts,
  readBack,
  unresolvedClaims,
  unverifiedCells,
} from './bookFixture.ts';
import { composeDisclosure } from '../../src/compose/compose.ts';
import { books } from './generatedBook.ts';

const sizes = [
  { units: 1, lines: 3, projects: 2, ownFunds: false, runs: 5 },
  { units: 1, lines: 12, projects: 6, ownFunds: true, runs: 4 },
  { units: 3, lines: 20, projects: 9, ownFunds: true, runs: 3 },
] as const;

const forms = [
  { id: 'shanxi-13', surplus: true },
  { id: 'national-9', surplus: true },
  { id: 'shanghai-9', surplus: true },
] as const;

describe('every book composes to a disclosure that reads back and checks clean', () => {
  it.each(sizes.flatMap((size) => forms.map((form) => ({ ...size, ...form }))))(
    '$id, units up to $units, lines $lines, projects $projects',
    async ({ id, runs, ...size }) => {
      const property = fc.asyncProperty(books(size), async (book) => {
        expect([...shapeProblems(book), ...bookProblems(book)]).toEqual([]);
        const composed = composeDisclosure(book, formNamed(id));
        expect(faultsOf(composed)).toEqual([]);
        expect(unresolvedClaims(composed)).toEqual([]);
        const back = await readBack(composed);
        expect(faultsOf(back)).toEqual([]);
        expect(plainTables(back)).toEqual(plainTables(composed));
        expect(plainTexts(back)).toEqual(plainTexts(composed));
        expect(unverifiedCells(back)).toEqual([]);
      });
      await fc.assert(property, { numRuns: runs, seed: 20270115 });
    },
  );
});
