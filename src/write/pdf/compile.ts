import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Families } from './fonts.ts';

/** What is set: the data as JSON, and the faces that have its characters. */
export interface CompileTask {
  readonly data: string;
  readonly charts: readonly string[];
  readonly families: Families;
  readonly faces: readonly Uint8Array[];
}

/** A PDF, the printed page of every target in it, and each of its charts as a PDF of one page. */
export interface Compiled {
  readonly bytes: Uint8Array;
  readonly pages: ReadonlyMap<string, string>;
  readonly charts: readonly Uint8Array[];
}

type Answer =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly charts: readonly Uint8Array[];
      readonly pages: readonly (readonly [target: string, page: string])[];
    }
  | { readonly ok: false; readonly fault: string };

/** Ten thousand pages take half of it. */
const longestSeconds = 300;

/**
 * Compiles the template with a document's data in a thread of its own.
 * @throws Error when the template does not compile or takes too long: a fault of the program, whatever the data.
 */
export async function compile({ families, ...task }: CompileTask): Promise<Compiled> {
  const [document, chart] = await Promise.all(['document.typ', 'chart.typ'].map(template));
  const worker = new Worker(new URL('compileWorker.mjs', import.meta.url), {
    workerData: { ...task, templates: { document, chart }, fonts: JSON.stringify(families) },
    // A loader that runs sources is of no use here, and takes its time.
    execArgv: [],
  });
  try {
    const answer = await answerOf(worker);
    if (!answer.ok) throw new Error(`the document was not set: ${answer.fault}`);
    return { ...answer, pages: new Map(answer.pages) };
  } finally {
    await worker.terminate();
  }
}

function template(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`the document was not set within ${longestSeconds} seconds`));
    }, longestSeconds * 1000);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker
      .once('message', (answer: Answer) => {
        settle(() => {
          resolve(answer);
        });
      })
      .once('error', (error) => {
        settle(() => {
          reject(error);
        });
      })
      .once('exit', (code) => {
        settle(() => {
          reject(new Error(`the thread that sets the document ended with ${code}`));
        });
      });
  });
}
