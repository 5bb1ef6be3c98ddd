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
import { optimiseForManyDocuments } from '../src/commands/startup.ts';
import { workerFlags } from '../src/commands/workers.ts';
import { openPdf, withPage } from '../src/file/pdfium.ts';
import { readSource } from '../src/read/open.ts';
import {
  corpusDocument,
  corpusPdfs,
  exampleDocument,
  readRecogniseCheck,
  referenceName,
  type BenchDocument,
} from './documents.ts';
import { tellGrowth } from './growth/growth.ts';
import { optionOf } from './options.ts';
import { countPage } from './pageContent.ts';
import { median } from './timing.ts';
import type { WarmStages } from './warmStages.ts';

const root = join(import.meta.dirname, '..');

function report(what: string, milliseconds: number, bound: number, of: string): void {
  console.log(
    `  ${what.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / bound).toFixed(1).padStart(7)} × ${of}`,
  );
}

/** The stages on one document in a worker of its own; gives the milliseconds of splitting it into lines and cells. */
function stages(document: BenchDocument): number {
  const worker = [
    ...process.execArgv,
    ...workerFlags,
    join(import.meta.dirname, 'warmStages.ts'),
    document.name,
  ];
  const { stdout } = spawnSync(process.execPath, worker, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { split, ...measured } = JSON.parse(stdout) as WarmStages;
  const of = 'splitting into cells';
  report('splitting into lines and cells', split, split, of);
  report('reading', measured.reading, split, of);
  report('recognising', measured.recognising, split, of);
  report('checking', measured.checking, split, of);
  report('all three, warm', measured.all, split, of);
  return split;
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
  await cold(join(folder, document.name), stages(document));
}
for (const name of corpusPdfs) {
  const document = corpusDocument(name);
  if (document !== null) await pdf(document);
}
tellGrowth(optionOf('largest', 10));
