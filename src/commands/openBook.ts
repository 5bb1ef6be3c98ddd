import { readFile, stat } from 'node:fs/promises';
import {
  cellOfPath,
  problemText,
  words,
  type BookCell,
  type BookProblem,
  type Words,
} from '../model/bookProblem.ts';
import { readBook, type ReadBook } from '../model/bookProblems.ts';
import { draftBook } from '../model/bookDraft.ts';
import { bookSheets } from '../model/bookSheets/bookSheets.ts';
import { fieldTitle } from '../model/bookSheets/fieldTitle.ts';
import type { Language } from '../model/language.ts';
import { isBookWorkbook, readBookWorkbook } from '../read/bookWorkbook/bookWorkbook.ts';
import { problemSentence } from '../read/problems.ts';
import { say } from './words.ts';

/** No book is larger. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The book of a JSON file or a workbook, its problems with their cells, or one sentence why the file is no
 * book.
 */
export async function openBook(file: string, language: Language): Promise<ReadBook | string> {
  let bytes: Uint8Array;
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return say(language, 'cannotRead', file, 'EISDIR');
    if (stats.size > mostBytes) return say(language, 'cannotRead', file, 'EFBIG');
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return say(language, 'cannotRead', file, code);
  }
  return isZip(bytes) ? workbookBook(file, bytes, language) : jsonBook(file, bytes, language);
}

/**
 * Is the file a book, not a disclosure? A workbook with the book's sheets, or JSON that says its schema.
 * False for a file that cannot be read: its reader tells why.
 */
export async function isBookFile(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => null);
  if (stats?.isFile() !== true || stats.size > mostBytes) return false;
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return false;
  if (isZip(bytes)) return isBookWorkbook(bytes);
  return /^\ufeff?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64))) && /\.json$/i.test(file);
}

/** A workbook is a zip archive; JSON never begins like one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function jsonBook(file: string, bytes: Uint8Array, language: Language): ReadBook | string {
  try {
    return readWithDraft(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return say(language, 'notJson', file, error.message);
  }
}

/** What has not the shape of a book may still be shown as a draft. */
function readWithDraft(value: unknown): ReadBook {
  const read = readBook(value);
  if (read.ok || read.book !== undefined) return read;
  const draft = draftBook(value);
  return draft === null ? read : { ...read, draft };
}

function workbookBook(file: string, bytes: Uint8Array, language: Language): ReadBook | string {
  const opened = readBookWorkbook(bytes);
  if (!opened.ok)
    return `${file}${language === 'zh' ? '：' : ': '}${problemSentence(opened.problem, language)}`;
  const { value, cells, problems } = opened.read;
  const read = readWithDraft(value);
  const told = new Set([...problems.map(({ path }) => path), ...partsOfMissing(problems)]);
  const others = read.ok ? [] : read.problems.filter(({ path }) => !told.has(path));
  const all = [...problems, ...others].map((problem) => placed(problem, cells)).sort(byPlace);
  if (all.length === 0) return read;
  return read.ok ? { ok: false, problems: all, book: read.book } : { ...read, problems: all };
}

/** The parts of a book that nobody can fill in before their sheet is back, of which a problem is told. */
function partsOfMissing(problems: readonly BookProblem[]): readonly string[] {
  const told = new Set(problems.map(({ path }) => path));
  return bookSheets
    .filter(({ name }) => told.has(name))
    .flatMap(({ fields, list }) => [...fields.map(({ path }) => path), ...(list === null ? [] : [list.path])])
    .flatMap((path) => [path, path.replace(/\..*/, '')]);
}

/** In the order of the sheets, from the top down. */
function byPlace({ place: a }: BookProblem, { place: b }: BookProblem): number {
  const at = (sheet = ''): number => bookSheets.findIndex(({ name }) => name === sheet);
  const row = (cell = ''): number => Number(cell.replace(/\D/g, ''));
  return at(a?.sheet) - at(b?.sheet) || row(a?.cell) - row(b?.cell);
}

function placed(problem: BookProblem, cells: ReadonlyMap<string, BookCell>): BookProblem {
  const place = problem.place ?? cellOfPath(problem.path, cells);
  const other = problem.other === undefined ? null : cellOfPath(problem.other.path, cells);
  return {
    ...problem,
    ...(place === null ? {} : { place }),
    ...(problem.other === undefined || other === null
      ? {}
      : { other: { path: problem.other.path, words: cellWords(other) } }),
  };
}

function cellWords({ sheet, cell }: BookCell): Words {
  return words(` ${sheet}!${cell} `, `${sheet}!${cell}`);
}

/** Where it is and what to enter: 支出!H12：…. */
export function problemLine(problem: BookProblem, language: Language): string {
  const { path, place } = problem;
  const where = place === undefined ? path : `${place.sheet}!${place.cell}`;
  const text = problemText(problem, language, place === undefined ? null : fieldTitle(path));
  return `${where}${language === 'zh' ? '：' : ': '}${text}`;
}
