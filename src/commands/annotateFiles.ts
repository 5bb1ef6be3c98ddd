import { mkdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { annotate } from '../write/annotate/annotate.ts';
import { marksOf, type Mark } from '../write/annotate/marks.ts';
import { say } from './words.ts';
import { tell } from './terminal.ts';
import { writeWhole } from './writeFile.ts';

const suffix = '-审核';

/**
 * Writes an annotated copy of each document that has findings to mark, into `directory`, and says what it
 * wrote and what it could not. False when a copy could not be written.
 */
export async function annotateFiles(
  documents: readonly DocumentReport[],
  directory: string,
  language: Language,
): Promise<boolean> {
  const taken = new Set<string>();
  let allWritten = true;
  for (const [file, marks] of marksByFile(documents, language)) {
    const target = freePath(directory, file, taken);
    allWritten = (await annotateFile(file, marks, target, language)) && allWritten;
  }
  return allWritten;
}

/** A disclosure of several files has marks in each of them. */
function marksByFile(
  documents: readonly DocumentReport[],
  language: Language,
): ReadonlyMap<string, readonly Mark[]> {
  const files = new Map<string, Mark[]>();
  for (const { file, findings } of documents.filter(({ verdict }) => verdict !== 'unreadable')) {
    const marks = marksOf(findings, language);
    if (marks.length === 0) tell(say(language, 'nothingToAnnotate', file));
    for (const mark of marks) {
      const name = mark.place.file === '' ? file : mark.place.file;
      files.set(name, [...(files.get(name) ?? []), mark]);
    }
  }
  return files;
}

/** The name of the original with a suffix; files of one name from several folders are numbered. */
function freePath(directory: string, file: string, taken: Set<string>): string {
  const ending = extname(file);
  const stem = basename(file, ending);
  for (let count = 1; ; count++) {
    const path = join(directory, `${stem}${suffix}${count === 1 ? '' : `-${count}`}${ending}`);
    if (taken.has(path)) continue;
    taken.add(path);
    return path;
  }
}

async function annotateFile(
  file: string,
  marks: readonly Mark[],
  target: string,
  language: Language,
): Promise<boolean> {
  try {
    const result = await annotate(await readFile(file), marks);
    if (!result.ok) {
      tell(say(language, result.problem === 'format' ? 'cannotAnnotateFormat' : 'cannotAnnotate', file));
      return result.problem === 'format';
    }
    await mkdir(dirname(target), { recursive: true });
    if (await isSame(file, target)) throw new Error('the copy would replace its original');
    await writeWhole(target, result.annotated.bytes);
    tell(say(language, 'annotated', target, String(result.annotated.annotations)));
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    tell(say(language, 'cannotWrite', target, code));
    return false;
  }
}

async function isSame(file: string, target: string): Promise<boolean> {
  const existing = await realpath(target).catch(() => null);
  return existing !== null && existing === (await realpath(file));
}
