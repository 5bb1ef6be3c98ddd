import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What opens an address in the reader's browser, by platform; elsewhere xdg-open. */
const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens an address in the browser; a machine without one goes on without. */
export function openPage(address: string): void {
  const [program, ...words] = openers[process.platform] ?? (['xdg-open'] as const);
  const child = spawn(program, [...words, address], { detached: true, windowsHide: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

const addressFile = (directory: string): string => join(directory, 'address.txt');

/** Keeps where the system of a data directory answers, so that a second start can open it. */
export async function keepAddress(directory: string, address: string): Promise<void> {
  await writeFile(addressFile(directory), `${address}\n`);
}

/** Where the system of a data directory was said to answer; null when nobody said. */
export async function keptAddress(directory: string): Promise<string | null> {
  const text = await readFile(addressFile(directory), 'utf8').catch(() => null);
  return text === null ? null : text.trim();
}

/** The port when nobody listens on it, else 0: any that is free. */
export function thisOrAnyPort(host: string, port: number): Promise<number> {
  return new Promise((settle) => {
    const server = createServer();
    server.on('error', () => {
      settle(0);
    });
    server.listen(port, host, () => {
      server.close(() => {
        settle(port);
      });
    });
  });
}
