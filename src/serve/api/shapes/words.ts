import { z } from 'zod';
import { filingStates } from '../../../store/filingStates.ts';
import { roles } from '../../../store/roles.ts';
import { stepActions } from '../../workflow/steps.ts';

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
/** The largest number of the database's integers; beyond it no version is looked for. */
const mostVersions = 2_147_483_647;
/** The number of a version of a book, a disclosure, a filing or a user. */
export const versionNumber = z.number().int().min(1).max(mostVersions);
/** The same in an address. */
export const versionInAddress = z.coerce.number().int().min(1).max(mostVersions);
/** The place of a file among those of a version, from 0. */
export const filePosition = z.coerce.number().int().min(0).max(1000);
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
    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'controlCharacters');

/**
 * What something is called: it goes into tables and pages of others, so nothing that a table takes for a formula
 * or a page for markup.
 */
export const name = (most: number) => line(most).refine((text) => !/^[=+@-]|[<>]/.test(text), 'nameOfThing');

/** Several lines; a NUL cannot be stored. */
export const passage = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\u0000'), 'nulCharacter');

export const problemShape = z
  .looseObject({
    type: z.string(),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
