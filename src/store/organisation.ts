import { record } from './audit.ts';
import { identityKey, readPage, textKey, type Page, type PageAsked } from './paging.ts';
import type { Database } from './store.ts';
import { sqlState } from './users.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** 1, or 2 where the finance bureau reviews in two steps. */
  readonly financeSteps: number;
}

export interface Department {
  readonly id: string;
  readonly region: string;
  readonly code: string;
  readonly name: string;
}

export interface Unit {
  readonly id: string;
  readonly region: string;
  readonly department: string;
  readonly name: string;
  readonly kind: 'administrative' | 'institution';
}

export type Added<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'exists' | 'unknown' };

async function adding<T>(work: () => Promise<T>): Promise<Added<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (sqlState(error) === '23505') return { ok: false, reason: 'exists' };
    if (sqlState(error) === '23503') return { ok: false, reason: 'unknown' };
    throw error;
  }
}

export function listRegions(db: Database, asked: PageAsked): Promise<Page<Region>> {
  const query = db.selectFrom('regions').selectAll();
  return readPage(query, { keys: [textKey('code')] }, asked, ({ code, name, parent, ...row }) => {
    return { code, name, parent, financeSteps: row.finance_steps };
  });
}

export function addRegion(db: Database, region: Region, actor: string | null): Promise<Added<Region>> {
  const { code, name, parent, financeSteps: finance_steps } = region;
  return adding(() =>
    db.transaction().execute(async (change) => {
      await change.insertInto('regions').values({ code, name, parent, finance_steps }).execute();
      await record(change, { actor, action: 'region.add', object: `region:${code}` });
      return region;
    }),
  );
}

/** Of a region, or of all. */
export function listDepartments(
  db: Database,
  region: string | null,
  asked: PageAsked,
): Promise<Page<Department>> {
  const all = db.selectFrom('departments').select(['id', 'region', 'code', 'name']);
  const query = region === null ? all : all.where('region', '=', region);
  const order = { keys: [textKey('region'), textKey('code')] };
  return readPage(query, order, asked, ({ id, region: own, code, name }) => ({
    id,
    region: own,
    code,
    name,
  }));
}

export function addDepartment(
  db: Database,
  department: Omit<Department, 'id'>,
  actor: string | null,
): Promise<Added<Department>> {
  const { region, code, name } = department;
  return adding(() =>
    db.transaction().execute(async (change) => {
      const made = await change
        .insertInto('departments')
        .values({ region, code, name })
        .returning(['id', 'region', 'code', 'name'])
        .executeTakeFirstOrThrow();
      await record(change, { actor, action: 'department.add', object: `department:${made.id}` });
      return made;
    }),
  );
}

export function listUnits(db: Database, department: string, asked: PageAsked): Promise<Page<Unit>> {
  const query = db.selectFrom('units').selectAll().where('department_id', '=', department);
  const order = { keys: [textKey('name'), identityKey('id')] };
  return readPage(query, order, asked, ({ id, region, department_id, name, kind }) => {
    return { id, region, department: department_id, name, kind };
  });
}

/** `unknown` when there is no such department. */
export async function addUnit(
  db: Database,
  unit: Pick<Unit, 'department' | 'name' | 'kind'>,
  actor: string | null,
): Promise<Added<Unit>> {
  const { department, name, kind } = unit;
  return adding(() =>
    db.transaction().execute(async (change) => {
      const above = await change
        .selectFrom('departments')
        .select('region')
        .where('id', '=', department)
        .executeTakeFirst();
      const region = above?.region ?? '';
      const made = await change
        .insertInto('units')
        .values({ region, department_id: department, name, kind })
        .returning(['id', 'region', 'department_id as department', 'name', 'kind'])
        .executeTakeFirstOrThrow();
      await record(change, { actor, action: 'unit.add', object: `unit:${made.id}` });
      return made;
    }),
  );
}
