import { defaultSettings, type Settings } from '../check/settings/settings.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { version } from '../version.ts';
import { checkReport } from '../write/report/json.ts';
import { textReport } from '../write/report/text.ts';
import { checkTogether } from './checkFile.ts';
import { checkInWorkers, checkTask, type FileTask } from './checkTask.ts';
import { configure } from './configure.ts';
import { annotateFiles } from './annotateFiles.ts';
import { deliver } from './deliver.ts';
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
  const configured = await configure(files, options.config, language);
  if (!configured.ok) return refused(configured.sentences.join('\n'));
  for (const path of configured.files) tell(say(language, 'configUsed', path));
  const { settingsOf } = configured;
  const documents =
    options.together === true
      ? [await checkOne(files, settingsOf, language)]
      : await checkAll(files, language, settingsOf);
  if (options.format === 'text' && documents.every(({ verdict }) => verdict === 'unreadable')) {
    for (const { file, error } of documents) tell(`${file}${language === 'zh' ? '：' : ': '}${error ?? ''}`);
    return 2;
  }
  const delivered = await deliver(reportText(documents, options), out, language, 'written');
  const { annotate } = options;
  const annotated = annotate === undefined || (await annotateFiles(documents, annotate, language));
  return delivered && annotated ? exitCodeOf(documents, options.failOn) : 2;
}

function refused(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

/** The first option that this version accepts but cannot do. */
function notYet({ format, previous, across }: CheckOptions): string | null {
  if (format !== 'text' && format !== 'json') return `--format ${format}`;
  const options = { previous, across };
  const given = Object.entries(options).find(([, value]) => value !== undefined && value !== false);
  return given === undefined ? null : `--${given[0]}`;
}

/** A single file at once, several in worker processes; a fault on one does not take the others with it. */
export async function checkAll(
  files: readonly string[],
  language: Language,
  settingsOf: (file: string) => Settings = () => defaultSettings,
): Promise<readonly DocumentReport[]> {
  const progress = progressOf(files.length, language);
  const tasks = files.map((file) => ({ file, language, settings: settingsOf(file) }));
  const starting = ({ file }: FileTask, done: number): void => {
    progress.at(file, done);
  };
  try {
    return tasks.length > 1 ? await checkInWorkers(tasks, starting) : await checkHere(tasks, starting);
  } finally {
    progress.end();
  }
}

/** Several files as one disclosure: the first file's settings, and the waivers of all. */
async function checkOne(
  files: readonly string[],
  settingsOf: (file: string) => Settings,
  language: Language,
): Promise<DocumentReport> {
  const progress = progressOf(1, language);
  progress.at(files.join(' + '), 0);
  const all = files.map(settingsOf);
  const waivers = [...new Set(all.flatMap((settings) => settings.waivers))];
  try {
    return await checkTogether(files, language, { ...(all[0] ?? defaultSettings), waivers });
  } finally {
    progress.end();
  }
}

async function checkHere(
  tasks: readonly FileTask[],
  starting: (task: FileTask, done: number) => void,
): Promise<readonly DocumentReport[]> {
  const documents: DocumentReport[] = [];
  for (const task of tasks) {
    starting(task, documents.length);
    documents.push(await checkTask(task));
  }
  return documents;
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
