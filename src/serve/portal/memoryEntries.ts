import { createHash } from 'node:crypto';
import type { Disclosure } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import type { DocumentReport } from '../../model/report.ts';
import type { Trace } from '../../model/trace.ts';
import type { MemoryEntry } from './memorySource.ts';
import { keyOf, levelOf, summaryOf } from './published.ts';
import type { OriginalFile } from './source.ts';

/** One disclosure as it was read, with the bytes of its file. */
export interface ReadDisclosure {
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  readonly trace: Trace;
  readonly file: { readonly name: string; readonly content: Uint8Array };
  /** ISO date-time. */
  readonly publishedAt: string;
}

/** What a document must say to be published: null names nothing that is missing. */
export type Unpublishable = 'year' | 'department';

export interface MemoryEntries {
  readonly entries: readonly MemoryEntry[];
  readonly refused: readonly { readonly file: string; readonly lacks: Unpublishable }[];
}

/** Disclosures ready to be shown; of several of one department, year and stage each is a version, in the order given. */
export function memoryEntries(read: readonly ReadDisclosure[]): MemoryEntries {
  const codes = codesByName(read);
  const versions = new Map<string, number>();
  const entries: MemoryEntry[] = [];
  const refused: MemoryEntries['refused'][number][] = [];
  for (const given of read) {
    const each = { ...given, disclosure: withCode(given.disclosure, codes) };
    const { disclosure, file } = each;
    const key = keyOf(disclosure);
    if (key === null) {
      refused.push({ file: file.name, lacks: disclosure.year === null ? 'year' : 'department' });
      continue;
    }
    const name = JSON.stringify(key);
    const version = (versions.get(name) ?? 0) + 1;
    versions.set(name, version);
    entries.push(entryOf(each, version));
  }
  return { entries, refused };
}

/** Codes of departments by region and name: a document without project tables may print none. */
function codesByName(read: readonly ReadDisclosure[]): ReadonlyMap<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { disclosure } of read) {
    const { code } = disclosure.department;
    const name = nameOf(disclosure);
    if (code === null) continue;
    // Two codes under one name: neither is lent to the others.
    codes.set(name, (codes.get(name) ?? code) === code ? code : null);
  }
  return codes;
}

/** A department keeps one address over the years, also where a year's document prints no code. */
function withCode(disclosure: Disclosure, codes: ReadonlyMap<string, string | null>): Disclosure {
  const { code, name } = disclosure.department;
  const known = code ?? codes.get(nameOf(disclosure)) ?? null;
  return known === code ? disclosure : { ...disclosure, department: { code: known, name } };
}

function nameOf(disclosure: Disclosure): string {
  return JSON.stringify([disclosure.region, fold(disclosure.department.name ?? ''), levelOf(disclosure)]);
}

function entryOf(
  { disclosure, report, trace, file, publishedAt }: ReadDisclosure,
  version: number,
): MemoryEntry {
  const original = originalOf(file.name, file.content);
  const { name, mediaType, bytes, sha256 } = original;
  return {
    summary: summaryOf({
      disclosure,
      report,
      trace,
      version,
      publishedAt,
      files: [{ name, mediaType, bytes, sha256 }],
    }),
    disclosure,
    report,
    trace,
    contents: [original],
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** A file with its type by the ending of its name, and its checksum. */
export function originalOf(path: string, content: Uint8Array): OriginalFile {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return {
    name,
    content,
    mediaType: mediaTypes[ending] ?? 'application/octet-stream',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
