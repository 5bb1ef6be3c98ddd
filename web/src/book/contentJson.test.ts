import { expect, test } from 'vitest';
import { contentJson } from './contentJson.ts';

const book = {
  year: 2026,
  department: { code: '416', name: '某局' },
  facts: [
    { function: '2010101', fen: 100 },
    { function: '2010102', fen: -1 },
  ],
  previous: null,
};

test('a book is written as JSON.stringify writes it, also after an edit', () => {
  expect(contentJson(book)).toBe(JSON.stringify(book));
  const edited = { ...book, facts: book.facts.with(1, { function: '2010102', fen: 7 }), note: undefined };
  expect(contentJson(edited)).toBe(JSON.stringify(edited));
});

test('lists of words and nothing are written too', () => {
  const content = { words: ['“引号"', ''], none: null, empty: [], holes: [null, 3] };
  expect(contentJson(content)).toBe(JSON.stringify(content));
});
