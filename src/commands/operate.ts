import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../model/language.ts';
import { verifyAudit } from '../store/audit.ts';
import { hashPassword, initialPassword } from '../serve/security/passwords.ts';
import {
  BackupProblem,
  backUp,
  damagedFile,
  readManifest,
  restore,
  type BackupManifest,
} from '../store/backup.ts';
import { migrate } from '../store/migrate.ts';
import { openStore, type Store, type StoreOptions } from '../store/store.ts';
import { StoreProblem } from '../store/storeProblem.ts';
import { accountByLogin, setPassword } from '../store/users.ts';
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
    const made = await backUp(store, resolve(folder), version);
    await print(`${say(language, 'backedUp', folder, ...contentWords(made))}\n`);
    return made.audit.broken === null ? 0 : 1;
  });
}

/** How many rows, how many entries of the audit log, the hash of the last. */
function contentWords({ tables, audit }: BackupManifest): readonly string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [String(rows), String(audit.entries), audit.hash];
}

/** `mingsuan backup verify DIR`: is every file as it was written? Needs no database. */
export async function runBackupVerify(folder: string, language: Language): Promise<ExitCode> {
  const manifest = await manifestOf(folder);
  if (manifest instanceof BackupProblem) return refused(backupSentence(manifest, language));
  const damaged = await damagedFile(folder, manifest);
  if (damaged === null) {
    await print(`${say(language, 'backupSound', folder, ...contentWords(manifest), manifest.madeAt)}\n`);
    return 0;
  }
  tell(say(language, 'backupNotSound', damaged));
  return 1;
}

function manifestOf(folder: string): Promise<BackupManifest | BackupProblem> {
  return readManifest(folder).catch((error: unknown) => {
    if (error instanceof BackupProblem) return error;
    throw error;
  });
}

/** `mingsuan restore DIR`: fills an empty data directory or database. */
export async function runRestore(folder: string, options: OperateOptions): Promise<ExitCode> {
  const { language } = options;
  const manifest = await manifestOf(folder);
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

/**
 * `mingsuan password LOGIN`: a new password to begin with. For who has the machine, when no administrator can sign in
 * any more; the account is unlocked, its sessions end, and the audit log tells of it.
 */
export function runPassword(login: string, options: OperateOptions): Promise<ExitCode> {
  const { language } = options;
  return withStore(options, { exclusive: false }, async ({ db }) => {
    const account = await accountByLogin(db, login);
    if (account === null) return refused(say(language, 'noSuchLogin', login));
    const password = initialPassword();
    await setPassword(db, account.id, { hash: await hashPassword(password), mustChange: true }, null);
    await print(`${say(language, 'newPassword', account.login, password)}\n`);
    if (account.disabled) tell(say(language, 'accountDisabled'));
    return 0;
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
