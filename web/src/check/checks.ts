import { useCallback, useState } from 'react';
import { api, reasonOf } from '../api/calls.ts';
import type { Report } from '../api/schema.ts';
import { jobEnd } from '../words/jobs.ts';

/** A file on its way through the check. */
export interface Check {
  readonly key: string;
  readonly name: string;
  readonly state: 'uploading' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly job: string | null;
  readonly report: Report | null;
  readonly problem: string | null;
}

export interface Checks {
  readonly all: readonly Check[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
}

/** Uploads at the same time; the server checks as many as it has processors. */
const atOnce = 3;
const waiting: (() => Promise<void>)[] = [];
const running = { count: 0 };

function enqueue(work: () => Promise<void>): void {
  waiting.push(work);
  startNext();
}

function startNext(): void {
  if (running.count >= atOnce) return;
  const work = waiting.shift();
  if (work === undefined) return;
  running.count += 1;
  void work().finally(() => {
    running.count -= 1;
    startNext();
  });
}

/** The files of this visit with their progress. */
export function useChecks(): Checks {
  const [all, setAll] = useState<readonly Check[]>([]);
  const change = useCallback((key: string, changed: Partial<Check>) => {
    setAll((before) => before.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  }, []);
  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => ({ key: crypto.randomUUID(), file }));
      const checks = added.map(({ key, file }): Check => ({
        key,
        name: file.name,
        state: 'uploading',
        job: null,
        report: null,
        problem: null,
      }));
      setAll((before) => [...before, ...checks]);
      for (const { key, file } of added)
        enqueue(() =>
          check(file, (changed) => {
            change(key, changed);
          }),
        );
    },
    [change],
  );
  const remove = useCallback((key: string) => {
    setAll((before) => before.filter((each) => each.key !== key));
  }, []);
  return { all, add, remove };
}

async function check(file: File, tell: (changed: Partial<Check>) => void): Promise<void> {
  try {
    const { data: stored } = await api.call('POST /api/v1/files', {
      query: { name: file.name },
      bytes: file,
    });
    const body = { files: [{ id: stored.id, name: stored.name }] };
    const { data: job } = await api.call('POST /api/v1/checks', { body });
    tell({ state: 'queued', job: job.id });
    const end = await jobEnd(job.id, ({ state }) => {
      tell({ state });
    });
    const report = (end.result as { readonly report?: Report } | null)?.report ?? null;
    tell({ report, problem: end.problem ?? report?.error ?? null });
  } catch (error) {
    tell({ state: 'failed', problem: reasonOf(error) });
  }
}
