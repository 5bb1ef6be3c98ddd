import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '../model/language.ts';
import type { Role } from '../store/roles.ts';
import { StoreProblem } from '../store/storeProblem.ts';
import { exampleLogins, examplePassword, loadExample } from '../serve/example.ts';
import { firstAccounts } from '../serve/setup.ts';
import { startSystem, type RunningSystem, type SystemOptions } from '../serve/start.ts';
import type { ExitCode } from './check.ts';
import { countsIn } from './counts.ts';
import { keepAddress, keptAddress, openPage, thisOrAnyPort } from './openPage.ts';
import { storeSentence } from './storeWords.ts';
import { print, tell } from './terminal.ts';
import { say, type SentenceKey } from './words.ts';

export interface ServeOptions {
  readonly language: Language;
  readonly port: string;
  readonly host: string;
  readonly data?: string;
  readonly trustProxy?: boolean;
  readonly log?: string;
  readonly rate?: string;
  /** Opens the workbench in the browser, by any free port where the one asked for is taken. */
  readonly open?: boolean;
}

/** Where data is kept unless told otherwise. */
export const ownDirectory = 'mingsuan-data';
const exampleDirectory = 'mingsuan-demo';
/** The example lies beside the folder of the built command. */
const exampleFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../examples/' : '../examples/',
  import.meta.url,
);

/** `mingsuan serve`: the whole system until it is stopped. */
export async function runServe(options: ServeOptions): Promise<ExitCode> {
  const { language } = options;
  const started = await start(options, options.data ?? ownDirectory, async (store) => {
    const accounts = (await firstAccounts(store)).map(({ login, password }) => `  ${login}  ${password}`);
    // At once: where the port turns out to be taken, nobody would learn them any more.
    if (accounts.length > 0) await print(`${say(language, 'firstAccounts')}\n${accounts.join('\n')}\n`);
  });
  if (typeof started === 'string') return refused(started);
  await announce(started, language);
  if (options.open === true) await showWorkbench(started, resolve(options.data ?? ownDirectory));
  return untilStopped(started, language);
}

/** `mingsuan demo`: the system with the example loaded. */
export async function runDemoSystem(options: ServeOptions): Promise<ExitCode> {
  const { language } = options;
  const load: SystemOptions['prepare'] = (store, examiner) => loadExample(store, examiner, exampleFolder);
  const first = await start(options, options.data ?? exampleDirectory, load, options.data === undefined);
  // The example may lie anywhere: root's own home is closed to the database's user.
  const started = first ?? (await start(options, join(tmpdir(), exampleDirectory), load));
  if (typeof started === 'string') return refused(started);
  await announce(started, language);
  const logins = exampleLogins.map(
    ({ login, role }) => `  ${login.padEnd(10)}${say(language, roleWords[role])}`,
  );
  await print(`${say(language, 'demoLogins', examplePassword)}\n${logins.join('\n')}\n`);
  return untilStopped(started, language);
}

const roleWords: Readonly<Record<Role, SentenceKey>> = {
  preparer: 'rolePreparer',
  unitHead: 'roleUnitHead',
  departmentReviewer: 'roleDepartmentReviewer',
  financeReviewer: 'roleFinanceReviewer',
  approver: 'roleApprover',
  publisher: 'rolePublisher',
  systemAdministrator: 'roleSystemAdministrator',
  securityAdministrator: 'roleSecurityAdministrator',
  auditAdministrator: 'roleAuditAdministrator',
};

type Started = RunningSystem | string;

async function start(
  options: ServeOptions,
  directory: string,
  prepare: SystemOptions['prepare'],
): Promise<Started>;
async function start(
  options: ServeOptions,
  directory: string,
  prepare: SystemOptions['prepare'],
  mayMove: boolean,
): Promise<Started | null>;
/** The running system, or why it does not run; null where another directory should be tried. */
async function start(
  { language, port, host, trustProxy = false, log, rate, open = false }: ServeOptions,
  directory: string,
  prepare: SystemOptions['prepare'],
  mayMove = false,
): Promise<Started | null> {
  const asked = Number(port);
  if (!Number.isInteger(asked) || asked < 0 || asked > 65_535) return say(language, 'wrongPort', port);
  const number = open ? await thisOrAnyPort(host, asked) : asked;
  const databaseUrl = process.env['DATABASE_URL'];
  const countsFile = join(resolve(directory), 'counts.csv');
  const counts = await countsIn(existsSync(countsFile) ? countsFile : null, language);
  if (!counts.ok) return counts.sentence;
  try {
    return await startSystem({
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(prepare === undefined ? {} : { prepare }),
      ...(rate === undefined ? {} : { publicPerMinute: Math.max(0, Number(rate) || 0) }),
      ...(log === undefined ? {} : { log: { level: log } }),
      counts: counts.counts,
      ...{ host, port: number, directory: resolve(directory), trustProxy },
    });
  } catch (error) {
    if (error instanceof StoreProblem) {
      if (open && error.code === 'inUse') await showRunning(resolve(directory));
      return mayMove && error.code === 'notReachable' ? null : storeSentence(error, language);
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') return say(language, 'portTaken', port);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
      return say(language, 'noAddress', host, port);
    }
    throw error;
  }
}

function refused(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

async function announce({ address }: RunningSystem, language: Language): Promise<void> {
  await print(`${say(language, 'serving', address)}\n`);
}

async function showWorkbench({ address }: RunningSystem, directory: string): Promise<void> {
  const workbench = `${address}app/`;
  await keepAddress(directory, workbench);
  openPage(workbench);
}

/** A second double click means: show me the one that runs. */
async function showRunning(directory: string): Promise<void> {
  const address = await keptAddress(directory);
  if (address !== null) openPage(address);
}

/** Ctrl-C or the service manager's signal stops the system in order; a second one at once. */
async function untilStopped(system: RunningSystem, language: Language): Promise<ExitCode> {
  await new Promise<void>((resume) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resume();
      });
    }
  });
  tell(say(language, 'stopping'));
  await system.stop();
  return 0;
}
