import { mkdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Language } from '../model/language.ts';
import { titleOf } from '../check/render.ts';
import type { DocumentReport, RulePage } from '../model/report.ts';
import { version } from '../version.ts';
import { annotate } from '../write/annotate/annotate.ts';
import { marksOf, type Mark, type MarkOptions } from '../write/annotate/marks.ts';
import { summaryMark } from '../write/annotate/summary.ts';
import { deliver } from './deliver.ts';
import { rulePage } from './rulePages.ts';
import { say } from './words.ts';
import { tell } from './terminal.ts';
import { writeWhole } from './writeFile.ts';

const suffix = '-审核';

/** What the pages of rules beside the copies are called. */
const rulesFile: Readonly<Record<Language, string>> = { zh: '规则说明.html', en: 'rules.html' };

/**
 * Writes an annotated copy of each document that has findings to tell into `directory`, beside them the pages of
 * the rules that they name, and says what it wrote and what it could not. False when a copy could not be written.
 */
export async function annotateFiles(
  documents: readonly DocumentReport[],
  directory: string,
  language: Language,
): Promise<boolean> {
  const taken = new Set<string>();
  let [copies, allWritten] = [0, true];
  for (const [file, marks] of marksByFile(documents, language)) {
    const target = freePath(directory, file, taken);
    const outcome = await annotateFile(file, marks, target, language);
    if (outcome === 'written') copies += 1;
    allWritten = outcome !== 'failed' && allWritten;
  }
  if (copies === 0) return allWritten;
  return (await writeRules(documents, join(directory, rulesFile[language]), language)) && allWritten;
}

async function writeRules(
  documents: readonly DocumentReport[],
  path: string,
  language: Language,
): Promise<boolean> {
  const { rulesPage } = await import('../write/report/html/rulesPage.ts');
  const rules = documents.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  const pageOf = (rule: string): RulePage | null => rulePage(rule, language);
  return deliver(rulesPage(rules, { language, version, pageOf }), path, language, 'writtenPages');
}

/** A document with what is marked of its findings, and the files in which something of it is to be told. */
interface Marked {
  readonly document: DocumentReport;
  readonly marks: readonly Mark[];
  readonly files: ReadonlySet<string>;
}

/** A disclosure of several files has marks in each of them, and its summary at the head of each. */
function marksByFile(
  documents: readonly DocumentReport[],
  language: Language,
): ReadonlyMap<string, readonly Mark[]> {
  const options: MarkOptions = {
    language,
    titleOf: (rule) => titleOf(rule, language),
    rulesPage: rulesFile[language],
  };
  const marked = documents
    .filter(({ verdict }) => verdict !== 'unreadable')
    .map((document): Marked => {
      const marks = marksOf(document.findings, options);
      return { document, marks, files: filesOf(document, marks) };
    });
  const files = new Set(marked.flatMap((each) => [...each.files]));
  for (const { document, files: own } of marked) {
    if (own.size === 0 && !files.has(document.file)) tell(say(language, 'nothingToAnnotate', document.file));
  }
  return new Map([...files].map((file) => [file, marksIn(file, marked, options)]));
}

/** A finding of another document may stand in the file too: the summary is of the document whose file it is. */
function marksIn(file: string, marked: readonly Marked[], options: MarkOptions): readonly Mark[] {
  const telling = marked.filter(({ files }) => files.has(file));
  const owner = marked.find(({ document }) => document.file === file) ?? telling[0];
  const inFile = ({ document, marks }: Marked): readonly Mark[] =>
    marks.filter(({ place }) => (place.file === '' ? document.file : place.file) === file);
  const others = telling.filter((each) => each !== owner).flatMap(inFile);
  const head = owner && summaryMark(owner.document, owner.marks, file, { ...options, others: others.length });
  return [...(head === undefined ? [] : [head]), ...telling.flatMap(inFile)];
}

/** The files in which something of the document is to be told: a mark, or what is waived. */
function filesOf({ file, findings }: DocumentReport, marks: readonly Mark[]): ReadonlySet<string> {
  const waived = findings.flatMap(({ waiver, culprits }) => (waiver === null ? [] : culprits.slice(0, 1)));
  const places = [...marks, ...waived].map(({ place }) => place.file);
  return new Set(places.map((name) => (name === '' ? file : name)));
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
): Promise<'written' | 'none' | 'failed'> {
  try {
    const result = await annotate(await readFile(file), marks);
    if (!result.ok) {
      tell(say(language, result.problem === 'format' ? 'cannotAnnotateFormat' : 'cannotAnnotate', file));
      return result.problem === 'format' ? 'none' : 'failed';
    }
    await mkdir(dirname(target), { recursive: true });
    if (await isSame(file, target)) throw new Error('the copy would replace its original');
    await writeWhole(target, result.annotated.bytes);
    tell(say(language, 'annotated', target, String(result.annotated.annotations)));
    return 'written';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    tell(say(language, 'cannotWrite', target, code));
    return 'failed';
  }
}

async function isSame(file: string, target: string): Promise<boolean> {
  const existing = await realpath(target).catch(() => null);
  return existing !== null && existing === (await realpath(file));
}
