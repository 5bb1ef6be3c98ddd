import { readFile, stat } from 'node:fs/promises';
import type { Disclosure, DisclosureName } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import { shippedForms } from '../model/forms.ts';
import type { SourceDocument } from '../model/source.ts';
import { joinSources } from '../read/joinSources.ts';
import { readSource } from '../read/open.ts';
import type { ReadProblem, ReadResult } from '../read/reader.ts';
import { recognise } from '../read/recognise/recognise.ts';

/** No reader takes more; a larger file is not brought into memory. */
const mostBytes = 256 * 1024 * 1024;
/** The same for what is text by its name. */
const mostTextBytes = 64 * 1024 * 1024;

function mostBytesOf(file: string): number {
  return /\.(?:txt|text|md|markdown|tsv|tab|csv|html?)$/i.test(file) ? mostTextBytes : mostBytes;
}

export type Opened =
  | { readonly ok: true; readonly disclosure: Disclosure }
  | { readonly ok: false; readonly problem: ReadProblem };

/** `unread`: the file that refused all. */
export type OpenedTogether =
  | { readonly ok: true; readonly disclosure: Disclosure }
  | { readonly ok: false; readonly problem: ReadProblem; readonly unread?: string };

/**
 * Reads and recognises one file. Problems: those of the readers, notFound, notReadable, noTables or
 * notADisclosure for a file in which nothing of a disclosure stands, and severalDisclosures.
 */
export async function openDisclosure(file: string): Promise<Opened> {
  const read = await openSource(file);
  return read.ok ? recognised(read.source) : read;
}

/**
 * Reads several files as one disclosure, in the order that suits it. The first file that cannot be read
 * refuses all: what it holds would be missed everywhere. `forms`: those that it may have.
 */
export async function openTogether(
  files: readonly string[],
  forms: readonly Form[] = shippedForms,
): Promise<OpenedTogether> {
  const sources: SourceDocument[] = [];
  for (const file of files) {
    const read = await openSource(file);
    if (!read.ok) return { ...read, unread: file };
    sources.push(read.source);
  }
  return recognised(joinSources(sources), forms);
}

async function openSource(file: string): Promise<ReadResult> {
  const bytes = await bytesOf(file);
  return 'code' in bytes ? { ok: false, problem: bytes } : readSource({ name: file, bytes });
}

function recognised(source: SourceDocument, forms: readonly Form[] = shippedForms): Opened {
  const disclosure = recognise(source, forms);
  if (isEmpty(disclosure)) return { ok: false, problem: nothingFound(source) };
  const { separate } = disclosure;
  return separate === undefined ? { ok: true, disclosure } : { ok: false, problem: severalFound(separate) };
}

/** Regular files only: a pipe or a device could keep the program waiting for ever. */
async function bytesOf(file: string): Promise<Uint8Array | ReadProblem> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return { code: 'notReadable' };
    if (stats.size > mostBytesOf(file))
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

/** Neither a table, a sheet or a section of a disclosure nor its beginning: whose it is and its duties or contents. */
function isEmpty({ tables, narrative, projects, contents, overview, department }: Disclosure): boolean {
  const known = narrative.some(({ section }) => section !== 'other');
  const listed = contents.filter(({ title }) => /预算|决算/.test(title)).length >= fewestListed;
  const begun = overview.duties !== null && (department.name !== null || listed);
  return tables.length === 0 && projects.length === 0 && !known && !listed && !begun;
}

/** So many entries of a contents page speak of a budget or an account where it is a disclosure's. */
const fewestListed = 3;

function nothingFound(source: SourceDocument): ReadProblem {
  return { code: source.blocks.some(({ kind }) => kind === 'grid') ? 'notADisclosure' : 'noTables' };
}

/** At most so many are named: a collection may hold a hundred. */
const mostNamed = 10;

function severalFound(separate: readonly DisclosureName[]): ReadProblem {
  const names = separate
    .slice(0, mostNamed)
    .map(({ department, year }) => `${department ?? ''}${year ?? ''}`);
  const rest = separate.length > mostNamed ? '…' : '';
  return { code: 'severalDisclosures', detail: `${separate.length}：${names.join('、')}${rest}` };
}
