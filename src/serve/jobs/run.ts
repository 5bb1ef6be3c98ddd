import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { WaiverEntry } from '../../check/settings/waiverEntry.ts';
import type { Language } from '../../model/language.ts';
import type { DocumentReport } from '../../model/report.ts';
import { bookVersion } from '../../store/books.ts';
import { disclosureVersion, saveDisclosure } from '../../store/disclosures.ts';
import { fileContent } from '../../store/files.ts';
import { filingById, type Filing } from '../../store/filings.ts';
import { finishJob, type Job } from '../../store/jobs.ts';
import type { Change, Database } from '../../store/store.ts';
import { versionFrom } from '../../store/unchanged.ts';
import { openBatchFiling, unfiledWords } from './batchFiling.ts';
import type { Examination } from './examineTask.ts';
import type { ExamineAnswer, Examiner } from './examiner.ts';
import { checkBasis, type CheckBasis } from '../basis.ts';
import { examinedWith } from './examinedWith.ts';
import { payloads } from './kinds.ts';
import { readFolder } from './leftFolders.ts';

interface JobFile {
  readonly id: string;
  readonly name: string;
}

/** The job was cancelled or given to another worker meanwhile: what was done for it is dropped. */
export class JobLost extends Error {}

/** What a job leaves: a problem in words, or a result that is kept in the transaction that ends the job. */
type Outcome = { readonly problem: string } | { readonly keep: (change: Change) => Promise<unknown> };

/** Does a job to its end. */
export async function runJob(db: Database, examiner: Examiner, job: Job): Promise<void> {
  const outcome = await outcomeOf(db, examiner, job);
  await db.transaction().execute(async (change) => {
    const end = 'problem' in outcome ? outcome : { result: await outcome.keep(change) };
    if (!(await finishJob(change, job, end))) throw new JobLost(job.id);
  });
}

async function outcomeOf(db: Database, examiner: Examiner, job: Job): Promise<Outcome> {
  switch (job.kind) {
    case 'check':
      return checkOnly(db, examiner, job);
    case 'read':
      return readFor(db, examiner, job);
    case 'compose':
      return composeFor(db, examiner, job);
    case 'batch':
      return readOfBatch(db, examiner, job);
    default:
      return { problem: `unknown kind ${job.kind}` };
  }
}

async function checkOnly(db: Database, examiner: Examiner, job: Job): Promise<Outcome> {
  const { files, language } = payloads.check.parse(job.payload);
  const read = await readFiles(db, examiner, files, language);
  return 'problem' in read ? read : { keep: () => Promise.resolve({ report: read.report }) };
}

async function readFor(db: Database, examiner: Examiner, job: Job): Promise<Outcome> {
  const { files, language, reason } = payloads.read.parse(job.payload);
  const filing = await filingById(db, job.filing ?? '');
  if (filing === null) return { problem: 'the filing is gone' };
  const read = await readFiles(db, examiner, files, language, { wanted: 'kept' });
  if ('problem' in read) return read;
  const foreign = foreignWords(read, filing, language);
  if (foreign !== null) return { problem: foreign };
  return keepFor(filing, read, { files, bookVersion: null, author: job.createdBy, reason });
}

/** A document of another year or stage was taken by mistake: it would be published under the wrong heading. */
function foreignWords({ kept }: Examination, filing: Filing, language: Language): string | null {
  if (kept === undefined || kept.year === null) return null;
  const { year, stage } = kept;
  if (year === filing.year && stage === filing.stage) return null;
  const stages = { budget: '预算', adjusted: '调整预算', finalAccounts: '决算' } as const;
  return language === 'zh'
    ? `文件是 ${year} 年${stages[stage]}，这里要的是 ${filing.year} 年${stages[filing.stage]}。请核对选对了文件。`
    : `The file is of ${year} (${stage}), this filing is of ${filing.year} (${filing.stage}). Check the file.`;
}

async function composeFor(db: Database, examiner: Examiner, job: Job): Promise<Outcome> {
  const { bookVersion: version, language, reason } = payloads.compose.parse(job.payload);
  const filing = await filingById(db, job.filing ?? '');
  const book = filing === null ? null : await bookVersion(db, filing, version);
  if (filing === null || book === null) return { problem: 'the book is gone' };
  const basis = await checkBasis(db);
  const task = {
    kind: 'compose',
    book: book.content,
    form: filing.form,
    language,
    basis,
    keeping: true,
  } as const;
  const made = examined(await examiner.examine(task), language);
  if ('problem' in made) return made;
  return keepFor(filing, made, { files: [], bookVersion: version, author: job.createdBy, reason });
}

async function readOfBatch(db: Database, examiner: Examiner, job: Job): Promise<Outcome> {
  const { files, language } = payloads.batch.parse(job.payload);
  const basis = await checkBasis(db);
  const same = examinedWith(basis, language);
  const known = await unchanged(db, job, files, same);
  if (known !== null) return known;
  const read = await readFiles(db, examiner, files, language, { wanted: 'kept', basis });
  if ('problem' in read) return read;
  const { kept, report } = read;
  if (kept === undefined) return { keep: () => Promise.resolve({ filing: null, report }) };
  const filing = await openBatchFiling(db, job, kept);
  if ('code' in filing) {
    const unfiled = { code: filing.code, message: unfiledWords(filing, language) };
    return { keep: () => Promise.resolve({ filing: null, unfiled, report }) };
  }
  const reason = language === 'zh' ? '批量导入' : 'batch import';
  const keeping = { files, bookVersion: null, author: job.createdBy, reason, examinedWith: same };
  return keepFor(filing, read, keeping);
}

/** Files that were read and checked before, with the same, are not read again and make no other version. */
async function unchanged(
  db: Database,
  { region }: Job,
  files: readonly JobFile[],
  same: string,
): Promise<Outcome | null> {
  if (region === null) return null;
  const ids = files.map(({ id }) => id);
  const known = await versionFrom(db, region, ids, same);
  const kept = known === null ? null : await disclosureVersion(db, known, known.version);
  if (known === null || kept === null) return null;
  const result = { filing: known.id, version: known.version, ...summaryOf(kept.report), unchanged: true };
  return { keep: () => Promise.resolve(result) };
}

interface Keeping {
  readonly files: readonly JobFile[];
  readonly bookVersion: number | null;
  readonly author: string;
  readonly reason: string;
  readonly examinedWith?: string;
}

/** What could not be read leaves only its report. */
function keepFor(filing: Filing, { kept, report }: Examination, keeping: Keeping): Outcome {
  const summary = summaryOf(report);
  if (kept === undefined)
    return { keep: () => Promise.resolve({ filing: filing.id, version: null, ...summary }) };
  const { prepared } = kept;
  return {
    keep: async (change) => {
      const version = await saveDisclosure(change, filing, { prepared, ...keeping });
      return { filing: filing.id, version, ...summary };
    },
  };
}

function summaryOf({ department, year, verdict, coverage, error, findings }: DocumentReport): object {
  return { department, year, verdict, coverage, error, findings: findings.length };
}

/** The files lie in a folder of their own while a worker process reads them. */
export async function readFiles(
  db: Database,
  examiner: Examiner,
  files: readonly JobFile[],
  language: Language,
  {
    waivers = [],
    wanted = 'whole',
    basis: given = null,
  }: {
    readonly waivers?: readonly WaiverEntry[];
    readonly wanted?: 'whole' | 'kept';
    readonly basis?: CheckBasis | null;
  } = {},
): Promise<Examination | { readonly problem: string }> {
  const folder = await mkdtemp(join(tmpdir(), readFolder));
  try {
    const names = ownNames(files.map(({ name }) => name));
    for (const [i, { id }] of files.entries()) {
      const file = await fileContent(db, id);
      if (file === null) return { problem: `no file ${id}` };
      await writeFile(join(folder, names[i] ?? ''), file.content);
    }
    const basis = given ?? (await checkBasis(db));
    const settings = { ...basis.settings, waivers };
    const read = { kind: 'read', folder, files: names, language, basis: { ...basis, settings } } as const;
    return examined(await examiner.examine({ ...read, keeping: wanted === 'kept' }), language);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names that files of one document have while it is read: each its own. */
export function ownNames(uploaded: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [i, name] of uploaded.entries()) names.push(safeName(name, names.includes(name) ? i : null));
  return names;
}

/** The uploaded name without folders and without what a file system refuses. */
export function safeName(name: string, number: number | null): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f/:*?"<>|]/g, '_');
  const short = /^\.*$/.test(plain) ? 'file' : plain.slice(-120);
  return number === null ? short : `${number}-${short}`;
}

function examined(answer: ExamineAnswer, language: Language): Examination | { readonly problem: string } {
  if ('report' in answer) return answer;
  const zh = language === 'zh';
  if ('lost' in answer) {
    const { lost } = answer;
    if (lost.kind === 'tooLong') {
      return { problem: zh ? `超过 ${lost.seconds} 秒没有读完` : `not read within ${lost.seconds} s` };
    }
    return { problem: zh ? '读取进程意外结束，文件可能已损坏' : 'the reading process ended' };
  }
  if (answer.refused === 'bookProblems') {
    return { problem: zh ? `预算簿还有 ${answer.detail} 处要改正` : `${answer.detail} problems in the book` };
  }
  return { problem: zh ? `程序没有处理好：${answer.detail}` : `the program failed: ${answer.detail}` };
}
