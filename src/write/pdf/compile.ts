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

/** The printed page of every target, and each chart as a PDF of one page. */
export interface CompiledPages {
  readonly pages: ReadonlyMap<string, string>;
  readonly charts: readonly Uint8Array[];
}

/** What the thread sends: `made` as asked for. */
type Answer<T> = { readonly ok: true; readonly made: T } | { readonly ok: false; readonly fault: string };

interface SentPages {
  readonly pages: readonly (readonly [target: string, page: string])[];
  readonly charts: readonly Uint8Array[];
}

/** Ten thousand pages take half of it. */
const longestSeconds = 300;

/**
 * Compiles the template with a document's data to a PDF.
 * @throws Error when the template does not compile or takes too long: a fault of the program, whatever the data.
 */
export function compileDocument(task: CompileTask): Promise<Uint8Array> {
  return compiled<Uint8Array>('document', task);
}

/**
 * Finds out on which pages the targets of a document stand, and draws its charts.
 * @throws Error as `compileDocument` does.
 */
export async function compilePages(task: CompileTask): Promise<CompiledPages> {
  const { pages, charts } = await compiled<SentPages>('pages', task);
  return { pages: new Map(pages), charts };
}

/** In a thread of its own. */
async function compiled<T>(wants: 'document' | 'pages', { families, ...task }: CompileTask): Promise<T> {
  const [document, chart] = await Promise.all(['document.typ', 'chart.typ'].map(template));
  const worker = new Worker(new URL('compileWorker.mjs', import.meta.url), {
    workerData: { ...task, wants, templates: { document, chart }, fonts: JSON.stringify(families) },
    // A loader that runs sources is of no use here, and takes its time.
    execArgv: [],
  });
  try {
    const answer = await answerOf<T>(worker);
    if (!answer.ok) throw new Error(`the document was not set: ${answer.fault}`);
    return answer.made;
  } finally {
    await worker.terminate();
  }
}

function template(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

function answerOf<T>(worker: Worker): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`the document was not set within ${longestSeconds} seconds`));
    }, longestSeconds * 1000);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker
      .once('message', (answer: Answer<T>) => {
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
