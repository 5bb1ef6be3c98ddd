import { mergeBooks } from '../compose/books/mergeBooks.ts';
import type { Book } from '../model/book.ts';
import { bookProblems } from '../model/bookProblems.ts';
import type { Language } from '../model/language.ts';
import type { ExitCode } from './check.ts';
import { openBook, problemLine } from './openBook.ts';
import { isBookName, saveBook } from './saveBook.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';

export interface MergeOptions {
  readonly language: Language;
  readonly out: string;
}

/** `mingsuan merge`: the department's book from its units' books, and what they say differently. */
export async function runMerge(files: readonly string[], { language, out }: MergeOptions): Promise<ExitCode> {
  if (!isBookName(out)) return refuse(say(language, 'bookName', out));
  const books: Book[] = [];
  for (const file of files) {
    const read = await openBook(file, language);
    if (typeof read === 'string') return refuse(read);
    if (!read.ok) {
      const lines = read.problems.map((problem) => `  ${problemLine(problem, language)}`);
      return refuse([say(language, 'mergeProblems', file, String(lines.length)), ...lines].join('\n'));
    }
    books.push(read.book);
  }
  const merged = mergeBooks(books);
  if (merged === null) return refuse(say(language, 'differentYears'));
  const saved = await saveBook(merged.book, out, language);
  tellList(language, 'mergeConflicts', merged.conflicts);
  tellList(
    language,
    'stillToPutRight',
    bookProblems(merged.book).map((problem) => problemLine(problem, language)),
  );
  return saved ? 0 : 2;
}

/** A list under its head; nothing where it is empty. */
export function tellList(
  language: Language,
  head:
    | 'mergeConflicts'
    | 'stillToPutRight'
    | 'importNotes'
    | 'importDifferences'
    | 'importContradictions'
    | 'rollNotes',
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  tell([say(language, head, String(lines.length)), ...lines.map((line) => `  ${line}`)].join('\n'));
}

function refuse(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}
