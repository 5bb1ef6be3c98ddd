import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPlain, plainPlace } from './plainPlace.ts';

let base: string;
beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'mingsuan-plain-')));
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

test('a folder with a Chinese name is reached by a plain path, the same each time', async () => {
  const folder = join(base, '部门 预算');
  const place = await plainPlace(folder, base);
  expect(isPlain(place)).toBe(true);
  await writeFile(join(place, 'PG_VERSION'), '18');
  expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toBe('18');
  expect(await plainPlace(folder, base)).toBe(place);
});

test('what leads elsewhere is made anew', async () => {
  const folder = join(base, '数据');
  const place = await plainPlace(folder, base);
  await rm(place);
  await symlink(join(base, '别处'), place);
  await plainPlace(folder, base);
  expect(await realpath(place)).toBe(folder);
});

test('a plain folder, and one that no junction can lead to, stay as they are', async () => {
  expect(await plainPlace('/data/mingsuan', base)).toBe('/data/mingsuan');
  const folder = join(base, '预算');
  expect(await plainPlace(folder, join(base, 'missing'))).toBe(folder);
  expect(await plainPlace(folder, join(base, '中文'))).toBe(folder);
});
