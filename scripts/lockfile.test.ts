import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lockfile-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function check(text: string): { readonly code: number | null; readonly message: string } {
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, text);
  const script = join(import.meta.dirname, 'lockfile.mjs');
  const run = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { code: run.status, message: run.stderr };
}

const lock = (packages: unknown): string => JSON.stringify({ lockfileVersion: 3, packages });
const binary = { version: '1.0.0', optional: true };
const tool = { version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0', '@tool/win': '1.0.0' } };

test('every platform has its entry, at the top or beside the package', () => {
  const packages = {
    '': {},
    'node_modules/tool': tool,
    'node_modules/tool-linux': binary,
    'node_modules/@tool/win': binary,
    'node_modules/host/node_modules/tool': tool,
    'node_modules/host/node_modules/@tool/win': binary,
  };
  expect(check(lock(packages))).toEqual({ code: 0, message: '' });
});

test.each([
  ['a platform dropped', { 'node_modules/tool': tool, 'node_modules/tool-linux': binary }, '@tool/win'],
  [
    'an entry that only another package sees',
    {
      'node_modules/tool': tool,
      'node_modules/tool-linux': binary,
      'node_modules/host/node_modules/@tool/win': binary,
    },
    'node_modules/tool names @tool/win',
  ],
  [
    'a registry named',
    { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } },
    'node_modules/a has',
  ],
])('%s is refused', (_, packages, message) => {
  const result = check(lock(packages));
  expect(result.code).toBe(1);
  expect(result.message).toContain(message);
});

test.each(['', '{', '{"lockfileVersion": 1}'])('what is no lock file is refused: %j', (text) => {
  expect(check(text).code).toBe(1);
});

test("the project's own lock file serves every platform", () => {
  const script = join(import.meta.dirname, 'lockfile.mjs');
  const root = join(import.meta.dirname, '..');
  expect(spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' }).stderr).toBe('');
});
