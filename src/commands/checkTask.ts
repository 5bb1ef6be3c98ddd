import type { Settings } from '../check/settings/settings.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { problemSentence } from '../read/problems.ts';
import { examine, unreadable } from './checkFile.ts';
import { faultSentence, tellDetails } from './fault.ts';
import { checkToPage, type PageTarget } from './page.ts';
import { inWorkers, workersFor, type Loss } from './workers.ts';

/** One file to check. Plain data, so that it reaches a worker process. */
export interface FileTask {
  readonly file: string;
  readonly language: Language;
  readonly settings: Settings;
  /** Last year's disclosure. */
  readonly previous?: string;
  /** Where its HTML page goes, when one is wanted. */
  readonly page?: PageTarget;
}

/** Seconds for one file; a disclosure of a thousand pages takes less. */
const mostSeconds = 120;

/** Checks one file; a fault of the program on it becomes its report. */
export async function checkTask(task: FileTask): Promise<DocumentReport> {
  const { file, language, settings, previous, page } = task;
  const checking = { settings, ...(previous === undefined ? {} : { previous }) };
  const checked =
    page === undefined
      ? examine([file], language, { ...checking, trace: false }).then(({ report }) => report)
      : checkToPage([file], language, checking, page);
  return checked.catch((error: unknown) => {
    tellDetails(error);
    return unreadable(file, faultSentence(error, language, 'faultInFile'));
  });
}

/**
 * Checks the files in worker processes, as many as there are cores; reports come in the order of the files.
 * A file that ends its worker or takes more than two minutes is reported as unreadable (tooComplex).
 */
export function checkInWorkers(
  tasks: readonly FileTask[],
  starting: (task: FileTask, done: number) => void,
): Promise<readonly DocumentReport[]> {
  return inWorkers(tasks, {
    entry: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
    workers: workersFor(tasks.length),
    seconds: mostSeconds,
    starting,
    lost: ({ file, language }, loss) => {
      const detail = lossWords(loss, language);
      return unreadable(file, problemSentence({ code: 'tooComplex', detail }, language));
    },
  });
}

function lossWords(loss: Loss, language: Language): string {
  const zh = language === 'zh';
  if (loss.kind === 'tooLong') return zh ? `超过 ${loss.seconds} 秒` : `more than ${loss.seconds} s`;
  return zh ? `读取进程意外结束：${loss.detail}` : `the reading process ended: ${loss.detail}`;
}
