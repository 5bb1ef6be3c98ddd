import { expect, it } from 'vitest';
import { fuzz } from './fuzzing.ts';

it('no mutated file crashes, hangs or exhausts memory', { timeout: 60_000 }, async () => {
  const report = await fuzz(20, 20_261);
  console.info(
    `${report.inputs} mutated files, ${report.read} read, slowest ${report.slowest.toFixed(0)} ms`,
  );
  expect(report.faults).toEqual([]);
  // At least one of each format, however busy the machine is.
  expect(report.inputs).toBeGreaterThan(6);
});
