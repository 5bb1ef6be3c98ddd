import type { Book } from '../model/book.ts';
import { shippedForms } from '../model/forms.ts';
import type { Language } from '../model/language.ts';
import { bookWorkbook, type WorkbookOptions } from '../write/bookWorkbook/bookWorkbook.ts';
import { deliver } from './deliver.ts';

/** Writes a book as a workbook, or as JSON where the file's name ends so; false when it could not be written. */
export async function saveBook(
  book: Book,
  out: string,
  language: Language,
  options: WorkbookOptions = {},
): Promise<boolean> {
  if (/\.json$/i.test(out))
    return deliver(`${JSON.stringify(book, null, 2)}\n`, out, language, 'writtenBook');
  const bytes = await bookWorkbook(book, { unit: unitOf(book), ...options });
  return deliver(bytes, out, language, 'writtenBook');
}

/** 元 where the form's tables are printed in 元. */
function unitOf({ form }: Book): '元' | '万元' {
  const tables = shippedForms.find(({ id }) => id === form)?.tables ?? [];
  return tables[0]?.unit === '元' ? '元' : '万元';
}

/** Is this a name for a book? */
export function isBookName(out: string): boolean {
  return /\.(?:xlsx|json)$/i.test(out);
}
