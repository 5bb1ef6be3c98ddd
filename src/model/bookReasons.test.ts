import { expect, test } from 'vitest';
import type { Book } from './book.ts';
import { currentFen, previousFen, unexplainedSubjects } from './bookReasons.ts';

const spent = (unit: string, fund: string, nature: string, vintage: string, fen: number): object => ({
  ...{ unit, fund, nature, vintage, fen },
  ...{ function: '2010101', economic: '30201' },
});

const book = {
  units: [
    { code: '001', name: '机关', kind: 'administrative' },
    { code: '002', name: '中心', kind: 'fullySupported' },
  ],
  projects: [],
  revenue: [],
  facts: [
    spent('机关', 'general', 'personnel', 'current', 1_000),
    spent('机关', 'general', 'operating', 'current', 200),
    spent('中心', 'general', 'operating', 'current', 30),
    spent('机关', 'general', 'specificTarget', 'carriedOver', 4),
  ],
  threePublic: [
    { unit: '机关', item: 'reception', fen: 5 },
    { unit: '中心', item: 'reception', fen: 6 },
  ],
  previous: {
    byFund: { general: 900, governmentFund: 50 },
    carriedOver: 7,
    byNature: { basic: 800, project: 157 },
    threePublic: { reception: 8, vehicles: 1 },
    operating: 190,
  },
} as unknown as Book;

test('this year is summed from the lines that the reason is about', () => {
  expect(currentFen(book, 'total')).toBe(1_234);
  expect(currentFen(book, 'general')).toBe(1_230);
  expect(currentFen(book, 'basic')).toBe(1_230);
  expect(currentFen(book, 'project')).toBe(4);
  expect(currentFen(book, 'threePublic')).toBe(11);
});

test('机关运行经费 counts 行政 units alone', () => {
  expect(currentFen(book, 'operating')).toBe(200);
});

test('last year is what the book states, and nothing where it had no budget', () => {
  expect(previousFen(book, 'total')).toBe(957);
  expect(previousFen(book, 'project')).toBe(157);
  expect(previousFen(book, 'threePublic')).toBe(9);
  expect(previousFen(book, 'stateCapital')).toBe(0);
  expect(previousFen({ previous: null }, 'total')).toBeNull();
});

test('a change without a reason is told, one that does not show in print is none', () => {
  const told = { ...book, reasons: { basic: '人员增加' } } as unknown as Book;
  const facts = told.facts.map((fact) => ({ ...fact, fen: fact.fen * 10_000 }));
  expect(unexplainedSubjects(told)).toEqual([]);
  expect(unexplainedSubjects({ ...told, facts })).toEqual(['total', 'general', 'project', 'operating']);
  expect(unexplainedSubjects({ ...told, facts, previous: null })).toEqual([]);
});
