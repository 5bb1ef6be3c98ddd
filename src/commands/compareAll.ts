import { checkAcross } from '../check/across/across.ts';
import type { DocumentReport } from '../model/report.ts';
import { reportAcross } from './checkFile.ts';
import type { FileAnswer, FileTask } from './checkTask.ts';

/**
 * Checks the files and compares the documents with each other. Pages are written in a second round, since a page
 * shows what the comparison found; the digests of all documents, not the documents, are kept in memory.
 */
export async function compareAll(
  tasks: readonly FileTask[],
  answersTo: (tasks: readonly FileTask[]) => Promise<readonly FileAnswer[]>,
): Promise<readonly DocumentReport[]> {
  const first = await answersTo(tasks.map(withDigest));
  const found = checkAcross(first.flatMap(({ digest }) => (digest === undefined ? [] : [digest])));
  if (tasks.some(({ page }) => page !== undefined)) {
    const again = tasks.map((task) => {
      const across = found.get(task.file);
      return across === undefined ? task : { ...task, across };
    });
    return (await answersTo(again)).map(({ report }) => report);
  }
  return Promise.all(
    first.map(async ({ report, digest }, i) => {
      const across = found.get(report.file);
      const task = tasks[i];
      return across === undefined || digest === undefined || task === undefined
        ? report
        : await reportAcross(report, across, digest, task.language, task.settings);
    }),
  );
}

/** Without the page: it is written once everything is known. */
function withDigest({ file, language, settings, previous }: FileTask): FileTask {
  return { file, language, settings, digest: true, ...(previous === undefined ? {} : { previous }) };
}
