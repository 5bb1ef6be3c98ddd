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

/** `mingsuan read`: the disclosure as data. */
export async function runRead(file: string, { language, format, out }: ReadOptions): Promise<ExitCode> {
  if (format !== 'json') {
    tell(say(language, 'notYet', `--format ${format}`));
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
  const text = `${JSON.stringify(disclosureJson(opened.disclosure), null, 2)}\n`;
  return (await deliver(text, out, language, 'writtenData')) ? 0 : 2;
}
