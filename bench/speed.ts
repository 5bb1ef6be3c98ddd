/**
 * Measures reading, recognising and checking beside what bounds them in the same run, then the growth of every part:
 * checking, composing, importing, writing each format and the portal's pages; bench:write compares the writers with
 * an office suite, bench:figures the store with raw SQL. Usage:
 * npm run bench:speed [-- --largest 100]: how many times the smallest size is measured (10 unless told). It fails
 * on nothing; with MINGSUAN_CORPUS it measures real documents too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosure } from '../src/check/check.ts';
import { optimiseForManyDocuments } from '../src/commands/startup.ts';
import { openPdf, withPage } from '../src/file/pdfium.ts';
import { readSource } from '../src/read/open.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import {
  corpusDocument,
  corpusPdfs,
  exampleDocument,
  referenceName,
  textOf,
  type BenchDocument,
} from './documents.ts';
import { tellGrowth } from './growth/growth.ts';
import { optionOf } from './options.ts';
import { countPage } from './pageContent.ts';
import { median } from './timing.ts';

const root = join(import.meta.dirname, '..');

function report(what: string, milliseconds: number, bound: number, of: string): void {
  console.log(
    `  ${what.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / bound).toFixed(1).padStart(7)} × ${of}`,
  );
}

async function stages(document: BenchDocument, runs: number): Promise<number> {
  const read = await readSource(document);
  if (!read.ok) throw new Error(`${document.name}: ${read.problem.code}`);
  const disclosure = recognise(read.source);
  const text = textOf(document);
  const split = await median(runs, () => text.split('\n').map((line) => line.split('\t')).length, 200);
  const of = 'splitting into cells';
  report('splitting into lines and cells', split, split, of);
  report('reading', await median(runs, () => readSource(document)), split, of);
  report('recognising', await median(runs, () => recognise(read.source)), split, of);
  report('checking', await median(runs, () => checkDisclosure(disclosure)), split, of);
  const all = await median(runs, () => readRecogniseCheck(document));
  report('all three, warm', all, split, of);
  return split;
}

async function readRecogniseCheck(document: BenchDocument): Promise<number> {
  const read = await readSource(document);
  return read.ok ? checkDisclosure(recognise(read.source)).findings.length : 0;
}

/** Without what the machine sets for every Node program: a file of certificates alone is read for 40 ms at each start. */
const plainEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')),
);

/** The compiled command from a cold start, and its largest memory. */
async function cold(path: string, split: number): Promise<void> {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) {
    console.log('  the command is not built: npm run build');
    return;
  }
  const run = (): unknown =>
    spawnSync(process.execPath, [cli, 'check', path], { stdio: 'ignore', env: plainEnvironment });
  report('the command from a cold start', await median(7, run, 0), split, 'splitting into cells');
  const timed = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, cli, 'check', path], {
    encoding: 'utf8',
    env: plainEnvironment,
  });
  const kilobytes = Number(/(\d+)\s*$/.exec(timed.stderr)?.[1] ?? Number.NaN);
  console.log(
    `  its largest memory ${Number.isNaN(kilobytes) ? 'not measured' : `${(kilobytes / 1024).toFixed(0)} MB`}`,
  );
}

async function pdf(document: BenchDocument): Promise<void> {
  const opened = await openPdf(document.bytes);
  if (!opened.ok) return;
  const pages = opened.document.pageCount;
  const bare = await median(3, () => {
    for (let page = 0; page < pages; page += 1)
      withPage(opened.document, page, (own) => countPage(opened.document.pdfium, own));
  });
  opened.document.close();
  const reading = await median(3, () => readSource(document));
  const all = await median(3, () => readRecogniseCheck(document));
  console.log(`${document.name}: ${pages} pages, times a page`);
  report('characters and lines, PDFium alone', bare / pages, bare / pages, 'PDFium');
  report('reading', reading / pages, bare / pages, 'PDFium');
  report('reading, recognising, checking', all / pages, bare / pages, 'PDFium');
  const path = join(process.env['MINGSUAN_CORPUS'] ?? '', document.name);
  const once = (): number =>
    spawnSync('pdftotext', ['-bbox', path, '-'], { maxBuffer: 2 ** 28 }).stdout.length;
  if (spawnSync('pdftotext', ['-v']).error === undefined) {
    const other = await median(3, once, 0);
    report(
      'reading, recognising, checking',
      all / pages,
      other / pages,
      `pdftotext -bbox (${(other / pages).toFixed(1)} ms)`,
    );
  }
}

// What is measured warm runs as in the worker processes of `check` and of the system.
optimiseForManyDocuments();

const reference = corpusDocument(referenceName);
const texts = [exampleDocument(), ...(reference === null ? [] : [reference])];
for (const document of texts) {
  console.log(document.name);
  const folder = document === reference ? (process.env['MINGSUAN_CORPUS'] ?? '') : root;
  await cold(join(folder, document.name), await stages(document, 15));
}
for (const name of corpusPdfs) {
  const document = corpusDocument(name);
  if (document !== null) await pdf(document);
}
tellGrowth(optionOf('largest', 10));
