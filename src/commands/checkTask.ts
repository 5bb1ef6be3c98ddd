import type { AcrossFound } from '../check/across/across.ts';
import type { Settings } from '../check/settings/settings.ts';
import type { DocumentDigest } from '../model/digest.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { problemSentence } from '../read/problems.ts';
import { examine, unreadable } from './checkFile.ts';
import { faultSentence, tellDetails } from './fault.ts';
import { checkToPage, type PageTarget } from './page.ts';
import type { Loss } from './workers.ts';

/** One file to check. Plain data, so that it reaches a worker process. */
export interface FileTask {
  readonly file: string;
  readonly language: Language;
  readonly settings: Settings;
  /** Last year's disclosure. */
  readonly previous?: string;
  /** Also give what the comparison with other documents needs. */
  readonly digest?: boolean;
  /** What that comparison found on it. */
  readonly across?: AcrossFound;
  /** Where its HTML page goes, when one is wanted. */
  readonly page?: PageTarget;
}

/** Seconds for one file; a disclosure of a thousand pages takes less. */
const mostSeconds = 120;

/** A file's report, and its digest where that was asked for and the file could be read. */
export interface FileAnswer {
  readonly report: DocumentReport;
  readonly digest?: DocumentDigest;
}

/** Checks one file; a fault of the program on it becomes its report. */
export async function checkTask(task: FileTask): Promise<FileAnswer> {
  const { file, language } = task;
  return checked(task).catch((error: unknown) => {
    tellDetails(error);
    return { report: unreadable(file, faultSentence(error, language, 'faultInFile')) };
  });
}

async function checked({ file, language, page, ...checking }: FileTask): Promise<FileAnswer> {
  if (page !== undefined) return { report: await checkToPage([file], language, checking, page) };
  const { report, digest } = await examine([file], language, { ...checking, trace: false });
  return digest === undefined ? { report } : { report, digest };
}

/**
 * Checks the files in worker processes, as many as there are cores; reports come in the order of the files.
 * A file that ends its worker or takes more than two minutes is reported as unreadable (tooComplex).
 */
export async function checkInWorkers(
  tasks: readonly FileTask[],
  starting: (task: FileTask, done: number) => void,
): Promise<readonly FileAnswer[]> {
  // One file needs no processes.
  const { inWorkers, workersFor } = await import('./workers.ts');
  return inWorkers(tasks, {
    entry: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
    workers: workersFor(tasks.length),
    seconds: mostSeconds,
    starting,
    lost: ({ file, language }, loss) => {
      const detail = lossWords(loss, language);
      return { report: unreadable(file, problemSentence({ code: 'tooComplex', detail }, language)) };
    },
  });
}

function lossWords(loss: Loss, language: Language): string {
  const zh = language === 'zh';
  if (loss.kind === 'tooLong') return zh ? `超过 ${loss.seconds} 秒` : `more than ${loss.seconds} s`;
  return zh ? `读取进程意外结束：${loss.detail}` : `the reading process ended: ${loss.detail}`;
}
