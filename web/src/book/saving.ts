import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { api, problemCode, reasonOf } from '../api/calls.ts';
import { ApiRefusal } from '../api/client.ts';
import type { BookProblem, MergeView } from '../api/schema.ts';
import { useSelf } from '../session/sessionGate.tsx';
import type { Content } from './book.ts';
import { dropDraft, keepDraft, type DraftOwner } from './drafts.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';
export type MergeChoices = Readonly<Record<string, 'yours' | 'both'>>;

export interface Saving {
  readonly state: SaveState;
  readonly version: number;
  readonly problems: readonly BookProblem[];
  /** Why the last try failed. */
  readonly reason: string;
  /** Places that another person changed too: one chooses before it is saved. */
  readonly merge: MergeView | null;
  /** Puts both changes together as chosen and goes on from there. */
  readonly choose: (choices: MergeChoices) => Promise<void>;
  /** Shows a newer version while nothing is unsaved here. */
  readonly takeNewer: () => Promise<string | null>;
  /** Saves what is unsaved without waiting for a pause. */
  readonly saveNow: () => void;
}

interface Saved {
  readonly filing: string;
  readonly content: Content;
  readonly revision: number;
  readonly version: number;
  readonly problems: readonly BookProblem[];
  readonly reason: string;
  readonly enabled: boolean;
  /** The book with what others changed; `unsaved` when own changes are in it too. */
  readonly onAdopted: (content: Content, unsaved: boolean, author: string) => void;
}

const quietTime = 1_200;
const tryAgain = 8_000;
const draftTime = 250;
const mostTries = 5;

/** Saves a moment after the last change; what another person saved meanwhile is put together with it. */
export function useSaving(saved: Saved): Saving {
  const { filing, content, revision, enabled, reason: why, onAdopted } = saved;
  const queries = useQueryClient();
  const { user } = useSelf().session;
  const owner = useMemo(() => ({ user: user.id, filing }), [user.id, filing]);
  const [version, setVersion] = useState(saved.version);
  const [problems, setProblems] = useState(saved.problems);
  const [state, setState] = useState<SaveState>(revision > 0 ? 'unsaved' : 'saved');
  const [reason, setReason] = useState('');
  const [merge, setMerge] = useState<MergeView | null>(null);
  const done = useRef(0);
  const latest = useRef({ content, revision, version });
  latest.current = { content, revision, version };
  const [attempt, setAttempt] = useState(0);
  const hurried = useRef(false);
  useKeptDraft({ owner, content, revision, version, isDone: () => !enabled || revision === done.current });

  const failed = useCallback((error: unknown): void => {
    setState('failed');
    // A lost connection has words of its own: the change is safe, and nothing has to be done.
    setReason(error instanceof ApiRefusal ? reasonOf(error) : '');
    setTimeout(() => {
      setAttempt((count) => count + 1);
    }, tryAgain);
  }, []);

  const choose = useCallback(
    async (choices: MergeChoices): Promise<void> => {
      try {
        // What is typed while the server answers is put together as well.
        for (let tries = 0; tries < mostTries; tries += 1) {
          const { content: own, version: base } = latest.current;
          const { data } = await api.call('POST /api/v1/filings/{id}/book/merge', {
            path: { id: filing },
            body: { base, content: own, choices },
          });
          if (latest.current.content !== own) continue;
          setVersion(data.current);
          setMerge(null);
          onAdopted(data.merged, true, data.author);
          return;
        }
        setAttempt((count) => count + 1);
      } catch (error) {
        failed(error);
      }
    },
    [failed, filing, onAdopted],
  );

  const save = useCallback(async (): Promise<void> => {
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
      // Something may have been typed while it was saved.
      if (latest.current.revision === revision) {
        setState('saved');
        dropDraft(owner);
      }
      void queries.invalidateQueries({ queryKey: ['GET /api/v1/filings/{id}'] });
    } catch (error) {
      const view = mergeIn(error);
      if (view === null) failed(error);
      else if (view.conflicts.length === 0) await choose({});
      else {
        setState('failed');
        // A lost connection has words of its own: the change is safe, and nothing has to be done.
        setReason(error instanceof ApiRefusal ? reasonOf(error) : '');
        setMerge(view);
      }
    }
  }, [choose, content, failed, filing, owner, queries, revision, version, why]);

  useEffect(() => {
    if (!enabled || revision === done.current || merge !== null) return undefined;
    setState('unsaved');
    const timer = setTimeout(() => void save(), hurried.current ? 0 : quietTime);
    hurried.current = false;
    return () => {
      clearTimeout(timer);
    };
    // A new version is not a change of one's own: only a change or another try saves.
  }, [revision, enabled, attempt, merge]);

  const saveNow = useCallback(() => {
    if (state !== 'unsaved' && state !== 'failed') return;
    hurried.current = true;
    setAttempt((count) => count + 1);
  }, [state]);
  useSavedWhenLeft(async () => {
    if (!enabled) return;
    if (revision !== done.current && merge === null) await save();
    // The page that comes next asks for the book as it was saved, also a moment after it was opened.
    await queries.invalidateQueries({ queryKey: ['GET /api/v1/filings/{id}/book'] });
  });

  const takeNewer = useCallback(async (): Promise<string | null> => {
    const { data } = await api.call('GET /api/v1/filings/{id}/book', { path: { id: filing } });
    const { revision: now, version: own } = latest.current;
    if (now !== done.current || data.version <= own) return null;
    setVersion(data.version);
    setProblems(data.list);
    onAdopted(data.content, false, data.authorName);
    return data.authorName;
  }, [filing, onAdopted]);

  return useMemo(
    () => ({ state, version, problems, reason, merge, choose, takeNewer, saveNow }),
    [state, version, problems, reason, merge, choose, takeNewer, saveNow],
  );
}

/** What was typed last is saved when one goes to another page before the pause is over. */
function useSavedWhenLeft(save: () => Promise<void>): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(
    () => () => {
      void latest.current();
    },
    [],
  );
}

/** The merge that a refused save carries. */
function mergeIn(error: unknown): MergeView | null {
  const view = error instanceof ApiRefusal ? error.problem['merge'] : undefined;
  return problemCode(error) === 'versionPassed' && view !== undefined ? (view as MergeView) : null;
}

interface KeptDraft {
  readonly owner: DraftOwner;
  readonly content: Content;
  readonly revision: number;
  readonly version: number;
  readonly isDone: () => boolean;
}

/** Keeps what is typed in the browser until the server has it: a moment after each change, and when one leaves. */
function useKeptDraft({ owner, content, revision, version, isDone }: KeptDraft): void {
  const keep = useRef<() => void>(() => undefined);
  keep.current = () => {
    // Where the browser's store is full the page warns before it is left (useLeaveWarning).
    if (!isDone()) keepDraft(owner, { base: version, content });
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      keep.current();
    }, draftTime);
    return () => {
      clearTimeout(timer);
    };
  }, [revision]);
  useEffect(() => {
    const leave = (): void => {
      keep.current();
    };
    // A cell takes what is typed in it when it loses the keyboard, which a closing window does not tell it.
    const close = (): void => {
      flushSync(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      keep.current();
    };
    window.addEventListener('pagehide', close);
    document.addEventListener('visibilitychange', leave);
    return () => {
      leave();
      window.removeEventListener('pagehide', close);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);
}
