import { join } from 'node:path';
import { composeDisclosure } from '../compose/compose.ts';
import type { Book } from '../model/book.ts';
import { unexplainedSubjects } from '../model/bookReasons.ts';
import { fieldTitle } from '../model/bookSheets/fieldTitle.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import type { ExitCode } from './check.ts';
import { reportOf } from './checkFile.ts';
import {
  documentFormats,
  documentsOf,
  packageFolder,
  packageTables,
  type DocumentFormat,
  type Publication,
} from './documents.ts';
import { openBook, problemLine } from './openBook.ts';
import { tell } from './terminal.ts';
import { say, type SentenceKey } from './words.ts';
import { writeFiles } from './writeFiles.ts';

export interface WriteOptions {
  readonly language: Language;
  readonly out: string;
  /** The book's own form where none is named. */
  readonly form?: string;
  /** Formats, separated by commas. */
  readonly to: string;
  readonly draft?: boolean;
}

/**
 * `mingsuan write`: composes the book's disclosure, checks it, and writes it in each format when nothing is
 * wrong with book and disclosure. A draft is written all the same, and says on every page that it is one.
 */
export async function runWrite(file: string, options: WriteOptions): Promise<ExitCode> {
  const { language, to, draft = false } = options;
  const formats = formatsIn(to);
  if (typeof formats === 'string')
    return refuse(say(language, 'wrongValue', '--to', formats, documentFormats.join(', ')));
  if (options.form !== undefined && formNamed(options.form) === null)
    return refuse(say(language, 'noForm', options.form));
  const opened = await bookToWrite(file, options);
  if (opened === null) return 2;
  const id = options.form ?? opened.book.form ?? usualForm;
  const form = formNamed(id);
  if (form === null) return refuse(say(language, 'noForm', id));
  const disclosure = composeDisclosure(opened.book, form);
  const faults = faultsOf(disclosure, language);
  if (faults.length > 0) tellAll(draft ? 'draftFindings' : 'composedFindings', faults, language);
  if (faults.length > 0 && !draft) return 1;
  const published = opened.book.dates.published;
  const written = await writeDocuments({ disclosure, form, draft, published }, formats, options);
  if (!written) return 2;
  remindOfReasons(opened.book, language);
  return faults.length > 0 || opened.problems > 0 ? 1 : 0;
}

/** Changes are published without a reason where the clerk gives none: that is advised against, not refused. */
function remindOfReasons(book: Book, language: Language): void {
  const titles = unexplainedSubjects(book).map((subject) => fieldTitle(`reasons.${subject}`) ?? subject);
  if (titles.length > 0) tell(say(language, 'reasonsMissing', titles.join('、')));
}

/** The formats in their own order, each once; a word that is none. */
function formatsIn(to: string): readonly DocumentFormat[] | string {
  const words = to.split(',').map((word) => word.trim().toLowerCase());
  const unknown = words.find((word) => !documentFormats.some((format) => format === word));
  return unknown ?? documentFormats.filter((format) => words.includes(format));
}

const usualForm = 'shanxi-13';

/** The shipped form of that id; null where there is none that can be composed. */
function formNamed(id: string): Form | null {
  const form = shippedForms.find((shipped) => shipped.id === id);
  return form !== undefined && canBeComposed(form) ? form : null;
}

function canBeComposed({ stage, tables }: Form): boolean {
  return stage === 'budget' && tables.every(({ required, layout }) => !required || layout !== undefined);
}

/** The book, and how many problems it has: none unless a draft was asked for. Null when it was refused. */
async function bookToWrite(
  file: string,
  { language, draft = false }: WriteOptions,
): Promise<{ readonly book: Book; readonly problems: number } | null> {
  const read = await openBook(file, language);
  if (typeof read === 'string') {
    tell(read);
    return null;
  }
  if (read.ok) return { book: read.book, problems: 0 };
  const lines = read.problems.map((problem) => `  ${problemLine(problem, language)}`);
  const book = draft ? (read.book ?? read.draft) : undefined;
  tellAll(book !== undefined ? 'draftProblems' : draft ? 'noDraft' : 'bookProblems', lines, language);
  return book === undefined ? null : { book, problems: lines.length };
}

function tellAll(key: SentenceKey, lines: readonly string[], language: Language): void {
  tell([say(language, key, String(lines.length)), ...lines].join('\n'));
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

/** False when nothing could be written, which is told. */
async function writeDocuments(
  publication: Publication,
  formats: readonly DocumentFormat[],
  { language, out }: WriteOptions,
): Promise<boolean> {
  const notice = setTimeout(() => {
    tell(say(language, 'writing', formats.join('、')));
  }, 1000);
  try {
    const { files, missingCharacters } = await documentsOf(publication, formats);
    const whole = formats.includes('datapackage') ? [packageTables] : [];
    const problem = await writeFiles(out, files, whole);
    if (problem !== null) {
      tell(say(language, 'cannotWrite', problem.path, problem.code));
      return false;
    }
    if (missingCharacters.length > 0) tell(say(language, 'missingCharacters', missingCharacters.join(' ')));
    const paths = new Set(
      files.map(({ path }) => (path.startsWith(`${packageFolder}/`) ? packageFolder : path)),
    );
    for (const path of paths) tell(say(language, 'writtenDisclosure', join(out, path)));
    return true;
  } finally {
    clearTimeout(notice);
  }
}
