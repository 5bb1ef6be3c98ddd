import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../file/crc32.ts';
import type { PagePixels } from '../../../file/pdfium.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * A page's pixels as a PNG, in shades of grey where the page has no colour. Opaque: the page has its paper.
 * Source: the PNG specification (ISO/IEC 15948).
 */
export function pngOf({ width, height, pixels }: PagePixels): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = channels === 1 ? 0 : 2;
  const data = deflateSync(rows(pixels, width, height, channels), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}

/** Each row begins with its filter; 2 (difference to the row above) suits pages of ruled tables. */
function rows(pixels: Uint8Array, width: number, height: number, channels: 1 | 3): Uint8Array {
  const stride = width * channels + 1;
  const made = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    made[y * stride] = 2;
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++) {
        const from = (y * width + x) * 4 + c;
        const above = y === 0 ? 0 : (pixels[from - width * 4] ?? 0);
        made[y * stride + 1 + x * channels + c] = (pixels[from] ?? 0) - above;
      }
  }
  return made;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
