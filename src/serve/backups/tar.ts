/** A file of an archive; it is opened when its turn comes. */
export interface TarEntry {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly mtime: Date;
  readonly open: () => AsyncIterable<Uint8Array>;
}

const block = 512;

/** The files as one archive (POSIX ustar), piece by piece: nothing is held in memory. */
export async function* tarOf(entries: readonly TarEntry[]): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    yield headerOf(entry);
    let sent = 0;
    for await (const piece of entry.open()) {
      sent += piece.length;
      yield piece;
    }
    if (sent !== entry.size) throw new Error(`${entry.name} changed while it was read`);
    const rest = entry.size % block;
    if (rest > 0) yield new Uint8Array(block - rest);
  }
  yield new Uint8Array(2 * block);
}

function headerOf({ name, size, mtime }: TarEntry): Uint8Array {
  const header = Buffer.alloc(block);
  const number = (value: number, at: number, length: number): void => {
    header.write(value.toString(8).padStart(length - 1, '0'), at, 'ascii');
  };
  header.write(name, 0, 100, 'utf8');
  number(0o600, 100, 8);
  number(0, 108, 8);
  number(0, 116, 8);
  number(size, 124, 12);
  number(Math.floor(mtime.getTime() / 1000), 136, 12);
  // The checksum is taken with blanks in its own place.
  header.fill(' ', 148, 156);
  header.write('ustar\u000000', 257, 'latin1');
  header.write('0', 156, 'ascii');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
  return header;
}
