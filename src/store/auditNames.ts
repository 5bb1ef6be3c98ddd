import { sql } from 'kysely';
import type { AuditRecord } from './audit.ts';
import type { Database } from './store.ts';

/** Names of what audit entries speak of, by `user:…`, `filing:…`, `department:…`, `unit:…`; others name themselves. */
export async function auditNames(
  db: Database,
  records: readonly Pick<AuditRecord, 'actor' | 'object'>[],
): Promise<ReadonlyMap<string, string>> {
  const actors = records.flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const users = [...actors, ...idsOf(records, 'user')];
  const rows = await sql<{ readonly key: string; readonly name: string }>`
    select 'user:' || id as key, name from users where id = any(${users}::uuid[])
    union all
    select 'filing:' || f.id, coalesce(u.name, d.name) || ' ' || f.year
      from filings f join departments d on d.id = f.department_id left join units u on u.id = f.unit_id
      where f.id = any(${idsOf(records, 'filing')}::uuid[])
    union all
    select 'department:' || id, name from departments where id = any(${idsOf(records, 'department')}::uuid[])
    union all
    select 'unit:' || id, name from units where id = any(${idsOf(records, 'unit')}::uuid[])`.execute(db);
  return new Map(rows.rows.map(({ key, name }) => [key, name]));
}

function idsOf(records: readonly Pick<AuditRecord, 'object'>[], kind: string): readonly string[] {
  const ids = records.flatMap(({ object }) =>
    object.startsWith(`${kind}:`) ? [object.slice(kind.length + 1)] : [],
  );
  return [...new Set(ids)].filter((id) => /^[\da-f-]{36}$/.test(id));
}
