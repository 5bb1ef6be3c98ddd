import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFiles } from './writeFiles.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('writes files into folders that it makes', async () => {
  const out = join(folder, 'a', 'b');
  const files = [
    { path: 'x.txt', content: '一' },
    { path: 'data/y.bin', content: new Uint8Array([1, 2]) },
  ];
  expect(await writeFiles(out, files)).toBeNull();
  expect(readFileSync(join(out, 'x.txt'), 'utf8')).toBe('一');
  expect([...readFileSync(join(out, 'data/y.bin'))]).toEqual([1, 2]);
  expect(readdirSync(out).sort()).toEqual(['data', 'x.txt']);
});

test('writes none when one cannot be written, and leaves what was there', async () => {
  writeFileSync(join(folder, 'x.txt'), 'old');
  writeFileSync(join(folder, 'data'), 'a file where a folder should be');
  const problem = await writeFiles(folder, [
    { path: 'x.txt', content: 'new' },
    { path: 'data/y.txt', content: 'new' },
  ]);
  expect(problem?.path).toBe(join(folder, 'data/y.txt'));
  expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['data', 'x.txt']);
});

test('tables of an earlier run go from a folder that is whole', async () => {
  mkdirSync(join(folder, 'p/data'), { recursive: true });
  writeFileSync(join(folder, 'p/data/old.csv'), '');
  writeFileSync(join(folder, 'p/data/note.txt'), 'of the user');
  expect(await writeFiles(folder, [{ path: 'p/data/new.csv', content: '' }], ['p/data'])).toBeNull();
  expect(readdirSync(join(folder, 'p/data')).sort()).toEqual(['new.csv', 'note.txt']);
});

test('a folder that the system does not allow is told and does not hang', async () => {
  if (!existsSync('/proc/self')) return;
  expect(await writeFiles('/proc/mingsuan', [{ path: 'x', content: '' }])).not.toBeNull();
});
