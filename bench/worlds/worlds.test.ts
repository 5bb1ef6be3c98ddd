import { describe, expect, it } from 'vitest';
import { checkDisclosure } from '../../src/check/check.ts';
import { messageOf } from '../../src/check/render.ts';
import { composeDisclosure } from '../../src/compose/compose.ts';
import { readBook } from '../../src/model/bookProblems.ts';
import { shippedForms } from '../../src/model/forms.ts';
import { placeNamesOf } from '../../src/model/words/names.ts';
import { cityBooks, countyBooks } from './region.ts';

const world = { seed: 3, departments: 5, firstYear: 2024, years: 3 };
const form = shippedForms.find(({ id }) => id === 'shanxi-13');

describe('a generated county', () => {
  const books = [...countyBooks(world)];

  it('has a book of every department and year that can be composed, and another one for another seed', () => {
    expect(books.length).toBe(15);
    for (const book of books) {
      const read = readBook(book);
      expect(read.ok ? [] : read.problems).toEqual([]);
    }
    expect([...countyBooks(world)]).toEqual(books);
    expect([...countyBooks({ ...world, seed: 4 })]).not.toEqual(books);
  });

  it('compares each year with the book of the year before', () => {
    const [first, second] = books;
    expect(first?.previous).toBeNull();
    const spent = (first?.facts ?? []).reduce((sum, { fen }) => sum + fen, 0);
    const told = Object.values(second?.previous?.byClass ?? {}).reduce((sum, fen) => sum + fen, 0);
    expect(told).toBe(spent);
  });

  it('has disclosures without fault', () => {
    if (form === undefined) throw new Error('no form');
    for (const book of books) {
      const disclosure = composeDisclosure(book, form);
      const { findings } = checkDisclosure(disclosure);
      const faults = findings.filter(({ severity }) => severity !== 'info');
      const names = placeNamesOf(disclosure);
      expect(faults.map((finding) => messageOf(finding, 'zh', names))).toEqual([]);
    }
  });
});

it('a city has counties of different names', () => {
  const regions = new Set(
    [...cityBooks({ ...world, departments: 1, years: 1 }, 4)].map(({ region }) => region),
  );
  expect(regions.size).toBe(4);
});
