import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { tarOf } from './tar.ts';

test('an archive lists and gives back its files', async () => {
  const contents = [Buffer.alloc(0), Buffer.from('甲'), Buffer.alloc(1024, 7)];
  const pieces: Uint8Array[] = [];
  const entries = contents.map((content, i) => {
    return { name: `b/${i}`, size: content.length, mtime: new Date(0), open: () => Readable.from([content]) };
  });
  for await (const piece of tarOf(entries)) pieces.push(piece);
  const folder = mkdtempSync(join(tmpdir(), 'tar-'));
  try {
    writeFileSync(join(folder, 'a.tar'), Buffer.concat(pieces));
    const listed = execFileSync('tar', ['-tvf', join(folder, 'a.tar')], { encoding: 'utf8' });
    expect(listed.match(/b\/\d/g)).toEqual(['b/0', 'b/1', 'b/2']);
    const read = execFileSync('tar', ['-xOf', join(folder, 'a.tar'), 'b/1'], { encoding: 'utf8' });
    expect(read).toBe('甲');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
