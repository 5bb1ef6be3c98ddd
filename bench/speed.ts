/**
 * Measures reading, recognising, checking, composing, importing, writing each format and the portal's pages, beside
 * what bounds them in the same run; bench:write compares the writers with an office suite, bench:figures the store
 * with raw SQL. Usage:
 * npm run bench:speed [-- --largest 100]: how many times the smallest book is imported, written and shown (10
 * unless told: a hundred times are 800 sheets, minutes of typesetting). It fails on nothing; with MINGSUAN_CORPUS it measures real
 * documents too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosure } from '../src/check/check.ts';
import { optimiseForManyDocuments } from '../src/commands/startup.ts';
import type { Book } from '../src/model/book.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Form } from '../src/model/form.ts';
import { composeDisclosure } from '../src/compose/compose.ts';
import { importDisclosure } from '../src/compose/import/importDisclosure.ts';
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
import { composedForms } from './composedDocuments.ts';
import { optionOf } from './options.ts';
import { outputs } from './outputs.ts';
import { countPage } from './pageContent.ts';
import { bookOf } from './worlds/department.ts';
import { departmentPlan } from './worlds/plan.ts';
import { generatedDisclosure } from './worlds/sizedDisclosure.ts';
import { departmentKinds } from './worlds/words.ts';

const root = join(import.meta.dirname, '..');

/** A process is warm when what it runs has been optimised: after so many milliseconds of the same work. */
const warmUp = 3_000;

/** The median time of some runs, in milliseconds, in a warm process. */
async function median(runs: number, run: () => unknown, warm = warmUp): Promise<number> {
  const times: number[] = [];
  for (const end = performance.now() + warm; performance.now() < end;) await run();
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

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

async function growth(): Promise<void> {
  console.log('growth: a made disclosure, times a cell');
  let first = 0;
  for (const times of [1, 10, 100]) {
    const text = generatedDisclosure(40 * times);
    const document = { name: 'made.txt', bytes: Buffer.from(text) };
    const cells = text.split('\n').reduce((sum, line) => sum + line.split('\t').length - 1, 0);
    const micro = ((await median(times > 10 ? 3 : 5, () => readRecogniseCheck(document))) * 1000) / cells;
    if (times === 1) first = micro;
    console.log(
      `  × ${String(times).padEnd(4)} ${String(cells).padStart(6)} cells ${micro.toFixed(1).padStart(9)} µs a cell  ${(micro / first).toFixed(2)} × the smallest`,
    );
  }
}

/** Printed figures: those of the tables and the funds on the sheets. */
function printedIn({ figures, projects }: Disclosure): number {
  const funds = projects.flatMap((sheet) =>
    [sheet.funds.period, sheet.funds.annual].flatMap((all) => Object.values(all)),
  );
  return figures.length + funds.filter((amount) => amount !== null).length;
}

const sizes = [1, 10, 100] as const;

/** A department's book of eight projects, or so many times as many. */
function madeBook(times: number): Book {
  const [kind] = departmentKinds;
  if (kind === undefined) throw new RangeError('no kind of department');
  const size = { units: 1, lines: 4, projects: 8 * times };
  return bookOf(
    departmentPlan({ seed: 5, region: '景澄县', kind, code: '101', size, firstYear: 2025 }),
    2026,
    2025,
  );
}

/** Composing a book of so many projects, times a printed figure. */
async function bookGrowth(form: Form): Promise<void> {
  console.log('growth: a made book, times a figure');
  let first = 0;
  for (const times of sizes) {
    const book = madeBook(times);
    const figures = printedIn(composeDisclosure(book, form));
    const [runs, warm] = times > 10 ? [3, 0] : [5, 1_000];
    const micro = ((await median(runs, () => composeDisclosure(book, form), warm)) * 1000) / figures;
    if (times === 1) first = micro;
    tellGrowth('composing', times, figures, micro, first);
  }
}

/** A book made from a disclosure of so many projects, times a printed figure. */
async function importGrowth(form: Form, largest: number): Promise<void> {
  console.log('growth: importing a made disclosure, times a figure');
  let first = 0;
  for (const times of sizes.filter((size) => size <= largest)) {
    const disclosure = composeDisclosure(madeBook(times), form);
    const figures = printedIn(disclosure);
    const runs = times > 10 ? 1 : 5;
    const micro = ((await median(runs, () => importDisclosure(disclosure), 0)) * 1000) / figures;
    if (times === 1) first = micro;
    tellGrowth('importing', times, figures, micro, first);
  }
}

function tellGrowth(what: string, times: number, figures: number, micro: number, first: number): void {
  console.log(
    `  ${what} × ${String(times).padEnd(4)} ${String(figures).padStart(6)} figures ${micro.toFixed(1).padStart(9)} µs a figure  ${(micro / first).toFixed(2)} × the smallest`,
  );
}

// What is measured warm runs as in the worker processes of `check` and of the system.
optimiseForManyDocuments();

const [form] = composedForms;
if (form === undefined) throw new RangeError('no form to compose');
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
await growth();
await bookGrowth(form);
const largest = optionOf('largest', 10);
await importGrowth(form, largest);
const first = new Map<string, number>();
for (const times of sizes.filter((size) => size <= largest)) {
  const book = madeBook(times);
  const figures = printedIn(composeDisclosure(book, form));
  await outputs({ name: `a made book × ${times}`, book, form, figures, first });
}
console.log(`largest memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
