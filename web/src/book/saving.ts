import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, problemCode, reasonOf } from '../api/calls.ts';
import { ApiRefusal } from '../api/client.ts';
import type { BookProblem, MergeView } from '../api/schema.ts';
import type { Content } from './book.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

export interface Saving {
  readonly state: SaveState;
  readonly version: number;
  readonly problems: readonly BookProblem[];
  /** Why the last try failed. */
  readonly reason: string;
  readonly merge: MergeView | null;
  /** Goes on from the merged book. */
  readonly settle: (view: MergeView) => void;
}

interface Kept {
  readonly base: number;
  readonly content: Content;
}

const quietTime = 1_200;
const tryAgain = 8_000;
const keyOf = (filing: string): string => `mingsuan.draft.${filing}`;

/** What was not saved last time: a closed tab or a lost connection loses nothing. */
export function keptDraft(filing: string): Kept | null {
  const text = localStorage.getItem(keyOf(filing));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    dropDraft(filing);
    return null;
  }
}

export function dropDraft(filing: string): void {
  localStorage.removeItem(keyOf(filing));
}

interface Saved {
  readonly filing: string;
  readonly content: Content;
  readonly revision: number;
  readonly version: number;
  readonly problems: readonly BookProblem[];
  readonly reason: string;
  readonly enabled: boolean;
}

/** Saves a moment after the last change; what another person saved meanwhile is put together with it. */
export function useSaving({ filing, content, revision, enabled, reason: why, ...first }: Saved): Saving {
  const queries = useQueryClient();
  const [version, setVersion] = useState(first.version);
  const [problems, setProblems] = useState(first.problems);
  const [state, setState] = useState<SaveState>(revision > 0 ? 'unsaved' : 'saved');
  const [reason, setReason] = useState('');
  const [merge, setMerge] = useState<MergeView | null>(null);
  const done = useRef(0);
  const [attempt, setAttempt] = useState(0);
  const save = useCallback(async () => {
    setState('saving');
    try {
      const { data } = await api.call('PUT /api/v1/filings/{id}/book', {
        path: { id: filing },
        body: { content, reason: why },
        ifMatch: `"${version}"`,
      });
      done.current = revision;
      setVersion(data.version);
      setProblems(data.list);
      setState('saved');
      dropDraft(filing);
      void queries.invalidateQueries({ queryKey: ['GET /api/v1/filings/{id}'] });
    } catch (error) {
      setState('failed');
      setReason(reasonOf(error));
      const view = error instanceof ApiRefusal ? error.problem['merge'] : undefined;
      if (problemCode(error) === 'versionPassed' && view !== undefined) setMerge(view as MergeView);
      else
        setTimeout(() => {
          setAttempt((count) => count + 1);
        }, tryAgain);
    }
  }, [content, filing, queries, revision, version, why]);
  useEffect(() => {
    if (!enabled || revision === done.current || merge !== null) return undefined;
    setState('unsaved');
    keep(filing, { base: version, content });
    const timer = setTimeout(() => void save(), quietTime);
    return () => {
      clearTimeout(timer);
    };
    // A new version is not a change of one's own: only a change or another try saves.
  }, [revision, enabled, attempt, merge]);
  const settle = useCallback((view: MergeView) => {
    setVersion(view.current);
    setMerge(null);
  }, []);
  return { state, version, problems, reason, merge, settle };
}

function keep(filing: string, draft: Kept): void {
  try {
    localStorage.setItem(keyOf(filing), JSON.stringify(draft));
  } catch {
    // The browser's store is full: the server has everything but the last second.
  }
}
