/**
 * Runs mutated files of every format through reading and checking, then sends mutated requests to the API, each for
 * so many seconds, and prints what must not happen: a crash, more than 5 s, more than 1 GB; an answer of the class
 * 5xx or none, something kept of a refused request. Usage: npm run fuzz [-- --seconds N] [--seed S] [--only pdf].
 */
import { fuzz } from './fuzzing.ts';
import { optionOf, wordOf } from './options.ts';
import { fuzzRequests } from './requests/fuzzing.ts';

const report = await fuzz(optionOf('seconds', 60), optionOf('seed', 1), wordOf('only', ''));
console.log(`${report.inputs} inputs, ${report.read} read as a disclosure, the others refused with a reason`);
console.log(`slowest ${report.slowest.toFixed(0)} ms, memory up to ${report.memory.toFixed(0)} MB`);
for (const { input, format, how, what } of report.faults)
  console.log(`input ${input} (${format}: ${how}): ${what}`);
const seconds = optionOf('seconds', 60);
const asked = await fuzzRequests(
  { requests: Infinity, seconds: wordOf('only', '') === '' ? seconds : 0 },
  optionOf('seed', 1),
);
console.log(`${asked.requests} requests, ${asked.accepted} done, ${asked.refused} refused with a reason`);
console.log(`slowest answer ${asked.slowest.toFixed(0)} ms`);
for (const { request, sent, how, what } of asked.faults)
  console.log(`request ${request} (${how}): ${what}\n  ${sent}`);
process.exitCode = report.faults.length + asked.faults.length === 0 ? 0 : 1;
