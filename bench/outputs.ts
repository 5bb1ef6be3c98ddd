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

/** Writing a book's disclosure in each format and the portal's pages over it, beside copying the same files. */
export async function outputs(name: string, book: Book, form: Form): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-outputs-'));
  try {
    const disclosure = composeDisclosure(book, form);
    const made = [...(await written(disclosure, form)), await portalPages(disclosure, folder)];
    console.log(`${name}: written once, then copied`);
    for (const output of made) tell(output, copying(output.files, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function written(disclosure: Disclosure, form: Form): Promise<readonly Output[]> {
  const made: Output[] = [];
  for (const format of documentFormats) {
    const write = () => documentsOf({ disclosure, form, draft: false, published: null }, [format]);
    // The first time loads the writer.
    await write();
    const start = performance.now();
    const { files } = await write();
    made.push({ what: `writing ${format}`, milliseconds: performance.now() - start, files });
  }
  return made;
}

/** Every page of the portal, as `mingsuan export` makes them; reading and checking come before. */
async function portalPages(disclosure: Disclosure, folder: string): Promise<Output> {
  const path = join(folder, 'disclosure.txt');
  writeFileSync(path, textDocument(disclosure));
  const source = await portalOver([path]);
  const files: OutFile[] = [];
  const start = performance.now();
  for await (const file of staticExport(source, { english: false, origin: '' })) files.push(file);
  return { what: `portal, ${files.length} files`, milliseconds: performance.now() - start, files };
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

function tell({ what, milliseconds, files }: Output, copy: number): void {
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  console.log(
    `  ${what.padEnd(24)} ${milliseconds.toFixed(0).padStart(8)} ms ${(bytes / 1024).toFixed(0).padStart(8)} KB ${(milliseconds / copy).toFixed(0).padStart(6)} × copying`,
  );
}
