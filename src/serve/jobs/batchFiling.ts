import type { Disclosure } from '../../model/disclosure.ts';
import { createFiling, filingById, listFilings, type Filing } from '../../store/filings.ts';
import type { Job } from '../../store/jobs.ts';
import { matchDepartment } from '../../store/matching.ts';
import type { Database } from '../../store/store.ts';

/**
 * The filing of the department and year that a document of a batch speaks of, opened when there is none;
 * null when the document does not say or its department is not known.
 */
export async function openBatchFiling(
  db: Database,
  { region, createdBy }: Pick<Job, 'region' | 'createdBy'>,
  { department, year, stage, form }: Pick<Disclosure, 'department' | 'year' | 'stage' | 'form'>,
): Promise<Filing | null> {
  if (region === null || year === null) return null;
  const found = await matchDepartment(db, region, department);
  if (found === null) return null;
  return openFiling(db, { region, department: found.id, year, stage, form }, createdBy);
}

/** The department's filing of the year, made when there is none. */
export async function openFiling(
  db: Database,
  filing: Pick<Filing, 'region' | 'department' | 'year' | 'stage'> & { readonly form: string | null },
  actor: string,
): Promise<Filing | null> {
  const { region, department, year, stage, form } = filing;
  const made = await createFiling(
    db,
    { region, department, unit: null, year, stage, form: form ?? 'national-9' },
    actor,
  );
  if (made.ok) return made.filing;
  const everywhere = [{ role: 'financeReviewer', region, department, unit: null }] as const;
  const page = { after: null, limit: 200 };
  const all = await listFilings(db, everywhere, { department, year, stage }, page);
  const own = all.find(({ unit }) => unit === null);
  return own === undefined ? null : filingById(db, own.id);
}
