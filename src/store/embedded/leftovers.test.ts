import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotateLog } from './log.ts';
import { dropForeignNote, postmasterState } from './postmaster.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingsuan-leftovers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const note = (pid: number): Promise<void> =>
  writeFile(join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1700000000\n5432\n${folder}\n`);

// Only Linux tells what a process is; elsewhere the note stays.
test.runIf(process.platform === 'linux')(
  'a note that names another program’s process is taken away, one of a process that is gone is PostgreSQL’s to judge',
  async () => {
    await note(process.pid);
    await dropForeignNote(folder);
    expect(await postmasterState(folder)).toBeNull();
    await note(2 ** 22 + 1);
    await dropForeignNote(folder);
    expect(await postmasterState(folder)).toMatchObject({ port: 5432, sockets: folder });
  },
);

test('a log that has grown makes room, and the part before is kept', async () => {
  const path = join(folder, 'database.log');
  await rotateLog(path);
  await writeFile(path, 'old');
  await rotateLog(path, 3);
  expect(await readFile(path, 'utf8')).toBe('old');
  await rotateLog(path, 2);
  expect([await readFile(path, 'utf8'), await readFile(`${path}.1`, 'utf8')]).toEqual(['', 'old']);
});
