// A folder as a reviewer gets it: disclosures of several departments in every format, with mistakes planted in
// some. `npm run bench:folder -- --documents 500` writes one and measures the reports on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, type DocumentFormat } from '../src/commands/documents.ts';
import { composeDisclosure } from '../src/compose/compose.ts';
import type { Disclosure, DisclosureTable } from '../src/model/disclosure.ts';
import { readBook } from '../src/model/bookProblems.ts';
import { shippedForms } from '../src/model/forms.ts';

const root = join(import.meta.dirname, '..');

/** The example's disclosure, composed from its book. @throws Error when the book has problems. */
export function exampleDisclosure(): Disclosure {
  const read = readBook(JSON.parse(readFileSync(join(root, 'examples/book.json'), 'utf8')));
  const form = shippedForms.find(({ id }) => id === 'shanxi-13');
  if (!read.ok || form === undefined) throw new Error('the example cannot be composed');
  return composeDisclosure(read.book, form);
}

/** Another department's disclosure: the same figures under another name. */
export function renamed(disclosure: Disclosure, name: string): Disclosure {
  const old = disclosure.department.name ?? '';
  return JSON.parse(JSON.stringify(disclosure).replaceAll(old, name)) as Disclosure;
}

/** A planted mistake: an amount of a table, or words of the narrative. */
export type Planted =
  | { readonly table: string; readonly row: string; readonly column: string; readonly text: string }
  | { readonly words: string; readonly instead: string };

/** The disclosure as someone mistyped it. @throws Error when the place of a mistake is not there. */
export function plant(disclosure: Disclosure, mistakes: readonly Planted[]): Disclosure {
  return mistakes.reduce((document, mistake) => {
    return 'words' in mistake
      ? withWords(document, mistake.words, mistake.instead)
      : withCell(document, mistake);
  }, disclosure);
}

function withWords(disclosure: Disclosure, words: string, instead: string): Disclosure {
  const paragraphs = disclosure.narrative.flatMap((section) => section.paragraphs);
  const first = paragraphs.find(({ text }) => text.includes(words));
  if (first === undefined) throw new Error(`no sentence says ${words}`);
  const changed = { ...first, text: first.text.replace(words, instead) };
  const narrative = disclosure.narrative.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => (paragraph === first ? changed : paragraph)),
  }));
  return { ...disclosure, narrative };
}

type CellMistake = Extract<Planted, { readonly table: string }>;

function withCell(disclosure: Disclosure, mistake: CellMistake): Disclosure {
  const table = disclosure.tables.find(({ key }) => key === mistake.table);
  const row = table?.rows.find(({ code, name }) => code === mistake.row || name === mistake.row);
  const cell = row?.cells[mistake.column];
  if (table === undefined || row === undefined || cell === undefined) {
    throw new Error(`no cell ${mistake.table} ${mistake.row} ${mistake.column}`);
  }
  const rows = table.rows.map((each) =>
    each === row
      ? { ...row, cells: { ...row.cells, [mistake.column]: { ...cell, text: mistake.text } } }
      : each,
  );
  const changed: DisclosureTable = { ...table, rows };
  return { ...disclosure, tables: disclosure.tables.map((each) => (each === table ? changed : each)) };
}

/** The file of a disclosure in a format. */
export async function fileOf(disclosure: Disclosure, format: DocumentFormat): Promise<Uint8Array> {
  const form = shippedForms.find(({ id }) => id === disclosure.form) ?? null;
  const published = { disclosure, form, draft: false, published: null };
  const [file] = (await documentsOf(published, [format])).files;
  if (file === undefined) throw new Error(`no ${format} was written`);
  return typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
}
