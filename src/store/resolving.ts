import { sql } from 'kysely';
import { record } from './audit.ts';
import type { Filing } from './filings.ts';
import type { Database } from './store.ts';

/** What waits for an answer until somebody says that it has been dealt with. */
const waiting = { comment: 'comments', question: 'reader_questions' } as const;

/** Says so of one that waits; false where there is none. */
export function resolveWaiting(
  db: Database,
  filing: Filing,
  { kind, id }: { readonly kind: keyof typeof waiting; readonly id: string },
  actor: string,
): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const resolved = await sql`
      update ${sql.table(waiting[kind])} set resolved_at = now(), resolved_by = ${actor}::uuid
      where id = ${id}::uuid and filing_id = ${filing.id}::uuid and resolved_at is null`.execute(change);
    if (resolved.numAffectedRows === 0n) return false;
    await record(change, { actor, action: `${kind}.resolve`, object: `filing:${filing.id}` });
    return true;
  });
}
