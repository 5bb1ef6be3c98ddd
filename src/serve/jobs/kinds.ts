import { z } from 'zod';

export const jobFile = z.object({ id: z.uuid(), name: z.string() });
const language = z.enum(['zh', 'en']);
const key = z.string().optional();
const waiver = z.object({
  rule: z.string(),
  place: z.object({ table: z.number().optional(), row: key, column: key, section: key, project: key }),
  reported: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  date: z.string(),
  expires: z.string().nullable(),
  document: z.null(),
});

/** What each kind of job is given. */
export const payloads = {
  /** Reads and checks files and keeps nothing but the report and what was waived in it. */
  check: z.object({ files: z.array(jobFile).min(1), language, waivers: z.array(waiver).default([]) }),
  /** Reads files as the next version of a filing's disclosure. */
  read: z.object({ files: z.array(jobFile).min(1), language, reason: z.string() }),
  /** Composes the next version of a filing's disclosure from a version of its book. */
  compose: z.object({ bookVersion: z.number().int(), language, reason: z.string() }),
  /** Reads files of a batch, whose department is to be found. */
  batch: z.object({ files: z.array(jobFile).min(1), language }),
} as const;
export type JobKind = keyof typeof payloads;
