import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortRunFlags } from './startup.ts';

const root = join(import.meta.dirname, '..', '..');

/** Asks V8, in a process with the flags of the command, whether it takes the code that the build kept. */
const question = `
  const { readFileSync } = require('node:fs');
  for (const flag of ${JSON.stringify(shortRunFlags)}) require('node:v8').setFlagsFromString(flag);
  const path = ${JSON.stringify(join(root, 'dist/check.cjs'))};
  const script = new (require('node:vm').Script)(readFileSync(path, 'latin1'), { filename: path, cachedData: readFileSync(path + '.code') });
  process.stdout.write(String(script.cachedDataRejected));
`;

it('the code that the build kept is taken by this Node, so that nothing is compiled again', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', question], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toBe('false');
});

it('the compiled command finds what the example holds', () => {
  const file = join(root, 'examples/disclosure-with-mistakes.txt');
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'check', file, '--format', 'json'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toContain('12077.60');
});
