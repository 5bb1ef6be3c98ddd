import { Client, type ClientConfig } from 'pg';

/** Asks until the answer is yes; false when the seconds are over. */
export async function until(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (let pause = 10; ; pause = Math.min(pause * 2, 200)) {
    if (await isSo()) return true;
    if (performance.now() > end) return false;
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

export async function canConnect(connection: ClientConfig): Promise<boolean> {
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 2000 });
  // A server that goes away while the connection is tried is no fault: the answer is no.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Does a process of this number run? One of another user counts. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
