import { join } from 'node:path';
import { rollBook } from '../../compose/books/rollBook.ts';
import { composeDisclosure } from '../../compose/compose.ts';
import { cellDifferences } from '../../compose/import/differences.ts';
import { importDisclosure } from '../../compose/import/importDisclosure.ts';
import { note, type ImportNote } from '../../compose/note.ts';
import { reportOf } from '../../commands/checkFile.ts';
import { isBookFile, openBook, problemLine } from '../../commands/openBook.ts';
import { openDisclosure } from '../../commands/openDisclosure.ts';
import type { Book } from '../../model/book.ts';
import { unwritten } from '../../model/bookDraft.ts';
import { problemText, type BookProblem } from '../../model/bookProblem.ts';
import { useOfficialLists } from '../../model/codes/codes.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { shippedForms } from '../../model/forms.ts';
import type { Language } from '../../model/language.ts';
import { placeWords, referenceWords } from '../../model/words/place.ts';
import { problemSentence } from '../../read/problems.ts';
import type { CheckBasis } from '../basis.ts';
import { doubtWords } from '../../model/words/doubts.ts';

/** Whether a file is this year's budget or last year's, of which this year's book is made. */
export type ImportAs = 'thisYear' | 'lastYear';

/** What a worker process does with a file of which a book is to be made. */
export interface ImportTask {
  readonly kind: 'import';
  readonly folder: string;
  readonly file: string;
  readonly language: Language;
  /** The year of the book that it is for. */
  readonly year: number;
  /** As its own year says where nobody said otherwise. */
  readonly as: ImportAs | null;
  readonly basis?: CheckBasis;
}

export interface Unread {
  readonly reason: string;
  /** Where in the file; empty where the reader does not know. */
  readonly place: string;
}

/** What was understood of a file, and what was not. */
export interface ImportedFile {
  readonly book: Book;
  readonly source: 'disclosure' | 'book';
  readonly fileYear: number;
  readonly fileDepartment: string;
  readonly as: ImportAs;
  /** What was assumed or left out. */
  readonly notes: readonly ImportNote[];
  readonly unread: readonly Unread[];
  /** Cells that the book gives otherwise than the original: there it contradicts itself. */
  readonly cells: readonly string[];
  /** Mistakes that the check of the original finds. */
  readonly contradictions: readonly string[];
}

export type ImportRefusal = { readonly refused: string };

export async function importTask(task: ImportTask): Promise<ImportedFile | ImportRefusal> {
  try {
    useOfficialLists(task.basis?.lists ?? []);
    const path = join(task.folder, task.file);
    return (await isBookFile(path)) ? await fromBook(path, task) : await fromDisclosure(path, task);
  } catch (error) {
    // One document that the program fails on must not take the others with it.
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

const mostTold = 8;

async function fromBook(
  path: string,
  { language, file, ...task }: ImportTask,
): Promise<ImportedFile | ImportRefusal> {
  const read = await openBook(path, language);
  if (typeof read === 'string') return { refused: read.replaceAll(path, file) };
  const told = { notes: [], unread: [], cells: [], contradictions: [] };
  if (read.ok) return finished(read.book, 'book', task, told);
  // What is still to be put right in it is put right in the editor.
  const { book, draft, problems } = read;
  if (book !== undefined) return finished(book, 'book', task, told);
  if (draft !== undefined) {
    return finished(withBlankTexts(draft), 'book', task, {
      ...told,
      unread: problems.map((problem) => unreadField(problem, language)),
    });
  }
  const lines = problems.map((problem) => problemLine(problem, language));
  const zh = language === 'zh';
  const more = zh ? `……共 ${lines.length} 处` : `… ${lines.length} in all`;
  const first = lines.slice(0, mostTold).join(zh ? '；' : '; ');
  return { refused: lines.length > mostTold ? first + more : first };
}

/** A draft says that a text is missing; in the editor its field is empty, and has to be filled in. */
function withBlankTexts(draft: Book): Book {
  const blanked: unknown = JSON.parse(JSON.stringify(draft), (_, value: unknown) =>
    value === unwritten ? '' : value,
  );
  return blanked as Book;
}

function unreadField(problem: BookProblem, language: Language): Unread {
  const { path, place } = problem;
  return {
    reason: problemText(problem, language),
    place: place === undefined ? path : `${place.sheet}!${place.cell}`,
  };
}

async function fromDisclosure(
  path: string,
  { language, ...task }: ImportTask,
): Promise<ImportedFile | ImportRefusal> {
  const opened = await openDisclosure(path);
  if (!opened.ok) return { refused: problemSentence(opened.problem, language) };
  const { disclosure } = opened;
  const { book, notes } = importDisclosure(disclosure);
  const stage = disclosure.stage === 'budget' ? [] : [note('otherStage')];
  return finished(book, 'disclosure', task, {
    notes: [...stage, ...notes],
    unread: unreadOf(disclosure, language),
    cells: cellsOf(disclosure, book, language),
    contradictions: reportOf(disclosure, language)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ message }) => message),
  });
}

/** As the book of its year, or as that of the next one. */
function finished(
  book: Book,
  source: ImportedFile['source'],
  { as, year }: Pick<ImportTask, 'as' | 'year'>,
  told: Pick<ImportedFile, 'notes' | 'unread' | 'cells' | 'contradictions'>,
): ImportedFile {
  const taken = as ?? (book.year > 0 && book.year === year - 1 ? 'lastYear' : 'thisYear');
  const origin = { source, fileYear: book.year, fileDepartment: book.department.name, as: taken };
  if (taken === 'thisYear') return { book, ...origin, ...told };
  const rolled = rollBook(book);
  return { book: rolled.book, ...origin, ...told, notes: [...rolled.notes, ...told.notes] };
}

function unreadOf({ uncertain, unplaced }: Disclosure, language: Language): readonly Unread[] {
  const at = (place: Parameters<typeof placeWords>[0]): string =>
    [placeWords(place, language), referenceWords(place, language)]
      .filter((words) => words !== '')
      .join(' · ');
  return [
    ...uncertain.map((doubt) => ({ reason: doubtWords(doubt, language), place: at(doubt.place) })),
    ...unplaced.map(({ text, place }) => ({
      reason:
        language === 'zh' ? `“${text}”所在的行或列没有认出` : `the row or column of “${text}” is not known`,
      place: at(place),
    })),
  ];
}

function cellsOf(disclosure: Disclosure, book: Book, language: Language): readonly string[] {
  const form = shippedForms.find(({ id }) => id === disclosure.form);
  if (form === undefined) return [];
  const zh = language === 'zh';
  const words = (text: string): string => (text === '' ? (zh ? '空' : 'blank') : text);
  return cellDifferences(disclosure, composeDisclosure(book, form)).map(
    ({ table, row, column, printed, composed }) =>
      zh
        ? `表${table} ${row} · ${column}：原文 ${words(printed)}，按全表推算为 ${words(composed)}`
        : `Table ${table} ${row} · ${column}: printed ${words(printed)}, worked out ${words(composed)}`,
  );
}
