import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import { StoreProblem } from '../storeProblem.ts';
import { serverAccount, type Account } from './account.ts';
import { freePort } from './freePort.ts';
import { binariesIn, completeLinks, copyBinaries, packagedBinaries, type Binaries } from './binaries.ts';
import { rotateLog } from './log.ts';
import { isPlain, plainPlace } from './plainPlace.ts';
import { dropForeignNote, postmasterState, type PostmasterState } from './postmaster.ts';
import { canConnect, processIsAlive, until } from './waiting.ts';

/** PostgreSQL's own server in a data directory. */
export interface EmbeddedServer {
  /** How to connect, without the database's name. */
  readonly connection: ClientConfig;
  /** True when it ran already: another process, or one that ended without stopping it. */
  readonly wasRunning: boolean;
  stop(): Promise<void>;
}

interface Layout {
  readonly top: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  readonly key: string;
}

export const databaseUser = 'mingsuan';
const startSeconds = 60;
/** A socket's address holds 107 bytes; PostgreSQL adds its own name. */
const longestSocketFolder = 88;

function layoutOf(directory: string): Layout {
  // A folder of its own: the directory that the user names may hold other things and stays the user's.
  const top = resolve(directory, 'postgresql');
  const at = (name: string): string => join(top, name);
  return {
    top,
    cluster: at('database'),
    sockets: at('run'),
    log: at('database.log'),
    key: at('database.key'),
  };
}

/**
 * Starts the server of a data directory, which is made when there is none, or finds it running. `port`: the one that it
 * had, where it is reached by one.
 * @throws StoreProblem noBinaries, noAccount, notReachable, notWritable, otherMajor, initFailed, plainPathNeeded,
 *   startFailed
 */
export async function startEmbedded(directory: string, port?: number): Promise<EmbeddedServer> {
  const isWindows = process.platform === 'win32';
  const layout = layoutOf(isWindows ? await plainPlace(directory) : directory);
  const running = await runningServer(layout);
  if (running !== null) return serverOf(layout, running, true);
  const account = await accountFor(layout).catch((error: unknown) => {
    if (isDirectoryFault(error)) throw new StoreProblem('notWritable', resolve(directory));
    throw error;
  });
  const binaries = await reachableBinaries(layout, account);
  if (!(await isThere(join(layout.cluster, 'PG_VERSION')))) await initialise(layout, binaries, account);
  await refuseOtherMajor(layout, binaries, account);
  await dropForeignNote(layout.cluster);
  await rotateLog(layout.log);
  const connection = await launch(layout, binaries, account, port);
  return serverOf(layout, connection, false);
}

const hour = 3_600_000;

function serverOf(layout: Layout, connection: ClientConfig, wasRunning: boolean): EmbeddedServer {
  const rotating = setInterval(() => {
    // What could not be done, on a full disk for example, is tried again in an hour.
    rotateLog(layout.log).catch(() => undefined);
  }, hour);
  rotating.unref();
  const stop = (): Promise<void> => {
    clearInterval(rotating);
    return stopServer(layout);
  };
  return { connection, wasRunning, stop };
}

/** How to reach the server of a data directory when it runs; null when it does not. */
async function runningServer(layout: Layout): Promise<ClientConfig | null> {
  const state = await postmasterState(layout.cluster);
  if (state === null || !processIsAlive(state.pid)) return null;
  const connection = await connectionTo(layout, state);
  // A server that is just starting or recovering is waited for; a dead one's number may be another process.
  const answers = await until(async () => canConnect(connection), 10);
  return answers ? connection : null;
}

async function connectionTo(
  { key }: Layout,
  { port, sockets }: Pick<PostmasterState, 'port' | 'sockets'>,
): Promise<ClientConfig> {
  const password = (await readFile(key, 'utf8')).trim();
  return { host: sockets === '' ? '127.0.0.1' : sockets, port, user: databaseUser, password };
}

/** The user to run as; the directory and what lies in it become its own. */
async function accountFor({ top, sockets }: Layout): Promise<Account | null> {
  const account = await serverAccount();
  if (account === null && process.getuid?.() === 0) throw new StoreProblem('noAccount', top);
  if (account !== null) await refuseUnreachable(await nearestFolder(dirname(dirname(top))), account);
  await mkdir(dirname(top), { recursive: true, mode: 0o711 });
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  await chmod(top, 0o700);
  for (const folder of [top, sockets]) if (account !== null) await chown(folder, account.uid, account.gid);
  if (account !== null) await letThrough(dirname(top), account);
  return account;
}

/** The directory cannot be made: no rights, a read-only disk, a file of its name, a full disk. */
function isDirectoryFault(error: unknown): boolean {
  const faults = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EEXIST', 'ENOTDIR', 'ENOSPC'];
  return error instanceof Error && 'code' in error && faults.includes(String(error.code));
}

/** The folder, or the one above that is there already. */
async function nearestFolder(folder: string): Promise<string> {
  return (await isThere(folder)) ? folder : nearestFolder(dirname(folder));
}

/** The data directory itself may be walked through; its other contents stay closed by their own modes. */
async function letThrough(directory: string, account: Account): Promise<void> {
  const { mode } = await stat(directory);
  await chmod(directory, mode | 0o011);
  await refuseUnreachable(directory, account);
}

/** Every folder above must let the server's user through. */
async function refuseUnreachable(folder: string, account: Account): Promise<void> {
  const { mode, uid, gid } = await stat(folder);
  const isOpen = (mode & 0o001) !== 0;
  const own = (uid === account.uid && (mode & 0o100) !== 0) || (gid === account.gid && (mode & 0o010) !== 0);
  if (!isOpen && !own) throw new StoreProblem('notReachable', folder);
  if (dirname(folder) !== folder) await refuseUnreachable(dirname(folder), account);
}

async function reachableBinaries({ top }: Layout, account: Account | null): Promise<Binaries> {
  const packaged = await plainBinaries();
  if (packaged === null) throw new StoreProblem('noBinaries', `${process.platform} ${process.arch}`);
  await completeLinks(packaged).catch((error: unknown) => {
    // A read-only installation has its links already, or the copy gets them.
    if (account === null && !isAccessProblem(error)) throw error;
  });
  const release = await outcome(packaged.postgres, ['--version'], account);
  if (release.code === 0) return packaged;
  const own = await outcome(packaged.postgres, ['--version'], null);
  const number = /\d+(?:\.\d+)?/.exec(own.output)?.[0] ?? 'unknown';
  return copyBinaries(packaged, top, number);
}

/** The packaged programs, by a path that they understand. */
async function plainBinaries(): Promise<Binaries | null> {
  const packaged = packagedBinaries();
  if (packaged === null || process.platform !== 'win32') return packaged;
  return binariesIn(await plainPlace(packaged.folder));
}

function isAccessProblem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:EACCES|EROFS|EPERM)$/.test(String(error.code));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The cluster has its name only when it is complete: who is killed while making it begins anew. */
async function initialise(layout: Layout, binaries: Binaries, account: Account | null): Promise<void> {
  const { key } = layout;
  const cluster = `${layout.cluster}.making`;
  await rm(cluster, { recursive: true, force: true });
  await writeFile(key, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account !== null) await chown(key, account.uid, account.gid);
  const words = ['-D', cluster, '-U', databaseUser, '--encoding=UTF8', '--locale=C', '--pwfile', key];
  const made = await outcome(binaries.initdb, [...words, '--auth=scram-sha-256'], account);
  if (made.code === 0) {
    await rm(layout.cluster, { recursive: true, force: true });
    return rename(cluster, layout.cluster);
  }
  const isPathsFault = process.platform === 'win32' && !(isPlain(cluster) && isPlain(binaries.folder));
  if (isPathsFault) throw new StoreProblem('plainPathNeeded', layout.top);
  throw new StoreProblem('initFailed', made.output.slice(-500));
}

/** Files of one major release are not read by another: a backup leads across. */
async function refuseOtherMajor(layout: Layout, binaries: Binaries, account: Account | null): Promise<void> {
  const files = (await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await outcome(binaries.postgres, ['--version'], account);
  const programs = /(\d+)(?:\.\d+)?/.exec(output)?.[1] ?? '';
  if (files !== programs) throw new StoreProblem('otherMajor', `${files} → ${programs}`);
}

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

function outcome(program: string, words: readonly string[], account: Account | null): Promise<Outcome> {
  return new Promise((settle) => {
    const child = spawn(program, [...words], { ...asUser(account), cwd: '/', windowsHide: true });
    let output = '';
    const take = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      settle({ code: null, output: error.message });
    });
    child.on('close', (code) => {
      settle({ code, output });
    });
  });
}

function asUser(account: Account | null): { readonly uid?: number; readonly gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

async function launch(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  port: number | undefined,
): Promise<ClientConfig> {
  const place = await listeningPlace(layout, port);
  const settings = {
    ...place.settings,
    jit: 'off',
    // A search for a common word goes through a hundred thousand records: in memory, not in files.
    work_mem: '32MB',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Details of a fault hold the row that led to it, with names of people.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const hasEnded =
    process.platform === 'win32'
      ? await startByControl(layout, binaries, words)
      : await startDirectly(layout, binaries, words, account);
  const connection = await connectionTo(layout, place);
  const ready = await until(async () => hasEnded() || canConnect(connection), startSeconds);
  // Of two processes that start it at once one wins; its server serves both.
  if (!ready || (hasEnded() && !(await canConnect(connection))))
    throw new StoreProblem('startFailed', await lastLines(layout.log));
  return connection;
}

/** In a session of its own: Ctrl-C on the terminal is the program's to answer. Gives whether it has ended. */
async function startDirectly(
  layout: Layout,
  binaries: Binaries,
  words: readonly string[],
  account: Account | null,
): Promise<() => boolean> {
  const log = await open(layout.log, 'a', 0o600);
  try {
    const child = spawn(binaries.postgres, ['-D', layout.cluster, ...words], {
      ...asUser(account),
      detached: true,
      cwd: layout.top,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.on('error', () => undefined);
    child.unref();
    return () => child.exitCode !== null || child.pid === undefined;
  } finally {
    await log.close();
  }
}

/**
 * On Windows PostgreSQL's own control program starts the server: it takes an administrator's rights from it, with
 * which the server would refuse to run. Hidden, it has a console of its own, so that Ctrl-C does not reach the
 * server. What it prints goes to a file, for the server keeps that open too.
 */
async function startByControl(
  { cluster, log, top }: Layout,
  { control }: Binaries,
  words: readonly string[],
): Promise<() => boolean> {
  const printed = await open(join(top, 'control.log'), 'w', 0o600);
  try {
    const own = ['start', '-D', cluster, '-l', log, '-w', '-t', String(startSeconds), '-o', words.join(' ')];
    const stdio = ['ignore' as const, printed.fd, printed.fd];
    const child = spawn(control, own, { windowsHide: true, cwd: top, stdio });
    const code = await new Promise<number | null>((settle) => {
      child.on('error', () => {
        settle(null);
      });
      child.on('exit', settle);
    });
    return () => code !== 0;
  } finally {
    await printed.close();
  }
}

async function lastLines(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-3).join(' ');
}

interface ListeningPlace extends Pick<PostmasterState, 'port' | 'sockets'> {
  readonly settings: Readonly<Record<string, string>>;
}

/** A socket that only the owner of the directory can open; on Windows a port of this machine. */
async function listeningPlace({ sockets }: Layout, wished: number | undefined): Promise<ListeningPlace> {
  if (process.platform !== 'win32' && Buffer.byteLength(sockets) <= longestSocketFolder) {
    const settings = {
      listen_addresses: '',
      unix_socket_directories: sockets,
      unix_socket_permissions: '0700',
    };
    return { port: 5432, sockets, settings };
  }
  const port = wished ?? (await freePort());
  const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  return { port, sockets: '', settings };
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(layout: Layout): Promise<void> {
  const state = await postmasterState(layout.cluster);
  if (state === null || !processIsAlive(state.pid)) return;
  await askToStop(layout, state.pid);
  const stopped = await until(async () => Promise.resolve(!processIsAlive(state.pid)), 30);
  if (!stopped) process.kill(state.pid, 'SIGQUIT');
}

/** Windows has no signals: PostgreSQL's own control program tells the server there. */
async function askToStop({ cluster }: Layout, pid: number): Promise<void> {
  const binaries = process.platform === 'win32' ? await plainBinaries() : null;
  if (binaries === null) process.kill(pid, 'SIGINT');
  else await outcome(binaries.control, ['stop', '-D', cluster, '-m', 'fast', '-W'], null);
}
