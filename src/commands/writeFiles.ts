import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to write, under a folder that all share. */
export interface OutputFile {
  /** With slashes between folders. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Why nothing was written: the file and the system's code. */
export interface WritingProblem {
  readonly path: string;
  readonly code: string;
}

/**
 * Writes files into a folder, all or none: each stands complete beside its place before the first takes it.
 * `whole`: folders of which these files are all that there is; what an earlier run left in them goes.
 */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  whole: readonly string[] = [],
): Promise<WritingProblem | null> {
  const temporary: string[] = [];
  let at = folder;
  try {
    for (const { path, content } of files) {
      at = join(folder, path);
      await makeFolder(dirname(at));
      temporary.push(await written(at, content));
    }
    for (const { path } of files) {
      at = join(folder, path);
      await rename(temporaryName(at), at);
    }
    for (const each of whole) await removeOthers(folder, each, files);
    return null;
  } catch (error) {
    await Promise.all(temporary.map((path) => rm(path, { force: true })));
    return { path: at, code: codeOf(error) };
  }
}

/**
 * The folder and those above it. Step by step: the recursive call of the runtime never ends where the system
 * refuses folders in a way that it does not expect (/proc).
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    const above = dirname(folder);
    if (code !== 'ENOENT' || above === folder || (await isFolder(above))) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() === true;
}

/** What a fault of the file system is called; anything else is a bug and stays an exception. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
    return String(error.code);
  throw error;
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

async function written(path: string, content: string | Uint8Array): Promise<string> {
  const temporary = temporaryName(path);
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return temporary;
}

/** Files of ours that an earlier run left: tables that the document does not have any more. */
async function removeOthers(folder: string, own: string, files: readonly OutputFile[]): Promise<void> {
  const kept = new Set(files.map(({ path }) => path));
  for (const entry of await readdir(join(folder, own), { withFileTypes: true })) {
    const path = `${own}/${entry.name}`;
    if (entry.isFile() && entry.name.endsWith('.csv') && !kept.has(path)) await rm(join(folder, path));
  }
}
