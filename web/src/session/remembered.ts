/** How the answer to “who is signed in” is remembered. */
export const sessionKey = ['session'] as const;

/** What somebody else was shown. */
export const othersThanSession = {
  predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== sessionKey[0],
};

const signedInKey = 'mingsuan.signedIn';

/** Remembers whether there may be a session: without one the server need not be asked. */
export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(signedInKey, '1');
  else localStorage.removeItem(signedInKey);
}

/** Is a session worth asking for? */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(signedInKey) !== null;
}
