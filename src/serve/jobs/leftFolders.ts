import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders in which an upload lies while a worker process reads it. */
export const readFolder = 'mingsuan-read-';
export const uploadFolder = 'mingsuan-upload-';
/** No work takes so long: what is older was left by a process that was killed. */
const oldestMilliseconds = 3_600_000;

/**
 * Takes away what processes that were killed left of uploads: they may hold what is not published yet. Folders of other
 * users stay. `now` in milliseconds since 1970.
 */
export async function sweepFolders(below = tmpdir(), now = Date.now()): Promise<void> {
  for (const name of await readdir(below)) {
    if (!name.startsWith(readFolder) && !name.startsWith(uploadFolder)) continue;
    const path = join(below, name);
    const found = await stat(path).catch(() => null);
    const isOwn = process.getuid === undefined || found?.uid === process.getuid();
    if (found === null || !isOwn || now - found.mtimeMs < oldestMilliseconds) continue;
    await rm(path, { recursive: true, force: true });
  }
}
