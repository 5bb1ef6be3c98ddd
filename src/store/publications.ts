import { sql } from 'kysely';
import type { Stage } from '../model/scope.ts';
import type { Filing } from './filings.ts';
import { gramsOf, searchable } from './grams.ts';
import { countPublished, forgetCounts } from './search/knownWords.ts';
import type { Change } from './store.ts';

/** One thing that the public can find. */
export interface PublicRecord {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly code: string | null;
  readonly functionClass: string | null;
  readonly fen: number | null;
}

export interface NewPublication {
  readonly region: string;
  readonly department: string;
  readonly year: number;
  readonly stage: Stage;
  /** Given the edition, the summary that lists show. */
  readonly summary: (edition: number, publishedAt: Date) => object;
  readonly records: readonly PublicRecord[];
  readonly actor: string;
}

const recordsAtOnce = 2000;

/** The next edition of a filing's disclosure: the newest version stands before the public from now on. */
export async function insertPublication(
  change: Change,
  filing: Filing,
  publication: NewPublication,
): Promise<number> {
  const { summary, records, actor, region, department, year, stage } = publication;
  const last = await change
    .selectFrom('publications')
    .select(({ fn }) => fn.max('edition').as('edition'))
    .where('filing_id', '=', filing.id)
    .executeTakeFirst();
  const edition = (last?.edition ?? 0) + 1;
  const publishedAt = new Date();
  const { id } = await change
    .insertInto('publications')
    .values({
      ...{ region: filing.region, filing_id: filing.id, edition, year, stage },
      portal_region: region,
      portal_department: department,
      disclosure_version: filing.disclosureVersion,
      published_at: publishedAt,
      published_by: actor,
      summary: JSON.stringify(summary(edition, publishedAt)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Only the newest edition is searched; older ones are found on its page.
  await forgetRecords(change, filing);
  const rows = records.map((record, number) => ({
    ...{ region: filing.region, year, publication_id: id, number, stage, department },
    ...{ kind: record.kind, code: record.code, function_class: record.functionClass, fen: record.fen },
    title: record.title,
    body: searchable(record.text),
    grams: gramsOf(searchable(record.text)),
    record: JSON.stringify(record),
  }));
  for (let start = 0; start < rows.length; start += recordsAtOnce) {
    await change
      .insertInto('search_records')
      .values(rows.slice(start, start + recordsAtOnce))
      .execute();
  }
  const countable = rows.map(({ kind, code, function_class: functionClass, fen, body }) => {
    return { kind, code, functionClass, fen, body };
  });
  await countPublished(change, id, countable);
  return edition;
}

/** The edition that stands before the public is taken back with a reason; it stays on record. */
export async function withdrawPublication(
  change: Change,
  filing: Filing,
  { reason, actor }: { readonly reason: string; readonly actor: string },
): Promise<void> {
  await change
    .updateTable('publications')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: actor, withdrawal_reason: reason })
    .where('filing_id', '=', filing.id)
    .where('withdrawn_at', 'is', null)
    .execute();
  await forgetRecords(change, filing);
}

async function forgetRecords(change: Change, filing: Filing): Promise<void> {
  await forgetCounts(change, filing.id);
  await change
    .deleteFrom('search_records')
    .where('region', '=', filing.region)
    .where('year', '=', filing.year)
    .where('publication_id', 'in', (query) =>
      query.selectFrom('publications').select('id').where('filing_id', '=', filing.id),
    )
    .execute();
}
