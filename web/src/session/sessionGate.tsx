import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import { createContext, use, type ReactNode } from 'react';
import { api, problemCode, reasonOf } from '../api/calls.ts';
import type { Session } from '../api/schema.ts';
import { forgetChecks } from '../check/checks.ts';
import { useSay } from '../language.tsx';
import { NewPassword } from './newPassword.tsx';
import { mayBeSignedIn, othersThanSession, rememberSignedIn, sessionKey } from './remembered.ts';
import { SignIn } from './signIn.tsx';
import { sessionWords } from './words.ts';

export type Role = Session['grants'][number]['role'];

export interface Self {
  readonly session: Session;
  readonly has: (...roles: readonly Role[]) => boolean;
  /** Shows the sign-in page; what is being edited stays in the browser. */
  readonly leave: () => Promise<void>;
}

const SelfContext = createContext<Self | null>(null);

/** Everything behind it has somebody who is signed in and whose password is their own. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay(sessionWords);
  const queries = useQueryClient();
  const asked = useQuery({
    queryKey: sessionKey,
    queryFn: currentSession,
    staleTime: Infinity,
    refetchOnWindowFocus: true,
  });
  if (asked.isPending) return <Spin fullscreen description={say('loading')} />;
  // A connection that is lost later takes nothing away that is being worked on.
  if (asked.isLoadingError)
    return (
      <Result
        status="warning"
        title={say('unreachable')}
        subTitle={reasonOf(asked.error)}
        extra={<Button onClick={() => void asked.refetch()}>{say('retry')}</Button>}
      />
    );
  const { data } = asked;
  if (data === null) return <SignIn />;
  if (data.mustChangePassword) return <NewPassword first />;
  const has = (...roles: readonly Role[]): boolean => data.grants.some(({ role }) => roles.includes(role));
  const leave = async (): Promise<void> => {
    await api.call('DELETE /api/v1/session', {});
    rememberSignedIn(false);
    forgetChecks();
    queries.removeQueries(othersThanSession);
    queries.setQueryData(sessionKey, null);
  };
  return <SelfContext value={{ session: data, has, leave }}>{children}</SelfContext>;
}

async function currentSession(): Promise<Session | null> {
  if (!mayBeSignedIn()) return null;
  try {
    return (await api.call('GET /api/v1/session', {})).data;
  } catch (error) {
    if (problemCode(error) !== 'notSignedIn') throw error;
    rememberSignedIn(false);
    return null;
  }
}

/** Who is signed in. */
export function useSelf(): Self {
  const self = use(SelfContext);
  if (self === null) throw new Error('nobody is signed in here');
  return self;
}
