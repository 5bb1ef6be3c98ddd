import { crc32 } from './crc32.ts';
import { deflateRawSync } from 'node:zlib';

/** A part to put into an archive: under a name that it has already, or a new one. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

interface Written {
  readonly header: Buffer;
  readonly content: Uint8Array;
  readonly entry: Buffer;
}

/** 1 January 1980, the first day of the ZIP format: the same bytes on every run. */
const firstDay = 0x0021;
const utf8Names = 0x0800;
const descriptorFollows = 0x0008;
const endSize = 22;
const entrySize = 46;

/**
 * A copy of a zip archive with some parts exchanged or added. Every other entry keeps its compressed bytes,
 * its order and its date. Undefined for archives that this cannot copy: damaged, or over 4 GB.
 * Source: the ZIP format (APPNOTE 6.3).
 */
export function withParts(bytes: Uint8Array, parts: ZipParts): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = source.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end === -1 || end + endSize > source.length) return undefined;
  const entries = copyEntries(source, source.readUInt32LE(end + 16), source.readUInt16LE(end + 10), parts);
  if (entries === undefined) return undefined;
  const { written, names } = entries;
  for (const [name, content] of parts) if (!names.has(name)) written.push(newEntry(name, content));
  return assemble(written);
}

/**
 * A new zip archive of the parts, in their order and without a date of today: the same parts give the same bytes.
 * Undefined over 4 GB.
 */
export function zipOf(parts: ZipParts): Uint8Array | undefined {
  return assemble([...parts].map(([name, content]) => newEntry(name, content)));
}

function copyEntries(
  source: Buffer,
  start: number,
  count: number,
  parts: ZipParts,
): { written: Written[]; names: Set<string> } | undefined {
  const written: Written[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + entrySize > source.length || source.readUInt32LE(at) !== 0x02014b50) return undefined;
    const length = source.readUInt16LE(at + 28);
    const next = at + entrySize + length + source.readUInt16LE(at + 30) + source.readUInt16LE(at + 32);
    if (next > source.length) return undefined;
    const name = source.toString('utf8', at + entrySize, at + entrySize + length).replaceAll('\\', '/');
    const content = parts.get(name);
    const copy = content === undefined ? copyEntry(source, at, length) : newEntry(name, content);
    if (copy === undefined) return undefined;
    if (content === undefined || !names.has(name)) written.push(copy);
    names.add(name);
    at = next;
  }
  return { written, names };
}

/** The entry with its compressed bytes as they are; sizes are known, so no descriptor follows them. */
function copyEntry(source: Buffer, at: number, nameLength: number): Written | undefined {
  const size = source.readUInt32LE(at + 20);
  const offset = source.readUInt32LE(at + 42);
  if (size === 0xffffffff || offset === 0xffffffff || offset + 30 > source.length) return undefined;
  const start = offset + 30 + source.readUInt16LE(offset + 26) + source.readUInt16LE(offset + 28);
  if (source.readUInt32LE(offset) !== 0x04034b50 || start + size > source.length) return undefined;
  const entry = Buffer.from(source.subarray(at, at + entrySize + nameLength));
  entry.writeUInt16LE(entry.readUInt16LE(8) & ~descriptorFollows, 8);
  entry.writeUInt32LE(0, 30);
  return { header: headerOf(entry), content: source.subarray(start, start + size), entry };
}

function newEntry(name: string, content: Uint8Array): Written {
  const compressed = deflateRawSync(content);
  const nameBytes = Buffer.from(name, 'utf8');
  const entry = Buffer.alloc(entrySize + nameBytes.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(utf8Names, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(firstDay, 14);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(compressed.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  nameBytes.copy(entry, entrySize);
  return { header: headerOf(entry), content: compressed, entry };
}

/** The local header says what the entry of the directory says, from its sixth byte on. */
function headerOf(entry: Buffer): Buffer {
  const header = Buffer.alloc(30 + entry.length - entrySize);
  header.writeUInt32LE(0x04034b50, 0);
  entry.copy(header, 4, 6, 30);
  entry.copy(header, 30, entrySize);
  return header;
}

function assemble(written: readonly Written[]): Uint8Array | undefined {
  let offset = 0;
  for (const { header, content, entry } of written) {
    if (offset > 0xfffffffe) return undefined;
    entry.writeUInt32LE(offset, 42);
    offset += header.length + content.length;
  }
  const directory = Buffer.concat(written.map(({ entry }) => entry));
  const end = Buffer.alloc(endSize);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written.flatMap(({ header, content }) => [header, content]), directory, end]);
}
