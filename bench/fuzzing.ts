import { checkDisclosure } from '../src/check/check.ts';
import { readSource } from '../src/read/open.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { mutantOf, type Mutant } from './mutations.ts';
import { randomOf } from './random.ts';
import { seeds } from './seeds.ts';

/** Something that must not happen, whatever the input. */
export interface Fault {
  readonly input: number;
  readonly format: string;
  readonly how: string;
  readonly what: string;
}

export interface FuzzReport {
  readonly inputs: number;
  /** Inputs that were read as a disclosure, the others ended as a problem with a remedy. */
  readonly read: number;
  /** Milliseconds of processor time. */
  readonly slowest: number;
  /** Largest memory of the process, in MB. */
  readonly memory: number;
  readonly faults: readonly Fault[];
}

/** Milliseconds of processor time: on a busy machine the clock says nothing about the program. */
const slow = 5_000;
const mostMemory = 1_024;

/** Runs mutated inputs through reading, recognising and checking for some seconds; `only` names a format. */
export async function fuzz(seconds: number, seed: number, only = ''): Promise<FuzzReport> {
  const all = seeds().filter(({ name }) => name.endsWith(only));
  const end = performance.now() + seconds * 1000;
  const faults: Fault[] = [];
  let [inputs, read, slowest, memory] = [0, 0, 0, 0];
  while (performance.now() < end) {
    // Each input depends on its number alone, so that one can be made again.
    const random = randomOf(seed * 1_000_003 + inputs);
    const original = all[inputs % all.length];
    if (original === undefined) break;
    const mutant = mutantOf(original, random);
    const start = process.cpuUsage();
    const outcome = await tryInput(mutant);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    const used = process.memoryUsage().rss / 1024 / 1024;
    if (outcome === true) read += 1;
    const fault = typeof outcome === 'string' ? outcome : took > slow ? `${took.toFixed(0)} ms` : null;
    const tooMuch = used > mostMemory && memory <= mostMemory ? `${used.toFixed(0)} MB` : null;
    for (const what of [fault, tooMuch]) {
      if (what !== null) faults.push({ input: inputs, format: mutant.name, how: mutant.how, what });
    }
    [slowest, memory] = [Math.max(slowest, took), Math.max(memory, used)];
    inputs += 1;
  }
  return { inputs, read, slowest, memory, faults };
}

/** True when it was read, false when it ended as a problem, the stack's first lines when it crashed. */
async function tryInput(mutant: Mutant): Promise<boolean | string> {
  try {
    const source = await readSource(mutant);
    if (!source.ok) return false;
    checkDisclosure(recognise(source.source));
    return true;
  } catch (error) {
    return error instanceof Error
      ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ')
      : String(error);
  }
}
