import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../model/language.ts';
import { version } from '../version.ts';
import { checkReport } from '../write/report/json.ts';
import { textReport } from '../write/report/text.ts';
import { checkAll, type ExitCode } from './check.ts';
import { deliver } from './deliver.ts';
import { lookOf, print } from './terminal.ts';

export interface DemoOptions {
  readonly language: Language;
  readonly out: string;
}

/** The example lies beside the folder of the built command. */
const example = fileURLToPath(new URL('../examples/disclosure-with-mistakes.txt', import.meta.url));

/** `mingsuan demo`: checks the example, prints the findings and writes the report as text and as JSON. */
export async function runDemo({ language, out }: DemoOptions): Promise<ExitCode> {
  const documents = await checkAll([relative(process.cwd(), example) || example], language);
  await print(textReport(documents, language, lookOf(process.stdout)));
  if (documents.some(({ verdict }) => verdict === 'unreadable')) return 2;
  const plain = textReport(documents, language, { width: null, colour: false });
  const json = `${JSON.stringify(checkReport(documents, version), null, 2)}\n`;
  // A folder that cannot be made is told by the writing that follows.
  await mkdir(out, { recursive: true }).catch(() => undefined);
  for (const [name, text] of [
    ['report.txt', plain],
    ['report.json', json],
  ] as const) {
    if (!(await deliver(text, join(out, name), language, 'written'))) return 2;
  }
  return 0;
}
