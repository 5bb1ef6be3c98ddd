import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineTask } from './examineTask.ts';

test('reading leaves the process where it was: the folder of the files is removed afterwards', async () => {
  const before = process.cwd();
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-examine-'));
  await copyFile(new URL('../../../examples/disclosure.txt', import.meta.url), join(folder, 'a.txt'));
  const made = await examineTask({ kind: 'read', folder, files: ['a.txt'], language: 'zh' });
  await rm(folder, { recursive: true });
  expect(made).toMatchObject({ report: { file: 'a.txt', verdict: 'clean' } });
  expect(process.cwd()).toBe(before);
});
