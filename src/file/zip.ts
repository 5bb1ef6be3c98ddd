import { inflateRawSync } from 'node:zlib';

export type ZipProblem = 'damaged' | 'bomb' | 'encrypted';

export interface ZipEntry {
  readonly name: string;
  /** Uncompressed size in bytes as the archive declares it. */
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
}

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The entry's bytes; undefined when there is no such entry. Never more bytes than declared. */
  read(name: string): ZipContent | undefined;
}

export type ZipContent =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: ZipProblem };

export type ZipResult =
  { readonly ok: true; readonly archive: ZipArchive } | { readonly ok: false; readonly problem: ZipProblem };

export interface ZipLimits {
  /** Entries in the archive. */
  readonly entries: number;
  /** Bytes of all entries read from one archive, uncompressed. */
  readonly totalBytes: number;
  /** Uncompressed to compressed bytes, for entries over `ratioFrom` bytes. Office XML stays under 100. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const officeLimits: ZipLimits = {
  entries: 10_000,
  totalBytes: 192 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 16 * 1024 * 1024,
};

/**
 * Opens a zip archive in memory without inflating anything. Declared sizes are checked before an entry is
 * inflated, and the inflation itself stops at the declared size, so a lying entry costs no more memory.
 * Source: the ZIP format (APPNOTE 6.3), central directory with the ZIP64 extra field.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = officeLimits): ZipResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { ok: false, problem: 'damaged' };
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return { ok: false, problem: 'bomb' };
  const entries = readDirectory(view, view.getUint32(end + 16, true), count);
  if (entries === undefined) return { ok: false, problem: 'damaged' };
  return { ok: true, archive: { entries, read: entryReader(bytes, view, entries, limits) } };
}

/** The end record stands in the last 64 KB, behind it at most a comment. */
function findEnd(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function readDirectory(view: DataView, start: number, count: number): Map<string, ZipEntry> | undefined {
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    const entry = readEntry(view, at, nameLength, extraLength);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

function readEntry(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const name = nameOf(bytesOf(view, at + 46, nameLength)).replaceAll('\\', '/');
  const sizes: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const [size, compressedSize, offset] = widen(view, at + 46 + nameLength, extraLength, sizes);
  const method = view.getUint16(at + 10, true);
  return { name, size, compressedSize, offset, method, encrypted: (view.getUint16(at + 8, true) & 1) === 1 };
}

/** UTF-8, or what Chinese Windows writes without saying so. */
function nameOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}

/** ZIP64: a field of all ones stands as eight bytes in the extra field 0x0001, in this order. */
function widen(view: DataView, start: number, length: number, sizes: [number, number, number]): typeof sizes {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return sizes.map((size) => {
      if (size !== 0xffffffff || field + 8 > start + length) return size;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    }) as typeof sizes;
  }
  return sizes;
}

function bytesOf(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function entryReader(
  bytes: Uint8Array,
  view: DataView,
  entries: ReadonlyMap<string, ZipEntry>,
  limits: ZipLimits,
): ZipArchive['read'] {
  let total = 0;
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    total += entry.size;
    const inflated = entry.size > limits.ratioFrom && entry.size > entry.compressedSize * limits.ratio;
    if (total > limits.totalBytes || inflated) return { ok: false, problem: 'bomb' };
    if (entry.encrypted) return { ok: false, problem: 'encrypted' };
    const stored = storedBytes(bytes, view, entry);
    const content = stored === undefined ? undefined : inflate(stored, entry);
    return content === undefined ? { ok: false, problem: 'damaged' } : { ok: true, bytes: content };
  };
}

function storedBytes(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array | undefined {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return undefined;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return start + entry.compressedSize > bytes.length
    ? undefined
    : bytes.subarray(start, start + entry.compressedSize);
}

function inflate(stored: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  if (entry.method === 0) return stored.length === entry.size ? stored : undefined;
  if (entry.method !== 8) return undefined;
  try {
    const content = inflateRawSync(stored, { maxOutputLength: Math.max(1, entry.size) });
    return content.length === entry.size ? content : undefined;
  } catch (error) {
    // zlib reports broken data, and more data than declared, by an error with a code; others are bugs.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
