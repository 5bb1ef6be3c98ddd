import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, startWorker } from '../../commands/workers.ts';
import { titleOf } from '../../check/render.ts';
import type { Language } from '../../model/language.ts';
import type { DocumentReport } from '../../model/report.ts';
import { summaryMark } from '../../write/annotate/summary.ts';
import { marksOf } from '../../write/annotate/marks.ts';
import type { AnnotateAnswer, AnnotateTask } from './annotateTask.ts';
import { safeName } from './run.ts';

const mostSeconds = 60;

/** A copy with the findings marked in it, or why there is none: another format, nothing to mark, damaged. */
export type AnnotatedCopy = { readonly bytes: Buffer } | { readonly none: 'format' | 'nothing' | 'damaged' };

/** Marks the findings of a report in one of its files. */
export async function annotatedCopy(
  file: { readonly name: string; readonly content: Uint8Array },
  report: DocumentReport,
  language: Language,
): Promise<AnnotatedCopy> {
  const name = safeName(file.name, null);
  const options = { language, titleOf: (rule: string) => titleOf(rule, language), rulesPage: null };
  const all = marksOf(report.findings, options);
  const own = all.filter(({ place }) => (place.file === '' ? report.file : place.file) === name);
  if (own.length === 0) return { none: 'nothing' };
  const marks = [summaryMark(report, all, name, options), ...own];
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-annotate-'));
  const [from, to] = [join(folder, `1-${name}`), join(folder, `2-${name}`)];
  const entry = import.meta.url.endsWith('.ts') ? './annotateWorker.ts' : './annotateWorker.js';
  const worker = startWorker(new URL(entry, import.meta.url));
  try {
    await writeFile(from, file.content);
    const task: AnnotateTask = { kind: 'annotate', from, to, marks };
    const outcome = await ask<AnnotateAnswer>(worker, task, mostSeconds);
    const annotated = 'answer' in outcome ? outcome.answer.annotated : 'damaged';
    return annotated === 'done' ? { bytes: await readFile(to) } : { none: annotated };
  } finally {
    worker.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}
