import v8 from 'node:v8';

/**
 * Flags for a command that works a second or less: functions are optimised later than usual, as most of them would
 * run too few times to pay for it. What runs long enough is optimised all the same; worker processes are not
 * concerned. The room for what is new is large from the first sweep on, and a regular expression's first form, which
 * V8 replaces when it is used again, is not polished.
 */
export const shortRunFlags = [
  '--interrupt-budget=4000000',
  '--semi-space-growth-factor=16',
  '--no-regexp-peephole-optimization',
] as const;

/** To be called before the command loads what it runs: kept code is taken under the same flags only. */
export function optimiseLater(): void {
  for (const flag of shortRunFlags) v8.setFlagsFromString(flag);
}

/**
 * For a process that reads and checks one document after another. Compiling takes longer than it gains for all that
 * a document runs a few times only. And no object is made among the long-lived ones because its like once survived:
 * such objects die with their document, but keep what they point to until the next full collection. That one costs
 * more than itself, as V8 forgets the optimised code of every inner function that does not exist at that moment.
 */
export function optimiseForManyDocuments(): void {
  v8.setFlagsFromString('--interrupt-budget=400000');
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
}
