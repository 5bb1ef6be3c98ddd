import { TeamOutlined } from '@ant-design/icons';
import { useEffect, useState, type ReactNode } from 'react';
import { api } from '../api/calls.ts';
import type { Presence } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { bookParts, type BookPart } from './parts.ts';
import { bookWords } from './words.ts';

const every = 10_000;

/** Tells the server that the book is open and hears who else has it open, and the newest version. */
export function useCompany(filing: string, part: BookPart): Presence | null {
  const [presence, setPresence] = useState<Presence | null>(null);
  useEffect(() => {
    let over = false;
    const tell = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      try {
        const { data } = await api.call('PUT /api/v1/filings/{id}/presence', {
          path: { id: filing },
          body: { part },
        });
        if (!over) setPresence(data);
      } catch {
        // Without a connection nobody is known to be here; saving tells that it is lost.
        if (!over) setPresence(null);
      }
    };
    void tell();
    const timer = setInterval(() => void tell(), every);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [filing, part]);
  useEffect(
    () => () => {
      // One who cannot be told any more is forgotten after half a minute.
      api.call('DELETE /api/v1/filings/{id}/presence', { path: { id: filing } }).catch(() => undefined);
    },
    [filing],
  );
  return presence;
}

/** Who else has the book open, and where. */
export function Company({ presence }: { readonly presence: Presence | null }): ReactNode {
  const say = useSay(bookWords);
  const others = presence?.others ?? [];
  return (
    <span role="status" className="company">
      {others.map(({ user, name, part, editing }) => {
        const open = bookParts.find((each) => each === part);
        const where = open === undefined ? '' : say('inPart', say(open));
        return (
          <span key={user} className={editing ? 'warn' : 'soft'}>
            <TeamOutlined /> {say(editing ? 'alsoHere' : 'alsoLooking', name)}
            {where}
          </span>
        );
      })}
    </span>
  );
}
