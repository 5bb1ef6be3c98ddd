/**
 * One part of the work at one size, alone in its process so that its largest memory is its own: prints what it
 * took as a line of JSON. bench:speed starts it: --part name --times N.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDisclosure } from '../../src/check/check.ts';
import { documentFormats, documentsOf } from '../../src/commands/documents.ts';
import { optimiseForManyDocuments } from '../../src/commands/startup.ts';
import { composeDisclosure } from '../../src/compose/compose.ts';
import { importDisclosure } from '../../src/compose/import/importDisclosure.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { composedForms } from '../composedDocuments.ts';
import { optionOf, wordOf } from '../options.ts';
import { spentOn, type Spent } from '../timing.ts';
import { textDocument } from '../../src/write/textDocument.ts';
import { generatedDisclosure } from '../worlds/sizedDisclosure.ts';
import { copying, type OutFile } from './copying.ts';
import { madeBook, printedIn } from './madeBook.ts';
import type { PartName, PartTold } from './parts.ts';
import { portalPages } from './portalPages.ts';

type Measured = Omit<PartTold, 'megabytes'>;

async function checking(times: number): Promise<Measured> {
  const text = generatedDisclosure(40 * times);
  const document = { name: 'made.txt', bytes: Buffer.from(text) };
  const split = (): number => text.split('\n').reduce((sum, line) => sum + line.split('\t').length - 1, 0);
  const spent = await spentOn(async () => {
    const read = await readSource(document);
    if (!read.ok) throw new Error(read.problem.code);
    return checkDisclosure(recognise(read.source));
  });
  const bound = { name: 'splitting', clock: (await spentOn(split)).clock };
  return { unit: 'cell', count: split(), spent, bound, written: null };
}

/** Composing and importing, beside copying the disclosure as JSON. */
async function inMemory(part: 'composing' | 'importing', times: number): Promise<Measured> {
  const { book, form, disclosure } = made(times);
  const spent = await spentOn(() =>
    part === 'composing' ? composeDisclosure(book, form) : importDisclosure(disclosure),
  );
  const json = await spentOn((): unknown => JSON.parse(JSON.stringify(disclosure)));
  const bound = { name: 'copying it as JSON', clock: json.clock };
  return { unit: 'figure', count: printedIn(disclosure), spent, bound, written: null };
}

/** Files of a format, or the portal's pages, beside copying the same files. */
async function writing(part: PartName, times: number): Promise<Measured> {
  const { disclosure, form } = made(times);
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-growth-'));
  try {
    const format = documentFormats.find((own) => part === `writing ${own}`);
    const pages = format === undefined ? await portalPages(disclosure, folder) : null;
    let files: readonly OutFile[] = [];
    const spent: Spent = await spentOn(async () => {
      if (pages !== null) files = await pages();
      else if (format !== undefined)
        ({ files } = await documentsOf({ disclosure, form, draft: false, published: null }, [format]));
    });
    const bound = { name: 'copying the files', clock: copying(files, folder) };
    const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    const written = { files: files.length, bytes };
    const count = Buffer.byteLength(textDocument(disclosure)) / 1024;
    return { unit: 'KB of text', count, spent, bound, written };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function made(times: number) {
  const [form] = composedForms;
  if (form === undefined) throw new RangeError('no form to compose');
  const book = madeBook(times);
  return { book, form, disclosure: composeDisclosure(book, form) };
}

function measured(part: PartName, times: number): Promise<Measured> {
  if (part === 'reading and checking') return checking(times);
  if (part === 'composing' || part === 'importing') return inMemory(part, times);
  return writing(part, times);
}

// What is measured runs as in the worker processes of `check` and of the system.
optimiseForManyDocuments();
const told = await measured(wordOf('part', 'composing') as PartName, optionOf('times', 1));
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ...told, megabytes } satisfies PartTold));
