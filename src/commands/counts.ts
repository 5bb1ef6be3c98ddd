import { readFile } from 'node:fs/promises';
import type { Language } from '../model/language.ts';
import { readCounts, type Count, type CountProblem } from '../serve/portal/denominators.ts';
import { say, type SentenceKey } from './words.ts';

export type Counts =
  | { readonly ok: true; readonly counts: readonly Count[] }
  | { readonly ok: false; readonly sentence: string };

const sentences: Readonly<Record<CountProblem, SentenceKey>> = {
  head: 'countsHead',
  year: 'countsYear',
  count: 'countsCount',
  empty: 'countsEmpty',
  source: 'countsSource',
};

/** By what the portal may divide: none where there is no such file; a sentence where it is wrong. */
export async function countsIn(path: string | null, language: Language): Promise<Counts> {
  if (path === null) return { ok: true, counts: [] };
  try {
    const read = readCounts(await readFile(path, 'utf8'));
    return read.ok
      ? read
      : { ok: false, sentence: say(language, sentences[read.problem], path, String(read.line)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return { ok: false, sentence: say(language, 'countsUnreadable', path, code) };
  }
}
