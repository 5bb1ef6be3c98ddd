/**
 * Runs mutated files of every format through reading and checking, then sends mutated requests to the API, each for
 * so many seconds, and prints what must not happen: a crash, more than 5 s, more than 1 GB; an answer of the class
 * 5xx or none, something kept of a refused request. Usage: npm run fuzz [-- --seconds N] [--seed S] [--only pdf | --only requests].
 */
import { fuzz } from './fuzzing.ts';
import { optionOf, wordOf } from './options.ts';
import { fuzzRequests } from './requests/fuzzing.ts';

const [seconds, seed, only] = [optionOf('seconds', 60), optionOf('seed', 1), wordOf('only', '')];
const faults = [
  ...(only === 'requests' ? [] : await files()),
  ...(['', 'requests'].includes(only) ? await requests() : []),
];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function files(): Promise<readonly string[]> {
  const report = await fuzz(seconds, seed, only);
  console.log(
    `${report.inputs} inputs, ${report.read} read as a disclosure, the others refused with a reason`,
  );
  console.log(`slowest ${report.slowest.toFixed(0)} ms, memory up to ${report.memory.toFixed(0)} MB`);
  return report.faults.map(({ input, format, how, what }) => `input ${input} (${format}: ${how}): ${what}`);
}

async function requests(): Promise<readonly string[]> {
  const report = await fuzzRequests({ requests: Infinity, seconds }, seed);
  console.log(
    `${report.requests} requests, ${report.accepted} done, ${report.refused} refused with a reason`,
  );
  console.log(`slowest answer ${report.slowest.toFixed(0)} ms`);
  return report.faults.map(
    ({ request, sent, how, what }) => `request ${request} (${how}): ${what}\n  ${sent}`,
  );
}
