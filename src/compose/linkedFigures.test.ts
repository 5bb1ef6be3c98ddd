import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDisclosure } from '../check/check.ts';
import type { Book } from '../model/book.ts';
import { readBook } from '../model/bookProblems.ts';
import { shippedForms } from '../model/forms.ts';
import { readBookWorkbook } from '../read/bookWorkbook/bookWorkbook.ts';
import { bookWorkbook } from '../write/bookWorkbook/bookWorkbook.ts';
import { composeDisclosure } from './compose.ts';
import { money } from './sentences.ts';

const example = JSON.parse(
  readFileSync(new URL('../../examples/book.json', import.meta.url), 'utf8'),
) as Book;
const note = '全年城乡社区支出{{支出·212}}。';
const book: Book = { ...example, otherNotes: note };
const form = shippedForms.find(({ id }) => id === 'shanxi-13');

test('a linked figure is printed as the tables have it, and the check finds nothing against it', () => {
  if (form === undefined) throw new Error('no form');
  const fen = book.facts.reduce((sum, fact) => (fact.function.startsWith('212') ? sum + fact.fen : sum), 0);
  const disclosure = composeDisclosure(book, form);
  const texts = disclosure.narrative
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('\n');
  expect(texts).toContain(`全年城乡社区支出${money(fen)}。`);
  expect(texts).not.toContain('{{');
  const without = checkDisclosure(composeDisclosure(example, form));
  expect(checkDisclosure(disclosure).findings.length).toBe(without.findings.length);
});

test('the workbook keeps references as they were typed', async () => {
  const opened = readBookWorkbook(await bookWorkbook(book, { unit: '万元' }));
  if (!opened.ok) throw new Error(opened.problem.code);
  const read = readBook(opened.read.value);
  expect(read.ok && read.book.otherNotes).toBe(note);
});
