import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainTables } from '../../corpus/books/bookFixture.ts';
import { openDisclosure } from '../commands/openDisclosure.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { shippedForms } from '../model/forms.ts';
import { readSource } from '../read/open.ts';
import { recognise } from '../read/recognise/recognise.ts';
import { htmlDocument } from './html/htmlDocument.ts';
import { documentLayout } from './layout/documentLayout.ts';
import { xlsxDocument } from './xlsx/xlsxDocument.ts';

const corpus = process.env['MINGSUAN_CORPUS'] ?? '';
const present = corpus !== '' && existsSync(corpus);
if (!present) console.warn('Set MINGSUAN_CORPUS to the folder of real documents to write them again here.');

const files = present ? readdirSync(corpus).filter((name) => /\.(?:docx|pdf)$/.test(name)) : [];

async function readAgain(name: string, bytes: Uint8Array): Promise<Disclosure> {
  const read = await readSource({ name, bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

describe('real documents, read and written as a page and a workbook, give their tables again', () => {
  test('there are some where they are asked for', () => {
    expect(files.length > 0).toBe(present);
  });

  for (const file of files) {
    test(file, async () => {
      const opened = await openDisclosure(join(corpus, file));
      if (!opened.ok) throw new Error(opened.problem.code);
      const { disclosure } = opened;
      const form = shippedForms.find(({ id }) => id === disclosure.form) ?? null;
      const layout = documentLayout(disclosure, form);
      const html = await readAgain('a.html', new TextEncoder().encode(htmlDocument(layout)));
      const xlsx = await readAgain('a.xlsx', await xlsxDocument(layout, disclosure.figures));
      const texts = (each: Disclosure): unknown => JSON.stringify(plainTables(each)).replace(/\s+/g, '');
      for (const back of [html, xlsx]) {
        expect(back.tables.map(({ key }) => key)).toEqual(disclosure.tables.map(({ key }) => key));
        expect(amountsOf(back)).toEqual(amountsOf(disclosure));
        expect(back.projects.map(({ name }) => name)).toEqual(disclosure.projects.map(({ name }) => name));
      }
      expect(texts(xlsx)).toBe(texts(html));
    });
  }
});

/** Every printed amount with its table, row and column. */
function amountsOf({ tables }: Disclosure): readonly string[] {
  return tables.flatMap(({ key, rows }) =>
    rows.flatMap(({ side, code, name, cells }) =>
      Object.entries(cells)
        .filter(([, { text }]) => text !== '')
        .map(([column, { text }]) => {
          const row = code ?? name.replace(/\s+/g, '');
          return `${key} ${side ?? ''} ${row} ${column} ${text.replace(/\s+/g, '')}`;
        }),
    ),
  );
}
