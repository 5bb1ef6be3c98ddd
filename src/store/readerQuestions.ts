import { sql } from 'kysely';
import type { Filing } from './filings.ts';
import { identityKey, microseconds, readPage, type Page, type PageAsked } from './paging.ts';
import type { Database } from './store.ts';

/** What a reader of the portal did not understand. */
export interface NewQuestion {
  readonly edition: number;
  /** The line's name in addresses. */
  readonly line: string;
  /** The line in words, as the portal shows it. */
  readonly words: string;
  /** Where it stands in the portal. */
  readonly address: string;
  /** What the reader wrote; may be empty. */
  readonly body: string;
}

export interface ReaderQuestion extends NewQuestion {
  readonly id: string;
  readonly askedAt: Date;
  readonly resolvedAt: Date | null;
}

/** Of one filing's questions so many may wait; a flood must not fill the store. */
export const mostOpenQuestions = 500;

/** Those who answer for the figures. */
const toldRoles = ['preparer', 'unitHead', 'departmentReviewer'] as const;
export const questionNotice = 'reader.question';

/**
 * Keeps a question and tells the department: one unread notice a person and filing, which counts.
 * False: too many wait already.
 */
export function askQuestion(db: Database, filing: Filing, question: NewQuestion): Promise<boolean> {
  return db.transaction().execute(async (change) => {
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from reader_questions
      where filing_id = ${filing.id}::uuid and resolved_at is null`.execute(change);
    const open = rows[0]?.open ?? 0;
    if (open >= mostOpenQuestions) return false;
    const { edition, line, words, address, body } = question;
    await change
      .insertInto('reader_questions')
      .values({ region: filing.region, filing_id: filing.id, edition, line, words, address, body })
      .execute();
    const { departmentName, unitName, year } = filing;
    const told = { department: departmentName, unit: unitName, year, waiting: open + 1, words };
    const params = JSON.stringify(told);
    await sql`
      with told as (
        select distinct g.user_id from grants g join users u on u.id = g.user_id and not u.disabled
        where g.role = any(${[...toldRoles]}) and g.region = ${filing.region}
          and (g.department_id is null or g.department_id = ${filing.department}::uuid)
          and (g.unit_id is null or g.unit_id = ${filing.unit}::uuid)),
      again as (
        update notices n set params = ${params}::jsonb, created_at = now() from told
        where n.user_id = told.user_id and n.filing_id = ${filing.id}::uuid and n.kind = ${questionNotice}
          and n.read_at is null
        returning n.user_id)
      insert into notices (user_id, filing_id, kind, params)
      select user_id, ${filing.id}::uuid, ${questionNotice}, ${params}::jsonb from told
      where user_id not in (select user_id from again)`.execute(change);
    return true;
  });
}

/** The newest first; those that wait before those that were dealt with. */
export function questionsOf(db: Database, filing: string, asked: PageAsked): Promise<Page<ReaderQuestion>> {
  const query = db.selectFrom('reader_questions').selectAll().where('filing_id', '=', filing);
  const waits = { by: sql`(resolved_at is null)::int`, type: 'bigint' } as const;
  const order = { keys: [waits, microseconds('asked_at'), identityKey('id')], descending: true };
  return readPage(query, order, asked, (row) => ({
    ...{ id: row.id, edition: row.edition, line: row.line, words: row.words },
    ...{ address: row.address, body: row.body, askedAt: row.asked_at, resolvedAt: row.resolved_at },
  }));
}
