import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const known = /\.(?:docx|docm|doc|wps|pdf|xlsx|xlsm|xls|et|html?|csv|tsv|txt|md)$/i;

/**
 * The files that a list of paths means: a file as named, a directory walked in the order of names for
 * files of known types. Hidden and temporary files (~$) and node_modules are left out; links to
 * directories are not followed. A path that does not exist stays, for its reading to report.
 */
export async function findFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...((await isDirectory(path)) ? await walk(path) : [path]));
  return [...new Set(found)];
}

async function isDirectory(path: string): Promise<boolean> {
  // What cannot be looked at is no directory to walk; reading it will say why.
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function walk(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [directory];
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))) {
    if (/^[.~]/.test(entry.name) || entry.name === 'node_modules') continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(path)));
    else if (known.test(entry.name)) found.push(path);
  }
  return found;
}
