import type { Disclosure } from '../../model/disclosure.ts';
import type { Language } from '../../model/language.ts';
import { createFiling, filingById, listFilings, type Filing } from '../../store/filings.ts';
import type { Job } from '../../store/jobs.ts';
import { matchDepartments } from '../../store/matching.ts';
import { wholeList } from '../../store/paging.ts';
import type { Database } from '../../store/store.ts';

/** Why a document of a batch is nobody's; of several departments that fit, two by code and name. */
export type Unfiled =
  | { readonly code: 'noYear' | 'noDepartment' }
  | { readonly code: 'unknownDepartment'; readonly name: string }
  | { readonly code: 'severalDepartments'; readonly name: string; readonly fit: readonly string[] };

/**
 * The filing of the department and year that a document of a batch speaks of, opened when there is none; else
 * what a person must put right first.
 */
export async function openBatchFiling(
  db: Database,
  { region, createdBy }: Pick<Job, 'region' | 'createdBy'>,
  { department, year, stage, form }: Pick<Disclosure, 'department' | 'year' | 'stage' | 'form'>,
): Promise<Filing | Unfiled> {
  const name = department.name ?? department.code;
  if (year === null) return { code: 'noYear' };
  if (region === null || name === null) return { code: 'noDepartment' };
  const [found, second] = await matchDepartments(db, region, department);
  if (found === undefined) return { code: 'unknownDepartment', name };
  if (second !== undefined)
    return {
      code: 'severalDepartments',
      name,
      fit: [found, second].map((each) => `${each.code} ${each.name}`),
    };
  const filing = await openFiling(db, { region, department: found.id, year, stage, form }, createdBy);
  return filing ?? { code: 'unknownDepartment', name };
}

/** What was refused, and what to do, for who sent the batch. */
export function unfiledWords(unfiled: Unfiled, language: Language): string {
  const zh = language === 'zh';
  switch (unfiled.code) {
    case 'noYear':
      return zh ? '文件没有写明年度，请单独上传。' : 'The file names no year: upload it by itself.';
    case 'noDepartment':
      return zh ? '文件没有写明部门，请单独上传。' : 'The file names no department: upload it by itself.';
    case 'unknownDepartment':
      return zh
        ? `本地区没有登记“${unfiled.name}”，请登记部门或改正名称后重新导入。`
        : `“${unfiled.name}” is no department of the region: add it or correct the name, then import again.`;
    case 'severalDepartments':
      return zh
        ? `“${unfiled.name}”对应多个部门（${unfiled.fit.join('、')}），无法断定是哪一个：请到该部门的预算里单独上传，或改名区分。`
        : `“${unfiled.name}” fits several departments (${unfiled.fit.join(', ')}): upload it to the right one, or rename them.`;
  }
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
  const all = await listFilings(db, everywhere, { department, year, stage }, wholeList);
  const own = all.items.find(({ unit }) => unit === null);
  return own === undefined ? null : filingById(db, own.id);
}
