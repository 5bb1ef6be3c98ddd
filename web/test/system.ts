import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A system of its own with an empty store: the compiled command with its database. */
export interface System {
  readonly address: string;
  /** Passwords of the three administrators that it printed. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

const patience = 60_000;
const printedAddress = /http:\/\/\S+?:\d+\//;

export async function startSystem(): Promise<System> {
  const directory = mkdtempSync(join(tmpdir(), 'mingsuan-web-'));
  // Started by root, the database runs as another user, who must get here.
  chmodSync(directory, 0o755);
  const child = spawn(process.execPath, [
    'dist/cli.js',
    'serve',
    '--port',
    '0',
    '--data',
    join(directory, 'data'),
  ]);
  const printed = await printedBy(child);
  const address = printedAddress.exec(printed)?.[0] ?? '';
  const passwords = [...printed.matchAll(/^ {2}(\w+) {2}(\S+)$/gm)].map(
    ([, login = '', password = '']) => [login, password] as const,
  );
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  return { address, passwords: new Map(passwords), stop };
}

function printedBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => {
      reject(new Error(`the system did not start: ${printed}`));
    }, patience);
    const listen = (chunk: unknown): void => {
      printed += String(chunk);
      // The passwords and the address come one after the other.
      if (!/^ {2}audit {2}\S+$/m.test(printed) || !printedAddress.test(printed)) return;
      clearTimeout(timer);
      resolve(printed);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
}
