import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeDisclosure } from '../../src/compose/compose.ts';
import { cellDifferences } from '../../src/compose/import/differences.ts';
import { importDisclosure } from '../../src/compose/import/importDisclosure.ts';
import type { Book } from '../../src/model/book.ts';
import { problemText } from '../../src/model/bookProblem.ts';
import { bookProblems, readBook } from '../../src/model/bookProblems.ts';
import { shapeProblems } from '../../src/model/bookShape.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import { readBookWorkbook } from '../../src/read/bookWorkbook/bookWorkbook.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { bookWorkbook } from '../../src/write/bookWorkbook/bookWorkbook.ts';
import { formNamed, readBack } from './bookFixture.ts';
import { books } from './generatedBook.ts';

async function disclosureOf(name: string, bytes: Uint8Array): Promise<Disclosure> {
  const read = await readSource({ name, bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

const example = (name: string): Promise<Disclosure> =>
  disclosureOf(name, readFileSync(join('examples', name)));

/** The book written as a workbook, read again, composed, written as text and read again. */
async function throughEverything(book: Book): Promise<Disclosure> {
  const opened = readBookWorkbook(await bookWorkbook(book));
  const read = readBook(opened.ok ? opened.read.value : null);
  if (!read.ok)
    throw new Error(read.problems.map((each) => `${each.path} ${problemText(each, 'zh')}`).join('\n'));
  return readBack(composeDisclosure(read.book, formNamed(read.book.form ?? '')));
}

const told = (original: Disclosure, again: Disclosure): readonly string[] =>
  cellDifferences(original, again).map(
    ({ table, row, column, printed, composed }) => `${table} ${row} ${column} ${printed} ${composed}`,
  );

describe('import', () => {
  it('gives the example’s tables again', { timeout: 120_000 }, async () => {
    const original = await example('disclosure.txt');
    expect(told(original, await throughEverything(importDisclosure(original).book))).toEqual([]);
  });

  it('lists the cell that contradicts the others', { timeout: 120_000 }, async () => {
    const original = await example('disclosure-with-mistakes.txt');
    const again = composeDisclosure(importDisclosure(original).book, formNamed('shanxi-13'));
    expect(told(original, again)).toEqual(['1 十二、城乡社区支出 total 12707.60 12077.60']);
  });

  const sizes = [
    { units: 1, lines: 8, projects: 5, ownFunds: true, surplus: true },
    { units: 3, lines: 12, projects: 8, ownFunds: true, surplus: false },
  ];

  it.each(
    sizes.flatMap((size) => ['shanxi-13', 'national-9', 'shanghai-9'].map((id) => [id, size] as const)),
  )('gives %s of generated books again: %o', { timeout: 240_000 }, async (id, size) => {
    const property = fc.asyncProperty(books(size), async (book) => {
      const original = await readBack(composeDisclosure(book, formNamed(id)));
      const { book: imported } = importDisclosure(original);
      expect(shapeProblems(imported).filter(({ path }) => path !== 'department.code')).toEqual([]);
      expect(bookProblems(imported)).toEqual([]);
      expect(imported.purchasedServices).toEqual(book.purchasedServices);
      expect(told(original, composeDisclosure(imported, formNamed(id)))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 4, seed: 20270117 });
  });
});

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available)
  console.info('import of real documents skipped: MINGSUAN_CORPUS is not set or does not exist');

describe.skipIf(!available)('import of the reference document', () => {
  const name = 'pinglu-housing-2026.txt';
  const bytes = available ? readFileSync(join(corpus, name)) : new Uint8Array();

  it('gives every cell of its tables again', { timeout: 240_000 }, async () => {
    const original = await disclosureOf(name, bytes);
    const again = await throughEverything(importDisclosure(original).book);
    expect(told(original, again)).toEqual([]);
    const texts = (disclosure: Disclosure): readonly string[] =>
      disclosure.tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          Object.values(cells).flatMap(({ text, fen }) => (fen === null ? [] : [text])),
        ),
      );
    expect([...texts(again)].sort()).toEqual([...texts(original)].sort());
  });

  it('lists the cells that do not agree with the rest', { timeout: 240_000 }, async () => {
    const text = new TextDecoder().decode(bytes).replace('\t38707.17\t33162.57', '\t38770.17\t33162.57');
    const original = await disclosureOf(name, new TextEncoder().encode(text));
    const again = composeDisclosure(importDisclosure(original).book, formNamed('shanxi-13'));
    expect(told(original, again)).toEqual(['1 十二、城乡社区支出 total 38770.17 38707.17']);
  });

  it.each(['putuo-finance-2025-department.pdf', 'putuo-wanli-2024-department.pdf'])(
    'takes %s without a difference',
    { timeout: 240_000 },
    async (file) => {
      const original = await disclosureOf(file, readFileSync(join(corpus ?? '', file)));
      expect(
        told(original, composeDisclosure(importDisclosure(original).book, formNamed('shanghai-9'))),
      ).toEqual([]);
    },
  );
});
