import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Why a worker gave no answer: it took too long and was ended, or its process died. */
export type Loss =
  { readonly kind: 'tooLong'; readonly seconds: number } | { readonly kind: 'died'; readonly detail: string };

export interface WorkOptions<Task, Answer> {
  /** The program of a worker process: it answers each message with one message. */
  readonly entry: URL;
  readonly workers: number;
  /** Seconds that one task may take. */
  readonly seconds: number;
  /** Called before each task, with the number of those that are done. */
  readonly starting: (task: Task, done: number) => void;
  /** The answer for a task whose worker gave none. */
  readonly lost: (task: Task, loss: Loss) => Answer;
}

const megabyte = 1024 * 1024;
/** What a worker may take for its objects; PDFium's memory comes on top. */
const heapMegabytes = 1024;
/**
 * Room for what is new: a document makes some fifty megabytes of short-lived objects. In twice V8's usual 16 they are
 * swept half as often, which saved up to an eighth of a worker's time (measured: 13 %, 2 %, nothing).
 */
const youngMegabytes = 32;
/**
 * What may outlive two sweeps before everything is looked through: after that V8 optimises a hundred and eighty inner
 * functions anew (startup.ts). A document leaves some four megabytes.
 */
const oldMegabytes = 200;
/** What a worker takes as a rule, so that many cores with little memory are not all used. */
const usualMegabytes = 400;
/** WebAssembly memory never shrinks: a worker that has read many files makes way for a fresh one. */
export const tasksPerWorker = 100;

/** One worker for each core, fewer where memory or tasks are few. */
export function workersFor(tasks: number): number {
  const fitting = Math.floor(totalmem() / megabyte / usualMegabytes);
  return Math.max(1, Math.min(tasks, availableParallelism(), fitting));
}

/**
 * Does the tasks in worker processes, one task at a time in each, and gives the answers in the order of the
 * tasks. A worker that dies or takes too long costs its own task only; another takes its place.
 */
export async function inWorkers<Task extends object, Answer>(
  tasks: readonly Task[],
  options: WorkOptions<Task, Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = tasks.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    let worker = startWorker(options.entry);
    let served = 0;
    for (const [index, task] of waiting) {
      if (!worker.connected || served >= tasksPerWorker) {
        worker.kill('SIGKILL');
        worker = startWorker(options.entry);
        served = 0;
      }
      options.starting(task, done);
      const outcome = await ask<Answer>(worker, task, options.seconds);
      if ('answer' in outcome) answers[index] = outcome.answer;
      else {
        answers[index] = options.lost(task, outcome.loss);
        worker.kill('SIGKILL');
        served = tasksPerWorker;
      }
      served += 1;
      done += 1;
    }
    worker.kill('SIGKILL');
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  return answers;
}

/** How V8 divides the memory of a worker. */
export const workerFlags: readonly string[] = [
  `--max-old-space-size=${heapMegabytes}`,
  `--max-semi-space-size=${youngMegabytes}`,
  `--initial-old-space-size=${oldMegabytes}`,
];

/** A worker process. Sources run through a loader that the command was started with; a worker needs the same. */
export function startWorker(entry: URL): ChildProcess {
  const child = fork(fileURLToPath(entry), [], {
    execArgv: [...process.execArgv, ...workerFlags],
    stdio: ['ignore', 'ignore', process.env['MINGSUAN_DEBUG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
  });
  // A fault of the process is told by the task that waits for it; between tasks nobody else listens.
  child.on('error', () => undefined);
  return child;
}

export type Outcome<Answer> = { readonly answer: Answer } | { readonly loss: Loss };

/** Gives a worker one task and waits for its answer, at most the seconds. */
export function ask<Answer>(worker: ChildProcess, task: object, seconds: number): Promise<Outcome<Answer>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<Answer>): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('exit', onExit).off('error', onError);
      resolve(outcome);
    };
    const died = (detail: string): void => {
      settle({ loss: { kind: 'died', detail } });
    };
    const onMessage = (message: unknown): void => {
      settle({ answer: message as Answer });
    };
    const onExit = (code: number | null, signal: string | null): void => {
      died(signal ?? String(code));
    };
    const onError = (error: Error): void => {
      died(error.message);
    };
    const timer = setTimeout(() => {
      settle({ loss: { kind: 'tooLong', seconds } });
    }, seconds * 1000);
    worker.on('message', onMessage).on('exit', onExit).on('error', onError);
    worker.send(task);
  });
}
