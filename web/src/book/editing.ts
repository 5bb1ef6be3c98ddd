import { useCallback, useReducer } from 'react';
import type { Content } from './book.ts';

/** The book that is edited, with everything that can be undone. */
export interface Editing {
  readonly content: Content;
  readonly past: readonly Content[];
  readonly future: readonly Content[];
  /** Counts changes, so that saving knows whether there is something new. */
  readonly revision: number;
}

type Change =
  | { readonly kind: 'put'; readonly content: Content }
  /** From outside: a merge, a version of the server; it is a step that can be undone too. */
  | { readonly kind: 'replace'; readonly content: Content }
  | { readonly kind: 'undo' | 'redo' };

export function edit(state: Editing, change: Change): Editing {
  const { content, past, future, revision } = state;
  switch (change.kind) {
    case 'put':
    case 'replace':
      if (change.content === content) return state;
      return { content: change.content, past: [...past, content], future: [], revision: revision + 1 };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return state;
      return {
        content: before,
        past: past.slice(0, -1),
        future: [content, ...future],
        revision: revision + 1,
      };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return state;
      return { content: after, past: [...past, content], future: rest, revision: revision + 1 };
    }
  }
}

export interface Editor {
  readonly state: Editing;
  readonly put: (content: Content) => void;
  readonly replace: (content: Content) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Contents share what did not change, so that the past of a long session stays small. */
export function useEditing(first: Content, revision: number): Editor {
  const [state, change] = useReducer(edit, { content: first, past: [], future: [], revision });
  const put = useCallback((content: Content) => {
    change({ kind: 'put', content });
  }, []);
  const replace = useCallback((content: Content) => {
    change({ kind: 'replace', content });
  }, []);
  const undo = useCallback(() => {
    change({ kind: 'undo' });
  }, []);
  const redo = useCallback(() => {
    change({ kind: 'redo' });
  }, []);
  return { state, put, replace, undo, redo };
}
