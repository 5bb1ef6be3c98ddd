import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type OfficeTarget = 'docx' | 'xlsx';

export type OfficeResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: 'needsOffice' | 'officeFailed'; readonly detail?: string };

export interface OfficeOptions {
  /** The program to run instead of the one found on this machine. */
  readonly program?: string;
  readonly timeoutSeconds?: number;
}

const defaultTimeoutSeconds = 120;
const mostResultBytes = 256 * 1024 * 1024;
const filters: Readonly<Record<OfficeTarget, string>> = {
  docx: 'docx:MS Word 2007 XML',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
};

/**
 * Converts a document with LibreOffice in a private temporary folder with a profile of its own, so that
 * a running office program neither disturbs nor is disturbed. `ending` is the file name's without the dot.
 * The program and its children are killed after the timeout, and the folder is removed in every case.
 */
export async function convertWithOffice(
  bytes: Uint8Array,
  ending: string,
  target: OfficeTarget,
  options: OfficeOptions = {},
): Promise<OfficeResult> {
  const program = options.program ?? findOffice();
  if (program === undefined) return { ok: false, problem: 'needsOffice' };
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-office-'));
  const removeAtExit = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeAtExit);
  try {
    return await convertIn(
      folder,
      program,
      bytes,
      ending,
      target,
      options.timeoutSeconds ?? defaultTimeoutSeconds,
    );
  } finally {
    process.removeListener('exit', removeAtExit);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function convertIn(
  folder: string,
  program: string,
  bytes: Uint8Array,
  ending: string,
  target: OfficeTarget,
  seconds: number,
): Promise<OfficeResult> {
  const input = join(folder, `document.${/^[a-z\d]{1,8}$/i.test(ending) ? ending.toLowerCase() : 'bin'}`);
  const output = join(folder, 'converted');
  await writeFile(input, bytes);
  await writeProfile(join(folder, 'profile'));
  const failure = await run(program, officeArguments(folder, input, output, target), seconds);
  if (failure !== undefined) return { ok: false, problem: 'officeFailed', detail: failure };
  return readResult(join(output, `document.${target}`));
}

function officeArguments(folder: string, input: string, output: string, target: OfficeTarget): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    '--nofirststartwizard',
    '--convert-to',
    filters[target],
    '--outdir',
    output,
    input,
  ];
}

/** Documents come from strangers: no macros, and nothing fetched from the network. */
async function writeProfile(profile: string): Promise<void> {
  const setting = (name: string): string =>
    `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>true</value></prop></item>`;
  const items = ['DisableMacrosExecution', 'BlockUntrustedRefererLinks'].map(setting).join('');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${items}</oor:items>`,
  );
}

/** Runs the program to its end; what went wrong in a few words, or undefined. */
function run(program: string, parameters: readonly string[], seconds: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A group of its own, so that the children of the launcher script can be killed with it.
    const child = spawn(program, parameters, {
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      windowsHide: true,
    });
    const killAtExit = (): void => {
      killGroup(child);
    };
    const timer = setTimeout(() => {
      killGroup(child);
      finish(`${seconds} s`);
    }, seconds * 1000);
    const finish = (failure: string | undefined): void => {
      clearTimeout(timer);
      process.removeListener('exit', killAtExit);
      resolve(failure);
    };
    process.once('exit', killAtExit);
    child.once('error', (error) => {
      finish(error.message);
    });
    child.once('exit', (code, signal) => {
      finish(code === 0 ? undefined : `exit ${String(code ?? signal)}`);
    });
  });
}

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // The group may have ended in this very moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** LibreOffice ends with 0 even when it could not load the file; only the result tells. */
async function readResult(path: string): Promise<OfficeResult> {
  if (!existsSync(path)) return { ok: false, problem: 'officeFailed' };
  const { size } = await stat(path);
  if (size > mostResultBytes)
    return { ok: false, problem: 'officeFailed', detail: `${Math.round(size / 1024 / 1024)} MB` };
  return { ok: true, bytes: await readFile(path) };
}

/** The LibreOffice of this machine: on PATH, else where its installers put it. */
export function findOffice(): string | undefined {
  return officeCandidates().find((path) => existsSync(path));
}

function officeCandidates(): string[] {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, ...installFolders()].flatMap((folder) => names.map((name) => join(folder, name)));
}

function installFolders(): string[] {
  switch (process.platform) {
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432']
        .map((name) => process.env[name])
        .flatMap((root) => (root === undefined ? [] : [join(root, 'LibreOffice', 'program')]));
    case 'darwin':
      return ['/', homedir()].map((root) =>
        join(root, 'Applications', 'LibreOffice.app', 'Contents', 'MacOS'),
      );
    default:
      return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/snap/bin', ...optFolders()];
  }
}

/** The packages of the LibreOffice project install themselves as /opt/libreoffice7.6. */
function optFolders(): string[] {
  if (!existsSync('/opt')) return [];
  return readdirSync('/opt')
    .filter((name) => name.toLowerCase().startsWith('libreoffice'))
    .map((name) => join('/opt', name, 'program'));
}
