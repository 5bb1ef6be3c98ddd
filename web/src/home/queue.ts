const storageKey = 'mingsuan.queue';

/** The list that one came from: its filings are gone through one after the other. */
export function keepQueue(filings: readonly string[]): void {
  sessionStorage.setItem(storageKey, JSON.stringify(filings));
}

export function keptQueue(): readonly string[] {
  return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly string[];
}
