import { deflateSync } from 'node:zlib';
import { crc32 } from '../../file/crc32.ts';
import type { PagePixels } from '../../file/pdfium.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const rgb = 2;

/** Opaque RGBA pixels as PNG. Source: PNG specification, third edition, sections 5 and 11. */
export function pngOf({ width, height, pixels }: PagePixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, rgb, 0, 0, 0], 8);
  const data = deflateSync(scanLines(width, height, pixels));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each line begins with the number of its filter: none. */
function scanLines(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const lines = new Uint8Array(height * (1 + width * 3));
  let at = 0;
  for (let i = 0; i < width * height * 4; i += 4) {
    if (i % (width * 4) === 0) at += 1;
    lines[at] = pixels[i] ?? 0;
    lines[at + 1] = pixels[i + 1] ?? 0;
    lines[at + 2] = pixels[i + 2] ?? 0;
    at += 3;
  }
  return lines;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(content, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}
