import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { ask, startWorker, tasksPerWorker, workersFor, type Loss } from '../../commands/workers.ts';
import type { Drawn, DrawTask } from './drawTask.ts';
import type { Examination, ExamineRefusal, ExamineTask } from './examineTask.ts';
import type { ImportedFile, ImportRefusal, ImportTask } from './importTask.ts';
import type { FileRows, RowsTask } from './rowsTask.ts';

export type ExamineAnswer = Examination | ExamineRefusal | { readonly lost: Loss };

/** Worker processes that read, compose and check; a document that ends one costs only itself. */
export interface Examiner {
  /** Waits for a free worker. */
  examine(task: ExamineTask, seconds?: number): Promise<ExamineAnswer>;
  /** Draws a page of a PDF or tells where its figures stand; waits for a free worker as well. */
  draw(task: DrawTask): Promise<Drawn | { readonly lost: Loss }>;
  /** Makes a book of a file; waits for a free worker as well. */
  importBook(task: ImportTask): Promise<ImportedFile | ImportRefusal | { readonly lost: Loss }>;
  /** Reads the rows of a spreadsheet; waits for a free worker as well. */
  readRows(task: RowsTask): Promise<FileRows | { readonly lost: Loss }>;
  /** How many tasks wait for a worker. */
  waiting(): number;
  close(): void;
}

interface Worker {
  process: ChildProcess;
  served: number;
}

const mostSeconds = 120;
const drawSeconds = 30;
const rowsSeconds = 30;
/** More waiting tasks are refused: the queue in the database is the place to wait. */
const mostWorkers = 4;

const page = 4096;
/** A worker that stayed as small goes on: what it has learned about its own code is worth a second of work. */
const smallBytes = 500 * 1024 * 1024;

/** What the process takes of the memory; without an answer (it has ended, or another system): too much. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1]) * page;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Who waits for a page comes before a batch that takes minutes. */
const workerPriority = 10;

function lowered(worker: ChildProcess): ChildProcess {
  try {
    if (worker.pid !== undefined) setPriority(worker.pid, workerPriority);
  } catch {
    // It has ended already, which the task that waits for it is told, or the system does not allow it.
  }
  return worker;
}

/** In place of the number of tasks: the process gave no answer. */
const lost = Number.POSITIVE_INFINITY;

function isSpent({ process: child, served }: Worker): boolean {
  return served === lost || (served >= tasksPerWorker && residentBytes(child) >= smallBytes);
}

export function startExaminer(workers = workersFor(mostWorkers)): Examiner {
  const name = import.meta.url.endsWith('.ts') ? './examineWorker.ts' : './examineWorker.js';
  const entry = new URL(name, import.meta.url);
  const free: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();
  const made = (): Worker => {
    const worker = { process: lowered(startWorker(entry)), served: 0 };
    all.add(worker);
    return worker;
  };
  const renew = (worker: Worker): void => {
    worker.process.kill('SIGKILL');
    worker.process = lowered(startWorker(entry));
    worker.served = 0;
  };
  const take = (): Promise<Worker> => {
    const worker = free.pop() ?? (all.size < workers ? made() : undefined);
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker);
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(worker);
    else next(worker);
  };
  const done = async <Answer>(task: object, seconds: number): Promise<Answer | { readonly lost: Loss }> => {
    const worker = await take();
    try {
      if (!worker.process.connected || isSpent(worker)) renew(worker);
      worker.served += 1;
      const outcome = await ask<Answer>(worker.process, task, seconds);
      if ('answer' in outcome) return outcome.answer;
      worker.served = lost;
      worker.process.kill('SIGKILL');
      return { lost: outcome.loss };
    } finally {
      giveBack(worker);
    }
  };
  return {
    examine: (task, seconds = mostSeconds) => done<Examination | ExamineRefusal>(task, seconds),
    draw: (task) => done<Drawn>(task, drawSeconds),
    importBook: (task) => done<ImportedFile | ImportRefusal>(task, mostSeconds),
    readRows: (task) => done<FileRows>(task, rowsSeconds),
    waiting: () => waiting.length,
    close: () => {
      for (const worker of all) worker.process.kill('SIGKILL');
    },
  };
}
