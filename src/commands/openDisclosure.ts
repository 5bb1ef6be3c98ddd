import { readFile, stat } from 'node:fs/promises';
import type { Disclosure } from '../model/disclosure.ts';
import type { SourceDocument } from '../model/source.ts';
import { readSource } from '../read/open.ts';
import type { ReadProblem } from '../read/reader.ts';
import { recognise } from '../read/recognise/recognise.ts';

/** No reader takes more; a larger file is not brought into memory. */
const mostBytes = 256 * 1024 * 1024;

export type Opened =
  | { readonly ok: true; readonly disclosure: Disclosure }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * Reads and recognises one file. Problems: those of the readers, notFound, notReadable, and noTables or
 * notADisclosure for a file in which nothing of a disclosure stands.
 */
export async function openDisclosure(file: string): Promise<Opened> {
  const bytes = await bytesOf(file);
  if ('code' in bytes) return { ok: false, problem: bytes };
  const read = await readSource({ name: file, bytes });
  if (!read.ok) return read;
  const disclosure = recognise(read.source);
  return isEmpty(disclosure) ? { ok: false, problem: nothingFound(read.source) } : { ok: true, disclosure };
}

/** Regular files only: a pipe or a device could keep the program waiting for ever. */
async function bytesOf(file: string): Promise<Uint8Array | ReadProblem> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return { code: 'notReadable' };
    if (stats.size > mostBytes)
      return { code: 'tooLarge', detail: `${Math.round(stats.size / 1024 / 1024)} MB` };
    return await readFile(file);
  } catch (error) {
    return accessProblem(error);
  }
}

/** A fault of the file system as a problem; anything else is a bug and stays an exception. */
function accessProblem(error: unknown): ReadProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'notFound' };
  if (/^E[A-Z]+$/.test(code)) return { code: 'notReadable', detail: code };
  throw error;
}

function isEmpty({ tables, narrative, projects }: Disclosure): boolean {
  const known = narrative.some(({ section }) => section !== 'other');
  return tables.length === 0 && projects.length === 0 && !known;
}

function nothingFound(source: SourceDocument): ReadProblem {
  return { code: source.blocks.some(({ kind }) => kind === 'grid') ? 'notADisclosure' : 'noTables' };
}
