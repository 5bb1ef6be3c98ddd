import type { Database } from './store.ts';

/** What somebody chose for themselves, by name. It changes no budget, so the audit log says nothing of it. */
export async function preferencesOf(db: Database, user: string): Promise<Readonly<Record<string, unknown>>> {
  const row = await db.selectFrom('users').select('preferences').where('id', '=', user).executeTakeFirst();
  return (row?.preferences ?? {}) as Readonly<Record<string, unknown>>;
}

export async function keepPreferences(db: Database, user: string, preferences: object): Promise<void> {
  await db
    .updateTable('users')
    .set({ preferences: JSON.stringify(preferences) })
    .where('id', '=', user)
    .execute();
}
