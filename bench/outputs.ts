import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documentFormats, documentsOf } from '../src/commands/documents.ts';
import { composeDisclosure } from '../src/compose/compose.ts';
import type { Book } from '../src/model/book.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Form } from '../src/model/form.ts';
import { portalOver } from '../src/serve/portal/portalFixture.ts';
import { staticExport } from '../src/serve/portal/staticExport.ts';
import { textDocument } from '../src/write/textDocument.ts';

interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface Output {
  readonly what: string;
  readonly milliseconds: number;
  readonly files: readonly OutFile[];
}

/** What is written: a book's disclosure, its printed figures counted; `first` keeps each output's time at the smallest size. */
interface Written {
  readonly name: string;
  readonly book: Book;
  readonly form: Form;
  readonly figures: number;
  readonly first: Map<string, number>;
}

/** From so many figures on nothing is written before it is measured: loading the writer is lost in it. */
const manyFigures = 2_000;

/**
 * Writing a book's disclosure in each format and the portal's pages over it, beside copying the same files and
 * beside the smallest size, each told as soon as it is done.
 */
export async function outputs({ name, book, form, figures, first }: Written): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-outputs-'));
  try {
    const disclosure = composeDisclosure(book, form);
    console.log(`${name}, ${figures} figures: written once, then copied`);
    const isWarmed = figures < manyFigures;
    for (const format of documentFormats) {
      const output = await written(disclosure, form, format, isWarmed);
      tell(output, copying(output.files, folder), figures, first);
    }
    const pages = await portalPages(disclosure, folder);
    tell(pages, copying(pages.files, folder), figures, first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function written(
  disclosure: Disclosure,
  form: Form,
  format: (typeof documentFormats)[number],
  isWarmed: boolean,
): Promise<Output> {
  const write = () => documentsOf({ disclosure, form, draft: false, published: null }, [format]);
  // The first time loads the writer.
  if (isWarmed) await write();
  const start = performance.now();
  const { files } = await write();
  return { what: `writing ${format}`, milliseconds: performance.now() - start, files };
}

/** Every page of the portal, as `mingsuan export` makes them; reading and checking come before. */
async function portalPages(disclosure: Disclosure, folder: string): Promise<Output> {
  const path = join(folder, 'disclosure.txt');
  writeFileSync(path, textDocument(disclosure));
  const source = await portalOver([path]);
  const files: OutFile[] = [];
  const start = performance.now();
  for await (const file of staticExport(source, { english: false, origin: '' })) files.push(file);
  return { what: 'portal', milliseconds: performance.now() - start, files };
}

/** How long copying the files takes, in milliseconds. */
function copying(files: readonly OutFile[], folder: string): number {
  const paths = files.map(({ path, content }, i) => {
    const own = join(folder, `from-${i}`, path);
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, content);
    return own;
  });
  for (const path of paths) readFileSync(path);
  const start = performance.now();
  for (const path of paths) copyFileSync(path, `${path}.copy`);
  return performance.now() - start;
}

function tell(
  { what, milliseconds, files }: Output,
  copy: number,
  figures: number,
  first: Map<string, number>,
): void {
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const micro = (milliseconds * 1000) / figures;
  const smallest = first.get(what) ?? micro;
  first.set(what, smallest);
  const cells = [
    `${milliseconds.toFixed(0).padStart(8)} ms`,
    `${String(files.length).padStart(5)} files`,
    `${(bytes / 1024).toFixed(0).padStart(8)} KB`,
    `${(milliseconds / copy).toFixed(0).padStart(6)} × copying`,
    `${micro.toFixed(0).padStart(7)} µs a figure`,
    `${(micro / smallest).toFixed(2)} × the smallest`,
  ];
  console.log(`  ${what.padEnd(16)} ${cells.join('  ')}`);
}
