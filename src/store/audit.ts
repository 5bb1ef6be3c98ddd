import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from './canonical.ts';
import { numberKey, readPage, type Page, type PageAsked } from './paging.ts';
import type { Change, Database } from './store.ts';

/** Hashes that a chain may be made with; a national algorithm where the regulations ask for it. */
export const auditAlgorithms = ['sha256', 'sm3'] as const;
export type AuditAlgorithm = (typeof auditAlgorithms)[number];

export interface AuditEntry {
  /** Null: the program itself, or a person who is not known. */
  readonly actor: string | null;
  /** What was done: book.save, session.begin. */
  readonly action: string;
  /** On what: filing:…, user:…. */
  readonly object: string;
  /** No personal data beyond what names the object. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AuditRecord extends Required<AuditEntry> {
  readonly number: number;
  readonly at: Date;
  readonly hash: string;
}

/** The last entry; the function of migration 010 takes the chain's lock and then looks, in one round trip. */
interface AuditEnd {
  readonly number: number;
  readonly hash: Buffer;
}

const beginning = Buffer.alloc(32);

interface Hashed extends Required<AuditEntry> {
  readonly number: number;
  readonly at: string;
  readonly previous: string;
}

function hashOf(algorithm: string, hashed: Hashed): Buffer {
  return createHash(algorithm).update(canonicalJson(hashed)).digest();
}

/** What new entries are hashed with: SHA-256, or what MINGSUAN_AUDIT_HASH names; old entries keep theirs. */
export function auditAlgorithm(): AuditAlgorithm {
  const named = process.env['MINGSUAN_AUDIT_HASH'];
  return auditAlgorithms.find((each) => each === named) ?? 'sha256';
}

/**
 * Appends to the log in the change's transaction: what is not committed is not logged, and the reverse.
 * Call it last in the transaction, for it lets one transaction at a time through.
 */
export async function record(
  change: Change,
  entry: AuditEntry,
  algorithm: AuditAlgorithm = auditAlgorithm(),
): Promise<void> {
  const locked = await sql<AuditEnd>`select number, hash from locked_audit_end()`.execute(change);
  const [last] = locked.rows;
  const at = new Date();
  const previous = last?.hash ?? beginning;
  const number = (last?.number ?? 0) + 1;
  const full = { ...entry, details: entry.details ?? {} };
  const hashed = { ...full, number, at: at.toISOString(), previous: previous.toString('hex') };
  const hash = hashOf(algorithm, hashed);
  const details = JSON.stringify(full.details);
  await change
    .insertInto('audit_log')
    .values({ ...full, details, number, at, algorithm, previous_hash: previous, hash })
    .execute();
}

/** How the chain stands: its length and last hash, to be kept elsewhere, and the first entry that does not fit. */
export interface AuditVerdict {
  readonly entries: number;
  readonly hash: string;
  readonly broken: { readonly number: number; readonly reason: 'missing' | 'altered' } | null;
}

const chunk = 5000;

/** Recomputes the chain through entry `last`, else the whole, a few thousand entries at a time. */
export async function verifyAudit(db: Database, last = Number.MAX_SAFE_INTEGER): Promise<AuditVerdict> {
  let previous: Buffer = beginning;
  for (let number = 0; ;) {
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      .where('number', '>', number)
      .where('number', '<=', last)
      .orderBy('number')
      .limit(chunk)
      .execute();
    for (const row of rows) {
      if (row.number !== number + 1) return verdict(number, previous, 'missing');
      const { actor, action, object, details, at } = row;
      const hashed = { actor, action, object, details, number: row.number, at: at.toISOString() };
      const hash = hashOf(row.algorithm, { ...hashed, previous: previous.toString('hex') });
      const fits = hash.length === row.hash.length && timingSafeEqual(hash, row.hash);
      if (!fits || !previous.equals(row.previous_hash)) return verdict(number, previous, 'altered');
      previous = row.hash;
      number = row.number;
    }
    if (rows.length < chunk) return { entries: number, hash: previous.toString('hex'), broken: null };
  }
}

function verdict(last: number, hash: Buffer, reason: 'missing' | 'altered'): AuditVerdict {
  return { entries: last, hash: hash.toString('hex'), broken: { number: last + 1, reason } };
}

/** The newest first. */
export function auditEntries(db: Database, asked: PageAsked): Promise<Page<AuditRecord>> {
  const order = { keys: [numberKey('number')], descending: true };
  const query = db.selectFrom('audit_log').selectAll();
  return readPage(query, order, asked, ({ number, at, actor, action, object, details, hash }) => {
    return { number, at, actor, action, object, details, hash: hash.toString('hex') };
  });
}
