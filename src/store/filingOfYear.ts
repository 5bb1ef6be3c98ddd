import { filingById, type Filing } from './filings.ts';
import type { Database } from './store.ts';

/** The filing of the same department or unit and stage in another year; null when there is none. */
export async function filingOfYear(
  db: Database,
  { region, department, unit, stage }: Filing,
  year: number,
): Promise<Filing | null> {
  const query = db
    .selectFrom('filings')
    .select('id')
    .where('region', '=', region)
    .where('department_id', '=', department)
    .where('year', '=', year)
    .where('stage', '=', stage);
  const own = unit === null ? query.where('unit_id', 'is', null) : query.where('unit_id', '=', unit);
  const row = await own.executeTakeFirst();
  return row === undefined ? null : filingById(db, row.id);
}
