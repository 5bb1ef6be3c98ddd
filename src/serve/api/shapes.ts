import { z } from 'zod';
import { filingStates } from '../../store/filingStates.ts';
import { roles } from '../../store/roles.ts';
import { stepActions } from '../workflow/steps.ts';

/** A moment: a Date inside, ISO 8601 outside. */
export const moment = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
export const identity = z.uuid();
/** A day of the calendar: YYYY-MM-DD. */
export const day = z.iso.date();
export const stage = z.enum(['budget', 'adjusted', 'finalAccounts']);
export const year = z.coerce.number().int().min(1990).max(2100);
export const role = z.enum(roles);
export const filingState = z.enum(filingStates);
export const stepAction = z.enum(stepActions);

/** A line of text that people type: no control characters, trimmed. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'control characters');
/** Several lines; a NUL cannot be stored. */
/**
 * What something is called: it goes into tables and pages of others, so nothing that a table takes for a formula
 * or a page for markup.
 */
export const name = (most: number) =>
  line(most).refine((text) => !/^[=+@-]|[<>]/.test(text), '名称不能以 = + - @ 开头，不能有 < >');

export const passage = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\u0000'), 'control characters');

export const problemShape = z
  .looseObject({
    type: z.string(),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

/** Pages by identity: `next` is given as `after` of the next request; null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const pageQuery = z.object({ after: z.string().max(100).optional(), limit });

export const region = z
  .object({
    code: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    financeSteps: z.number().int(),
  })
  .meta({ id: 'Region' });
export const department = z
  .object({ id: identity, region: z.string(), code: z.string(), name: z.string() })
  .meta({ id: 'Department' });
export const unit = z
  .object({
    id: identity,
    region: z.string(),
    department: identity,
    name: z.string(),
    kind: z.enum(['administrative', 'institution']),
  })
  .meta({ id: 'Unit' });
export const user = z
  .object({
    id: identity,
    login: z.string(),
    name: z.string(),
    disabled: z.boolean(),
    locked: z.boolean(),
    mustChangePassword: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });
export const grant = z
  .object({
    id: identity,
    user: identity,
    role,
    region: z.string().nullable(),
    department: identity.nullable(),
    unit: identity.nullable(),
  })
  .meta({ id: 'Grant' });
export const session = z
  .object({
    user: z.object({ id: identity, login: z.string(), name: z.string() }),
    grants: z.array(grant),
    mustChangePassword: z.boolean(),
    csrf: z.string().nullable().describe('Send it as X-CSRF-Token with every changing request'),
    idleMinutes: z.number().int(),
  })
  .meta({ id: 'Session' });

export const filing = z
  .object({
    id: identity,
    region: z.string(),
    regionName: z.string(),
    department: identity,
    departmentCode: z.string(),
    departmentName: z.string(),
    unit: identity.nullable(),
    unitName: z.string().nullable(),
    year: z.number().int(),
    stage,
    form: z.string(),
    financeSteps: z.number().int(),
    state: filingState,
    stateName: z.string(),
    version: z.number().int(),
    bookVersion: z.number().int(),
    disclosureVersion: z.number().int(),
    approvedAt: moment.nullable(),
    dueOn: z.string().nullable().describe('The last day for publishing, YYYY-MM-DD'),
    daysLeft: z.number().int().nullable(),
    changedAt: moment,
    actions: z.array(stepAction).describe('What the caller may do now'),
  })
  .meta({ id: 'Filing' });

export const bookProblem = z.object({ path: z.string(), message: z.string() }).meta({ id: 'BookProblem' });
export const bookVersionSummary = z
  .object({
    version: z.number().int(),
    hash: z.string(),
    problems: z.number().int(),
    author: identity,
    authorName: z.string(),
    reason: z.string(),
    createdAt: moment,
  })
  .meta({ id: 'BookVersionSummary' });
/** The book itself has a JSON Schema of its own: schemas/book.schema.json. */
export const bookContent = z.record(z.string(), z.unknown());
export const book = z
  .object({
    ...bookVersionSummary.shape,
    content: bookContent,
    list: z.array(bookProblem).describe('What must be put right, each with its field'),
  })
  .meta({ id: 'Book' });

export const difference = z
  .object({
    path: z.string(),
    words: z.string().describe('The place in words'),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'Difference' });
export const conflict = z
  .object({
    path: z.string(),
    words: z.string().describe('The place in words'),
    base: z.unknown(),
    yours: z.unknown(),
    theirs: z.unknown(),
    both: z.boolean().describe('Both added this line: both may stay'),
  })
  .meta({ id: 'Conflict' });
export const mergeView = z
  .object({
    current: z.number().int(),
    author: z.string().describe('Who saved it'),
    merged: bookContent.describe('Yours and theirs together; where both changed the same, theirs'),
    conflicts: z.array(conflict),
    theirs: z.array(difference).describe('What was saved since your version'),
  })
  .meta({ id: 'MergeView' });

export const step = z
  .object({
    id: z.number().int(),
    action: z.string(),
    from: filingState,
    to: filingState,
    actor: identity,
    actorName: z.string(),
    comment: z.string(),
    bookVersion: z.number().int(),
    disclosureVersion: z.number().int(),
    at: moment,
  })
  .meta({ id: 'Step' });
export const comment = z
  .object({
    id: identity,
    place: z.unknown(),
    body: z.string(),
    author: identity,
    authorName: z.string(),
    createdAt: moment,
    resolvedAt: moment.nullable(),
  })
  .meta({ id: 'Comment' });
export const notice = z
  .object({
    id: z.number().int(),
    filing: identity.nullable(),
    kind: z.string(),
    params: z.record(z.string(), z.unknown()),
    createdAt: moment,
    readAt: moment.nullable(),
  })
  .meta({ id: 'Notice' });

export const readerQuestion = z
  .object({
    id: identity,
    edition: z.number().int().describe('The published version that was read'),
    line: z.string(),
    words: z.string().describe('The line in words'),
    address: z.string().describe('Where it stands in the portal'),
    body: z.string().describe('What the reader wrote; may be empty'),
    askedAt: moment,
    resolvedAt: moment.nullable(),
  })
  .meta({ id: 'ReaderQuestion' });

export const verdict = z.enum(['errors', 'warnings', 'clean', 'unreadable']);
export const disclosureVersionSummary = z
  .object({
    version: z.number().int(),
    bookVersion: z.number().int().nullable(),
    verdict,
    hash: z.string(),
    author: identity,
    authorName: z.string(),
    reason: z.string(),
    createdAt: moment,
  })
  .meta({ id: 'DisclosureVersionSummary' });

export const place = z.looseObject({ file: z.string() }).meta({ id: 'Place' });
export const printedValue = z.object({ text: z.string(), fen: z.number().int().nullable() });
export const finding = z
  .looseObject({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    remedy: z.string(),
    part: z.string(),
    tied: z.boolean(),
    group: z.string().nullable(),
    culprits: z.array(
      z.looseObject({
        reported: printedValue.nullable(),
        expected: printedValue.nullable(),
        support: z.number(),
        slip: z.string().nullable(),
        place,
      }),
    ),
    evidence: z.array(
      z.looseObject({ role: z.string(), text: z.string(), fen: z.number().nullable(), place }),
    ),
    difference: z.string().nullable(),
    allowed: z.string().nullable(),
    waiver: z
      .object({ reason: z.string(), by: z.string(), date: z.string(), expires: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Finding' });
export const report = z
  .looseObject({
    file: z.string(),
    department: z.string().nullable(),
    year: z.number().nullable(),
    stage,
    form: z.string().nullable(),
    verdict,
    error: z.string().nullable(),
    coverage: z.object({
      figures: z.number().int(),
      verified: z.number().int(),
      contradicted: z.number().int(),
      unverified: z.number().int(),
      indicators: z.number().int(),
    }),
    checks: z.array(
      z.object({
        rule: z.string(),
        pass: z.number().int(),
        rounding: z.number().int(),
        fail: z.number().int(),
        notApplicable: z.number().int(),
        unreadable: z.number().int(),
      }),
    ),
    findings: z.array(finding),
  })
  .meta({ id: 'Report' });
export const examined = z
  .object({
    disclosure: z.record(z.string(), z.unknown()).nullable(),
    report,
    trace: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Examined' });
export const findingRecord = z
  .object({
    number: z.number().int(),
    severity: z.string(),
    rule: z.string(),
    fingerprint: z.string().describe('Names the finding in a waiver'),
    finding,
    waiver: z
      .object({
        ...{ id: identity, reason: z.string(), author: identity, authorName: z.string(), createdAt: moment },
        expiresOn: day.nullable().describe('The last day it holds'),
      })
      .nullable(),
  })
  .meta({ id: 'FindingRecord' });

export const job = z
  .object({
    id: identity,
    kind: z.string(),
    filing: identity.nullable(),
    batch: identity.nullable(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    attempts: z.number().int(),
    name: z.string().nullable(),
    result: z.unknown(),
    problem: z.string().nullable(),
    createdAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Job' });
export const batch = z
  .object({
    id: identity,
    region: z.string(),
    name: z.string(),
    createdAt: moment,
    counts: z.object({
      queued: z.number().int(),
      running: z.number().int(),
      done: z.number().int(),
      failed: z.number().int(),
      cancelled: z.number().int(),
    }),
  })
  .meta({ id: 'Batch' });
export const storedFile = z
  .object({
    id: identity,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
  })
  .meta({ id: 'StoredFile' });
export const apiToken = z
  .object({ id: identity, name: z.string(), expiresAt: moment, usedAt: moment.nullable() })
  .meta({ id: 'ApiToken' });
export const auditRecord = z
  .object({
    number: z.number().int(),
    at: moment,
    actor: z.string().nullable(),
    action: z.string(),
    object: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AuditRecord' });

const amount = z.object({ text: z.string(), fen: z.number().int() }).nullable();
/** The output of `mingsuan diff --format json`. */
export const comparison = z
  .object({
    figures: z.array(
      z.object({
        ...{ part: z.string(), row: z.string(), column: z.string(), unit: z.string() },
        ...{ old: amount, new: amount, changeFen: z.number().int() },
      }),
    ),
    projects: z.array(
      z.object({
        change: z.enum(['new', 'ended', 'renamed', 'changed']),
        ...{ name: z.string(), oldName: z.string().nullable() },
        ...{ oldFen: z.number().int().nullable(), newFen: z.number().int().nullable() },
      }),
    ),
    indicators: z.array(
      z.object({
        ...{ project: z.string(), horizon: z.enum(['period', 'annual']), path: z.array(z.string()) },
        ...{ old: z.string().nullable(), new: z.string().nullable() },
      }),
    ),
    texts: z.array(
      z.object({
        ...{ where: z.array(z.string()), old: z.string().nullable(), new: z.string().nullable() },
        marks: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })).nullable(),
      }),
    ),
  })
  .meta({ id: 'Comparison' });
