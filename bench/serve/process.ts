import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server process of its own, to be killed or measured. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it said so far. */
  readonly output: () => string;
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        settle(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** Starts `mingsuan serve` or `demo` from the sources on the port, and waits until it answers. */
export async function startServer(
  command: 'serve' | 'demo',
  directory: string,
  port: number,
): Promise<ServerProcess> {
  const words = [
    'src/cli.ts',
    command,
    '--port',
    String(port),
    '--data',
    directory,
    '--log',
    'error',
    '--rate',
    '0',
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], { cwd: checkout });
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
