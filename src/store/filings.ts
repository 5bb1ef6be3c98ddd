import { sql, type Selectable } from 'kysely';
import type { Stage } from '../model/scope.ts';
import { record } from './audit.ts';
import type { FilingState } from './filingStates.ts';
import { identityKey, numberKey, readPage, type ListOrder, type Page, type PageAsked } from './paging.ts';
import type { Grant, Holding } from './roles.ts';
import type { Change, Database } from './store.ts';
import type { Tables } from './tables.ts';
import { sqlState } from './users.ts';

/** One budget of a department or unit for a year, on its way from preparing to the archive. */
export interface Filing extends Holding {
  readonly id: string;
  readonly year: number;
  readonly stage: Stage;
  readonly form: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly unitName: string | null;
  readonly regionName: string;
  readonly financeSteps: number;
  readonly state: FilingState;
  /** Counts the changes of state. */
  readonly version: number;
  readonly bookVersion: number;
  readonly disclosureVersion: number;
  readonly submittedBy: string | null;
  readonly reviewedBy: string | null;
  readonly approvedAt: Date | null;
  /** The last day for publishing, YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly changedAt: Date;
}

type Row = Selectable<Tables['filings']> & {
  readonly department_code: string;
  readonly department_name: string;
  readonly unit_name: string | null;
  readonly region_name: string;
  readonly finance_steps: number;
};

function filingOf(row: Row): Filing {
  const { id, region, year, stage, form, state, version } = row;
  return {
    ...{ id, region, year, stage, form, state, version },
    department: row.department_id,
    unit: row.unit_id,
    departmentCode: row.department_code,
    departmentName: row.department_name,
    unitName: row.unit_name,
    regionName: row.region_name,
    financeSteps: row.finance_steps,
    bookVersion: row.book_version,
    disclosureVersion: row.disclosure_version,
    submittedBy: row.submitted_by,
    reviewedBy: row.reviewed_by,
    approvedAt: row.approved_at,
    dueOn: row.due_on,
    changedAt: row.changed_at,
  };
}

function selection(db: Database) {
  return db
    .selectFrom('filings')
    .innerJoin('departments', 'departments.id', 'filings.department_id')
    .innerJoin('regions', 'regions.code', 'filings.region')
    .leftJoin('units', 'units.id', 'filings.unit_id')
    .selectAll('filings')
    .select([
      'departments.code as department_code',
      'departments.name as department_name',
      'units.name as unit_name',
      'regions.name as region_name',
      'regions.finance_steps',
    ]);
}

export async function filingById(db: Database, id: string): Promise<Filing | null> {
  const row = await selection(db).where('filings.id', '=', id).executeTakeFirst();
  return row === undefined ? null : filingOf(row);
}

export interface FilingFilter {
  readonly region?: string | undefined;
  readonly department?: string | undefined;
  readonly year?: number | undefined;
  readonly stage?: Stage | undefined;
  readonly states?: readonly FilingState[] | undefined;
}

const byIdentity: ListOrder = { keys: [identityKey('filings.id')] };
const mustBePublished = sql`filings.state in ('approved', 'withdrawn')`;
/** Those that must be published soonest first, those without a last day at the end. */
const byLastDay: ListOrder = {
  keys: [
    {
      by: sql`coalesce(case when ${mustBePublished} then to_char(filings.due_on, 'YYYY-MM-DD') end, '9999-12-31')`,
      type: 'text',
    },
    identityKey('filings.id'),
  ],
};

/** Filings that a caller with these grants may see. */
export function listFilings(
  db: Database,
  grants: readonly Grant[],
  filter: FilingFilter,
  asked: PageAsked,
): Promise<Page<Filing>> {
  return readPage(visibleFilings(db, grants, filter), byIdentity, asked, filingOf);
}

/** Of the filings in the states those that `waits` says wait, the most urgent first. */
export function waitingFilings(
  db: Database,
  grants: readonly Grant[],
  { states, waits }: { readonly states: readonly FilingState[]; readonly waits: (filing: Filing) => boolean },
  asked: PageAsked,
): Promise<Page<Filing>> {
  return readPage(visibleFilings(db, grants, { states }), byLastDay, asked, filingOf, waits);
}

function visibleFilings(db: Database, grants: readonly Grant[], filter: FilingFilter) {
  const places = grants.filter(({ region }) => region !== null);
  // Without a place the alternatives are none, and so is what may be seen.
  let query = selection(db).where((where) =>
    where.or(
      places.map(({ region, department, unit }) =>
        where.and([
          where('filings.region', '=', region ?? ''),
          ...(department === null ? [] : [where('filings.department_id', '=', department)]),
          ...(unit === null ? [] : [where('filings.unit_id', '=', unit)]),
        ]),
      ),
    ),
  );
  if (filter.region !== undefined) query = query.where('filings.region', '=', filter.region);
  if (filter.department !== undefined) query = query.where('filings.department_id', '=', filter.department);
  if (filter.year !== undefined) query = query.where('filings.year', '=', filter.year);
  if (filter.stage !== undefined) query = query.where('filings.stage', '=', filter.stage);
  if (filter.states !== undefined) query = query.where('filings.state', 'in', [...filter.states]);
  return query;
}

export interface NewFiling extends Holding {
  readonly year: number;
  readonly stage: Stage;
  readonly form: string;
}

export type FilingOutcome =
  | { readonly ok: true; readonly filing: Filing }
  | { readonly ok: false; readonly reason: 'exists' | 'unknown' };

/** A department, or a unit of it, has one filing a year and stage. */
export async function createFiling(
  db: Database,
  { region, department, unit, year, stage, form }: NewFiling,
  actor: string,
): Promise<FilingOutcome> {
  try {
    const id = await db.transaction().execute(async (change) => {
      const made = await change
        .insertInto('filings')
        .values({ region, department_id: department, unit_id: unit, year, stage, form, created_by: actor })
        .returning('id')
        .executeTakeFirstOrThrow();
      await record(change, { actor, action: 'filing.create', object: `filing:${made.id}` });
      return made.id;
    });
    const filing = await filingById(db, id);
    return filing === null ? { ok: false, reason: 'unknown' } : { ok: true, filing };
  } catch (error) {
    if (sqlState(error) === '23505') return { ok: false, reason: 'exists' };
    if (sqlState(error) === '23503') return { ok: false, reason: 'unknown' };
    throw error;
  }
}

export interface StepRecord {
  readonly id: number;
  readonly action: string;
  readonly from: FilingState;
  readonly to: FilingState;
  readonly actor: string;
  readonly actorName: string;
  readonly comment: string;
  readonly bookVersion: number;
  readonly disclosureVersion: number;
  readonly at: Date;
}

/** What happened to the filing, the oldest first. */
export function stepsOf(db: Database, filing: string, asked: PageAsked): Promise<Page<StepRecord>> {
  const query = db
    .selectFrom('steps')
    .innerJoin('users', 'users.id', 'steps.actor')
    .selectAll('steps')
    .select('users.name as actor_name')
    .where('filing_id', '=', filing);
  return readPage(query, { keys: [numberKey('steps.id')] }, asked, (row) => ({
    ...{ id: row.id, action: row.action, actor: row.actor, comment: row.comment, at: row.at },
    from: row.from_state,
    to: row.to_state,
    actorName: row.actor_name,
    bookVersion: row.book_version,
    disclosureVersion: row.disclosure_version,
  }));
}

export interface Step {
  readonly action: string;
  readonly to: FilingState;
  readonly comment: string;
  readonly actor: string;
  /** Set by the steps that they belong to. */
  readonly submittedBy?: string | null;
  readonly reviewedBy?: string | null;
  readonly approvedAt?: Date;
  readonly dueOn?: string;
}

/** Moves a filing that is still as `filing` says; false when somebody else was faster. */
export async function takeStep(change: Change, filing: Filing, step: Step): Promise<boolean> {
  const moved = await change
    .updateTable('filings')
    .set({
      state: step.to,
      version: filing.version + 1,
      changed_at: sql`now()`,
      ...(step.submittedBy === undefined ? {} : { submitted_by: step.submittedBy }),
      ...(step.reviewedBy === undefined ? {} : { reviewed_by: step.reviewedBy }),
      ...(step.approvedAt === undefined ? {} : { approved_at: step.approvedAt }),
      ...(step.dueOn === undefined ? {} : { due_on: step.dueOn }),
    })
    .where('id', '=', filing.id)
    .where('version', '=', filing.version)
    .where('book_version', '=', filing.bookVersion)
    .where('disclosure_version', '=', filing.disclosureVersion)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return false;
  await change
    .insertInto('steps')
    .values({
      region: filing.region,
      filing_id: filing.id,
      action: step.action,
      from_state: filing.state,
      to_state: step.to,
      actor: step.actor,
      comment: step.comment,
      book_version: filing.bookVersion,
      disclosure_version: filing.disclosureVersion,
    })
    .execute();
  return true;
}
