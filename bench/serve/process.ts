import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownSeconds, processorSeconds } from './processor.ts';

export { freePort } from '../../src/store/embedded/freePort.ts';

/** A server process of its own, to be killed or measured. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it said so far. */
  readonly output: () => string;
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** The program as it is built, from the sources as they are now. */
export interface Program {
  readonly cli: string;
  remove(): void;
}

/** Bundles the command within the checkout, where its packages are found. */
export async function buildProgram(): Promise<Program> {
  const folder = mkdtempSync(join(checkout, '.bench-'));
  const at = (path: string): string => join(checkout, path);
  const outdir = join(folder, 'dist');
  await build({
    entryPoints: { cli: at('src/cli.ts'), examineWorker: at('src/serve/jobs/examineWorker.ts') },
    ...{ outdir, bundle: true, splitting: true, platform: 'node', target: 'node20', format: 'esm' },
    ...{ packages: 'external', charset: 'utf8', logLevel: 'warning', absWorkingDir: checkout },
  }).catch((error: unknown) => {
    // Sources that do not build leave no folder behind.
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  cpSync(at('src/store/migrations'), join(outdir, 'migrations'), { recursive: true });
  cpSync(at('examples'), join(folder, 'examples'), { recursive: true });
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { cli: join(outdir, 'cli.js'), remove };
}

/** Starts `mingsuan serve` or `demo` on the port, and waits until it answers. */
export async function startServer(
  { cli }: Program,
  command: 'serve' | 'demo',
  directory: string,
  port: number,
): Promise<ServerProcess> {
  const words = [cli, command, '--port', String(port), '--data', directory, '--log', 'error', '--rate', '0'];
  const child = spawn(process.execPath, words, { cwd: checkout });
  let output = '';
  const take = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const address = `http://127.0.0.1:${port}`;
  const end = Date.now() + 120_000;
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    const isUp = await fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { child, address, output: () => output };
    await new Promise((resume) => setTimeout(resume, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not start: ${output}`);
}

/** Ends the process and waits for its end. */
export function end({ child }: ServerProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  return new Promise((resume) => {
    if (child.exitCode !== null || child.signalCode !== null) resume();
    else {
      child.once('exit', () => {
        resume();
      });
      child.kill(signal);
    }
  });
}

/** Processor seconds of the server's own process, its workers, the database and this client, from now on. */
export async function processorUse(
  { child }: ServerProcess,
  directory: string,
): Promise<() => Readonly<Record<string, number>>> {
  const lock = await readFile(join(directory, 'postgresql/database/postmaster.pid'), 'utf8');
  const [database, server] = [Number(lock.split('\n')[0]), child.pid ?? 0];
  const now = (): Readonly<Record<string, number>> => ({
    server: ownSeconds(server),
    // The database is a child of the server too.
    workers: processorSeconds(server) - ownSeconds(server) - processorSeconds(database),
    database: processorSeconds(database),
    client: ownSeconds(process.pid),
  });
  const before = now();
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return () =>
    Object.fromEntries(
      Object.entries(now()).map(([name, value]) => [name, rounded(value - (before[name] ?? 0))]),
    );
}
