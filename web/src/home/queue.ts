const storageKey = 'mingsuan.queue';

/** The list that one came from. */
export interface Queue {
  /** Gone through one after the other. */
  readonly filings: readonly string[];
  /** The filter of the list, as its address has it: `?errors=1`. */
  readonly list: string;
}

export function keepQueue(queue: Queue): void {
  sessionStorage.setItem(storageKey, JSON.stringify(queue));
}

export function keptQueue(): Queue {
  const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Partial<Queue>;
  return { filings: kept.filings ?? [], list: kept.list ?? '' };
}

/** The filing after one, in the list that one came from. */
export function afterInQueue(filing: string): string | null {
  const { filings } = keptQueue();
  const at = filings.indexOf(filing);
  return at < 0 ? null : (filings[at + 1] ?? null);
}
