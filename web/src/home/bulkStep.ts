import { api, reasonOf } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import type { Standing } from './filings.ts';

/** Steps that may be taken for many at once. */
export const bulkActions = [
  'return',
  'pass',
  'approve',
  'publish',
] as const satisfies readonly Filing['actions'][number][];
export type BulkAction = (typeof bulkActions)[number];

/** The step back: it needs words, which are the same for all that are chosen. */
export function needsWords(action: BulkAction): boolean {
  return action === 'return';
}

/** Those of the chosen that the step is open for; none with errors that nobody waived goes on. */
export function openFor(action: BulkAction, chosen: readonly Standing[]): readonly Standing[] {
  return chosen.filter(
    ({ filing, counts }) =>
      filing.actions.includes(action) && (needsWords(action) || (counts?.errors ?? 0) === 0),
  );
}

/** What became of the step for one filing: null when it was taken, else why not. */
export interface BulkOutcome {
  readonly filing: Filing;
  readonly problem: string | null;
}

/** Takes the step for one after the other; what is refused does not stop the others. */
export async function takeAll(
  action: BulkAction,
  all: readonly Standing[],
  comment: string,
  onDone: (count: number) => void,
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const { filing } of all) {
    const body = { action, version: filing.version, comment };
    const problem = await api
      .call('POST /api/v1/filings/{id}/steps', { path: { id: filing.id }, body })
      .then(() => null, reasonOf);
    outcomes.push({ filing, problem });
    onDone(outcomes.length);
  }
  return outcomes;
}
