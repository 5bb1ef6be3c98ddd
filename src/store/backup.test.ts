import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { record, verifyAudit } from './audit.ts';
import { backUp, damagedFile, readManifest, restore } from './backup.ts';
import { bookVersion, saveBook } from './books.ts';
import { addFile, fileContent } from './files.ts';
import { createFiling, filingById } from './filings.ts';
import { testOrganisation, testStore, testUser, type TestStore } from './storeFixture.ts';

let full: TestStore;
let empty: TestStore;
let filing: string;
let file: string;
let folder: string;
const content = { 金额: 1, text: 'tab\there\nand \\N backslash' };

beforeAll(async () => {
  [full, empty] = await Promise.all([testStore(), testStore()]);
  const { region, department } = await testOrganisation(full);
  const clerk = await testUser(full, 'clerk', [{ role: 'preparer', region, department, unit: null }]);
  const place = { region, department, unit: null };
  const made = await createFiling(full.db, { ...place, year: 2030, stage: 'budget', form: 'x' }, clerk);
  if (!made.ok) throw new Error(made.reason);
  filing = made.filing.id;
  await saveBook(full.db, made.filing, { base: 0, content, problems: 0, author: clerk, reason: '测试' });
  file = (await addFile(full.db, Buffer.from([0, 255, 10, 92]), 'text/plain')).id;
  folder = join(full.directory, 'backup');
}, 60_000);

afterAll(async () => {
  await Promise.all([full.close(), empty.close()]);
});

async function indexesOf({ pool }: TestStore): Promise<readonly string[]> {
  const { rows } = await pool.query<{ definition: string }>(
    `select replace(indexdef, ' ON ONLY ', ' ON ') as definition from pg_indexes
     where schemaname = current_schema() and tablename not like 'pg_%' order by tablename, indexname`,
  );
  return rows.map(({ definition }) => definition);
}

test('what was backed up is there after restoring, and the audit chain verifies', async () => {
  const { tables, audit } = await backUp(full, folder, '0');
  expect(tables.find(({ name }) => name === 'book_versions')?.rows).toBe(1);
  const path = join(folder, 'book_versions.copy.gz');
  const sound = await readFile(path);
  expect(await damagedFile(folder, await readManifest(folder))).toBeNull();

  await writeFile(path, gzipSync(gunzipSync(sound).toString().replace('测试', '改动')));
  const manifest = await readManifest(folder);
  const indexes = await indexesOf(empty);
  await expect(restore(empty.pool, folder, manifest)).rejects.toMatchObject({ code: 'damaged' });
  expect(await damagedFile(folder, manifest)).toBe(path);
  await writeFile(path, sound.subarray(0, 40));
  expect(await damagedFile(folder, manifest)).toBe(path);
  await rm(path);
  expect(await damagedFile(folder, manifest)).toBe(path);
  await expect(restore(empty.pool, folder, manifest)).rejects.toMatchObject({ code: 'damaged' });
  expect(await filingById(empty.db, filing)).toBeNull();

  await writeFile(path, sound);
  const newer = { ...manifest, migrations: [...manifest.migrations, '999-later.sql'] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(newer));
  await expect(readManifest(folder)).rejects.toMatchObject({ code: 'newer', message: '999-later.sql' });

  await restore(empty.pool, folder, manifest);
  expect(await indexesOf(empty)).toEqual(indexes);
  const restored = await filingById(empty.db, filing);
  if (restored === null) throw new Error('nothing was restored');
  expect((await bookVersion(empty.db, restored, 1))?.content).toEqual(content);
  expect((await fileContent(empty.db, file))?.content).toEqual(Buffer.from([0, 255, 10, 92]));
  expect(await verifyAudit(empty.db)).toEqual(audit);
  await expect(restore(empty.pool, folder, manifest)).rejects.toMatchObject({ code: 'notEmpty' });
});

test('what is written while a backup is made is not in it, nor in what it says of the audit chain', async () => {
  const work = { going: true };
  const writing = (async () => {
    for (let i = 0; work.going; i++)
      await full.db
        .transaction()
        .execute((change) => record(change, { actor: null, action: 'test', object: `n:${i}` }));
  })();
  try {
    for (const name of ['first', 'second', 'third']) {
      const { tables, audit } = await backUp(full, join(full.directory, name), '0');
      expect(audit.broken).toBeNull();
      expect(tables.find((table) => table.name === 'audit_log')?.rows).toBe(audit.entries);
    }
  } finally {
    work.going = false;
    await writing;
  }
});

test('a folder that is no backup is refused', async () => {
  await expect(readManifest(full.directory)).rejects.toMatchObject({ code: 'noBackup' });
});
