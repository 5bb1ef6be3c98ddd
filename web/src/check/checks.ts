import { useCallback, useEffect, useSyncExternalStore } from 'react';
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
  /** The report as it is after a waiver. */
  readonly renew: (key: string, report: Report) => void;
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

/** The list outlives the page: who looks something up meanwhile finds it again, also after a reload. */
const storageKey = 'mingsuan.checks';
const listeners = new Set<() => void>();
const list: { all: readonly Check[]; restored: boolean } = { all: [], restored: false };

function set(all: readonly Check[]): void {
  list.all = all;
  const kept = all.flatMap(({ name, job }) => (job === null ? [] : [{ name, job }]));
  sessionStorage.setItem(storageKey, JSON.stringify(kept));
  for (const listener of listeners) listener();
}

function change(key: string, changed: Partial<Check>): void {
  set(list.all.map((each) => (each.key === key ? { ...each, ...changed } : each)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Nobody else who sits down here sees them. */
export function forgetChecks(): void {
  list.restored = false;
  set([]);
}

/** The files of this sitting with their progress. */
export function useChecks(): Checks {
  const all = useSyncExternalStore(subscribe, () => list.all);
  useEffect(restore, []);
  const add = useCallback((files: readonly File[]) => {
    const added = files.map((file) => ({ check: begun(file.name, null), file }));
    set([...list.all, ...added.map((each) => each.check)]);
    for (const { check, file } of added) enqueue(() => sent(file, check.key));
  }, []);
  const remove = useCallback((key: string) => {
    set(list.all.filter((each) => each.key !== key));
  }, []);
  const renew = useCallback((key: string, report: Report) => {
    change(key, { report });
  }, []);
  return { all, add, remove, renew };
}

// crypto.randomUUID is missing where the workbench is served without TLS in an office's own network.
let begunCount = 0;

function begun(name: string, job: string | null): Check {
  const state = job === null ? 'uploading' : 'queued';
  begunCount += 1;
  return { key: job ?? `new ${begunCount}`, name, state, job, report: null, problem: null };
}

function restore(): void {
  if (list.restored) return;
  list.restored = true;
  const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly {
    readonly name: string;
    readonly job: string;
  }[];
  const found = kept.filter(({ job }) => !list.all.some((each) => each.job === job));
  set([...found.map(({ name, job }) => begun(name, job)), ...list.all]);
  for (const { job } of found) enqueue(() => followed(job, job));
}

async function sent(file: File, key: string): Promise<void> {
  try {
    const { data: stored } = await api.call('POST /api/v1/files', {
      query: { name: file.name },
      bytes: file,
    });
    const body = { files: [{ id: stored.id, name: stored.name }] };
    const { data: job } = await api.call('POST /api/v1/checks', { body });
    change(key, { state: 'queued', job: job.id });
    await followed(key, job.id);
  } catch (error) {
    change(key, { state: 'failed', problem: reasonOf(error) });
  }
}

async function followed(key: string, job: string): Promise<void> {
  try {
    const end = await jobEnd(job, ({ state }) => {
      change(key, { state });
    });
    const report = (end.result as { readonly report?: Report } | null)?.report ?? null;
    change(key, { report, problem: end.problem ?? report?.error ?? null });
  } catch (error) {
    change(key, { state: 'failed', problem: reasonOf(error) });
  }
}
