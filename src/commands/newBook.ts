import { emptyBook } from '../compose/books/emptyBook.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import type { ExitCode } from './check.ts';
import { isBookName, saveBook } from './saveBook.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';

export interface NewBookOptions {
  readonly language: Language;
  readonly form: string;
  readonly year?: string;
}

/** Autumn is when the next year's budget is made. */
const firstMonthOfNext = 7;

/** `mingsuan new`: an empty workbook to fill in. */
export async function runNewBook(out: string, { language, form, year }: NewBookOptions): Promise<ExitCode> {
  if (!isBookName(out)) return refuse(say(language, 'bookName', out));
  if (!shippedForms.some(({ id, stage }) => id === form && stage === 'budget'))
    return refuse(say(language, 'noForm', form));
  const today = new Date();
  const usual = today.getFullYear() + (today.getMonth() >= firstMonthOfNext ? 1 : 0);
  const chosen = year === undefined ? usual : Number(year);
  if (!/^20\d\d$/.test(String(chosen))) return refuse(say(language, 'wrongYear', year ?? ''));
  const saved = await saveBook(emptyBook(chosen, form), out, language, { blankAmounts: true });
  return saved ? 0 : 2;
}

function refuse(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}
