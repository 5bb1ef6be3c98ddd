import { expect, it } from 'vitest';
import { fuzzRequests } from './fuzzing.ts';

it('no mutated request brings a fault about, hangs, or leaves anything where it is refused', async () => {
  // As many as there are endpoints, and a few; more by `npm run fuzz`.
  const report = await fuzzRequests({ requests: 120, seconds: 600 }, 20_262);
  console.info(`${report.requests} mutated requests: ${report.accepted} done, ${report.refused} refused`);
  expect(report.faults).toEqual([]);
  expect(report.requests).toBe(120);
  expect(report.accepted).toBeGreaterThan(10);
  expect(report.refused).toBeGreaterThan(40);
}, 120_000);
