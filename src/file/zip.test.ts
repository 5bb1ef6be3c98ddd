import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeLimits, openZip } from './zip.ts';

const content = strToU8('一般公共预算'.repeat(1000));
const archive = zipSync({ 'a/b.xml': content, 'c.txt': [content, { level: 0 }] });

function changed(offset: number, value: number): Uint8Array {
  const bytes = archive.slice();
  bytes[offset] = value;
  return bytes;
}

describe('openZip', () => {
  it.each(['a/b.xml', 'c.txt'])('reads %s', (name) => {
    const zip = openZip(archive);
    const entry = zip.ok ? zip.archive.read(name) : undefined;
    expect(entry?.ok === true && Buffer.from(entry.bytes).equals(content)).toBe(true);
    expect(zip.ok && zip.archive.read('none')).toBeUndefined();
  });

  it('reads a view into a larger buffer', () => {
    const larger = Buffer.concat([Buffer.alloc(13, 7), archive]);
    const zip = openZip(larger.subarray(13));
    expect(zip.ok && zip.archive.read('a/b.xml')?.ok).toBe(true);
  });

  it.each([
    ['empty', new Uint8Array(), 'damaged'],
    ['truncated', archive.subarray(0, archive.length - 5), 'damaged'],
    ['no directory', archive.subarray(archive.length - 22), 'damaged'],
  ])('%s', (_, bytes, problem) => {
    expect(openZip(bytes)).toEqual({ ok: false, problem });
  });

  it('bounds the number of entries and the bytes read', () => {
    expect(openZip(archive, { ...officeLimits, entries: 1 })).toEqual({ ok: false, problem: 'bomb' });
    const zip = openZip(archive, { ...officeLimits, totalBytes: content.length });
    expect(zip.ok && [zip.archive.read('c.txt')?.ok, zip.archive.read('a/b.xml')]).toEqual([
      true,
      { ok: false, problem: 'bomb' },
    ]);
  });

  it('refuses a ratio that no document has', () => {
    const zip = openZip(zipSync({ x: new Uint8Array(20_000_000) }, { level: 9 }));
    expect(zip.ok && zip.archive.read('x')).toEqual({ ok: false, problem: 'bomb' });
  });

  it('notices broken data', () => {
    const zip = openZip(changed(60, 0xff));
    expect(zip.ok && zip.archive.read('a/b.xml')).toEqual({ ok: false, problem: 'damaged' });
  });
});
