import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { version } from '../version.ts';
import { checkReport } from '../write/report/json.ts';
import { textReport } from '../write/report/text.ts';
import { checkFile, unreadable } from './checkFile.ts';
import { deliver } from './deliver.ts';
import { faultSentence, tellDetails } from './fault.ts';
import { findFiles } from './findFiles.ts';
import { progressOf } from './progress.ts';
import { lookOf, tell } from './terminal.ts';
import { say } from './words.ts';

export type ExitCode = 0 | 1 | 2;
export type FailOn = 'error' | 'warning' | 'never';

export interface CheckOptions {
  readonly language: Language;
  readonly format: 'text' | 'json' | 'html' | 'xlsx' | 'sarif';
  readonly out?: string;
  readonly failOn: FailOn;
  readonly annotate?: string;
  readonly previous?: string;
  readonly config?: string;
  readonly together?: boolean;
  readonly across?: boolean;
}

/** `mingsuan check`: reads and checks each file, reports, and gives the exit code. */
export async function runCheck(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { language, out } = options;
  const missing = notYet(options);
  if (missing !== null) return refused(say(language, 'notYet', missing));
  const files = await findFiles(paths);
  if (files.length === 0) return refused(say(language, 'nothingFound'));
  const documents = await checkAll(files, language);
  if (options.format === 'text' && documents.every(({ verdict }) => verdict === 'unreadable')) {
    for (const { file, error } of documents) tell(`${file}${language === 'zh' ? '：' : ': '}${error ?? ''}`);
    return 2;
  }
  const delivered = await deliver(reportText(documents, options), out, language, 'written');
  return delivered ? exitCodeOf(documents, options.failOn) : 2;
}

function refused(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

/** The first option that this version accepts but cannot do. */
function notYet({ format, annotate, previous, config, together, across }: CheckOptions): string | null {
  if (format !== 'text' && format !== 'json') return `--format ${format}`;
  const options = { annotate, previous, config, together, across };
  const given = Object.entries(options).find(([, value]) => value !== undefined && value !== false);
  return given === undefined ? null : `--${given[0]}`;
}

/** One file after the other; a fault on one does not take the others with it. */
export async function checkAll(
  files: readonly string[],
  language: Language,
): Promise<readonly DocumentReport[]> {
  const progress = progressOf(files.length, language);
  const documents: DocumentReport[] = [];
  for (const file of files) {
    progress.at(file, documents.length);
    documents.push(await checkFile(file, language).catch((error: unknown) => faulty(file, error, language)));
  }
  progress.end();
  return documents;
}

function faulty(file: string, error: unknown, language: Language): DocumentReport {
  tellDetails(error);
  return unreadable(file, faultSentence(error, language, 'faultInFile'));
}

function reportText(documents: readonly DocumentReport[], { format, language, out }: CheckOptions): string {
  if (format === 'json') return `${JSON.stringify(checkReport(documents, version), null, 2)}\n`;
  const look = out === undefined ? lookOf(process.stdout) : { width: null, colour: false };
  return textReport(documents, language, look);
}

/** 2 when a file could not be read, 1 for findings at or above the threshold, else 0. */
export function exitCodeOf(documents: readonly DocumentReport[], failOn: FailOn): ExitCode {
  if (documents.some(({ verdict }) => verdict === 'unreadable')) return 2;
  const failing = { error: ['errors'], warning: ['errors', 'warnings'], never: [] as string[] }[failOn];
  return documents.some(({ verdict }) => failing.includes(verdict)) ? 1 : 0;
}
