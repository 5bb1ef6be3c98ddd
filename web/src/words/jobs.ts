import { api } from '../api/calls.ts';
import type { Job } from '../api/schema.ts';

const firstWait = 300;
const longestWait = 2_000;

/** Asks how a job stands until it has ended; `onState` is told each time. */
export async function jobEnd(id: string, onState: (job: Job) => void, signal?: AbortSignal): Promise<Job> {
  for (let wait = firstWait; ; wait = Math.min(wait * 1.4, longestWait)) {
    const { data } = await api.call('GET /api/v1/jobs/{id}', {
      path: { id },
      ...(signal === undefined ? {} : { signal }),
    });
    onState(data);
    if (data.state !== 'queued' && data.state !== 'running') return data;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
