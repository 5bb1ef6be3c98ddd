import type { Content } from './book.ts';

/** What was typed and has not reached the server, with the version that it was typed into. */
export interface Draft {
  readonly base: number;
  readonly content: Content;
}

/** Whose draft of which filing: who signs in after somebody else on one computer does not get it. */
export interface DraftOwner {
  readonly user: string;
  readonly filing: string;
}

const keyOf = ({ user, filing }: DraftOwner): string => `mingsuan.draft.${user}.${filing}`;

/** What was not saved last time: a closed tab or a lost connection loses nothing. */
export function keptDraft(of: DraftOwner): Draft | null {
  const text = localStorage.getItem(keyOf(of));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    dropDraft(of);
    return null;
  }
}

export function dropDraft(of: DraftOwner): void {
  localStorage.removeItem(keyOf(of));
}

/** False when the browser's store is full: then only the server keeps what is typed. */
export function keepDraft(of: DraftOwner, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
