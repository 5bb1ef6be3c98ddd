import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store.ts';
import { until } from './waiting.ts';

let directory: string;
let store: Store;
const own = () => openStore({ directory, exclusive: true });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingsuan-embedded-'));
  store = await own();
}, 60_000);

afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

const rows = async () => (await store.pool.query('select name from settings order by name')).rows.length;

async function serverProcess(): Promise<number> {
  const text = await readFile(join(directory, 'postgresql', 'database', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

/** Does a process hold the directory? Right after a start that is still to come. */
async function isTaken(): Promise<boolean> {
  const { rows: locks } = await store.pool.query(
    `select 1 from pg_locks where locktype = 'advisory' and granted`,
  );
  return locks.length > 0;
}

test('commits reach the disk', async () => {
  const { rows: found } = await store.pool.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  expect(found).toEqual([{ fsync: 'on', commit: 'on' }]);
});

test('a second process on the directory is refused and told which has it; one that only looks is let in', async () => {
  await expect(own()).rejects.toMatchObject({ code: 'inUse', detail: String(process.pid) });
  const guest = await openStore({ directory, exclusive: false });
  await guest.close();
  expect(await rows()).toBe(0);
});

test('a server that was killed is started again, and what was committed is there', async () => {
  await store.pool.query(`insert into settings (name, value) values ('kept', '1')`);
  const killed = await serverProcess();
  process.kill(killed, 'SIGKILL');
  const isAnew = async (): Promise<boolean> =>
    (await serverProcess()) !== killed && (await rows()) === 1 && (await isTaken());
  expect(await until(() => isAnew().catch(() => false), 50)).toBe(true);
  await expect(own()).rejects.toMatchObject({ code: 'inUse' });
});

test('a directory that cannot be made is told', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  const opened = openStore({ directory: file, exclusive: true });
  await expect(opened).rejects.toMatchObject({ code: 'notWritable', detail: file });
});
