import { sql } from 'kysely';
import type { Database } from './store.ts';

/** Somebody else who has the same book open. */
export interface Presence {
  readonly user: string;
  readonly name: string;
  /** The part of the book that they have open. */
  readonly part: string;
  readonly editing: boolean;
}

/** Who has not been heard of for so long has left; pages tell every ten seconds. */
const gone = sql<Date>`now() - interval '35 seconds'`;

/**
 * Says that the user has the filing's book open and tells who else has. Any of several servers may be asked:
 * all is in the database.
 */
export async function present(
  db: Database,
  filing: string,
  user: string,
  { part, editing }: { readonly part: string; readonly editing: boolean },
): Promise<readonly Presence[]> {
  await db
    .insertInto('presences')
    .values({ filing_id: filing, user_id: user, part, editing })
    .onConflict((known) =>
      known.columns(['filing_id', 'user_id']).doUpdateSet({ part, editing, seen_at: sql`now()` }),
    )
    .execute();
  const rows = await db
    .selectFrom('presences')
    .innerJoin('users', 'users.id', 'presences.user_id')
    .select(['user_id', 'users.name', 'part', 'editing'])
    .where('filing_id', '=', filing)
    .where('user_id', '<>', user)
    .where('seen_at', '>', gone)
    .orderBy('users.name')
    .execute();
  return rows.map(({ user_id: other, name, part: open, editing: edits }) => ({
    ...{ user: other, name, part: open, editing: edits },
  }));
}

/** The user closed the book; what others left long ago goes with it. */
export async function absent(db: Database, filing: string, user: string): Promise<void> {
  await db
    .deleteFrom('presences')
    .where('filing_id', '=', filing)
    .where((where) => where.or([where('user_id', '=', user), where('seen_at', '<', gone)]))
    .execute();
}
