/** A stream or storage of a compound file. */
export interface OleEntry {
  readonly name: string;
  /** First sector of the stream's content. */
  readonly start: number;
  /** Bytes of the content. */
  readonly size: number;
}

export interface OleFile {
  readonly entries: readonly OleEntry[];
  /** The beginning of a stream, at most one sector; undefined when it lies outside the file. */
  readonly head: (entry: OleEntry) => Uint8Array | undefined;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sectors of the directory that are looked at: some thousand entries, more than any document has. */
const mostDirectorySectors = 1000;
const entryBytes = 128;

/** True when the file begins like a compound file (.doc, .xls, .wps, .et, encrypted .docx and .xlsx). */
export function isOle(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/**
 * Lists the streams of a compound file, to tell what it holds without converting it; undefined when its
 * header or directory is broken. Source: MS-CFB 2.2 (header), 2.3 (sector chains), 2.6 (directory).
 */
export function openOle(bytes: Uint8Array): OleFile | undefined {
  if (!isOle(bytes) || bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const entries: OleEntry[] = [];
  let sector = view.getUint32(48, true);
  for (let read = 0; read < mostDirectorySectors && sectorAt(bytes, sector, size) !== undefined; read++) {
    entries.push(...readEntries(view, (sector + 1) * size, size));
    sector = nextSector(view, sector, size);
  }
  if (entries.length === 0) return undefined;
  return { entries, head: (entry) => (entry.size === 0 ? undefined : sectorAt(bytes, entry.start, size)) };
}

function sectorAt(bytes: Uint8Array, sector: number, size: number): Uint8Array | undefined {
  const start = (sector + 1) * size;
  return start + entryBytes > bytes.length ? undefined : bytes.subarray(start, start + size);
}

/** The allocation table says which sector follows; its own first 109 sectors are listed in the header. */
function nextSector(view: DataView, sector: number, size: number): number {
  const perTable = size / 4;
  const table = Math.floor(sector / perTable);
  if (table >= 109) return 0xffffffff;
  const at = (view.getUint32(76 + 4 * table, true) + 1) * size + 4 * (sector % perTable);
  return at + 4 > view.byteLength ? 0xffffffff : view.getUint32(at, true);
}

function readEntries(view: DataView, start: number, size: number): OleEntry[] {
  const entries: OleEntry[] = [];
  for (let at = start; at + entryBytes <= Math.min(start + size, view.byteLength); at += entryBytes) {
    const length = view.getUint16(at + 64, true);
    if (length < 2 || length > 64 || view.getUint8(at + 66) === 0) continue;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length - 2);
    const name = new TextDecoder('utf-16le').decode(bytes);
    entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

export type OleKind = 'encrypted' | 'sheets' | 'oldSheets' | 'words' | 'slides' | 'other';

/**
 * What a compound file holds, by the names of its streams. A Word file says in its first block whether it
 * has a password (MS-DOC 2.5.2, fEncrypted); `oldSheets` are Excel 5 and 95, whose text is not Unicode.
 */
export function oleKind({ entries, head }: OleFile): OleKind {
  const find = (name: string): OleEntry | undefined => entries.find((entry) => entry.name === name);
  if (find('EncryptedPackage') !== undefined) return 'encrypted';
  if (find('Workbook') !== undefined || find('ETExtData') !== undefined) return 'sheets';
  if (find('Book') !== undefined) return 'oldSheets';
  if (find('PowerPoint Document') !== undefined) return 'slides';
  const words = find('WordDocument');
  if (words === undefined) return 'other';
  return ((head(words)?.[11] ?? 0) & 1) === 1 ? 'encrypted' : 'words';
}
