import { expect, test } from 'vitest';
import { killRounds } from './kill.ts';

test('a server killed under concurrent writes loses nothing that it acknowledged; jobs are done once', async () => {
  const { lost, auditBroken, wrongJobs, acknowledged, jobs } = await killRounds(1);
  expect({ lost, auditBroken, wrongJobs }).toEqual({ lost: [], auditBroken: false, wrongJobs: 0 });
  expect(acknowledged).toBeGreaterThan(0);
  expect(jobs).toBeGreaterThan(0);
});
