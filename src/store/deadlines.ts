import { sql } from 'kysely';
import type { Role } from './roles.ts';
import type { Database } from './store.ts';

export interface Days {
  /** YYYY-MM-DD by the clock of the machine that counted the last days. */
  readonly today: string;
  /** Who publishes is warned from the day on that lies so far ahead of the last one. */
  readonly soon: string;
}

const publisher: Role = 'publisher';
/** One process at a time looks, so that nobody is warned twice. */
const lookingLock = 7_240_117;

/**
 * Warns those who publish: once when the last day is near, once when it has passed. A filing that was approved
 * anew, with another last day, is warned of anew. Gives how many notices were written.
 */
export function warnOfDeadlines(db: Database, { today, soon }: Days): Promise<number> {
  return db.transaction().execute(async (change) => {
    await sql`select pg_advisory_xact_lock(${lookingLock})`.execute(change);
    const written = await sql`
      with due as (
        select f.id, f.region, f.department_id, f.unit_id, f.year, f.due_on,
          case when f.due_on < ${today}::date then 'deadline.passed' else 'deadline.near' end as kind
        from filings f where f.state = 'approved' and f.due_on <= ${soon}::date)
      insert into notices (user_id, filing_id, kind, params)
      select distinct g.user_id, due.id, due.kind,
        jsonb_build_object('department', d.name, 'unit', n.name, 'year', due.year, 'dueOn', to_char(due.due_on, 'YYYY-MM-DD'))
      from due
      join departments d on d.id = due.department_id
      left join units n on n.id = due.unit_id
      join grants g on g.role = ${publisher} and g.region = due.region
        and (g.department_id is null or g.department_id = due.department_id)
        and (g.unit_id is null or g.unit_id = due.unit_id)
      join users u on u.id = g.user_id and not u.disabled
      where not exists (
        select 1 from notices told where told.user_id = g.user_id and told.filing_id = due.id
          and told.kind = due.kind and told.params ->> 'dueOn' = to_char(due.due_on, 'YYYY-MM-DD'))`.execute(
      change,
    );
    return Number(written.numAffectedRows ?? 0);
  });
}
