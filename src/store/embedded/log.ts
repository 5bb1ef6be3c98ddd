import { copyFile, rename, stat, truncate } from 'node:fs/promises';

/** What one log file may hold; the one before it is kept beside it. Bytes. */
export const mostLogBytes = 16 * 1024 * 1024;

/**
 * Makes room where the server's log has grown: its content becomes `….1`, and the file goes on empty. The server has
 * it open for appending, so the file itself must stay. Lines that are written while it is copied may be lost.
 */
export async function rotateLog(path: string, most: number = mostLogBytes): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= most) return;
  await copyFile(path, `${path}.making`);
  await rename(`${path}.making`, `${path}.1`);
  await truncate(path);
}
