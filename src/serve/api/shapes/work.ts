import { z } from 'zod';
import { identity, moment } from './words.ts';

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
    actorName: z.string().nullable(),
    action: z.string(),
    object: z.string(),
    objectName: z
      .string()
      .nullable()
      .describe('Of a person, budget, department or unit, as it is called now'),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AuditRecord' });
