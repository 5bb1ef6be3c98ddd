import { z } from 'zod';
import { identity, moment } from './words.ts';

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
