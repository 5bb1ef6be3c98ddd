import type { Content } from './book.ts';
import { contentJson } from './contentJson.ts';

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

/** A draft of a window that is closed, and where the browser keeps it. */
export interface LeftDraft extends Draft {
  readonly key: string;
}

const nameOf = ({ user, filing }: DraftOwner): string => `mingsuan.draft.${user}.${filing}`;

// Two windows without a connection each keep a draft: one must not take the place of the other.
const thisWindow = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
const keyOf = (of: DraftOwner): string => `${nameOf(of)}.${thisWindow}`;

/** What was not saved last time, of every window: a closed tab or a lost connection loses nothing. */
export function leftDrafts(of: DraftOwner): readonly LeftDraft[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(nameOf(of)));
  return keys.flatMap((key) => {
    const draft = readDraft(key);
    return draft === null ? [] : [{ ...draft, key }];
  });
}

function readDraft(key: string): Draft | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    localStorage.removeItem(key);
    return null;
  }
}

/** Takes over a draft that was left: from now on it is this window's. */
export function takeDraft(of: DraftOwner, { key, base, content }: LeftDraft): void {
  // In this order it fits where the browser's store is nearly full.
  localStorage.removeItem(key);
  keepDraft(of, { base, content });
}

export function isLeft({ key }: LeftDraft): boolean {
  return localStorage.getItem(key) !== null;
}

export function dropDraft(of: DraftOwner): void {
  localStorage.removeItem(keyOf(of));
}

/** False when the browser's store is full: then only the server keeps what is typed. */
export function keepDraft(of: DraftOwner, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(of), `{"base":${draft.base},"content":${contentJson(draft.content)}}`);
    return true;
  } catch {
    return false;
  }
}
