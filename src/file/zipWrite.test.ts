import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from './zip.ts';
import { withParts } from './zipWrite.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const archive = zipSync({ 'a.xml': encode('甲'), 'b/c.xml': encode('乙'.repeat(500)) });

function textsOf(bytes: Uint8Array | undefined): Record<string, string> {
  const entries = Object.entries(unzipSync(bytes ?? new Uint8Array()));
  return Object.fromEntries(entries.map(([name, content]) => [name, new TextDecoder().decode(content)]));
}

describe('withParts', () => {
  it('exchanges and adds parts and keeps the others', () => {
    const copy = withParts(
      archive,
      new Map([
        ['a.xml', encode('丙')],
        ['批注.xml', encode('丁')],
      ]),
    );
    expect(textsOf(copy)).toEqual({ 'a.xml': '丙', 'b/c.xml': '乙'.repeat(500), '批注.xml': '丁' });
    expect(openZip(copy ?? new Uint8Array()).ok).toBe(true);
  });

  it('gives the same bytes on every run', () => {
    const parts = new Map([['d.xml', encode('戊')]]);
    expect(withParts(archive, parts)).toEqual(withParts(archive, parts));
  });

  it('says so when the archive is cut off', () => {
    expect(withParts(archive.subarray(0, 60), new Map())).toBeUndefined();
    expect(withParts(archive.subarray(30), new Map())).toBeUndefined();
  });
});
