import { z } from 'zod';
import { filingState, identity, moment, stage, stepAction } from './words.ts';

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
