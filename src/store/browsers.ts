import { sql } from 'kysely';
import { secretHash } from './secretHash.ts';
import type { Change, Database } from './store.ts';

/** After so many days without signing in a browser is forgotten. */
export const browserDays = 180;
/** Of one person; programs that sign in anew each time would fill the table. */
const mostBrowsers = 20;

/** Has the person signed in in this browser before? A lock that a stranger brought about does not hold there. */
export async function isKnownBrowser(db: Database, user: string, secret: string): Promise<boolean> {
  const row = await db
    .selectFrom('known_browsers')
    .select('used_at')
    .where('token_hash', '=', secretHash(secret))
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that the person has signed in there; those not used for longest make room. */
export async function keepBrowser(change: Change, user: string, secret: string): Promise<void> {
  const known = { user_id: user, failed_logins: 0, used_at: sql<Date>`now()` };
  await change
    .insertInto('known_browsers')
    .values({ token_hash: secretHash(secret), ...known })
    .onConflict((conflict) => conflict.columns(['user_id', 'token_hash']).doUpdateSet(known))
    .execute();
  await sql`
    delete from known_browsers where user_id = ${user} and token_hash in (
      select token_hash from known_browsers where user_id = ${user}
      order by used_at desc offset ${mostBrowsers})`.execute(change);
}

/** Counts a wrong password there and gives how many there were. */
export async function failuresIn(change: Change, user: string, secret: string): Promise<number> {
  const row = await change
    .updateTable('known_browsers')
    .set({ failed_logins: sql`failed_logins + 1` })
    .where('token_hash', '=', secretHash(secret))
    .where('user_id', '=', user)
    .returning('failed_logins')
    .executeTakeFirst();
  return row?.failed_logins ?? 0;
}

/** All of a person; or the one. */
export async function forgetBrowsers(change: Change, user: string, secret?: string): Promise<void> {
  let forgotten = change.deleteFrom('known_browsers').where('user_id', '=', user);
  if (secret !== undefined) forgotten = forgotten.where('token_hash', '=', secretHash(secret));
  await forgotten.execute();
}

/** Browsers that nobody signed in in for long. */
export async function sweepBrowsers(db: Database): Promise<void> {
  await db
    .deleteFrom('known_browsers')
    .where('used_at', '<', sql<Date>`now() - make_interval(days => ${browserDays})`)
    .execute();
}
