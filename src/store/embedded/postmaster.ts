import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processIsAlive } from './waiting.ts';

/** What PostgreSQL notes of its server process in the data directory. */
export interface PostmasterState {
  readonly pid: number;
  readonly port: number;
  readonly sockets: string;
}

const noteIn = (cluster: string): string => join(cluster, 'postmaster.pid');

/** postmaster.pid: process, data directory, start time, port, socket directory, address. */
export async function postmasterState(cluster: string): Promise<PostmasterState | null> {
  const text = await readFile(noteIn(cluster), 'utf8').catch(() => null);
  const lines = text?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port, sockets: lines[4] ?? '' } : null;
}

/**
 * After a power cut the number of the former server may be that of another process, and PostgreSQL refuses to start
 * as long as one of the same user has it. Where the system tells that it is no PostgreSQL, the note is taken away.
 * Only for a server that does not answer.
 */
export async function dropForeignNote(cluster: string): Promise<void> {
  const state = await postmasterState(cluster);
  if (state === null || !processIsAlive(state.pid)) return;
  const name = await readFile(`/proc/${state.pid}/comm`, 'utf8').catch(() => null);
  if (name !== null && name.trim() !== 'postgres') await rm(noteIn(cluster), { force: true });
}
