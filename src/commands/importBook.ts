import { rollBook } from '../compose/books/rollBook.ts';
import { composeDisclosure } from '../compose/compose.ts';
import { cellDifferences } from '../compose/import/differences.ts';
import { importDisclosure } from '../compose/import/importDisclosure.ts';
import { noteText } from '../compose/note.ts';
import type { Book } from '../model/book.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import { problemSentence } from '../read/problems.ts';
import type { ExitCode } from './check.ts';
import { reportOf } from './checkFile.ts';
import { tellList } from './mergeBooks.ts';
import { isBookFile, openBook, problemLine } from './openBook.ts';
import { openDisclosure } from './openDisclosure.ts';
import { isBookName, saveBook } from './saveBook.ts';
import { print, tell } from './terminal.ts';
import { say } from './words.ts';

export interface ImportOptions {
  readonly language: Language;
  readonly out: string;
  /** Of a disclosure, next year's book. */
  readonly next?: boolean;
}

/**
 * `mingsuan import`: a book from a disclosure, with what was understood and what its tables contradict; from
 * last year's book, this year's.
 */
export async function runImport(file: string, options: ImportOptions): Promise<ExitCode> {
  const { language, out } = options;
  if (!isBookName(out)) return refuse(say(language, 'bookName', out));
  if (await isBookFile(file)) return rollFile(file, options);
  const opened = await openDisclosure(file);
  if (!opened.ok) {
    const colon = language === 'zh' ? '：' : ': ';
    return refuse(`${file}${colon}${problemSentence(opened.problem, language)}`);
  }
  return importFile(opened.disclosure, options);
}

async function rollFile(file: string, { language, out }: ImportOptions): Promise<ExitCode> {
  const read = await openBook(file, language);
  if (typeof read === 'string') return refuse(read);
  if (!read.ok) {
    const lines = read.problems.map((problem) => `  ${problemLine(problem, language)}`);
    return refuse([say(language, 'mergeProblems', file, String(lines.length)), ...lines].join('\n'));
  }
  return saveRolled(read.book, language, out);
}

async function saveRolled(book: Book, language: Language, out: string): Promise<ExitCode> {
  const { book: rolled, notes } = rollBook(book);
  const saved = await saveBook(rolled, out, language, { blankAmounts: true });
  tellList(
    language,
    'rollNotes',
    notes.map((note) => noteText(note, language)),
  );
  return saved ? 0 : 2;
}

async function importFile(disclosure: Disclosure, options: ImportOptions): Promise<ExitCode> {
  const { language, out, next } = options;
  const { book, notes } = importDisclosure(disclosure);
  const saved = next === true || (await saveBook(book, out, language));
  await print(`${say(language, 'imported', String(book.facts.length), String(book.projects.length))}\n`);
  tellList(
    language,
    'importNotes',
    notes.map((note) => noteText(note, language)),
  );
  tellList(language, 'importDifferences', differencesOf(disclosure, book));
  tellList(language, 'importContradictions', contradictionsOf(disclosure, language));
  if (next === true) return saveRolled(book, language, out);
  if (saved) tellList(language, 'stillToPutRight', await problemsIn(out, language));
  return saved ? 0 : 2;
}

/** What is to be put right in the book that was written, at its cells. */
async function problemsIn(file: string, language: Language): Promise<readonly string[]> {
  const read = await openBook(file, language);
  if (typeof read === 'string') return [read];
  return read.ok ? [] : read.problems.map((problem) => problemLine(problem, language));
}

/** Where the document contradicts itself, in tables and sentences, as `check` tells it. */
function contradictionsOf(disclosure: Disclosure, language: Language): readonly string[] {
  return reportOf(disclosure, language)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

/** The cells that the book gives otherwise than the document: there it contradicts itself or its form. */
function differencesOf(disclosure: Disclosure, book: Book): readonly string[] {
  const form = shippedForms.find(({ id }) => id === disclosure.form);
  if (form === undefined) return [];
  return cellDifferences(disclosure, composeDisclosure(book, form)).map(
    ({ table, row, column, printed, composed }) =>
      `表${table} ${row} · ${column}：原文 ${printed === '' ? '空' : printed}，按全表推算为 ${composed === '' ? '空' : composed}`,
  );
}

function refuse(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}
