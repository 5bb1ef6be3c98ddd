import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import { greyPng } from './pngWrite.ts';

/** [name, data] of each chunk; throws where a checksum is wrong. */
function chunksOf(png: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const view = new DataView(png.buffer);
  const chunks: (readonly [string, Uint8Array])[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const named = png.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== view.getUint32(at + 8 + length)) throw new Error('checksum');
    chunks.push([Buffer.from(named.subarray(0, 4)).toString('latin1'), named.subarray(4)]);
    at += 12 + length;
  }
  return chunks;
}

test('white, black and red become shades, two pixels a byte, an odd line padded', () => {
  const pixels = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255]);
  const png = greyPng({ width: 3, height: 1, pixels });
  const chunks = new Map(chunksOf(png));
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 1, 4, 0, 0, 0, 0]);
  expect([...inflateSync(chunks.get('IDAT') ?? new Uint8Array(0))]).toEqual([0, 0xf0, 0x40]);
});
