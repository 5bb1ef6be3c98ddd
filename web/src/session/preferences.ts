import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, question, useAnswer } from '../api/calls.ts';
import type { Preferences } from '../api/schema.ts';

interface OwnPreferences {
  /** Null until the server has said. */
  readonly preferences: Preferences | null;
  readonly prefer: (changed: Partial<Preferences>) => void;
}

const usual: Preferences = { tourSeen: false, amountUnit: 'yuan' };
const asked = question('GET /api/v1/session/preferences', {});

/** What who is signed in chose for themselves: it holds at once, and the server keeps it for every browser. */
export function usePreferences(): OwnPreferences {
  const queries = useQueryClient();
  const { data = null } = useAnswer('GET /api/v1/session/preferences', {}, { staleTime: Infinity });
  const prefer = useCallback(
    (changed: Partial<Preferences>) => {
      const next = { ...usual, ...queries.getQueryData(asked.queryKey), ...changed };
      queries.setQueryData(asked.queryKey, next);
      // A choice that does not arrive holds for this sitting only.
      api.call('PUT /api/v1/session/preferences', { body: next }).catch(() => undefined);
    },
    [queries],
  );
  return { preferences: data, prefer };
}
