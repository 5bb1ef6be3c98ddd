import { record, type AuditEntry } from './audit.ts';
import type { Database } from './store.ts';

/** What administrators decided, by name; null while nothing was. */
export async function setting(db: Database, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Changes a setting from what it is; two changes at once follow each other, and each is in the audit log. */
export function changeSetting(
  db: Database,
  name: string,
  changed: (value: unknown) => unknown,
  entry: AuditEntry,
): Promise<void> {
  return db.transaction().execute(async (change) => {
    await change
      .insertInto('settings')
      .values({ name, value: 'null' })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = await change
      .selectFrom('settings')
      .select('value')
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const value = JSON.stringify(changed(row.value));
    await change.updateTable('settings').set({ value }).where('name', '=', name).execute();
    await record(change, entry);
  });
}
