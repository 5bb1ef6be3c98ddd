import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder, sweepFolders, uploadFolder } from './leftFolders.ts';

test('uploads that a killed process left are taken away when they are old, and nothing else', async () => {
  const below = await mkdtemp(join(tmpdir(), 'mingsuan-left-'));
  for (const name of [`${readFolder}a`, `${uploadFolder}b`, 'other']) {
    await mkdir(join(below, name));
    await writeFile(join(below, name, 'budget.txt'), '1');
  }
  await sweepFolders(below);
  expect(await readdir(below)).toHaveLength(3);
  await sweepFolders(below, Date.now() + 2 * 3_600_000);
  expect(await readdir(below)).toEqual(['other']);
  await rm(below, { recursive: true });
});
