import type { Content } from './book.ts';

/** What was typed and has not reached the server, with the version that it was typed into. */
export interface Draft {
  readonly base: number;
  readonly content: Content;
}

const keyOf = (filing: string): string => `mingsuan.draft.${filing}`;

/** What was not saved last time: a closed tab or a lost connection loses nothing. */
export function keptDraft(filing: string): Draft | null {
  const text = localStorage.getItem(keyOf(filing));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    dropDraft(filing);
    return null;
  }
}

export function dropDraft(filing: string): void {
  localStorage.removeItem(keyOf(filing));
}

/** False when the browser's store is full: then only the server keeps what is typed. */
export function keepDraft(filing: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(filing), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
