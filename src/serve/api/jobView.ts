import type { z } from 'zod';
import type { Job } from '../../store/jobs.ts';
import type { job as shape } from './shapes/work.ts';

/** A job as its owner sees it. */
export function jobView(job: Job): z.output<typeof shape> {
  const { id, kind, filing, batch, state, attempts, result, problem, createdAt, finishedAt, payload } = job;
  const files = payload['files'];
  const first: unknown = Array.isArray(files) ? files[0] : undefined;
  const name = typeof first === 'object' && first !== null && 'name' in first ? String(first.name) : null;
  return { id, kind, filing, batch, state, attempts, name, result, problem, createdAt, finishedAt };
}
