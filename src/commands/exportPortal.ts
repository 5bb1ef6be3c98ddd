import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../model/language.ts';
import { memoryEntries, type ReadDisclosure } from '../serve/portal/memoryEntries.ts';
import { memorySource } from '../serve/portal/memorySource.ts';
import { staticExport } from '../serve/portal/staticExport.ts';
import type { ExitCode } from './check.ts';
import { examine } from './checkFile.ts';
import { countsIn } from './counts.ts';
import { findFiles } from './findFiles.ts';
import { progressOf } from './progress.ts';
import { tell } from './terminal.ts';
import { say } from './words.ts';
import { writeWhole } from './writeFile.ts';

export interface ExportOptions {
  readonly language: Language;
  readonly out: string;
  readonly site?: string;
  readonly english?: boolean;
  readonly counts?: string;
}

/** `mingsuan export`: the portal over disclosures as a folder that any web server can send. */
export async function runExport(
  paths: readonly string[],
  { language, out, site, english, counts: countsFile }: ExportOptions,
): Promise<ExitCode> {
  const counted = await countsIn(countsFile ?? null, language);
  if (!counted.ok) return refuse(counted.sentence);
  const files = await findFiles(paths);
  if (files.length === 0) return refuse(say(language, 'nothingFound'));
  const { read, unread } = await readAll(files, language);
  const { entries, refused } = memoryEntries(read);
  for (const { file, lacks } of refused)
    tell(say(language, lacks === 'year' ? 'exportNoYear' : 'exportNoDepartment', file));
  if (entries.length === 0) return refuse(say(language, 'exportNothing'));
  const source = memorySource(entries, { counts: counted.counts });
  let count = 0;
  try {
    for await (const { path, content } of staticExport(source, {
      english: english === true,
      origin: (site ?? '').replace(/\/+$/, ''),
    })) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeWhole(join(out, path), content);
      count += 1;
    }
  } catch (error) {
    // A fault of the file system; anything else is a bug and stays an exception.
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return refuse(say(language, 'cannotWrite', out, String(error.code)));
  }
  tell(say(language, 'exported', String(entries.length), String(count), out));
  return unread + refused.length > 0 ? 2 : 0;
}

function refuse(sentence: string): ExitCode {
  tell(sentence);
  return 2;
}

/** Reads and checks every file; one that cannot be read is told, and the rest goes on. */
async function readAll(
  files: readonly string[],
  language: Language,
): Promise<{ readonly read: readonly ReadDisclosure[]; readonly unread: number }> {
  const progress = progressOf(files.length, language);
  const read: ReadDisclosure[] = [];
  const problems: string[] = [];
  for (const [done, file] of files.entries()) {
    progress.at(file, done);
    const { disclosure, report, trace } = await examine([file], language);
    if (disclosure === null || trace === null) {
      problems.push(`${file}${language === 'zh' ? '：' : ': '}${report.error ?? ''}`);
      continue;
    }
    const content = await readFile(file);
    const { mtime } = await stat(file);
    read.push({ disclosure, report, trace, file: { name: file, content }, publishedAt: mtime.toISOString() });
  }
  progress.end();
  for (const problem of problems) tell(problem);
  return { read, unread: problems.length };
}
