import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { composeDisclosure } from '../compose/compose.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import { textDocument } from '../write/textDocument.ts';
import type { ExitCode } from './check.ts';
import { reportOf } from './checkFile.ts';
import { deliver } from './deliver.ts';
import { openBook } from './openBook.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';

export interface WriteOptions {
  readonly language: Language;
  readonly out: string;
  readonly form: string;
  readonly to: string;
}

/** `mingsuan write`: composes the book's disclosure, checks it, and writes it when nothing is wrong with it. */
export async function runWrite(
  file: string,
  { language, out, form: id, to }: WriteOptions,
): Promise<ExitCode> {
  const later = to.split(',').filter((format) => format !== 'txt');
  if (later.length > 0) return refuse(say(language, 'notYet', `--to ${later.join(',')}`));
  const form = shippedForms.find((shipped) => shipped.id === id);
  if (form === undefined || !canBeComposed(form)) return refuse(say(language, 'noForm', id));
  const read = await openBook(file, language);
  if (typeof read === 'string') return refuse(read);
  if (!read.ok) {
    const lines = read.problems.map(({ path, message }) => `  ${path}：${message}`);
    return refuse([say(language, 'bookProblems', String(lines.length)), ...lines].join('\n'));
  }
  const composed = composeDisclosure(read.book, form);
  const faults = faultsOf(composed, language);
  if (faults.length > 0) {
    tell([say(language, 'composedFindings', String(faults.length)), ...faults].join('\n'));
    return 1;
  }
  // A folder that cannot be made is told by the writing that follows.
  await mkdir(out, { recursive: true }).catch(() => undefined);
  const path = join(out, 'disclosure.txt');
  return (await deliver(textDocument(composed), path, language, 'writtenDisclosure')) ? 0 : 2;
}

function canBeComposed({ stage, tables }: Form): boolean {
  return stage === 'budget' && tables.every(({ required, layout }) => !required || layout !== undefined);
}

function refuse(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

/** Errors and warnings of the composed disclosure: the reasons and targets that the clerk wrote are checked too. */
function faultsOf(composed: Disclosure, language: Language): readonly string[] {
  return reportOf(composed, language)
    .findings.filter(({ severity, waiver }) => severity !== 'info' && waiver === null)
    .map(({ message }) => `  ${message}`);
}
