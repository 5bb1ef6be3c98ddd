import { composeDisclosure } from '../compose/compose.ts';
import type { Book } from '../model/book.ts';
import type { Comparison } from '../model/diff/comparison.ts';
import { compareBooks } from '../model/diff/books.ts';
import { compareDisclosures } from '../model/diff/disclosures.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import { problemSentence } from '../read/problems.ts';
import { diffHtml } from '../write/diff/diffHtml.ts';
import { diffJson } from '../write/diff/diffJson.ts';
import { diffText } from '../write/diff/diffText.ts';
import type { ExitCode } from './check.ts';
import { deliver } from './deliver.ts';
import { isBookFile, openBook, problemLine } from './openBook.ts';
import { openDisclosure } from './openDisclosure.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';

export interface DiffOptions {
  readonly language: Language;
  readonly format: 'text' | 'json' | 'html';
  readonly out?: string;
}

/** `mingsuan diff`: what changed from one book or disclosure to another. Differences are no failure. */
export async function runDiff(
  files: { readonly old: string; readonly new: string },
  { language, format, out }: DiffOptions,
): Promise<ExitCode> {
  const [before, after] = [await opened(files.old, language), await opened(files.new, language)];
  if (before === null || after === null) return 2;
  const comparison = compared(before, after, files);
  const content =
    format === 'json'
      ? `${JSON.stringify(diffJson(comparison), null, 2)}\n`
      : format === 'html'
        ? diffHtml(comparison, language)
        : diffText(comparison, language);
  return (await deliver(content, out, language, 'written')) ? 0 : 2;
}

type Opened =
  | { readonly kind: 'book'; readonly book: Book; readonly file: string }
  | { readonly kind: 'disclosure'; readonly disclosure: Disclosure };

/** Null when it was refused, which is told. A book with problems can be compared when its fields can be read. */
async function opened(file: string, language: Language): Promise<Opened | null> {
  if (await isBookFile(file)) {
    const read = await openBook(file, language);
    const book = typeof read === 'string' ? undefined : read.book;
    if (book !== undefined) return { kind: 'book', book, file };
    tell(
      typeof read === 'string'
        ? read
        : bookSentence(
            file,
            read.ok ? [] : read.problems.map((problem) => problemLine(problem, language)),
            language,
          ),
    );
    return null;
  }
  const read = await openDisclosure(file);
  if (read.ok) return { kind: 'disclosure', disclosure: read.disclosure };
  tell(`${file}${language === 'zh' ? '：' : ': '}${problemSentence(read.problem, language)}`);
  return null;
}

function bookSentence(file: string, problems: readonly string[], language: Language): string {
  const lines = problems.map((line) => `  ${line}`);
  return [say(language, 'unreadableBook', file, String(lines.length)), ...lines].join('\n');
}

/** A book beside a disclosure is compared as what it composes to, in the disclosure's form. */
function compared(
  before: Opened,
  after: Opened,
  files: { readonly old: string; readonly new: string },
): Comparison {
  if (before.kind === 'book' && after.kind === 'book') return compareBooks(before.book, after.book, files);
  return compareDisclosures(asDisclosure(before, after), asDisclosure(after, before));
}

function asDisclosure(opened: Opened, other: Opened): Disclosure {
  if (opened.kind === 'disclosure') return opened.disclosure;
  const id = other.kind === 'disclosure' ? other.disclosure.form : null;
  const composable = shippedForms.filter(({ stage }) => stage === 'budget');
  const form = composable.find((each) => each.id === id) ?? composable[0];
  if (form === undefined) throw new Error('no form to compose a book in');
  return { ...composeDisclosure(opened.book, form), file: opened.file };
}
