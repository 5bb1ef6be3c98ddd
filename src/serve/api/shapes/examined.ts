import { z } from 'zod';
import { day, identity, moment, stage } from './words.ts';

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
