/**
 * Measures writing the example's disclosure: the whole command in a fresh process, each format alone, and an office
 * suite that converts the same docx to PDF in the same run. Usage: npm run build && npm run bench:write. It fails
 * on nothing; the limit is 5 seconds and 800 MB for docx, pdf, xlsx, html and the data package together.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-write-'));
const all = 'docx,pdf,xlsx,html,datapackage';
const runs = 3;

/** Prints what the process took at most, when it ends. */
const watcher =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\nmaxrss ${process.resourceUsage().maxRSS}\\n`))';

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The command in a fresh process: the best of some runs, since other work on the machine only slows it down. */
function measured(book: string, formats: string): Measured {
  const args = [
    '--import',
    watcher,
    join(root, 'dist/cli.js'),
    'write',
    book,
    '--out',
    folder,
    '--to',
    formats,
  ];
  const each = Array.from({ length: runs }, (): Measured => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(stderr);
    return { seconds, megabytes: Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
  });
  return each.reduce((best, other) => (other.seconds < best.seconds ? other : best));
}

/** An office suite's conversion of a docx to PDF, in seconds; null where there is none. */
function officeSeconds(docx: string): number | null {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'office-pdf'), docx];
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { error } = spawnSync('soffice', args, { stdio: 'ignore' });
    return error === undefined ? (performance.now() - start) / 1000 : null;
  });
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function report(what: string, { seconds, megabytes }: Measured, office: number | null): void {
  const ratio = office === null ? '' : `${(seconds / office).toFixed(2).padStart(6)} × the office suite`;
  console.log(
    `  ${what.padEnd(36)} ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB ${ratio}`,
  );
}

try {
  const book = join(root, 'examples/book.json');
  const whole = measured(book, all);
  const docx = join(folder, 'disclosure.docx');
  const office = officeSeconds(docx);
  const projects = (JSON.parse(readFileSync(book, 'utf8')) as { projects: unknown[] }).projects.length;
  console.log(`write examples/book.json (${projects} performance sheets), best of ${runs}:`);
  report(all, whole, office);
  for (const format of all.split(',')) report(format, measured(book, format), office);
  console.log(`  docx ${Math.round(statSync(docx).size / 1024)} KB`);
  if (office === null) console.log('  no office suite found to compare with');
  else console.log(`  soffice, the same docx to PDF         ${office.toFixed(2).padStart(6)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
