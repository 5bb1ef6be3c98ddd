import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from './office.ts';

/**
 * For tests: lets the real LibreOffice write a format. `format` is its --convert-to value, as
 * "xls:MS Excel 97"; `folder` keeps the profile between calls and is the caller's to remove.
 */
export function writeByOffice(
  folder: string,
  bytes: Uint8Array,
  ending: string,
  format: string,
  inputFilter?: string,
): Uint8Array {
  const work = mkdtempSync(join(folder, 'work-'));
  const input = join(work, `source.${ending}`);
  writeFileSync(input, bytes);
  const filter = inputFilter === undefined ? [] : [`--infilter=${inputFilter}`];
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const output = join(work, 'out');
  const parameters = [
    profile,
    '--headless',
    '--norestore',
    ...filter,
    '--convert-to',
    format,
    '--outdir',
    output,
    input,
  ];
  execFileSync(findOffice() ?? 'soffice', parameters, { stdio: 'ignore', timeout: 110_000 });
  return readFileSync(join(output, `source.${format.split(':')[0] ?? ''}`));
}
