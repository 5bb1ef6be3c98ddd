import { readFile } from 'node:fs/promises';
import { readBook, type ReadBook } from '../model/bookProblems.ts';
import type { Language } from '../model/language.ts';
import { say } from './words.ts';

/** The book, its problems, or one sentence why the file is none. */
export async function openBook(file: string, language: Language): Promise<ReadBook | string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return say(language, 'cannotRead', file, code);
  }
  try {
    return readBook(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return say(language, 'notJson', file, error.message);
  }
}
