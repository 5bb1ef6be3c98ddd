import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disclosure } from '../../src/model/disclosure.ts';
import { portalOver } from '../../src/serve/portal/portalFixture.ts';
import { staticExport } from '../../src/serve/portal/staticExport.ts';
import { textDocument } from '../../src/write/textDocument.ts';
import type { OutFile } from './copying.ts';

/** Makes every page of the portal, as `mingsuan export` does; the disclosure has been read and checked before. */
export async function portalPages(
  disclosure: Disclosure,
  folder: string,
): Promise<() => Promise<readonly OutFile[]>> {
  const path = join(folder, 'disclosure.txt');
  writeFileSync(path, textDocument(disclosure));
  const source = await portalOver([path]);
  return async () => {
    const files: OutFile[] = [];
    for await (const file of staticExport(source, { english: false, origin: '' })) files.push(file);
    return files;
  };
}
