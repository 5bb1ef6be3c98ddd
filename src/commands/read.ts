import type { Disclosure } from '../model/disclosure.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import { problemSentence } from '../read/problems.ts';
import { disclosureJson } from '../write/disclosureJson.ts';
import type { ExitCode } from './check.ts';
import { deliver } from './deliver.ts';
import { openDisclosure } from './openDisclosure.ts';
import { progressOf } from './progress.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';

export interface ReadOptions {
  readonly language: Language;
  readonly format: 'json' | 'xlsx';
  readonly out?: string;
}

/** `mingsuan read`: the disclosure as data, or as a workbook. */
export async function runRead(file: string, { language, format, out }: ReadOptions): Promise<ExitCode> {
  if (format === 'xlsx' && out === undefined) {
    tell(say(language, 'needsOut', format));
    return 2;
  }
  const progress = progressOf(1, language);
  progress.at(file, 0);
  const opened = await openDisclosure(file).finally(() => {
    progress.end();
  });
  if (!opened.ok) {
    tell(`${file}${language === 'zh' ? '：' : ': '}${problemSentence(opened.problem, language)}`);
    return 2;
  }
  const content =
    format === 'xlsx'
      ? await workbookOf(opened.disclosure)
      : `${JSON.stringify(disclosureJson(opened.disclosure), null, 2)}\n`;
  return (await deliver(content, out, language, 'writtenData')) ? 0 : 2;
}

/** As its form prints it, else as it was printed. The writer of workbooks is large. */
async function workbookOf(disclosure: Disclosure): Promise<Uint8Array> {
  const { documentLayout } = await import('../write/layout/documentLayout.ts');
  const { xlsxDocument } = await import('../write/xlsx/xlsxDocument.ts');
  const form = shippedForms.find(({ id }) => id === disclosure.form) ?? null;
  return xlsxDocument(documentLayout(disclosure, form), disclosure.figures);
}
