// Memory and time of the reports on a folder of documents: `npm run bench:folder -- --documents 500`; with
// `--only html` that format alone. It runs the compiled command, so build first.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionOf } from './options.ts';
import { writeMany } from './trialFolder.ts';

interface Measured {
  readonly seconds: number;
  /** Megabytes: of the command, and of the command with its workers. */
  readonly own: number;
  readonly all: number;
  readonly code: number;
}

/** Resident memory of a process in megabytes; 0 when it is gone. */
function residentOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return Number(kilobytes) / 1024;
  } catch {
    // It has ended between being listed and being looked at.
    return 0;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return listed === '' ? [] : listed.split(' ').map(Number);
  } catch {
    return [];
  }
}

function run(parameters: readonly string[]): Promise<Measured> {
  const started = Date.now();
  const cli = join(import.meta.dirname, '../dist/cli.js');
  const child = spawn(process.execPath, [cli, ...parameters], { stdio: 'ignore' });
  const most = { own: 0, all: 0 };
  const timer = setInterval(() => {
    const pid = child.pid ?? 0;
    const own = residentOf(pid);
    most.own = Math.max(most.own, own);
    most.all = Math.max(
      most.all,
      childrenOf(pid).reduce((sum, each) => sum + residentOf(each), own),
    );
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      resolve({ seconds: (Date.now() - started) / 1000, ...most, code: code ?? -1 });
    });
  });
}

function sizeOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

const count = optionOf('documents', 100);
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : process.argv[onlyAt + 1];
const work = mkdtempSync(join(tmpdir(), 'mingsuan-folder-'));
try {
  const folder = join(work, 'documents');
  await writeMany(folder, count);
  console.log(`${count} documents`);
  for (const [format, extra] of [
    ['json', []],
    ['sarif', []],
    ['xlsx', []],
    ['xlsx', ['--across']],
    ['html', []],
  ] as const) {
    if (only !== undefined && only !== format) continue;
    const out = join(
      work,
      `out-${format}${extra.length > 0 ? '-across' : ''}${format === 'html' ? '' : `.${format}`}`,
    );
    const { seconds, own, all, code } = await run([
      'check',
      folder,
      '--format',
      format,
      '--out',
      out,
      ...extra,
    ]);
    const [size, name] = [Math.round(sizeOf(out) / 1e6), [format, ...extra].join(' ')];
    console.log(
      `${name.padEnd(14)} ${seconds.toFixed(0)} s, command ${own.toFixed(0)} MB, with workers ${all.toFixed(0)} MB, report ${size} MB, exit ${code}`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
