import { defaultSettings, type Settings } from '../check/settings/settings.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { problemSentence } from '../read/problems.ts';
import { examine, openPrevious } from './checkFile.ts';
import { checkInWorkers, checkTask, type FileAnswer, type FileTask } from './checkTask.ts';
import { compareAll } from './compareAll.ts';
import { configure } from './configure.ts';
import { deliver } from './deliver.ts';
import { findFiles } from './findFiles.ts';
import { checkToPage, pagePlan, prepareFolder, writeIndex, type PagePlan, type PageTarget } from './page.ts';
import { progressOf } from './progress.ts';
import { reportContent } from './reportContent.ts';
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
  if (options.across === true && options.together === true) return refused(say(language, 'acrossTogether'));
  const files = await findFiles(paths);
  if (files.length === 0) return refused(say(language, 'nothingFound'));
  const configured = await configure(files, options.config, language);
  if (!configured.ok) return refused(configured.sentences.join('\n'));
  const unread = await previousProblem(options);
  if (unread !== null) return refused(unread);
  for (const path of configured.files) tell(say(language, 'configUsed', path));
  const { settingsOf } = configured;
  const isOne = options.together === true;
  const pages = options.format === 'html' ? pagePlan(isOne ? files.slice(0, 1) : files, out) : null;
  if ((options.format === 'html' && pages === null) || (options.format === 'xlsx' && out === undefined)) {
    return refused(say(language, 'needsOut', options.format));
  }
  const fault = pages?.folder == null ? null : await prepareFolder(pages.folder);
  if (fault !== null) return refused(say(language, 'cannotWrite', pages?.folder ?? '', fault));
  const documents = isOne
    ? [await checkOne(files, settingsOf, options, pages?.targets[0])]
    : await checkAll(files, language, {
        ...{ settingsOf, pages: pages?.targets ?? [], across: options.across === true },
        ...previousOf(options),
      });
  if (options.format === 'text' && documents.every(({ verdict }) => verdict === 'unreadable')) {
    tellUnread(documents, language);
    return 2;
  }
  const delivered = await deliverReport(documents, pages, options);
  const { annotate } = options;
  const annotated = annotate === undefined || (await annotatedInto(annotate, documents, language));
  return delivered && annotated ? exitCodeOf(documents, options.failOn) : 2;
}

/** What writes into copies of every format is large and rarely needed. */
async function annotatedInto(
  directory: string,
  documents: readonly DocumentReport[],
  language: Language,
): Promise<boolean> {
  const { annotateFiles } = await import('./annotateFiles.ts');
  return annotateFiles(documents, directory, language);
}

function refused(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

/** Why last year's disclosure cannot be used; null when it can, or when none is given. */
async function previousProblem({ previous, language }: CheckOptions): Promise<string | null> {
  if (previous === undefined) return null;
  const opened = await openPrevious(previous);
  if (opened.ok) return null;
  return `${previous}${language === 'zh' ? '：' : ': '}${problemSentence(opened.problem, language)}`;
}

function previousOf({ previous }: CheckOptions): { readonly previous?: string } {
  return previous === undefined ? {} : { previous };
}

/** What the check of several files takes besides them. */
export interface CheckEach {
  readonly settingsOf?: (file: string) => Settings;
  readonly previous?: string;
  readonly pages?: readonly PageTarget[];
  /** Also compare the documents with each other. */
  readonly across?: boolean;
}

/** A single file at once, several in worker processes; a fault on one does not take the others with it. */
export async function checkAll(
  files: readonly string[],
  language: Language,
  { settingsOf = () => defaultSettings, previous, pages = [], across = false }: CheckEach = {},
): Promise<readonly DocumentReport[]> {
  const tasks = files.map((file, i): FileTask => {
    const page = pages[i];
    return {
      ...{ file, language, settings: settingsOf(file) },
      ...(previous === undefined ? {} : { previous }),
      ...(page === undefined ? {} : { page }),
    };
  });
  if (across) return compareAll(tasks, (some) => answersTo(some, language));
  return (await answersTo(tasks, language)).map(({ report }) => report);
}

async function answersTo(tasks: readonly FileTask[], language: Language): Promise<readonly FileAnswer[]> {
  const progress = progressOf(tasks.length, language);
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
  options: CheckOptions,
  page: PageTarget | undefined,
): Promise<DocumentReport> {
  const { language } = options;
  const progress = progressOf(1, language);
  progress.at(files.join(' + '), 0);
  const all = files.map(settingsOf);
  const waivers = [...new Set(all.flatMap((settings) => settings.waivers))];
  try {
    const settings = { ...(all[0] ?? defaultSettings), waivers };
    const checking = { settings, ...previousOf(options) };
    return page === undefined
      ? (await examine(files, language, { ...checking, trace: false })).report
      : await checkToPage(files, language, checking, page);
  } finally {
    progress.end();
  }
}

async function checkHere(
  tasks: readonly FileTask[],
  starting: (task: FileTask, done: number) => void,
): Promise<readonly FileAnswer[]> {
  const answers: FileAnswer[] = [];
  for (const task of tasks) {
    starting(task, answers.length);
    answers.push(await checkTask(task));
  }
  return answers;
}

async function deliverReport(
  documents: readonly DocumentReport[],
  pages: PagePlan | null,
  { format, language, out }: CheckOptions,
): Promise<boolean> {
  if (format === 'html') return pages === null || deliverPages(documents, pages, language);
  const look = out === undefined ? lookOf(process.stdout) : { width: null, colour: false };
  return deliver(await reportContent(documents, format, language, look), out, language, 'written');
}

/** The pages are written; what could not be read is told, and where the report is. */
async function deliverPages(
  documents: readonly DocumentReport[],
  pages: PagePlan,
  language: Language,
): Promise<boolean> {
  tellUnread(documents, language);
  if (pages.index !== null) return writeIndex(documents, pages, language);
  const path = pages.targets[0]?.path ?? null;
  if (path !== null && documents[0]?.error === null) tell(say(language, 'written', path));
  return true;
}

function tellUnread(documents: readonly DocumentReport[], language: Language): void {
  for (const { file, error } of documents) {
    if (error !== null) tell(`${file}${language === 'zh' ? '：' : ': '}${error}`);
  }
}

/** 2 when a file could not be read, 1 for findings at or above the threshold, else 0. */
export function exitCodeOf(documents: readonly DocumentReport[], failOn: FailOn): ExitCode {
  if (documents.some(({ verdict }) => verdict === 'unreadable')) return 2;
  const failing = { error: ['errors'], warning: ['errors', 'warnings'], never: [] as string[] }[failOn];
  return documents.some(({ verdict }) => failing.includes(verdict)) ? 1 : 0;
}
