import { z } from 'zod';
import { filingState, identity, moment } from './words.ts';

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
