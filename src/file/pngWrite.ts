import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import type { PagePixels } from './pdfium.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bitsPerPixel = 4;

/**
 * A page as a PNG in sixteen shades of grey (ISO/IEC 15948): text and ruling lines stay sharp, and a page of a
 * table takes some tens of kilobytes.
 */
export function greyPng({ width, height, pixels }: PagePixels): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([bitsPerPixel, 0, 0, 0, 0], 8);
  const data = deflateSync(greyLines(width, height, pixels), { level: 9 });
  return joined([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array(0))]);
}

/** Each line is a filter byte (none) and two pixels a byte. */
function greyLines(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const bytes = Math.ceil(width / 2);
  const lines = new Uint8Array(height * (bytes + 1));
  for (let y = 0; y < height; y += 1) {
    const line = y * (bytes + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const shade = shadeAt(pixels, (y * width + x) * 4);
      const at = line + (x >> 1);
      lines[at] = (lines[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    }
  }
  return lines;
}

/** Luminance (ITU-R BT.601) in sixteen steps. */
function shadeAt(pixels: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
  return Math.round((0.299 * red + 0.587 * green + 0.114 * blue) / 17);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
