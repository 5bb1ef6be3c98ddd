import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Book } from '../book.ts';
import { readBook } from '../bookProblems.ts';
import { amountOfWords, figureAmounts } from './amounts.ts';
import { figureOffers, linkedAt, offersFor, typedFigures } from './offers.ts';
import { readReference } from './reference.ts';
import { figureProblems, resolvedText, withFigures } from './texts.ts';

const book = JSON.parse(
  readFileSync(new URL('../../../examples/book.json', import.meta.url), 'utf8'),
) as Book;
const amounts = figureAmounts(book);
const total = book.facts.reduce((sum, { fen }) => sum + fen, 0);
const ofClass = (code: string): number =>
  book.facts.reduce((sum, fact) => (fact.function.startsWith(code) ? sum + fact.fen : sum), 0);
const plain = (fen: number): string => `${fen}分`;

describe('words mean scopes', () => {
  test.each([
    ['支出', { flow: 'expenditure', use: 'spent' }],
    ['一般公共预算·当年·支出', { flow: 'expenditure', use: 'spent', fund: 'general', vintage: 'current' }],
    ['212', { flow: 'expenditure', use: 'spent', function: '212' }],
    ['支出·30101|元', { flow: 'expenditure', use: 'spent', deptEconomic: '30101' }],
    ['政府采购·货物', { item: 'goods' }],
  ])('%s', (words, scope) => {
    expect(readReference(words)?.scope).toEqual(scope);
  });

  test.each(['', '去年的钱', '支出·收入', '项目支出·人员经费', '支出·9999'])('%s means nothing', (words) => {
    expect(readReference(words)).toBeNull();
  });

  test('a project’s name may hold what divides words', () => {
    expect(readReference('支出·项目：城北·城南|元')).toMatchObject({ project: '城北·城南', printedIn: '元' });
  });
});

test('amounts follow the book', () => {
  expect(amountOfWords('支出', amounts)).toBe(total);
  expect(amountOfWords('支出·212', amounts)).toBe(ofClass('212'));
  expect(amountOfWords('上年·基本支出', amounts)).toBe(book.previous?.byNature.basic);
  const [project] = book.projects;
  const own = book.facts.filter((fact) => fact.project === project?.name);
  const sum = own.reduce((all, { fen }) => all + fen, 0);
  expect(amountOfWords(`项目：${project?.name ?? ''}`, amounts)).toBe(sum);
  expect(amountOfWords('项目：没有这个项目', amounts)).toBeNull();
  expect(amountOfWords('支出·299', amounts)).toBeNull();
});

test('a text says the figures of the day; what means nothing stays to be seen', () => {
  const text = '全年{{支出}}，其中{{胡说}}';
  expect(resolvedText(text, amounts, plain)).toBe(`全年${total}分，其中{{胡说}}`);
  const changed = { ...book, otherNotes: text, facts: book.facts.slice(1) };
  const less = total - (book.facts[0]?.fen ?? 0);
  expect(withFigures(changed, plain).otherNotes).toBe(`全年${less}分，其中{{胡说}}`);
  expect(figureProblems(changed).map(({ path }) => path)).toEqual(['otherNotes']);
});

test('a reference that tells what is withheld is refused', () => {
  const [first, ...rest] = book.facts;
  if (first === undefined) throw new Error('no lines');
  const decisions = [{ document: '甲〔2026〕1号', date: '2026-01-01', level: 'class' as const }];
  const facts = [{ ...first, withheld: '甲〔2026〕1号' }, ...rest];
  const of = (otherNotes: string): number => figureProblems({ ...book, decisions, facts, otherNotes }).length;
  expect([of(`{{${first.function}}}`), of(`{{${first.function.slice(0, 3)}}}`)]).toEqual([1, 0]);
});

test('a typed amount is offered the figures that it equals, and is linked', () => {
  const fen = ofClass('212');
  const printed = `${Math.floor(Math.round(fen / 10_000) / 100)}.${String(Math.round(fen / 10_000) % 100).padStart(2, '0')}`;
  const text = `城乡社区支出${printed}万元，同比`;
  const [figure] = typedFigures(text);
  if (figure === undefined) throw new Error('not found');
  const offer = offersFor(figure, figureOffers(book)).find(({ words }) => words === '支出·212');
  if (offer === undefined) throw new Error('not offered');
  expect(linkedAt(text, figure, offer)).toBe('城乡社区支出{{支出·212}}，同比');
  expect(typedFigures('约3千元、5%、{{支出}}')).toEqual([]);
});

test('every offer says its own amount, and a book with one of them is a book', () => {
  const offers = figureOffers(book);
  const differing = offers.filter(({ words, fen }) => amountOfWords(words, amounts) !== fen);
  expect([differing, offers.length > 50]).toEqual([[], true]);
  expect(readBook({ ...book, otherNotes: `{{${offers[0]?.words ?? ''}}}` }).ok).toBe(true);
});
