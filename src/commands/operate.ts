import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../model/language.ts';
import { verifyAudit } from '../store/audit.ts';
import { BackupProblem, backUp, readManifest, restore } from '../store/backup.ts';
import { migrate } from '../store/migrate.ts';
import { openStore, type Store, type StoreOptions } from '../store/store.ts';
import { StoreProblem } from '../store/storeProblem.ts';
import { version } from '../version.ts';
import type { ExitCode } from './check.ts';
import { ownDirectory } from './serve.ts';
import { storeSentence } from './storeWords.ts';
import { print, tell } from './terminal.ts';
import { say } from './words.ts';

export interface OperateOptions {
  readonly language: Language;
  readonly data?: string;
}

/** `mingsuan backup DIR`: everything in one snapshot; the system may go on running. */
export function runBackup(folder: string, options: OperateOptions): Promise<ExitCode> {
  const { language } = options;
  if (existsSync(folder)) return Promise.resolve(refused(say(language, 'backupExists', folder)));
  return withStore(options, { exclusive: false }, async (store) => {
    const { tables, audit } = await backUp(store, resolve(folder), version);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await print(`${say(language, 'backedUp', folder, String(rows), String(audit.entries), audit.hash)}\n`);
    return audit.broken === null ? 0 : 1;
  });
}

/** `mingsuan restore DIR`: fills an empty data directory or database. */
export async function runRestore(folder: string, options: OperateOptions): Promise<ExitCode> {
  const { language } = options;
  const manifest = await readManifest(folder).catch((error: unknown) => {
    if (error instanceof BackupProblem) return error;
    throw error;
  });
  if (manifest instanceof BackupProblem) return refused(backupSentence(manifest, language));
  const { migrations, audit } = manifest;
  return withStore(options, { exclusive: true, migrations }, async (store) => {
    await restore(store.pool, folder, manifest);
    await migrate(store.pool);
    const now = await verifyAudit(store.db);
    const isSame = now.broken === null && now.hash === audit.hash;
    await print(`${say(language, isSame ? 'restored' : 'restoredBroken', String(now.entries), now.hash)}\n`);
    return isSame ? 0 : 1;
  });
}

/** `mingsuan audit verify`: recomputes the chain of hashes. */
export function runAuditVerify(options: OperateOptions): Promise<ExitCode> {
  const { language } = options;
  return withStore(options, { exclusive: false }, async ({ db }) => {
    const { entries, hash, broken } = await verifyAudit(db);
    if (broken === null) {
      await print(`${say(language, 'auditSound', String(entries), hash)}\n`);
      return 0;
    }
    tell(say(language, broken.reason === 'missing' ? 'auditMissing' : 'auditAltered', String(broken.number)));
    return 1;
  });
}

async function withStore(
  { language, data }: OperateOptions,
  how: Pick<StoreOptions, 'exclusive' | 'migrations'>,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const url = process.env['DATABASE_URL'];
  const directory = resolve(data ?? ownDirectory);
  // Looking at what is not there must not make it.
  if (url === undefined && !how.exclusive && !existsSync(directory)) {
    return refused(say(language, 'noData', directory));
  }
  try {
    const store = await openStore({ ...(url === undefined ? {} : { url }), directory, ...how });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreProblem) return refused(storeSentence(error, language));
    if (error instanceof BackupProblem) return refused(backupSentence(error, language));
    throw error;
  }
}

function backupSentence({ code, message }: BackupProblem, language: Language): string {
  const keys = {
    noBackup: 'noBackup',
    damaged: 'backupDamaged',
    newer: 'backupNewer',
    notEmpty: 'storeNotEmpty',
  } as const;
  return say(language, keys[code], message);
}

function refused(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}
