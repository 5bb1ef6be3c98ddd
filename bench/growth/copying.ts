import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How long copying the files takes, in milliseconds. */
export function copying(files: readonly OutFile[], folder: string): number {
  const paths = files.map(({ path, content }, i) => {
    const own = join(folder, `from-${i}`, path);
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, content);
    return own;
  });
  for (const path of paths) readFileSync(path);
  const start = performance.now();
  for (const path of paths) copyFileSync(path, `${path}.copy`);
  return performance.now() - start;
}
