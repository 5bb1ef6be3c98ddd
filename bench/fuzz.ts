/**
 * Runs mutated files of every format through reading and checking, and prints what must not happen: a
 * crash, more than 5 s, more than 1 GB. Usage: npm run fuzz [-- --seconds N] [--seed S].
 */
import { fuzz } from './fuzzing.ts';
import { optionOf } from './options.ts';

const report = await fuzz(optionOf('seconds', 60), optionOf('seed', 1));
console.log(`${report.inputs} inputs, ${report.read} read as a disclosure, the others refused with a reason`);
console.log(`slowest ${report.slowest.toFixed(0)} ms, memory up to ${report.memory.toFixed(0)} MB`);
for (const { input, format, how, what } of report.faults)
  console.log(`input ${input} (${format}: ${how}): ${what}`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
