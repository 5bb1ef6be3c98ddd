import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../model/book.ts';
import { bookProblems } from '../../model/bookProblems.ts';
import { mergeBooks } from './mergeBooks.ts';
import { rollBook } from './rollBook.ts';

const example = JSON.parse(readFileSync('examples/book.json', 'utf8')) as Book;

/** The example as the book of another unit. */
function bookOf(name: string, change: Partial<Book> = {}): Book {
  const unit = { ...(example.units[0] ?? { kind: 'administrative' as const }), name };
  return {
    ...example,
    units: [unit],
    facts: example.facts.map((fact) => ({ ...fact, unit: name })),
    revenue: example.revenue.map((line) => ({ ...line, unit: name })),
    projects: example.projects.map((project) => ({ ...project, unit: name })),
    ...change,
  };
}

const sum = (book: Book): number => book.facts.reduce((total, { fen }) => total + fen, 0);

describe('mergeBooks', () => {
  it('sums, keeps every unit, and keeps projects of one name apart', () => {
    const merged = mergeBooks([bookOf('甲'), bookOf('乙')]);
    const book = merged?.book ?? example;
    expect(bookProblems(book)).toEqual([]);
    expect(sum(book)).toBe(2 * sum(example));
    expect(book.units.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(book.projects[9]).toMatchObject({ name: example.projects[0]?.name, unit: '乙' });
    expect(book.projects[9]?.id).toBe(`${example.projects[0]?.name ?? ''}（乙）`);
    expect(merged?.conflicts.length).toBe(example.projects.length);
  });

  it('says which unit every summed amount came from', () => {
    const { book } = mergeBooks([bookOf('甲'), bookOf('乙')]) ?? { book: example };
    const goods = book.shares?.filter(({ of }) => of === 'procurement.goods');
    const { goods: fen } = example.procurement;
    expect(goods).toEqual(['甲', '乙'].map((unit) => ({ unit, of: 'procurement.goods', fen })));
    const area = book.shares?.flatMap(({ of, count }) => (of === 'assets.officeArea' ? [count] : []));
    expect(area).toEqual([example.assets.officeArea, example.assets.officeArea]);
    const classes = book.shares?.filter(({ of }) => of === 'previous.byClass') ?? [];
    const last = Object.values(example.previous?.byClass ?? {}).filter((amount) => amount !== 0);
    expect(classes.map(({ fen: own }) => own)).toEqual([...last, ...last]);
    expect(mergeBooks([book, bookOf('丙')])?.book.shares?.at(-1)?.unit).toBe('丙');
  });

  it('does not say so of a book of several units, and tells it', () => {
    const several = bookOf('甲', { units: [...bookOf('甲').units, ...bookOf('乙').units] });
    const merged = mergeBooks([several, bookOf('丙')]);
    expect(new Set(merged?.book.shares?.map(({ unit }) => unit))).toEqual(new Set(['丙']));
    expect(merged?.conflicts.some((words) => words.includes('没有分到各单位'))).toBe(true);
  });

  it('tells what the books say differently', () => {
    const other = bookOf('甲', { region: '别处', projects: [], facts: [], revenue: [] });
    const kinds = { ...other, units: [{ name: '甲', kind: 'institution' as const }] };
    const conflicts = mergeBooks([bookOf('甲'), kinds])?.conflicts ?? [];
    expect(conflicts[0]).toContain('地区各簿不同');
    expect(conflicts[1]).toContain('单位“甲”的性质各簿不同');
  });

  it('tells a unit whose expenditure stands in two books', () => {
    const conflicts =
      mergeBooks([bookOf('甲'), bookOf('甲', { projects: [], revenue: [] })])?.conflicts ?? [];
    expect(conflicts.some((words) => words.includes('在几本簿里都有，已相加'))).toBe(true);
  });

  it('takes the department from its own book, in whatever order the books are given', () => {
    const named = (name: string, code: string): Book => bookOf(name, { department: { name, code } });
    const books = [named('某局下属中心', '002'), named('某局（本级）', '001'), named('某局下属所', '003')];
    const [merged, ...others] = [books, books.toReversed(), [books[2], books[0], books[1]]].map((order) =>
      mergeBooks(order.flatMap((book) => book ?? [])),
    );
    expect(merged?.book.department).toEqual({ name: '某局', code: '001' });
    expect(merged?.book.units.map(({ name }) => name)).toEqual([
      '某局（本级）',
      '某局下属中心',
      '某局下属所',
    ]);
    expect(others).toEqual([merged, merged]);
  });

  it('takes the office that all books name as the department for its own', () => {
    const department = { name: '某局', code: '001' };
    const merged = mergeBooks([
      bookOf('某局下属所', { department, overview: { duties: '下属', offices: [] } }),
      bookOf('某局', { department, overview: { duties: '主管', offices: [] } }),
    ]);
    expect(merged?.book.overview.duties).toBe('主管');
  });

  it('is one book for one book, and none for two years', () => {
    expect(mergeBooks([example])).toEqual({ book: example, conflicts: [] });
    expect(mergeBooks([example, { ...example, year: 2027 }])).toBeNull();
  });
});

describe('rollBook', () => {
  it('turns this year’s amounts into last year’s', () => {
    const { book } = rollBook(example);
    expect(book.previous?.byNature).toEqual({ basic: 1_138_090_000, project: 11_471_080_000 });
    expect(book.previous?.byFund).toEqual({ general: 6_044_570_000, governmentFund: 998_000_000 });
    expect(book.previous?.carriedOver).toBe(5_566_600_000);
    expect(book.previous?.operating).toBe(64_630_000);
    expect([book.year, book.assets.date, book.reasons]).toEqual([2027, '2026-12-31', {}]);
  });
});
