import { useCallback, useMemo, useReducer } from 'react';
import type { Content } from './book.ts';

/** The book that is edited, with everything that can be undone. */
export interface Editing {
  readonly content: Content;
  readonly past: readonly Content[];
  readonly future: readonly Content[];
  /** Counts changes, so that saving knows whether there is something new. */
  readonly revision: number;
  /** The field whose typing is one step; null when the next change is a step of its own. */
  readonly field: unknown;
}

type Change =
  | { readonly kind: 'put'; readonly content: Content; readonly field?: unknown }
  /** An import, a draft that is given up: a step that can be undone. */
  | { readonly kind: 'replace'; readonly content: Content }
  /** With what others changed: undoing begins anew, for it would take their changes back. */
  | { readonly kind: 'adopt'; readonly content: Content; readonly unsaved: boolean }
  | { readonly kind: 'undo' | 'redo' };

export function edit(state: Editing, change: Change): Editing {
  const { content, past, future, revision } = state;
  switch (change.kind) {
    case 'put':
    case 'replace': {
      if (change.content === content) return state;
      const field = change.kind === 'put' ? (change.field ?? null) : null;
      const isSameStep = field !== null && field === state.field && past.length > 0;
      const steps = isSameStep ? past : [...past, content];
      return { content: change.content, past: steps, future: [], revision: revision + 1, field };
    }
    case 'adopt':
      return {
        content: change.content,
        ...{ past: [], future: [], field: null },
        revision: change.unsaved ? revision + 1 : revision,
      };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return state;
      return {
        content: before,
        past: past.slice(0, -1),
        future: [content, ...future],
        revision: revision + 1,
        field: null,
      };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return state;
      return { content: after, past: [...past, content], future: rest, revision: revision + 1, field: null };
    }
  }
}

export interface Editor {
  readonly state: Editing;
  readonly put: (content: Content) => void;
  readonly replace: (content: Content) => void;
  readonly adopt: (content: Content, unsaved: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Contents share what did not change, so that the past of a long session stays small. */
export function useEditing(first: Content, revision: number): Editor {
  const [state, change] = useReducer(edit, {
    content: first,
    ...{ past: [], future: [], revision, field: null },
  });
  const put = useCallback((content: Content) => {
    change({ kind: 'put', content, field: typedField() });
  }, []);
  const replace = useCallback((content: Content) => {
    change({ kind: 'replace', content });
  }, []);
  const adopt = useCallback((content: Content, unsaved: boolean) => {
    change({ kind: 'adopt', content, unsaved });
  }, []);
  const undo = useCallback(() => {
    change({ kind: 'undo' });
  }, []);
  const redo = useCallback(() => {
    change({ kind: 'redo' });
  }, []);
  return useMemo(
    () => ({ state, put, replace, adopt, undo, redo }),
    [state, put, replace, adopt, undo, redo],
  );
}

/** The text field that is being typed in: its typing is undone as one step. */
function typedField(): Element | null {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField && !activeElement.classList.contains('grid-input') ? activeElement : null;
}
