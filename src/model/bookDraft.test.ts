import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftBook } from './bookDraft.ts';
import { shapeProblems } from './bookShape.ts';

type Fields = Record<string, unknown>;

function example(): Fields {
  return JSON.parse(readFileSync('examples/book.json', 'utf8')) as Fields;
}

function without(field: string): Fields {
  return Object.fromEntries(Object.entries(example()).filter(([name]) => name !== field));
}

test('a book without faults is its own draft', () => {
  expect(draftBook(example())).toEqual(example());
});

test.each(['schema', 'region', 'stage', 'units', 'overview', 'previous', 'glossary', 'department'])(
  'a draft without %s has the shape of a book',
  (field) => {
    expect(shapeProblems(draftBook(without(field)))).toEqual([]);
  },
);

test('a text that is missing says so, a line without its amount is left out', () => {
  const book = example();
  book['department'] = {};
  book['facts'] = (book['facts'] as Fields[]).map((fact, i) => (i === 0 ? { ...fact, fen: '三万' } : fact));
  const draft = draftBook(book);
  expect(draft?.department.name).toBe('（未填写）');
  expect(draft?.facts).toEqual((example()['facts'] as Fields[]).slice(1));
});

test('without a year there is no draft', () => {
  expect(draftBook(without('year'))).toBeNull();
});

test.each([null, 3, [], {}, { facts: 'x' }])('%j is no book at all', (value) => {
  expect(draftBook(value)).toBeNull();
});
